import type { ContactHow } from '../contact-shapes.js';
import {
  EMPTY_SUBSTITUTE,
  missingSubstitute,
  type NewSubstitute,
  type SubstituteDraft,
  toSubstitute,
} from './substitute-draft.js';

/** How a call ended. */
export type Outcome = 'REACHED' | 'NOT_REACHED' | 'VOICEMAIL' | 'WRONG_NUMBER' | 'DO_NOT_CONTACT';

/** How a call ended, as typed so far. */
export interface OutcomeDraft {
  outcome: Outcome | '';
  /** By what road they spoke. */
  how: ContactHow;
  spokenWith: string;
  /** Sentences ticked in the list. */
  said: string[];
  words: string;
  reason: string;
  /** Who comes instead of a guardian who must not be called any more. */
  substitute: SubstituteDraft;
}

/** The body of the command that records a call. */
export interface Contact {
  outcome: Outcome;
  how?: ContactHow;
  spokenWith?: string;
  words?: string;
  reason?: string;
  substitute?: NewSubstitute;
}

/** Sentences that are usually said. */
export const SAID: readonly string[] = [
  'Uw kind is bij ons op het Halt-loket en is veilig.',
  'Ik heb verteld wat wij nu doen.',
  'De ouder haalt het kind op.',
  'De ouder hoort van de verwijzer wat er is gebeurd.',
];

/** What may be left on a voicemail: nothing about a child, because anybody may hear it. */
export const VOICEMAIL = 'Goedendag, met Halt. Belt u ons terug? Het nummer staat ook op halt.nl.';

/** Nothing chosen yet. */
export const EMPTY_OUTCOME: OutcomeDraft = {
  outcome: '',
  how: 'CALLED',
  spokenWith: '',
  said: [],
  words: '',
  reason: '',
  substitute: EMPTY_SUBSTITUTE,
};

/** What still lacks before the outcome can be recorded, as a sentence; empty when nothing does. */
export function missingOutcome(draft: OutcomeDraft): string {
  if (draft.outcome === 'REACHED' && draft.spokenWith.trim() === '') {
    return 'Vul in met wie u sprak.';
  }
  if (draft.outcome === 'REACHED' && wordsOf(draft) === '') {
    return 'Kies of schrijf wat u heeft gezegd.';
  }
  if (draft.outcome === 'DO_NOT_CONTACT' && draft.reason.trim() === '') {
    return 'Vul in waarom deze ouder niet gebeld mag worden.';
  }
  return draft.outcome === 'DO_NOT_CONTACT' ? missingSubstitute(draft.substitute) : '';
}

/** The command's body; the outcome must be chosen. */
export function toContact(draft: OutcomeDraft): Contact {
  if (draft.outcome === '') {
    throw new Error('No outcome is chosen');
  }
  const words = wordsOf(draft);
  const reason = draft.reason.trim();
  return {
    outcome: draft.outcome,
    ...(draft.outcome === 'REACHED'
      ? { how: draft.how, spokenWith: draft.spokenWith.trim(), words }
      : {}),
    ...(draft.outcome === 'VOICEMAIL' && words !== '' ? { words } : {}),
    ...(draft.outcome === 'DO_NOT_CONTACT' ? { reason, ...withSubstitute(draft) } : {}),
  };
}

function withSubstitute(draft: OutcomeDraft): { substitute?: NewSubstitute } {
  const substitute = toSubstitute(draft.substitute);
  return substitute ? { substitute } : {};
}

function wordsOf({ said, words }: OutcomeDraft): string {
  return [...said, words.trim()].filter((part) => part !== '').join(' ');
}
