/** Situations without any trouble, from which the cases depart. The evening is one of drizzle and kermis. */
import type { Situation } from '../../src/lib/eligibility/facts.js';
import { changed } from './case.js';

/** 21:10 in the Netherlands, on 21 November 2026. */
export const evening = '2026-11-21T20:10:00Z';

export const police = { kind: 'POLICE', listed: true } as const;
export const boa = { kind: 'BOA', domain: 'I', listed: true } as const;
export const prosecutor = { kind: 'PROSECUTOR', listed: true } as const;

/** Of no use to a real desk, which has one for a year at most: for cases that are not about it. */
export const mandate = {
  from: '2010-01-01',
  to: '2030-01-01',
  offences: ['alcohol-45', 'dronken-453', 'baldadigheid-424', 'hinder-apv', 'vuur-apv'],
  inArea: 'YES',
} as const;

/** The weekend of the evening. */
export const weekend = { ...mandate, from: '2026-11-21', to: '2026-11-23' } as const;

/** Birth dates by age on that evening, each long past its birthday. */
export function aged(years: number): string {
  return `${2026 - years}-05-04`;
}

/** Sixteen, with a beer, stopped by the police, admits it: nothing stands in the way. */
export const beer: Situation = {
  offenceId: 'alcohol-45',
  offenceAt: evening,
  judgedAt: '2026-11-21T20:40:00Z',
  feitcode: 'E211b',
  birthDate: aged(16),
  identity: 'DOCUMENT',
  referrer: police,
  mandate,
  manner: 'STOPPED',
  publicRoad: 'YES',
  referrerIsVictim: 'NO',
  cautionGiven: 'YES',
  admission: 'YES',
  responsive: 'YES',
  counsel: 'WAIVED',
  prior: { check: 'NONE', halt: 0, haltViolations: 0, crimeRecord: 'NO' },
  safety: 'SAFE',
  guardianTold: 'YES',
  contactUnsafe: 'NO',
  juvenileConsent: 'AGREES',
  custody: 'YES',
  offerHandedOver: 'YES',
  halt: 'ACCEPTS',
  firstHearingAt: '2026-11-21T20:15:00Z',
  receivedAt: '2026-11-21T20:35:00Z',
  appointmentAt: '2026-12-01T15:00:00Z',
  wantsHelp: 'NO',
};

/** Fourteen, and the guardian agrees. */
export const youngBeer: Situation = {
  ...beer,
  feitcode: 'E211a',
  birthDate: aged(14),
  guardianConsent: 'AGREES',
};

/** The same evening, a boa of domain I and an offence of the local project. */
export const nuisance: Situation = {
  ...beer,
  offenceId: 'hinder-apv',
  feitcode: 'F120b',
  referrer: boa,
  damageCents: 0,
  damageTotalCents: 0,
};

/** A crime, first of its kind, with all that the law asks for it. */
export const theft: Situation = {
  ...changed(beer, { feitcode: undefined }),
  offenceId: 'diefstal-310',
  valueCents: 2_000,
  counsel: 'CONSULTED',
  hovj: 'APPROVED',
};

/** A crime with damage. */
export const damage: Situation = {
  ...changed(beer, { feitcode: undefined }),
  offenceId: 'vernieling-350',
  damageCents: 10_000,
  damageTotalCents: 20_000,
  counsel: 'CONSULTED',
  hovj: 'APPROVED',
};
