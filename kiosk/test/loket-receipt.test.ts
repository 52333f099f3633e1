import { describe, expect, it } from 'vitest';
import {
  emptyReceipt,
  fillFrom,
  missingItems,
  needsHelpFirst,
  toReceipt,
  type ReceiptDraft,
} from '../src/loket/receive/receipt-draft.js';
import { lackingFacts } from '../src/loket/receive/lacking-facts.js';
import type { HandoverContent } from '../src/loket/shapes.js';

const CONTENT: HandoverContent = {
  offenceId: 'alcohol-45',
  offenceAt: '2026-09-19T20:00:00Z',
  place: 'Plein',
  manner: 'STOPPED',
  caughtInAct: 'YES',
  declarations: { cautionGiven: 'YES', admission: 'UNKNOWN' },
  juvenile: { familyName: 'Jansen', givenNames: 'Noor', birthDate: '2011-03-04' },
  guardian: { name: 'S. Jansen', relation: 'MOTHER', number: '0600000012' },
};

function complete(): ReceiptDraft {
  const draft = fillFrom(emptyReceipt('g1'), CONTENT);
  const guardians = draft.guardians.map((guardian) => ({
    ...guardian,
    custody: 'YES' as const,
    readBack: true,
  }));
  const safety = { conscious: true, hurt: false, inDanger: false };
  return { ...draft, safety, basis: 'DOCUMENT', guardians };
}

describe('the receipt', () => {
  it('starts with what the referrer gave, once', () => {
    const filled = fillFrom(emptyReceipt('g1'), CONTENT);
    expect(filled).toMatchObject({ familyName: 'Jansen', birthDate: '2011-03-04', filled: true });
    const edited = { ...filled, familyName: 'Janssen' };
    expect(fillFrom(edited, CONTENT).familyName).toBe('Janssen');
  });

  it('names everything that lacks in an empty form', () => {
    expect(missingItems(emptyReceipt('g1'))).toEqual([
      'is de jongere aanspreekbaar',
      'is de jongere gewond',
      'is de jongere in gevaar',
      'achternaam',
      'voornamen',
      'geboortedatum',
      'hoe u weet wie het is',
      'ouder: relatie',
      'ouder: gezag',
      'ouder: telefoonnummer',
    ]);
  });

  it('wants a number to be read aloud', () => {
    const draft = complete();
    const guardians = draft.guardians.map((guardian) => ({ ...guardian, readBack: false }));
    expect(missingItems({ ...draft, guardians })).toEqual(['ouder: nummer voorlezen']);
  });

  it('wants a reason, and no number, when nobody may call', () => {
    const draft = complete();
    const guardians = draft.guardians.map((guardian) => ({
      ...guardian,
      number: '',
      readBack: false,
      doNotContact: true,
    }));
    expect(missingItems({ ...draft, guardians })).toEqual(['ouder: reden om niet te bellen']);
    const reasoned = guardians.map((one) => ({ ...one, doNotContactReason: 'geheim adres' }));
    expect(missingItems({ ...draft, guardians: reasoned })).toEqual([]);
    const [sent] = toReceipt('h1', { ...draft, guardians: reasoned }).guardians;
    expect(sent).not.toHaveProperty('number');
  });

  it('becomes the command only when complete', () => {
    expect(missingItems(complete())).toEqual([]);
    expect(toReceipt('h1', complete())).toEqual({
      handoverId: 'h1',
      safety: { conscious: true, hurt: false, inDanger: false },
      identity: {
        familyName: 'Jansen',
        givenNames: 'Noor',
        birthDate: '2011-03-04',
        basis: 'DOCUMENT',
      },
      guardians: [
        {
          id: 'g1',
          relation: 'MOTHER',
          custody: 'YES',
          language: 'nl',
          doNotContact: false,
          name: 'S. Jansen',
          number: '0600000012',
          readBack: true,
        },
      ],
    });
    expect(() => toReceipt('h1', emptyReceipt('g1'))).toThrow('not complete');
  });
});

describe('safety', () => {
  it.each([
    [{}, false],
    [{ conscious: true, hurt: false, inDanger: false }, false],
    [{ conscious: false }, true],
    [{ hurt: true }, true],
    [{ inDanger: true }, true],
  ])('asks for help first in %o: %s', (safety, expected) => {
    expect(needsHelpFirst(safety)).toBe(expected);
  });
});

describe('the facts that lack', () => {
  it('counts an absent and an unknown answer alike', () => {
    const facts = lackingFacts(CONTENT);
    expect(facts).toContain('bekent');
    expect(facts).toContain('verdenking verteld');
    expect(facts).not.toContain('cautie gegeven');
  });
});
