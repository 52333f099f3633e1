/** The rules of the drill, a mandate and drafts, for the tests of the phone. */
import { readFileSync } from 'node:fs';
import type { Mandate, Offence, Referrer } from '../src/lib/contract.js';
import { instantAt } from '../src/lib/dates.js';
import type { Law, Offences, Rules } from '../src/lib/eligibility/law.js';
import { emptyDraft, type HandoverDraft } from '../src/verwijzer/draft.js';
import { judgementOf } from '../src/verwijzer/judgement.js';
import { bandOf } from '../src/verwijzer/verdict.js';

export const law: Law = {
  rules: file('rules.json') as Rules,
  offences: file('halt-feiten.json') as Offences,
};

function file(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../config/${name}`, import.meta.url), 'utf8'));
}

export const boa: Referrer = {
  id: 'boa',
  kind: 'BOA',
  domain: 'I',
  number: '1',
  organisation: 'Gemeente',
};
export const police: Referrer = {
  id: 'agent',
  kind: 'POLICE',
  number: '2',
  organisation: 'Politie',
};
export const offences: readonly Offence[] = [
  offence('alcohol-45', 'VIOLATION', []),
  offence('dronken-453', 'VIOLATION', ['publicRoad']),
  offence('hinder-apv', 'VIOLATION', ['damage']),
  offence('diefstal-310', 'CRIME', ['value']),
  offence('vuurwerk', 'UNKNOWN', ['fireworks']),
  offence('belediging-266', 'CRIME', ['referrerIsVictim']),
];

function offence(id: string, kind: Offence['kind'], asks: readonly string[]): Offence {
  const [asksDamage, asksValue] = [asks.includes('damage'), asks.includes('value')];
  return { id, label: id, icon: 'zoek', article: '', kind, asksDamage, asksValue, asks };
}

export function mandate(referrer: Referrer | undefined): Mandate {
  return {
    event: {
      ...{ id: 'e', name: 'Kermis', place: 'Oostdorp', host: 'loket.test', drill: true },
      ...{ startsAt: '2026-11-22T09:00:00Z', endsAt: '2026-11-23T09:00:00Z' },
      ...{ deskPhone: '088 000 00 00', serverTime: '2026-11-22T12:00:00Z' },
    },
    ...{ kioskId: 'e', mandateId: 'm', rulesVersion: 'r', sealKey: '', receiptKey: '' },
    ...(referrer ? { referrer } : {}),
    offences,
    from: '2026-11-21T09:00:00Z',
    to: '2027-11-21T09:00:00Z',
    area: { name: 'Centrum', places: ['Kermisplein'] },
    numbers: { police: '088 000 00 01', care: '088 000 00 05' },
  };
}

export const begunAt = instantAt('2026-11-22', '12:00');

export function draft(part: Partial<HandoverDraft>): HandoverDraft {
  const frame = { caseId: 'x', begunAt, place: 'Kermisplein', manner: 'STOPPED' };
  return { ...emptyDraft, ...frame, ...part };
}

/** Everything told that a common case is asked for. */
export const told: Partial<HandoverDraft> = {
  birthDate: '2009-03-14',
  identity: 'DOCUMENT',
  cautionGiven: 'YES',
  admission: 'YES',
  responsive: 'YES',
  priorCheck: 'NONE',
};

export function judged(part: Partial<HandoverDraft>, referrer: Referrer | undefined = boa) {
  const whole = draft(part);
  const judgement = judgementOf(whole, mandate(referrer), law);
  return { ...judgement, band: bandOf(whole, judgement) };
}

export function offenceOf(id: string): Offence {
  const [chosen] = offences.filter((each) => each.id === id);
  if (!chosen) throw new Error(id);
  return chosen;
}
