/** Which offences are on the list, on which day, and by whom they can be referred (decrees of 1995 and 2024). */
import { beer, boa, damage, mandate, theft } from '../bases.js';
import { type Case, type Change, changed, pair, several } from '../case.js';
import type { Situation } from '../../../src/lib/eligibility/facts.js';
import type { Decision } from '../../../src/lib/eligibility/law.js';

const timeless: Change = { judgedAt: undefined, firstHearingAt: undefined, receivedAt: undefined, appointmentAt: undefined, feitcode: undefined };

/** All that any offence asks for, so that only the offence itself decides. */
const whatever: Situation = changed(theft, { ...timeless, damageCents: 0, damageTotalCents: 0, fireworks: 'F2' });

const in2024: Situation = changed(beer, { ...timeless, birthDate: '2007-09-01' });
const forbidden: Situation = { ...in2024, offenceId: 'verboden-461' };
const fireworks: Situation = changed(whatever, { offenceId: 'vuurwerk' });
const insult: Situation = changed(theft, { offenceId: 'belediging-266', valueCents: undefined, ovj: 'APPROVED' });

type OffenceRow = readonly [offenceId: string, decision: Decision, marks?: string];

function matrix(theme: string, base: Situation, rows: readonly OffenceRow[]): Case[] {
  return rows.map(([offenceId, decision, marks = '']) => ({
    id: `${theme}-${offenceId}`,
    about: `${theme}: ${offenceId}`,
    situation: changed(base, { offenceId }),
    decision,
    marks,
  }));
}

const every = [
  ...['dronken-453', 'alcohol-45', 'baldadigheid-424', 'hinder-apv', 'portiek-apv', 'vuur-apv', 'blowen-apv', 'ov-orde-72'],
  ...['verboden-461', 'wildplassen-apv', 'vernieling-350', 'diefstal-310', 'vredebreuk-138', 'heling-416', 'dealen-opiumwet'],
  ...['rijbewijs-107', 'mishandeling-300', 'belediging-266', 'geweld-141-pers', 'geweld-141-goed', 'vuurwerk'],
];

