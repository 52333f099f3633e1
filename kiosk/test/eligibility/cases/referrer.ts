/** Who may refer: mandate, domain, and who must approve a crime (guideline of 2015; Criminal Code art. 77e). */
import { beer, boa, damage, evening, nuisance, police, prosecutor, theft, weekend } from '../bases.js';
import { type Case, pair, several } from '../case.js';

const drunk = { ...beer, offenceId: 'dronken-453', feitcode: 'D530' };

export const referrerCases: readonly Case[] = [
  ...pair('R-REF-1', beer, ['an officer who is not on the mandate', { referrer: { kind: 'POLICE', listed: false } }, 'UNKNOWN'], ['an officer who is', {}, 'DIRECT']),
  ...pair('R-REF-1/boa', nuisance, ['a boa who is not on the mandate', { referrer: { ...boa, listed: false } }, 'UNKNOWN'], ['a boa who is', {}, 'DIRECT']),
  ...pair('R-REF-2', nuisance, ['police and a violation', { referrer: police }, 'DIRECT', '!R-REF-6'], ['a boa and a violation', {}, 'DIRECT', 'R-REF-6']),
  ...pair('R-REF-3', theft, ['a crime, not approved yet', { hovj: 'NOT_ASKED' }, 'NEEDS_HOVJ'], ['a crime, approved by the senior officer', {}, 'DIRECT']),
  ...pair('R-REF-4', { ...damage, hovj: 'NOT_ASKED' }, ['a boa and a crime', { referrer: boa }, 'NEEDS_HOVJ'], ['police and a crime', {}, 'NEEDS_HOVJ', 'R-REF-3']),
  ...pair('R-REF-5', beer, ['a boa, and alcohol under 18', { referrer: boa }, 'DIRECT', '!R-REF-2 !R-REF-6'], ['police, and alcohol under 18', {}, 'DIRECT', 'R-REF-2']),
  ...pair('R-REF-5/drunk', drunk, ['a boa, and drunk in the street', { referrer: boa }, 'DIRECT', '!R-REF-6'], ['police, and drunk in the street', {}, 'DIRECT', 'R-REF-2']),
  ...pair('R-REF-6', nuisance, ['a boa, and an offence of the project', {}, 'DIRECT', '!R-REF-5'], ['police', { referrer: police }, 'DIRECT', 'R-REF-2']),
  ...pair('R-REF-7', nuisance, ['a boa of domain V', { referrer: { ...boa, domain: 'V' } }, 'UNKNOWN'], ['a boa of domain I', {}, 'DIRECT']),
  ...pair('R-REF-4/theft', { ...theft, hovj: 'NOT_ASKED' }, ['a boa has no say over theft: the police take over', { referrer: boa }, 'NEEDS_HOVJ', '!R-REF-3'], ['police', {}, 'NEEDS_HOVJ', 'R-REF-3']),

  ...several('project', { ...nuisance, mandate: weekend }, [
    ['the first second of the mandate', { offenceAt: '2026-11-20T23:00:00Z' }, 'DIRECT'],
    ['the second before', { offenceAt: '2026-11-20T22:59:59Z' }, 'UNKNOWN'],
    ['the last second of the mandate', { offenceAt: '2026-11-22T22:59:59Z', judgedAt: '2026-11-22T23:10:00Z' }, 'DIRECT'],
    ['the second after', { offenceAt: '2026-11-22T23:00:00Z', judgedAt: '2026-11-22T23:10:00Z' }, 'UNKNOWN'],
    ['by the minute: the first', { mandate: { ...weekend, from: evening } }, 'DIRECT'],
    ['by the minute: just before', { mandate: { ...weekend, from: '2026-11-21T20:10:01Z' } }, 'UNKNOWN'],
    ['by the minute: the last', { mandate: { ...weekend, to: '2026-11-21T20:10:01Z' } }, 'DIRECT'],
    ['by the minute: the end is not in it', { mandate: { ...weekend, to: evening } }, 'UNKNOWN'],
    ['an offence that the project does not name', { mandate: { ...weekend, offences: ['vuur-apv'] } }, 'UNKNOWN'],
    ['outside the area', { mandate: { ...weekend, inArea: 'NO' } }, 'UNKNOWN'],
    ['nobody knows whether in the area', { mandate: { ...weekend, inArea: 'UNKNOWN' } }, 'UNKNOWN', 'ask:inArea'],
    ['no mandate', { mandate: undefined }, 'UNKNOWN', '!R-REF-5'],
    ['outside the project, but allowed by the prosecutor: still no power of the boa', { mandate: { ...weekend, offences: [] } }, 'UNKNOWN'],
    ['a project of a year', { mandate: { ...weekend, from: '2026-01-01', to: '2027-01-01' } }, 'DIRECT'],
  ]),
  ...several('structural', { ...beer, referrer: boa, mandate: weekend }, [
    ['alcohol, outside the days of the mandate: the desk has none', { offenceAt: '2026-11-28T20:10:00Z', judgedAt: '2026-11-28T20:40:00Z', firstHearingAt: undefined, receivedAt: undefined }, 'UNKNOWN', 'R-REF-1 R-REF-5'],
    ['alcohol, not named by the project', { mandate: { ...weekend, offences: [] } }, 'DIRECT', 'R-REF-5'],
    ['alcohol, no mandate: the desk has none', { mandate: undefined }, 'UNKNOWN', 'R-REF-5'],
    ['alcohol, a boa of domain IV', { referrer: { ...boa, domain: 'IV' } }, 'UNKNOWN', '!R-REF-5'],
    ['alcohol, a boa of a domain nobody noted', { referrer: { kind: 'BOA', listed: true } }, 'UNKNOWN'],
  ]),
  ...several('police', beer, [
    ['police need no project', { mandate: { ...weekend, offences: [], inArea: 'NO' } }, 'DIRECT', 'R-REF-2 !R-REF-6'],
    ['police, no mandate: the desk has none', { mandate: undefined }, 'UNKNOWN', 'R-REF-2'],
    ['police outside the days of the mandate', { mandate: { ...weekend, from: '2026-12-01', to: '2026-12-02' } }, 'UNKNOWN', 'R-REF-1 R-REF-2'],
    ['marechaussee are as police', { referrer: { kind: 'KMAR', listed: true } }, 'DIRECT'],
    ['nobody knows whether listed', { referrer: { kind: 'POLICE' } }, 'UNKNOWN', '!R-REF-1'],
    ['nobody knows who', { referrer: undefined }, 'UNKNOWN', '!R-REF-2'],
    ['security staff refer nobody', { referrer: { kind: 'OTHER', listed: false } }, 'UNKNOWN', 'R-REF-1 !R-REF-2'],
    ['an officer of justice', { referrer: prosecutor }, 'DIRECT', '!R-REF-2 !R-REF-6'],
  ]),
  ...several('crime', theft, [
    ['marechaussee, approved', { referrer: { kind: 'KMAR', listed: true } }, 'DIRECT'],
    ['marechaussee, not approved', { referrer: { kind: 'KMAR', listed: true }, hovj: 'NOT_ASKED' }, 'NEEDS_HOVJ', 'R-REF-3'],
    ['nobody asked: as not approved', { hovj: undefined }, 'NEEDS_HOVJ', 'R-REF-3'],
    ['UNKNOWN: as not approved', { hovj: 'UNKNOWN' }, 'NEEDS_HOVJ', 'R-REF-3'],
    ['the prosecutor refers himself: nobody else has to', { referrer: prosecutor, hovj: 'NOT_ASKED' }, 'DIRECT', '!R-REF-3'],
  ]),
];
