/** Who must agree, who must be told, what must be handed over (Criminal Code art. 77e). */
import { aged, beer, theft, youngBeer } from '../bases.js';
import { type Case, pair, several } from '../case.js';

export const consentCases: readonly Case[] = [
  ...pair('R-CONS-1', beer, ['the juvenile agrees', {}, 'DIRECT'], ['the juvenile refuses', { juvenileConsent: 'REFUSES' }, 'NOT_HALT', 'R-CONS-2']),
  ...pair('R-CONS-2', beer, ['the juvenile refuses', { juvenileConsent: 'REFUSES' }, 'NOT_HALT', '!R-CONS-1'], ['the juvenile agrees', {}, 'DIRECT', 'R-CONS-1']),
  ...pair('R-CONS-3', youngBeer, ['no guardian asked', { guardianConsent: undefined }, 'PENDING_PARENT'], ['a guardian agrees', {}, 'DIRECT']),
  ...pair('R-CONS-3/age', { ...youngBeer, guardianConsent: 'NOT_ASKED' }, ['15 years and 364 days', { birthDate: '2010-11-22' }, 'PENDING_PARENT', '!R-CONS-5'], ['16 years and 0 days', { birthDate: '2010-11-21' }, 'DIRECT', 'R-CONS-5']),
  ...pair('R-CONS-4', youngBeer, ['a guardian refuses', { guardianConsent: 'REFUSES' }, 'NOT_HALT'], ['a guardian agrees', {}, 'DIRECT']),
  ...pair('R-CONS-4/age', { ...youngBeer, guardianConsent: 'REFUSES' }, ['15 years and 364 days', { birthDate: '2010-11-22' }, 'NOT_HALT'], ['16 years and 0 days: guardians have no veto', { birthDate: '2010-11-21' }, 'DIRECT', 'R-CONS-5']),
  ...pair('R-CONS-5', youngBeer, ['16 years and 0 days', { birthDate: '2010-11-21' }, 'DIRECT'], ['15 years and 364 days', { birthDate: '2010-11-22' }, 'DIRECT']),
  ...pair('R-CONS-6', youngBeer, ['the guardians disagree', { guardianConsent: 'DISAGREE' }, 'UNKNOWN'], ['a guardian agrees', {}, 'DIRECT']),
  ...pair('R-CONS-6/custody', youngBeer, ['nobody knows whether who agrees has custody', { custody: undefined }, 'UNKNOWN'], ['who agrees has custody', {}, 'DIRECT']),
  ...pair('R-CONS-7', beer, ['the offer was not handed over in writing', { offerHandedOver: 'NO' }, 'DIRECT', 'gate:WRITTEN_OFFER'], ['it was', {}, 'DIRECT', '!gate:WRITTEN_OFFER']),
  ...pair('R-PAR-1', beer, ['the referrer did not tell the guardian', { guardianTold: 'NO' }, 'DIRECT', 'gate:GUARDIAN_TOLD'], ['the guardian was told', {}, 'DIRECT', '!gate:GUARDIAN_TOLD']),
  ...pair('R-PAR-2', beer, ['it is not safe to call the guardian', { contactUnsafe: 'YES' }, 'DIRECT'], ['it is safe', {}, 'DIRECT']),
  ...pair('R-HALT-1', beer, ['Halt declines', { halt: 'DECLINES' }, 'NOT_HALT'], ['Halt accepts', {}, 'DIRECT']),

  ...pair('R-VOL-1', beer, ['10: a voluntary help can be offered', { birthDate: aged(10) }, 'NOT_HALT'], ['9: too young for that too', { birthDate: aged(9) }, 'NOT_HALT']),
  ...pair('R-VOL-1/adult', beer, ['22: a voluntary help can be offered', { birthDate: aged(22) }, 'NOT_HALT'], ['23', { birthDate: aged(23) }, 'NOT_HALT']),
  ...pair('R-VOL-1/refuses', { ...beer, juvenileConsent: 'REFUSES' }, ['refuses, but wants help', { wantsHelp: 'YES' }, 'NOT_HALT'], ['refuses, and wants no help', { wantsHelp: 'NO' }, 'NOT_HALT']),

  ...several('consent-12-15', youngBeer, [
    ['12, guardian agrees', { birthDate: aged(12) }, 'DIRECT', '!R-CONS-3 !R-CONS-4 !R-CONS-5'],
    ['12, guardian not asked', { birthDate: aged(12), guardianConsent: 'NOT_ASKED' }, 'PENDING_PARENT', 'R-CONS-3'],
    ['12, guardian refuses', { birthDate: aged(12), guardianConsent: 'REFUSES' }, 'NOT_HALT', 'R-CONS-4 !R-CONS-3'],
    ['15, guardian agrees', { birthDate: aged(15) }, 'DIRECT', '!R-CONS-3'],
    ['15, guardian refuses', { birthDate: aged(15), guardianConsent: 'REFUSES' }, 'NOT_HALT', 'R-CONS-4'],
    ['UNKNOWN consent is a consent not asked', { guardianConsent: 'UNKNOWN' }, 'PENDING_PARENT', 'R-CONS-3'],
    ['not asked, and nobody knows of custody: first ask', { guardianConsent: 'NOT_ASKED', custody: undefined }, 'PENDING_PARENT', 'R-CONS-3'],
    ['who agrees has no custody', { custody: 'NO' }, 'UNKNOWN', 'R-CONS-6'],
    ['the juvenile not asked, the guardian agrees', { juvenileConsent: undefined }, 'DIRECT', 'gate:JUVENILE_CONSENT !R-CONS-2'],
    ['both refuse', { juvenileConsent: 'REFUSES', guardianConsent: 'REFUSES' }, 'NOT_HALT', 'R-CONS-2 R-CONS-4'],
  ]),
  ...several('consent-16-17', beer, [
    ['17, nobody asked the guardian', { birthDate: aged(17) }, 'DIRECT', 'R-CONS-5 !R-CONS-3'],
    ['17, the guardian refuses', { birthDate: aged(17), guardianConsent: 'REFUSES' }, 'DIRECT', 'R-CONS-5 !R-CONS-4'],
    ['16, the guardians disagree: they are only told', { guardianConsent: 'DISAGREE' }, 'DIRECT', 'R-CONS-5 !R-CONS-6'],
    ['16, nobody knows of custody', { custody: undefined }, 'DIRECT', '!R-CONS-6'],
  ]),
  ...several('gates', theft, [
    ['nothing said of the offer: still to hand over', { offerHandedOver: undefined }, 'DIRECT', 'gate:WRITTEN_OFFER'],
    ['nothing said of the guardian: still to tell', { guardianTold: undefined }, 'DIRECT', 'gate:GUARDIAN_TOLD'],
    ['all still to do', { offerHandedOver: 'NO', guardianTold: 'NO', safety: undefined }, 'DIRECT', 'gate:WRITTEN_OFFER gate:GUARDIAN_TOLD gate:SAFETY_FIRST'],
    ['nothing said of safe contact', { contactUnsafe: undefined }, 'DIRECT', '!R-PAR-2'],
    ['nothing said by Halt', { halt: undefined }, 'DIRECT', '!R-HALT-1'],
  ]),
];