export const offenceCases: readonly Case[] = [
  ...pair('R-OFF-1', changed(beer, { feitcode: undefined }), ['alcohol under 18', { offenceId: 'alcohol-45' }, 'DIRECT'], ['not showing an identity document', { offenceId: 'id-447e' }, 'NEEDS_OVJ', 'R-OFF-3']),
  ...pair(
    'R-OFF-2',
    forbidden,
    ['forbidden ground on 1 July 2024', { offenceAt: '2024-07-01T10:00:00Z' }, 'NEEDS_OVJ', 'lawUnknown !R-OFF-1'],
    ['forbidden ground on 30 June 2024', { offenceAt: '2024-06-30T10:00:00Z' }, 'DIRECT', 'R-OFF-1 !lawUnknown'],
  ),
  ...pair('R-OFF-2/midnight', forbidden, ['midnight in the Netherlands', { offenceAt: '2024-06-30T22:00:00Z' }, 'NEEDS_OVJ'], ['a second before', { offenceAt: '2024-06-30T21:59:59Z' }, 'DIRECT']),
  ...pair('R-OFF-3', changed(beer, { feitcode: undefined }), ['not showing an identity document', { offenceId: 'id-447e' }, 'NEEDS_OVJ', '!R-OFF-1'], ['alcohol under 18', { offenceId: 'alcohol-45' }, 'DIRECT', 'R-OFF-1']),
  ...pair('R-OFF-4', damage, ['public violence against persons', { offenceId: 'geweld-141-pers' }, 'NOT_HALT'], ['public violence against goods', { offenceId: 'geweld-141-goed' }, 'DIRECT', 'R-OFF-1']),
  ...pair('R-OFF-5', beer, ['F121a, which is for adults', { feitcode: 'F121a' }, 'UNKNOWN'], ['E211b', {}, 'DIRECT']),
  ...pair('R-OFF-5/age', { ...beer, feitcode: 'F121b' }, ['17 years and 364 days', { birthDate: '2008-11-22' }, 'UNKNOWN'], ['18 years and 0 days', { birthDate: '2008-11-21' }, 'NOT_HALT']),
  ...pair('R-OFF-6', theft, ['G100a, which is for adults', { feitcode: 'G100a' }, 'UNKNOWN'], ['no feitcode', {}, 'DIRECT']),
  ...pair('R-OFF-6/age', { ...theft, feitcode: 'G100b' }, ['17 years and 364 days', { birthDate: '2008-11-22' }, 'UNKNOWN'], ['18 years and 0 days', { birthDate: '2008-11-21' }, 'NOT_HALT']),
  ...pair('R-OFF-7', { ...beer, offenceId: 'dronken-453', feitcode: 'D530' }, ['drunk, not on a public road', { publicRoad: 'NO' }, 'UNKNOWN'], ['drunk on a public road', {}, 'DIRECT']),
  ...pair('R-OFF-8', fireworks, ['1 August 2026', { offenceAt: '2026-08-01T10:00:00Z' }, 'NEEDS_OVJ', 'lawUnknown'], ['31 July 2026', { offenceAt: '2026-07-31T10:00:00Z' }, 'NEEDS_OVJ', 'R-OFF-2 lawUnknown']),
  ...pair('R-OFF-8/midnight', fireworks, ['midnight in the Netherlands', { offenceAt: '2026-07-31T22:00:00Z' }, 'NEEDS_OVJ'], ['a second before', { offenceAt: '2026-07-31T21:59:59Z' }, 'NEEDS_OVJ']),
  ...pair('R-DRUG-1', whatever, ['dealing', { offenceId: 'dealen-opiumwet' }, 'NOT_HALT'], ['having soft drugs', { offenceId: 'softdrugs-3c' }, 'UNKNOWN', 'lawUnknown']),
  ...pair('R-REF-8', insult, ['the insulted officer refers', { referrerIsVictim: 'YES' }, 'UNKNOWN'], ['another officer refers', {}, 'DIRECT']),

  ...several('fireworks', fireworks, [
    ['F1 is for sale all year, from 12', { fireworks: 'F1' }, 'NOT_HALT', 'R-OFF-8'],
    ['F2', { fireworks: 'F2' }, 'NEEDS_OVJ', 'R-OFF-8 lawUnknown'],
    ['F3', { fireworks: 'F3' }, 'NEEDS_OVJ', 'R-OFF-8 lawUnknown'],
    ['F4 is for professionals only', { fireworks: 'F4' }, 'NOT_HALT', 'R-OFF-8'],
    ['nobody knows which', { fireworks: undefined }, 'UNKNOWN', 'ask:fireworks'],
    ['F2, allowed by the prosecutor', { fireworks: 'F2', ovj: 'APPROVED' }, 'DIRECT'],
    ['F2 on 30 June 2024: on the list', { offenceAt: '2024-06-30T10:00:00Z', birthDate: '2007-09-01' }, 'DIRECT', 'R-OFF-1 !R-OFF-2 !R-OFF-8'],
    ['F2 on 1 July 2024: nobody knows', { offenceAt: '2024-07-01T10:00:00Z', birthDate: '2007-09-01' }, 'NEEDS_OVJ', 'R-OFF-2 !R-OFF-1 !R-OFF-8'],
  ]),
  ...several('road', { ...beer, offenceId: 'dronken-453', feitcode: 'D530' }, [
    ['nobody knows whether it was a public road', { publicRoad: undefined }, 'UNKNOWN', 'ask:publicRoad'],
    ['drunk at 17 on a public road', {}, 'DIRECT', 'R-OFF-1'],
  ]),
  ...several('not-on-the-list', changed(beer, { offenceId: 'id-447e', feitcode: undefined }), [
    ['allowed by the prosecutor', { ovj: 'APPROVED' }, 'DIRECT'],
    ['not allowed by the prosecutor', { ovj: 'REFUSED' }, 'NOT_HALT'],
    ['forbidden ground, allowed by the prosecutor', { offenceId: 'verboden-461', ovj: 'APPROVED' }, 'DIRECT'],
    ['violence against persons, whatever is said of permission', { offenceId: 'geweld-141-pers', ovj: 'APPROVED' }, 'NOT_HALT', 'R-OFF-4'],
  ]),

  ...matrix('police', whatever, [
    ['dronken-453', 'DIRECT', 'R-OFF-1 R-REF-2'],
    ['alcohol-45', 'DIRECT', 'R-OFF-1 R-REF-2'],
    ['alcohol-apv', 'UNKNOWN', '!R-OFF-1'],
    ['baldadigheid-424', 'DIRECT', 'R-OFF-1 R-REF-2 R-VAL-3'],
    ['hinder-apv', 'DIRECT', 'R-OFF-1 R-REF-2 R-VAL-3'],
    ['portiek-apv', 'DIRECT', 'R-OFF-1 R-REF-2 R-VAL-3'],
    ['wildplassen-apv', 'UNKNOWN', 'lawUnknown'],
    ['verboden-461', 'NEEDS_OVJ', 'R-OFF-2 lawUnknown'],
    ['vredebreuk-138', 'NEEDS_OVJ', 'R-OFF-3'],
    ['vernieling-350', 'DIRECT', 'R-OFF-1 R-VAL-3 !R-REF-2 !R-REF-3'],
    ['graffiti-apv', 'DIRECT', 'R-OFF-1 R-VAL-3 R-REF-2'],
    ['diefstal-310', 'DIRECT', 'R-OFF-1 R-VAL-1'],
    ['diefstal-311', 'DIRECT', 'R-OFF-1 R-VAL-1'],
    ['verduister-321', 'DIRECT', 'R-OFF-1 R-VAL-1'],
    ['heling-416', 'DIRECT', 'R-OFF-1 R-VAL-1'],
    ['oplichting-326', 'DIRECT', 'R-OFF-1 R-VAL-1'],
    ['nepticket-326', 'UNKNOWN', 'lawUnknown'],
    ['vuurwerk', 'NEEDS_OVJ', 'R-OFF-8'],
    ['blowen-apv', 'DIRECT', 'R-OFF-1 R-REF-2'],
    ['softdrugs-3c', 'UNKNOWN', 'lawUnknown'],
    ['harddrugs-2c', 'NEEDS_OVJ', 'R-OFF-3'],
    ['dealen-opiumwet', 'NOT_HALT', 'R-DRUG-1'],
    ['id-447e', 'NEEDS_OVJ', 'R-OFF-3'],
    ['valsenaam-435', 'NEEDS_OVJ', 'R-OFF-3'],
    ['valsid-231', 'NEEDS_OVJ', 'R-OFF-3'],
    ['geweld-141-goed', 'DIRECT', 'R-OFF-1 R-VAL-3'],
    ['geweld-141-pers', 'NOT_HALT', 'R-OFF-4'],
    ['mishandeling-300', 'NEEDS_OVJ', 'R-OFF-3'],
    ['bedreiging-285', 'NEEDS_OVJ', 'R-OFF-3'],
    ['belediging-266', 'NEEDS_OVJ', 'R-OFF-3'],
    ['verzet-184', 'NEEDS_OVJ', 'R-OFF-3'],
    ['zwartrijden-70', 'NEEDS_OVJ', 'R-OFF-3'],
    ['ov-orde-72', 'DIRECT', 'R-OFF-1 R-VAL-3'],
    ['vuur-apv', 'DIRECT', 'R-OFF-1 R-VAL-3'],
    ['misbruik-112', 'DIRECT', 'R-OFF-1'],
    ['rijbewijs-107', 'DIRECT', 'R-OFF-1 R-REF-2'],
    ['opgevoerd-brom', 'UNKNOWN', 'lawUnknown'],
    ['nachtrust-431', 'UNKNOWN', 'lawUnknown'],
    ['cyber-138ab', 'NEEDS_OVJ', 'R-OFF-3'],
    ['wapen-wwm', 'NOT_HALT', 'R-OFF-4'],
    ['ernstig-feit', 'NOT_HALT', 'R-OFF-4'],
    ['overig-feit', 'NEEDS_OVJ', 'R-OFF-3'],
  ]),
  ...matrix('boa', { ...whatever, referrer: boa, hovj: 'NOT_ASKED', mandate: { ...mandate, offences: every } }, [
    ['dronken-453', 'DIRECT', 'R-REF-5 !R-REF-6 !R-REF-7'],
    ['alcohol-45', 'DIRECT', 'R-REF-5 !R-REF-6 !R-REF-7'],
    ['baldadigheid-424', 'DIRECT', 'R-REF-6 !R-REF-5'],
    ['hinder-apv', 'DIRECT', 'R-REF-6 !R-REF-5'],
    ['portiek-apv', 'DIRECT', 'R-REF-6'],
    ['vuur-apv', 'DIRECT', 'R-REF-6'],
    ['blowen-apv', 'DIRECT', 'R-REF-6'],
    ['ov-orde-72', 'DIRECT', 'R-REF-6'],
    ['verboden-461', 'NEEDS_OVJ', 'R-OFF-2'],
    ['wildplassen-apv', 'UNKNOWN', 'lawUnknown'],
    ['vernieling-350', 'NEEDS_HOVJ', 'R-REF-4 !R-REF-7'],
    ['heling-416', 'NEEDS_HOVJ', 'R-REF-4 !R-REF-7'],
    ['diefstal-310', 'NEEDS_HOVJ', 'R-REF-4 !R-REF-3'],
    ['vredebreuk-138', 'NEEDS_OVJ', 'R-REF-4 R-OFF-3'],
    ['geweld-141-goed', 'NEEDS_HOVJ', 'R-REF-4'],
    ['geweld-141-pers', 'NOT_HALT', 'R-OFF-4'],
    ['dealen-opiumwet', 'NOT_HALT', 'R-DRUG-1'],
    ['rijbewijs-107', 'UNKNOWN', 'R-REF-6'],
    ['mishandeling-300', 'NEEDS_OVJ', 'R-REF-4'],
    ['belediging-266', 'NEEDS_OVJ', 'R-REF-4'],
  ]),
  ...matrix('half-way', { ...whatever, hovj: 'NOT_ASKED', counsel: 'WAIVED' }, [
    ['alcohol-45', 'DIRECT', '!R-REF-3'],
    ['vernieling-350', 'NEEDS_HOVJ', 'R-REF-3 R-LAW-2'],
    ['diefstal-311', 'NEEDS_HOVJ', 'R-REF-3 R-LAW-2'],
    ['verduister-321', 'NEEDS_HOVJ', 'R-REF-3 R-LAW-2'],
    ['misbruik-112', 'NEEDS_HOVJ', 'R-REF-3 R-LAW-2'],
    ['harddrugs-2c', 'NEEDS_OVJ', 'R-LAW-2'],
    ['ernstig-feit', 'NOT_HALT', 'R-OFF-4'],
  ]),
  ...matrix('before-the-rules', { ...whatever, offenceAt: '1999-06-30T10:00:00Z', birthDate: '1985-01-01' }, [
    ['alcohol-45', 'UNKNOWN', 'R-OFF-1'],
    ['dealen-opiumwet', 'UNKNOWN', 'R-OFF-1'],
  ]),
  ...matrix('since-2024', { ...whatever, offenceAt: '2024-07-01T10:00:00Z', birthDate: '2007-09-01' }, [
    ['fiets-8', 'UNKNOWN', 'R-OFF-1'],
    ['rijbewijs-107', 'DIRECT', 'R-OFF-1'],
  ]),
  ...matrix('before-2024', { ...whatever, offenceAt: '2024-06-30T10:00:00Z', birthDate: '2007-09-01' }, [
    ['alcohol-45', 'DIRECT', 'R-OFF-1'],
    ['verboden-461', 'DIRECT', 'R-OFF-1'],
    ['rijbewijs-107', 'NEEDS_OVJ', 'R-OFF-3'],
    ['fiets-8', 'NEEDS_OVJ', 'R-OFF-3'],
    ['diefstal-310', 'DIRECT', 'R-OFF-1'],
    ['dealen-opiumwet', 'NOT_HALT', 'R-DRUG-1'],
  ]),
];
