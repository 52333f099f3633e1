import type { ReasonWords } from '../reason-form.js';
import type { Stop } from './side-bar.js';

/** Why a case stops, for each way to stop. */
export const STOPS: Record<Stop, ReasonWords> = {
  NOT_FIT_NOW: {
    name: 'stop',
    title: 'Waarom kan de jongere nu niet praten?',
    text: 'Er komt nu geen aanbod en geen handtekening. U kunt de intake later hervatten.',
    reasons: [
      { value: 'DRUNK', label: 'Dronken of onder invloed' },
      { value: 'ILL', label: 'Ziek of gewond' },
      { value: 'UPSET', label: 'Overstuur' },
      { value: 'OTHER', label: 'Iets anders' },
    ],
    noteHint: 'Hoeft niet',
    confirm: 'Ja, zet de intake stil',
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
