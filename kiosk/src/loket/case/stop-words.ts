import type { ReasonWords } from '../reason-form.js';
import type { Stop } from './side-bar.js';

/** Why a case stops, for each way to stop. */
export const STOPS: Record<Stop, ReasonWords> = {
  RETURNED: {
    name: 'return',
    title: 'Waarom gaat de zaak terug?',
    text: 'De verwijzer krijgt bericht. Hier kan de intake daarna niet verder.',
    reasons: [
      { value: 'REFUSED_BY_JUVENILE', label: 'De jongere wil niet' },
      { value: 'REFUSED_BY_GUARDIAN', label: 'Een ouder wil niet' },
      { value: 'DECLINED_BY_HALT', label: 'Halt neemt de zaak niet aan' },
      { value: 'NOT_HALT', label: 'Dit hoort niet bij Halt' },
      { value: 'CONSENT_WITHDRAWN', label: 'Het akkoord is ingetrokken' },
    ],
    noteHint: 'Hoeft niet',
    confirm: 'Ja, terug naar de verwijzer',
    cancel: 'Niet doen',
  },
  LEFT: {
    name: 'stop',
    title: 'Is de jongere vertrokken?',
    text: 'De zaak stopt hier. U kunt de intake daarna niet meer hervatten.',
    reasons: [
      { value: 'PICKED_UP', label: 'Opgehaald' },
      { value: 'WALKED_AWAY', label: 'Zelf weggelopen' },
      { value: 'OTHER', label: 'Iets anders' },
    ],
    noteHint: 'Nodig als nog geen ouder is gesproken',
    confirm: 'Ja, de jongere is vertrokken',
    cancel: 'Niet doen',
  },
};
