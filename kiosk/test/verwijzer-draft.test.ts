import { describe, expect, it } from 'vitest';
import type { Offence } from '../src/lib/contract.js';
import { instantAt } from '../src/lib/dates.js';
import { begin, cents, emptyDraft, type HandoverDraft } from '../src/verwijzer/draft.js';
import { outcomeOf } from '../src/verwijzer/outcome.js';
import { toData } from '../src/verwijzer/to-data.js';
import { blocking, leftOpen } from '../src/verwijzer/verdict.js';

const offence: Offence = {
  id: 'winkel-310',
  label: 'Winkeldiefstal',
  icon: 'tas',
  article: 'art. 310 Sr',
  kind: 'CRIME',
  asksValue: true,
};
const begunAt = instantAt('2026-11-22', '12:00');

function draft(part: Partial<HandoverDraft>): HandoverDraft {
  return { ...emptyDraft, caseId: 'x', begunAt, offenceId: offence.id, ...part };
}

describe('an amount in euros', () => {
  it.each([
    ['12', 1200],
    ['12,5', 1250],
    ['12.50', 1250],
    ['€ 0,05', 5],
  ])('"%s" is %i cents', (typed, amount) => expect(cents(typed)).toBe(amount));

  it.each(['', 'twaalf', '12,505', '-3', '1.200,00'])('"%s" is none', (typed) => {
    expect(cents(typed)).toBeUndefined();
  });
});

describe('a new handover', () => {
  it('has nothing answered but the place of the previous one and the time', () => {
    const { caseId, begunAt: now, place, offenceTime, ...rest } = begin('Marktplein');
    expect(place).toBe('Marktplein');
    expect(offenceTime).toMatch(/^\d\d:\d\d$/);
    expect(caseId).toHaveLength(36);
    expect(now).toBeGreaterThan(0);
    expect(Object.values(rest).filter(Boolean)).toEqual([]);
  });
});

describe('what is sent', () => {
  it('holds only what was answered and what the offence asks', () => {
    const data = toData(draft({ damage: '10', value: '20', familyName: '  ' }), offence);
    expect(data.damageCents).toBeUndefined();
    expect(data.valueCents).toBe(2000);
    expect(data.juvenile.familyName).toBeUndefined();
    expect(data.guardian).toBeUndefined();
  });

  it('leaves out how the guardian was told when that did not happen', () => {
    const told = { guardianToldHow: 'moeder gebeld', guardianTold: 'NO' };
    expect(toData(draft(told), offence).declarations.guardianToldHow).toBeUndefined();
    const yes = toData(draft({ ...told, guardianTold: 'YES' }), offence);
    expect(yes.declarations.guardianToldHow).toBe('moeder gebeld');
  });
});

describe('a handover', () => {
  const enough = { caughtInAct: 'YES', manner: 'STOPPED', place: 'Plein' };

  it('can be sent once the required facts are there, whatever else is open', () => {
    expect(blocking(draft({}))).toHaveLength(3);
    expect(blocking(draft(enough))).toEqual([]);
    expect(leftOpen(draft(enough), { left: ['cautionGiven'] })).toContain('cautie');
  });
});

describe('what is sent', () => {
  it('has names as people write them, on one line, without what cannot be read', () => {
    const typed = draft({
      place: ' Plein\u202E 1 ',
      familyName: "van 't Hof\u0000",
      givenNames: 'محمد 👩\u200d👧',
      description: 'liep weg\nen kwam terug',
    });
    const data = toData(typed, offence);
    expect(data.place).toBe('Plein 1');
    expect(data.juvenile).toMatchObject({
      familyName: "van 't Hof",
      givenNames: 'محمد 👩\u200d👧',
    });
    expect(data.description).toBe('liep weg en kwam terug');
  });
});

describe('a handover that did not leave', () => {
  it('goes by itself, unless the device was sent away', () => {
    expect(outcomeOf(undefined, '030').reason).toContain('gaat vanzelf weg');
    const kept = outcomeOf(undefined, '030', { sentAway: true });
    expect(kept.reason).toBe(
      'Dit toestel is ingetrokken. De overdracht is bewaard, maar gaat zo niet weg.',
    );
    expect(kept.next).toContain('opnieuw aan');
  });
});
