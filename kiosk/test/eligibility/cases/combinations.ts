/**
 * Two troubles at once: the worst wins, in the order STOP, NOT_HALT, UNKNOWN, NEEDS_OVJ, NEEDS_HOVJ,
 * PENDING_SOBER, PENDING_PARENT, DIRECT; and both are told.
 */
import { aged, theft } from '../bases.js';
import { type Case, type Change, changed } from '../case.js';
import type { Decision } from '../../../src/lib/eligibility/law.js';

/** What goes wrong, the fields it sits in, the decision it leads to, the rule that says so. */
type Trouble = readonly [name: string, change: Change, decision: Decision, rule: string];

const troubles: readonly Trouble[] = [
  ['emergency', { safety: 'EMERGENCY' }, 'STOP', 'R-SAFE-1'],
  ['refuses', { juvenileConsent: 'REFUSES' }, 'NOT_HALT', 'R-CONS-2'],
  ['guardian-refuses', { guardianConsent: 'REFUSES' }, 'NOT_HALT', 'R-CONS-4'],
  ['halt-declines', { halt: 'DECLINES' }, 'NOT_HALT', 'R-HALT-1'],
  ['fourth', { prior: { check: 'VIOLATION', halt: 3, haltViolations: 0, crimeRecord: 'NO' } }, 'NOT_HALT', 'R-REC-1'],
  ['nameless', { identity: 'NONE' }, 'UNKNOWN', 'R-ID-2'],
  ['no-caution', { cautionGiven: 'NO' }, 'UNKNOWN', 'R-CONF-4'],
  ['admits-part', { admission: 'PARTLY' }, 'UNKNOWN', 'R-CONF-3'],
  ['guardians-disagree', { guardianConsent: 'DISAGREE' }, 'UNKNOWN', 'R-CONS-6'],
  ['not-listed', { referrer: { kind: 'POLICE', listed: false } }, 'UNKNOWN', 'R-REF-1'],
  ['denies', { admission: 'NO' }, 'NEEDS_OVJ', 'R-CONF-2'],
  ['dear', { valueCents: 30_000 }, 'NEEDS_OVJ', 'R-VAL-2'],
  ['again', { prior: { check: 'CRIME', halt: 1, haltViolations: 0, crimeRecord: 'NO' } }, 'NEEDS_OVJ', 'R-REC-3'],
  ['old', { judgedAt: '2027-03-01T12:00:00Z' }, 'NEEDS_OVJ', 'R-TIME-3'],
  ['no-approval', { hovj: 'NOT_ASKED' }, 'NEEDS_HOVJ', 'R-REF-3'],
  ['no-counsel', { counsel: 'WAIVED' }, 'NEEDS_HOVJ', 'R-LAW-2'],
  ['drunk', { responsive: 'NO' }, 'PENDING_SOBER', 'R-SOB-1'],
  ['guardian-not-asked', { guardianConsent: 'NOT_ASKED' }, 'PENDING_PARENT', 'R-CONS-3'],
];

/** From worst to none, as the law page has it. */
const order = ['STOP', 'NOT_HALT', 'UNKNOWN', 'NEEDS_OVJ', 'NEEDS_HOVJ', 'PENDING_SOBER', 'PENDING_PARENT', 'DIRECT'];

const base = { ...theft, birthDate: aged(14), guardianConsent: 'AGREES' };

export const combinationCases: readonly Case[] = troubles.flatMap((first, index) => troubles.slice(index + 1).flatMap((second) => both(first, second)));

function both(first: Trouble, second: Trouble): Case[] {
  const [one, change, decision, rule] = first;
  const [other, otherChange, otherDecision, otherRule] = second;
  if (Object.keys(change).some((field) => field in otherChange)) return [];
  return [
    {
      id: `both-${one}-${other}`,
      about: `${one} and ${other}`,
      situation: changed(base, { ...change, ...otherChange }),
      decision: order.indexOf(decision) < order.indexOf(otherDecision) ? decision : otherDecision,
      marks: `${rule} ${otherRule}`,
    },
  ];
}
