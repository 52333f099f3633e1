import { describe, expect, it } from 'vitest';
import type { TextLanguage, TextVersion } from '../src/beheer/texts/shapes.js';
import {
  countWords,
  filled,
  inForce,
  madeWords,
  signedWords,
  standing,
} from '../src/beheer/texts/words.js';
import { keepUnsaved, unsavedText } from '../src/beheer/texts/unsaved.js';

const draft: TextVersion = {
  version: 2,
  text: 'Halt: bel {tel}.',
  source: 'EDITED',
  madeAt: '2026-11-22T20:05:00Z',
  madeBy: 'Anneke Proefpersoon',
  mine: true,
};
const signed: TextVersion = {
  version: 1,
  text: 'Halt: bel {tel}.',
  source: 'FILE',
  madeAt: '2026-11-22T20:00:00Z',
  mine: false,
  signedAt: '2026-11-22T20:01:00Z',
  signedBy: 'Oefenloket',
};
const arabic: TextLanguage = {
  code: 'ar',
  name: 'Arabisch',
  rightToLeft: true,
  samples: { tel: '0880000000' },
};

describe('where a text stands', () => {
  it('is nothing, a draft, or signed with perhaps a newer draft', () => {
    expect(standing([]).word).toBe('Geen tekst');
    expect(standing([draft])).toMatchObject({ word: 'Concept', tone: 'let' });
    expect(standing([signed])).toMatchObject({ word: 'Ondertekend', note: 'versie 1' });
    expect(standing([draft, signed]).note).toBe('versie 1; er is een concept');
    expect(inForce([draft, signed])).toBe(signed);
    expect(inForce([draft])).toBeUndefined();
  });

  it('names who and when by Dutch clocks', () => {
    expect(madeWords(draft)).toBe('Geschreven door Anneke Proefpersoon, 22 november 21:05');
    expect(madeWords(signed)).toContain('Meegeleverd');
    expect(signedWords(signed)).toBe('Ondertekend door Oefenloket, 22 november 21:01');
    expect(signedWords(draft)).toBe('');
  });
});

describe('what a phone shows', () => {
  it('has samples in the places that exist and leaves the others', () => {
    expect(filled('{tel} {naam}', arabic)).toBe('0880000000 {naam}');
  });

  it('is counted in words', () => {
    expect(countWords('Halt')).toBe('4 tekens, 1 sms-deel (gewone letters)');
    expect(countWords('ë'.repeat(71))).toBe('71 tekens, 2 sms-delen (andere letters, 70 per deel)');
  });
});

describe('what was typed and not saved', () => {
  it('is there again after another page, until it is saved or undone', () => {
    keepUnsaved('BRIDGE', 'nl', 'Halt: anders', 'Halt: zo');
    expect(unsavedText('BRIDGE', 'nl')).toBe('Halt: anders');
    expect(unsavedText('BRIDGE', 'en')).toBeUndefined();
    keepUnsaved('BRIDGE', 'nl', 'Halt: zo', 'Halt: zo');
    expect(unsavedText('BRIDGE', 'nl')).toBeUndefined();
  });
});
