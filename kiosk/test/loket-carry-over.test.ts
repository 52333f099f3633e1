import { describe, expect, it } from 'vitest';
import { carryOver } from '../src/loket/receive/carry-over.js';
import { emptyReceipt, fillFrom } from '../src/loket/receive/receipt-draft.js';
import type { HandoverContent } from '../src/loket/shapes.js';
import { correctionOf, emptyDraft, nextOfGroup, sameJuvenile } from '../src/verwijzer/draft.js';

const BEFORE: HandoverContent = {
  offenceId: 'alcohol-45',
  offenceAt: '2026-09-19T20:40:00Z',
  place: 'Plein',
  manner: 'STOPPED',
  caughtInAct: 'YES',
  declarations: {},
  juvenile: { familyName: 'Jansen', givenNames: 'Noor', birthDate: '2011-03-14' },
  guardian: { number: '0612345678' },
};

describe('a correction while the desk types', () => {
  it('keeps what the worker typed and follows what was only copied', () => {
    const typed = {
      ...fillFrom(emptyReceipt('g1'), BEFORE),
      familyName: 'Janssen',
      basis: 'DOCUMENT' as const,
    };
    const after = {
      ...BEFORE,
      juvenile: { ...BEFORE.juvenile, familyName: 'De Jong', givenNames: 'Nora' },
    };
    const carried = carryOver(typed, BEFORE, after);
    expect(carried).toMatchObject({
      familyName: 'Janssen',
      givenNames: 'Nora',
      basis: 'DOCUMENT',
      corrected: true,
    });
    expect(carried.guardians[0]).toMatchObject({ id: 'g1', number: '0612345678' });
  });

  it('asks to read a corrected number back again', () => {
    const draft = fillFrom(emptyReceipt('g1'), BEFORE);
    const read = {
      ...draft,
      guardians: draft.guardians.map((one) => ({ ...one, readBack: true })),
    };
    const same = carryOver(read, BEFORE, BEFORE);
    expect(same.guardians[0]?.readBack).toBe(true);
    const after = { ...BEFORE, guardian: { number: '0687654321' } };
    expect(carryOver(read, BEFORE, after).guardians[0]).toMatchObject({
      number: '0687654321',
      readBack: false,
    });
  });
});

describe('what follows from a handover', () => {
  const sent = {
    ...emptyDraft,
    ...{
      caseId: 'first',
      begunAt: 1,
      cardCode: '7K4M2T93',
      offenceId: 'alcohol-45',
      place: 'Plein',
    },
    ...{ familyName: 'Jansen', birthDate: '2011-03-14', guardianNumber: '0612345678' },
    ...{ admission: 'YES', cautionGiven: 'YES', caughtInAct: 'YES', manner: 'STOPPED' },
    offenceTime: '21:30',
  };

  it('is a correction with everything in it and the earlier id', () => {
    expect(correctionOf(sent)).toMatchObject({
      replaces: 'first',
      familyName: 'Jansen',
      admission: 'YES',
    });
    expect(correctionOf(sent).caseId).not.toBe('first');
  });

  it('is one more offence of the same juvenile, with the offence open', () => {
    expect(sameJuvenile(sent)).toMatchObject({
      ...{ cardCode: '7K4M2T93', familyName: 'Jansen', guardianNumber: '0612345678' },
      ...{ offenceId: '', admission: '', cautionGiven: '', replaces: '' },
    });
  });

  it('is the next of a group, with card, juvenile, guardian and admission open', () => {
    expect(nextOfGroup(sent)).toMatchObject({
      ...{ offenceId: 'alcohol-45', offenceTime: '21:30', caughtInAct: 'YES', manner: 'STOPPED' },
      ...{
        cardCode: '',
        familyName: '',
        birthDate: '',
        guardianNumber: '',
        admission: '',
        cautionGiven: '',
      },
    });
  });
});
