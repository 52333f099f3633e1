import { describe, expect, it } from 'vitest';
import type { DocumentVersion } from '../src/beheer/documents/shapes.js';
import { grouped } from '../src/beheer/documents/sheet.js';
import { exists, historyWords, standing } from '../src/beheer/documents/words.js';

const draft: DocumentVersion = { version: 2, madeAt: '2026-11-22T20:05:00Z' };
const signed: DocumentVersion = {
  version: 1,
  madeAt: '2026-11-22T20:00:00Z',
  signedAt: '2026-11-22T20:01:00Z',
  signedBy: 'Oefenloket',
};

describe('where a document stands', () => {
  it('is a draft, or signed with perhaps a newer draft', () => {
    expect(standing([draft])).toMatchObject({ word: 'Concept', tone: 'let' });
    expect(standing([signed])).toMatchObject({ word: 'Ondertekend', note: 'versie 1' });
    expect(standing([draft, signed]).note).toBe('versie 1; er is een concept');
    expect(standing([]).word).toBe('Niet in deze taal');
  });

  it('names who signed it and when', () => {
    expect(historyWords(signed)).toContain('Ondertekend door Oefenloket, 22 november 21:01.');
    expect(historyWords(draft)).toBe('Meegeleverd, 22 november 21:05.');
  });

  it('is in Dutch only for the referrer', () => {
    expect(exists('RECEIPT', 'nl')).toBe(true);
    expect(exists('RECEIPT', 'ar')).toBe(false);
    expect(exists('RIGHTS', 'ar')).toBe(true);
  });
});

describe('a document on the screen', () => {
  it('has one list of the items that stand together', () => {
    const groups = grouped([
      { kind: 'HEADING', text: 'Wat is Halt?' },
      { kind: 'ITEM', text: 'praten' },
      { kind: 'ITEM', text: 'leren' },
      { kind: 'TEXT', text: 'Vragen? Bel ons.' },
      { kind: 'ITEM', text: 'vandaag' },
    ]);
    expect(groups.map((group) => group.length)).toEqual([1, 2, 1, 1]);
  });
});
