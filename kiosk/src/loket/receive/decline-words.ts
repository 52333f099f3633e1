import type { ReasonWords } from '../reason-form.js';

/** Why a handover is declined. */
export const DECLINE: ReasonWords = {
  name: 'decline',
  title: 'Waarom weigert u?',
  text: 'De verwijzer krijgt uw reden meteen te zien.',
  reasons: [
    { value: 'TOO_YOUNG', label: 'Jonger dan 12' },
    { value: 'ADULT', label: '18 jaar of ouder' },
    { value: 'NOT_HALT_OFFENCE', label: 'Geen feit voor Halt' },
    { value: 'NO_ADMISSION', label: 'De jongere bekent niet' },
    { value: 'NEEDS_POLICE', label: 'Politie moet het doen' },
    { value: 'MEDICAL', label: 'Heeft medische hulp nodig' },
    { value: 'NOT_ARRIVED', label: 'Niet aangekomen' },
    { value: 'OTHER', label: 'Iets anders' },
  ],
  noteHint: 'Geen namen',
  confirm: 'Ja, weiger deze overdracht',
  cancel: 'Niet weigeren',
};
