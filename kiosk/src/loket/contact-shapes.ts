/** What is done for guardians beside the contact itself, named as in the contract. Instants are ISO 8601 with Z. */

/** Who calls now, and until when that holds. */
export interface CallClaim {
  by: string;
  until: string;
}

/** By what road somebody spoke with a guardian. */
export type ContactHow = 'CALLED' | 'CALLED_BACK' | 'AT_DESK';

/** Who comes instead of a guardian who must not be contacted. */
export type SubstituteKind = 'ADULT' | 'SAFE_HOME' | 'POLICE';

/** That adult or service. */
export interface Substitute {
  who: SubstituteKind;
  name?: string;
  relation?: string;
  number?: string;
  namedAt: string;
  namedBy?: string;
  spokenAt?: string;
  spokenBy?: string;
  words?: string;
}

/** How a letter left the desk. */
export type LetterWay = 'HANDED_OVER' | 'GIVEN_ALONG';

/** A letter that left the desk. */
export interface Letter {
  at: string;
  by: string;
  way: LetterWay;
  to: string;
}

/** What was done for a guardian beside the steps of the contact itself. */
export interface FollowUp {
  claim?: CallClaim;
  substitute?: Substitute;
  letters: Letter[];
  texts: SentText[];
}

/** A text message and what became of it. */
export interface SentText {
  text: string;
  state:
    | 'QUEUED'
    | 'CLAIMED'
    | 'ACCEPTED'
    | 'DELIVERED'
    | 'FAILED'
    | 'EXPIRED'
    | 'CANCELLED'
    | 'IN_DOUBT';
  at: string;
  /** The text that it was made of; the language is the one it went in (BCP 47). */
  source?: { template: string; language: string; version: number };
  attempts: SendAttempt[];
}

/** One try to hand a text to a gateway. */
export interface SendAttempt {
  number: number;
  gateway: string;
  at: string;
  outcome: 'SENDING' | 'ACCEPTED' | 'FAILED' | 'REFUSED' | 'THROTTLED' | 'PERMANENT' | 'IN_DOUBT';
  /** What the gateway said, or why it did not go. */
  code?: string;
}
