/** How a call ended. */
export type Outcome = 'REACHED' | 'NOT_REACHED' | 'WRONG_NUMBER' | 'DO_NOT_CONTACT';

/** How a call ended, as typed so far. */
export interface OutcomeDraft {
  outcome: Outcome | '';
  spokenWith: string;
  /** Sentences ticked in the list. */
  said: string[];
  words: string;
  reason: string;
}

/** The body of the command that records a call. */
export interface Contact {
  outcome: Outcome;
  spokenWith?: string;
  words?: string;
  reason?: string;
}

/** Sentences that are usually said. */
export const SAID: readonly string[] = [
  'Uw kind is bij ons op het Halt-loket en is veilig.',
  'Ik heb verteld wat wij nu doen.',
  'De ouder haalt het kind op.',
];

/** Nothing chosen yet. */
export const EMPTY_OUTCOME: OutcomeDraft = {
  outcome: '',
  spokenWith: '',
  said: [],
  words: '',
  reason: '',
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
  return '';
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
    ...(draft.outcome === 'REACHED' ? { spokenWith: draft.spokenWith.trim(), words } : {}),
    ...(draft.outcome === 'DO_NOT_CONTACT' ? { reason } : {}),
  };
}

function wordsOf({ said, words }: OutcomeDraft): string {
  return [...said, words.trim()].filter((part) => part !== '').join(' ');
}
