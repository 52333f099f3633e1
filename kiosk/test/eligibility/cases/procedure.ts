/** Safety, admission, caution, counsel and whether one can talk with the juvenile now. */
import { aged, beer, damage, nuisance, theft, youngBeer } from '../bases.js';
import { type Case, pair, several } from '../case.js';

export const procedureCases: readonly Case[] = [
  ...pair('R-SAFE-1', beer, ['an emergency', { safety: 'EMERGENCY' }, 'STOP'], ['safe', {}, 'DIRECT', '!gate:SAFETY_FIRST']),
  ...several('safety', youngBeer, [
    ['not assessed yet: first that', { safety: 'NOT_ASSESSED' }, 'DIRECT', 'gate:SAFETY_FIRST'],
    ['nothing said: first that', { safety: undefined }, 'DIRECT', 'gate:SAFETY_FIRST'],
    ['an emergency of an adult stops as well', { safety: 'EMERGENCY', birthDate: aged(30) }, 'STOP', 'R-SAFE-1 R-AGE-3'],
    ['an emergency of a child of ten stops as well', { safety: 'EMERGENCY', birthDate: aged(10) }, 'STOP', 'R-SAFE-1 R-AGE-1'],
    ['an emergency of somebody nobody knows', { safety: 'EMERGENCY', birthDate: undefined, identity: 'NONE' }, 'STOP', 'R-SAFE-1 R-ID-2'],
  ]),

  ...pair('R-CONF-1', beer, ['admits it', {}, 'DIRECT'], ['does not admit it', { admission: 'NO' }, 'NEEDS_OVJ', 'R-CONF-2']),
  ...pair('R-CONF-2', beer, ['does not admit it', { admission: 'NO' }, 'NEEDS_OVJ', '!R-CONF-1'], ['admits it', {}, 'DIRECT', 'R-CONF-1']),
  ...pair('R-CONF-3', beer, ['admits part of it', { admission: 'PARTLY' }, 'UNKNOWN', '!R-CONF-1 !R-CONF-2'], ['admits it', {}, 'DIRECT']),
  ...pair('R-CONF-3/unknown', beer, ['nobody knows whether it was admitted', { admission: undefined }, 'UNKNOWN', 'ask:admission'], ['admits it', {}, 'DIRECT', '!ask:admission']),
  ...pair('R-CONF-4', beer, ['no caution before the statement', { cautionGiven: 'NO' }, 'UNKNOWN'], ['a caution', {}, 'DIRECT']),
  ...several('admission', theft, [
    ['a thief who does not admit it', { admission: 'NO' }, 'NEEDS_OVJ', 'R-CONF-2'],
    ['a thief who admits part', { admission: 'PARTLY' }, 'UNKNOWN', 'R-CONF-3'],
    ['a thief of whom nobody knows', { admission: undefined }, 'UNKNOWN', 'ask:admission'],
    ['the prosecutor allows it without an admission', { admission: 'NO', ovj: 'APPROVED' }, 'DIRECT'],
    ['the prosecutor does not allow it without an admission', { admission: 'NO', ovj: 'REFUSED' }, 'NOT_HALT', 'R-CONF-2'],
    ['UNKNOWN is the same as nothing', { admission: 'UNKNOWN' }, 'UNKNOWN', 'ask:admission'],
    ['a caution nobody knows of', { cautionGiven: undefined }, 'UNKNOWN', 'ask:cautionGiven'],
    ['no caution', { cautionGiven: 'NO' }, 'UNKNOWN', 'R-CONF-4'],
  ]),

  ...pair('R-LAW-1', beer, ['arrested, and the lawyer waived, which a minor cannot', { manner: 'ARRESTED' }, 'NEEDS_HOVJ', 'gate:COUNSEL'], ['stopped', {}, 'DIRECT']),
  ...pair('R-LAW-1/done', { ...beer, manner: 'ARRESTED' }, ['arrested, and no lawyer', { counselDone: 'NO' }, 'NEEDS_HOVJ'], ['arrested, and what the law asks about a lawyer was done', { counselDone: 'YES' }, 'DIRECT']),
  ...pair('R-LAW-2', theft, ['a crime, and no lawyer spoken with', { counsel: 'WAIVED' }, 'NEEDS_HOVJ'], ['a crime, a lawyer spoken with', {}, 'DIRECT']),
  ...pair('R-LAW-2/present', damage, ['a crime, counsel held not to apply', { counsel: 'NOT_APPLICABLE' }, 'NEEDS_HOVJ'], ['a crime, a lawyer present', { counsel: 'PRESENT' }, 'DIRECT']),
  ...pair('R-LAW-3', { ...beer, counselDone: 'NO' }, ['a violation, stopped: may do without a lawyer', {}, 'DIRECT', '!R-LAW-1 !R-LAW-2'], ['a violation, arrested: may not', { manner: 'ARRESTED' }, 'NEEDS_HOVJ', 'R-LAW-1']),
  ...several('counsel', theft, [
    ['a crime, nobody knows about a lawyer', { counsel: undefined }, 'UNKNOWN', 'ask:counsel'],
    ['a crime, summoned, lawyer present', { manner: 'SUMMONED', counsel: 'PRESENT' }, 'DIRECT', '!R-LAW-1 !R-LAW-3'],
    ['a crime, arrested, all done', { manner: 'ARRESTED', counselDone: 'YES' }, 'DIRECT', '!R-LAW-3'],
    ['a crime, arrested, not done', { manner: 'ARRESTED', counselDone: 'NO' }, 'NEEDS_HOVJ', 'R-LAW-1'],
    ['a crime, nobody knows how it came here', { manner: undefined }, 'UNKNOWN', 'ask:manner'],
  ]),
  ...several('counsel-violation', nuisance, [
    ['a violation, summoned, waived', { manner: 'SUMMONED' }, 'DIRECT', 'R-LAW-3'],
    ['a violation, lawyer present', { counsel: 'PRESENT' }, 'DIRECT', 'R-LAW-3'],
    ['a violation, nothing said of a lawyer', { counsel: undefined }, 'DIRECT', 'R-LAW-3 !ask:counsel'],
    ['a violation, arrested, nobody knows about a lawyer', { manner: 'ARRESTED', counsel: undefined }, 'UNKNOWN', 'ask:counsel'],
    ['a violation, arrested, lawyer present', { manner: 'ARRESTED', counsel: 'PRESENT' }, 'DIRECT', '!R-LAW-1'],
    ['a violation, arrested, only spoken with a lawyer', { manner: 'ARRESTED', counsel: 'CONSULTED' }, 'NEEDS_HOVJ', 'R-LAW-1'],
    ['a violation, arrested, all done', { manner: 'ARRESTED', counselDone: 'YES' }, 'DIRECT', '!R-LAW-3'],
  ]),

  ...pair('R-SOB-1', beer, ['drunk: one cannot talk now', { responsive: 'NO' }, 'PENDING_SOBER'], ['one can talk', {}, 'DIRECT']),
  ...pair('R-SOB-1/limited', beer, ['hardly: one cannot talk now', { responsive: 'LIMITED' }, 'PENDING_SOBER'], ['one can talk', {}, 'DIRECT']),
  ...several('sober', youngBeer, [
    ['drunk at 15', { responsive: 'NO', birthDate: aged(15) }, 'PENDING_SOBER', 'R-SOB-1'],
    ['drunk at 15, guardian not asked', { responsive: 'NO', birthDate: aged(15), guardianConsent: undefined }, 'PENDING_SOBER', 'R-SOB-1 R-CONS-3'],
    ['drunk at 11', { responsive: 'NO', birthDate: aged(11) }, 'NOT_HALT', 'R-AGE-1 R-SOB-1'],
    ['nobody knows whether one can talk', { responsive: undefined }, 'UNKNOWN', 'ask:responsive'],
  ]),
];
