/** What came before, and how long ago: repeat rule and terms (guideline of the prosecution service of 2015). */
import { aged, beer, damage, nuisance, police, prosecutor, theft } from '../bases.js';
import { type Case, changed, pair, several } from '../case.js';

const before = (halt: number, haltViolations: number, crimeRecord = 'NO') => ({
  prior: { check: haltViolations < halt || crimeRecord === 'YES' ? 'CRIME' : halt > 0 ? 'VIOLATION' : 'NONE', halt, haltViolations, crimeRecord },
});

export const historyCases: readonly Case[] = [
  ...pair('R-REC-1', theft, ['three times at Halt before: this would be the fourth', before(3, 0), 'NOT_HALT'], ['twice: this would be the third', before(2, 0), 'NEEDS_OVJ']),
  ...pair('R-REC-1/violation', beer, ['the fourth Halt', before(3, 1), 'NOT_HALT'], ['the third Halt', before(2, 1), 'DIRECT']),
  ...pair('R-REC-2', beer, ['twice for a violation before', before(2, 2), 'NEEDS_OVJ'], ['once for a violation before', before(1, 1), 'DIRECT']),
  ...pair('R-REC-3', theft, ['a crime, and a Halt before', before(1, 1), 'NEEDS_OVJ'], ['a crime, the first', {}, 'DIRECT']),
  ...pair('R-REC-3/record', damage, ['a crime, and an earlier report of a crime', before(0, 0, 'YES'), 'NEEDS_OVJ'], ['a crime, no earlier report', before(0, 0), 'DIRECT']),
  ...pair('R-REC-4', beer, ['nobody could look it up', { prior: undefined }, 'DIRECT', 'provisional'], ['looked up, nothing found', {}, 'DIRECT', '!provisional']),
  ...pair('R-REC-4/crime', theft, ['nobody could look it up', { prior: undefined }, 'DIRECT', 'provisional'], ['looked up, nothing found', {}, 'DIRECT', '!provisional']),
  ...several('repeat-violation', nuisance, [
    ['the first Halt', before(0, 0), 'DIRECT', '!R-REC-1 !R-REC-2 !R-REC-3 !R-REC-4'],
    ['the second Halt', before(1, 1), 'DIRECT', '!R-REC-1 !R-REC-2'],
    ['the third Halt for a violation', before(2, 2), 'NEEDS_OVJ', 'R-REC-2 !R-REC-1'],
    ['the fourth Halt', before(3, 3), 'NOT_HALT', 'R-REC-1 R-REC-2'],
    ['the fifth Halt', before(4, 4), 'NOT_HALT', 'R-REC-1 R-REC-2'],
    ['the third Halt, allowed by the prosecutor', { ...before(2, 2), ovj: 'APPROVED' }, 'DIRECT', '!R-REC-1'],
    ['the fourth Halt, whatever the prosecutor says', { ...before(3, 3), ovj: 'APPROVED' }, 'NOT_HALT', 'R-REC-1'],
  ]),
  ...several('repeat-crime', damage, [
    ['the first', before(0, 0), 'DIRECT', '!R-REC-3 !R-REC-4'],
    ['the second Halt', before(1, 0), 'NEEDS_OVJ', 'R-REC-3'],
    ['the third Halt', before(2, 0), 'NEEDS_OVJ', 'R-REC-3 !R-REC-1'],
    ['the fourth Halt', before(3, 0), 'NOT_HALT', 'R-REC-1 R-REC-3'],
    ['the second Halt, allowed by the prosecutor', { ...before(1, 0), ovj: 'APPROVED' }, 'DIRECT', '!R-REC-1'],
    ['a report of a crime, allowed by the prosecutor', { ...before(0, 0, 'YES'), ovj: 'APPROVED' }, 'DIRECT'],
    ['referred by the prosecutor, the first', { ...before(0, 0), referrer: prosecutor }, 'DIRECT', '!R-REC-3'],
  ]),

  ...pair('R-TIME-1', beer, ['received 8 days after the hearing', { receivedAt: '2026-11-29T10:00:00Z' }, 'DIRECT'], ['received 7 days after the hearing', { receivedAt: '2026-11-28T10:00:00Z' }, 'DIRECT']),
  ...pair('R-TIME-1/midnight', beer, ['the midnight that starts the eighth day', { receivedAt: '2026-11-28T23:00:00Z' }, 'DIRECT'], ['a second before', { receivedAt: '2026-11-28T22:59:59Z' }, 'DIRECT']),
  ...pair('R-TIME-2', beer, ['the first talk 31 days after receipt', { appointmentAt: '2026-12-22T10:00:00Z' }, 'DIRECT'], ['the first talk 30 days after receipt', { appointmentAt: '2026-12-21T10:00:00Z' }, 'DIRECT']),
  ...pair('R-TIME-2/midnight', beer, ['the midnight that starts day 31', { appointmentAt: '2026-12-21T23:00:00Z' }, 'DIRECT'], ['a second before', { appointmentAt: '2026-12-21T22:59:59Z' }, 'DIRECT']),
  ...pair('R-TIME-3', beer, ['three months and a day after the hearing', { judgedAt: '2027-02-22T10:00:00Z' }, 'NEEDS_OVJ'], ['three months after the hearing', { judgedAt: '2027-02-21T10:00:00Z' }, 'DIRECT']),
  ...pair(
    'R-TIME-3/month-end',
    { ...beer, offenceAt: '2026-11-30T12:00:00Z', firstHearingAt: '2026-11-30T12:10:00Z', receivedAt: '2026-11-30T13:00:00Z' },
    ['heard on 30 November, judged on 1 March', { judgedAt: '2027-03-01T10:00:00Z' }, 'NEEDS_OVJ'],
    ['heard on 30 November, judged on 28 February', { judgedAt: '2027-02-28T10:00:00Z' }, 'DIRECT'],
  ),
  ...pair(
    'R-TIME-3/no-hearing',
    changed(beer, { firstHearingAt: undefined }),
    ['no hearing known: from when it happened', { judgedAt: '2027-02-22T10:00:00Z' }, 'NEEDS_OVJ'],
    ['no hearing known: from when it happened', { judgedAt: '2027-02-21T10:00:00Z' }, 'DIRECT'],
  ),
  ...several('terms', theft, [
    ['over a year', { judgedAt: '2028-01-02T10:00:00Z' }, 'NEEDS_OVJ', 'R-TIME-3'],
    ['over three months, allowed by the prosecutor', { judgedAt: '2027-03-02T10:00:00Z', ovj: 'APPROVED' }, 'DIRECT'],
    ['over three months, not allowed by the prosecutor', { judgedAt: '2027-03-02T10:00:00Z', ovj: 'REFUSED' }, 'NOT_HALT'],
    ['the same minute', { judgedAt: '2026-11-21T20:10:00Z', firstHearingAt: '2026-11-21T20:10:00Z', receivedAt: '2026-11-21T20:10:00Z', appointmentAt: '2026-11-21T20:10:00Z' }, 'DIRECT', '!R-TIME-1 !R-TIME-2 !R-TIME-3'],
    ['both terms broken: warned twice', { receivedAt: '2026-12-05T10:00:00Z', appointmentAt: '2027-01-15T10:00:00Z' }, 'DIRECT', 'R-TIME-1 R-TIME-2'],
    ['not received yet: no term runs', { receivedAt: undefined }, 'DIRECT', '!R-TIME-1 !R-TIME-2'],
    ['no appointment yet', { appointmentAt: undefined }, 'DIRECT', '!R-TIME-2'],
    ['a term over the night that the clock goes back is no longer', { offenceAt: '2026-10-20T12:00:00Z', firstHearingAt: '2026-10-20T21:30:00Z', receivedAt: '2026-10-27T22:30:00Z' }, 'DIRECT', '!R-TIME-1'],
    ['a hearing after receipt is no negative term', { firstHearingAt: '2026-11-24T12:00:00Z' }, 'DIRECT', '!R-TIME-1 !R-TIME-3'],
    ['judged by default when it happened', { judgedAt: undefined }, 'DIRECT', '!R-TIME-3'],
  ]),
  ...several('terms-month-end', { ...beer, birthDate: aged(17), referrer: police, offenceAt: '2025-11-28T12:00:00Z', firstHearingAt: '2025-11-29T12:00:00Z', receivedAt: '2025-11-29T13:00:00Z', appointmentAt: '2025-12-10T13:00:00Z' }, [
    ['heard on 29 November 2025, judged on 28 February 2026', { judgedAt: '2026-02-28T12:00:00Z' }, 'DIRECT', '!R-TIME-3'],
    ['heard on 29 November 2025, judged on 1 March 2026', { judgedAt: '2026-03-01T12:00:00Z' }, 'NEEDS_OVJ', 'R-TIME-3'],
    ['heard on 29 November 2025, judged on 27 February 2026', { judgedAt: '2026-02-27T12:00:00Z' }, 'DIRECT', '!R-TIME-3'],
  ]),
];
