import { describe, expect, it } from 'vitest';
import { refusedDate } from '../src/loket/case/appointment-date.js';
import { SECTIONS, changedFields, fieldWords, sectionNamed } from '../src/loket/case/sections.js';
import { groupNumber, isNumber } from '../src/loket/phone.js';
import { parseRoute, routeHash } from '../src/loket/route.js';

describe('the date of the appointment', () => {
  it.each([
    ['2026-09-19', undefined],
    ['2026-10-19', undefined],
    ['2026-09-18', 'al voorbij'],
    ['2026-10-20', 'over 31 dagen'],
    ['2026-02-30x', 'bestaat niet'],
    ['', 'bestaat niet'],
  ])('on %s gives %s', (date, sentence) => {
    const refusal = refusedDate(date, '2026-09-19');
    if (sentence === undefined) {
      expect(refusal).toBeUndefined();
    } else {
      expect(refusal).toContain(sentence);
    }
  });
});

describe('a number to read aloud', () => {
  it.each([
    ['0612345678', '06 12 34 56 78'],
    ['+31612345678', '06 12 34 56 78'],
    ['06-12 34 56 78', '06 12 34 56 78'],
    ['0031612345678', '06 12 34 56 78'],
    ['+32470123456', '+32 47 01 23 45 6'],
    ['0201234567', '02 01 23 45 67'],
    ['', ''],
  ])('%s becomes %s', (text, grouped) => {
    expect(groupNumber(text)).toBe(grouped);
  });

  it('needs 9 to 15 digits', () => {
    expect(isNumber('06 12 34 56 78')).toBe(true);
    expect(isNumber('06 12 34')).toBe(false);
  });
});

describe('the sections of the intake', () => {
  it('name what differs between two versions', () => {
    const spec = sectionNamed('identity');
    expect(spec).toBeDefined();
    if (spec !== undefined) {
      const fields = changedFields(spec, { city: 'Oostdorp' }, { city: 'Westdorp', mobile: null });
      expect(fields.map((field) => field.name)).toEqual(['city']);
    }
  });

  it('say every kind of value in words', () => {
    const yesno = { name: 'interpreter', label: 'Tolk', kind: 'yesno' } as const;
    const select = {
      name: 'language',
      label: 'Taal',
      kind: 'select',
      options: { nl: 'Nederlands' },
    };
    expect(fieldWords(yesno, { interpreter: false })).toBe('nee');
    expect(fieldWords(yesno, {})).toBe('niet ingevuld');
    expect(fieldWords({ ...select, kind: 'select' }, { language: 'nl' })).toBe('Nederlands');
  });

  it('stay within what the server accepts', () => {
    for (const section of SECTIONS) {
      expect(section.fields.length).toBeLessThanOrEqual(20);
    }
  });
});

describe('the address', () => {
  it('survives a reload', () => {
    const route = { page: 'case', id: 'x', step: 'guardian' } as const;
    expect(parseRoute(routeHash(route))).toEqual(route);
    expect(parseRoute('#/overnemen/x')).toEqual({ page: 'receive', id: 'x' });
    expect(parseRoute('#/onzin')).toEqual({ page: 'board' });
  });
});
