import type { Choice } from '../../elements/hl-choice.js';
import type { DocumentId, Person } from '../consent-shapes.js';

/** What is asked of whom, in words. */
export interface DecisionWords {
  document: DocumentId;
  person: Person;
  answers: readonly Choice[];
  channels: readonly Choice[];
  said: readonly string[];
}

/** Same size, same colour, in every place where somebody decides. */
export const JUVENILE_WORDS: DecisionWords = {
  document: 'CONSENT',
  person: 'JUVENILE',
  answers: [
    { value: 'YES', label: 'Ja, ik doe mee' },
    { value: 'NO', label: 'Nee, ik doe niet mee' },
    { value: 'LATER', label: 'Ik kies later' },
  ],
  channels: [
    { value: 'IN_PERSON', label: 'Zei het aan tafel' },
    { value: 'PAPER', label: 'Op papier' },
  ],
  said: [],
};

export const GUARDIAN_WORDS: DecisionWords = {
  document: 'GUARDIAN_CONSENT',
  person: 'GUARDIAN',
  answers: [
    { value: 'YES', label: 'Ja, mijn kind mag meedoen' },
    { value: 'NO', label: 'Nee, liever niet' },
    { value: 'LATER', label: 'Ik denk er over na' },
  ],
  channels: [
    { value: 'PHONE', label: 'Aan de telefoon' },
    { value: 'IN_PERSON', label: 'Hier aan tafel' },
    { value: 'PAPER', label: 'Op papier' },
  ],
  said: ['Ja, dat is goed.', 'Ik wil eerst met mijn kind praten.', 'Nee, dat wil ik niet.'],
};
