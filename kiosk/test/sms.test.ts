import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { directionOf, directionOfLanguage, languageOfScript } from '../src/lib/script.js';
import { countSms } from '../src/lib/sms.js';

interface Vector {
  name: string;
  text: string;
  times: number;
  encoding: string;
  parts: number;
  units: number;
  characters: number;
  unknown: string[];
}

const vectors = JSON.parse(
  readFileSync(new URL('sms-vectors.json', import.meta.url), 'utf8'),
) as Vector[];

describe('countSms', () => {
  it.each(vectors)('counts as the server does: $name', (vector) => {
    const { encoding, parts, units, characters, unknown } = vector;
    expect(countSms(vector.text.repeat(vector.times))).toEqual({
      encoding,
      parts,
      units,
      characters,
      unknownToGsm7: unknown,
    });
  });

  it('counts nothing as one part', () => {
    expect(countSms('')).toMatchObject({ encoding: 'GSM_7', parts: 1, units: 0 });
  });
});

describe('the way a text runs', () => {
  it('is of its letters, also when a part begins with Latin ones', () => {
    expect(directionOf('halt.nl. يمكننا توفير مترجم')).toBe('rtl');
    expect(directionOf('Halt: bel 088 000 00 00')).toBe('ltr');
    expect(languageOfScript('هالت (Halt)')).toBe('ar');
    expect(languageOfScript('Halt: ваша дитина')).toBe('uk');
    expect(languageOfScript('Halt')).toBeUndefined();
  });

  it('is of its language when that is known', () => {
    expect(directionOfLanguage('ar')).toBe('rtl');
    expect(directionOfLanguage('uk')).toBe('ltr');
  });
});
