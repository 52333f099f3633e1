/** The shapes of rights, offer and decisions in the desk's part of the API, named as in the contract. */

/** A document that the desk shows, reads out or prints. */
export type DocumentId =
  | 'RIGHTS'
  | 'OFFER'
  | 'LEAFLET'
  | 'CONSENT'
  | 'GUARDIAN_CONSENT'
  | 'GUARDIAN_INFORMATION'
  | 'GUARDIAN_LETTER'
  | 'RECEIPT'
  | 'NEGATIVE_REPORT';

/** One piece of a document on the screen. */
export interface Block {
  kind: 'HEADING' | 'TEXT' | 'ITEM';
  text: string;
}

/** A document as it is shown: exactly this text is what is decided on. */
export interface Shown {
  document: DocumentId;
  version: number;
  language: string;
  signedOff: boolean;
  rightToLeft: boolean;
  title: string;
  /** The first one is the title. */
  blocks: Block[];
  text: string;
  sha256: string;
}

/** How something was explained, and by whom. */
interface Explained {
  at: string;
  by: string;
  language: string;
  version: number;
  readAloud: boolean;
  interpreter: boolean;
}

/** That the rights card was shown. */
export interface RightsShown extends Explained {
  medium: 'SCREEN' | 'PAPER' | 'SPOKEN';
}

/** A written offer that was given. */
export interface Offer extends Explained {
  id: string;
  medium: 'PRINTED' | 'PDF' | 'SCREEN';
}

export type Person = 'JUVENILE' | 'GUARDIAN';
export type Purpose = 'PROGRAMME' | 'REMINDER' | 'MENTOR' | 'WARM_HANDOVER';
export type DecisionAnswer = 'YES' | 'NO' | 'LATER';
export type Channel = 'SCREEN' | 'PHONE' | 'IN_PERSON' | 'PAPER';

/** A yes, no or later of one person on one purpose. */
export interface Decision extends Explained {
  id: string;
  person: Person;
  guardianId?: string;
  purpose: Purpose;
  answer: DecisionAnswer;
  document: DocumentId;
  channel: Channel;
  cannotSign: boolean;
  words?: string;
  number?: string;
  signature?: { at: string; state: 'VALID' | 'BROKEN'; problem?: string };
  withdrawnAt?: string;
  withdrawnBy?: string;
  withdrawalWords?: string;
}

/** Why a juvenile can not talk now. */
export interface Fitness {
  reason?: 'DRUNK' | 'ILL' | 'UPSET' | 'OTHER';
  note?: string;
  since: string;
}

/** What a case still needs, in the order of the evening. */
export type Ask =
  | 'RIGHTS'
  | 'LANGUAGE'
  | 'FITNESS'
  | 'OFFER'
  | 'JUVENILE_DECISION'
  | 'GUARDIAN_CONSENT'
  | 'GUARDIAN_CUSTODY'
  | 'GUARDIANS_DISAGREE'
  | 'GUARDIAN_INFORMATION'
  | 'APPOINTMENT'
  | 'PICKUP'
  | 'TRANSFER';

/** What the intake adds to a case. */
export interface IntakeProgress {
  rights?: RightsShown;
  offers: Offer[];
  decisions: Decision[];
  stateSince: string;
  freeToLeave: 'YES' | 'NO' | 'UNKNOWN';
  fitness?: Fitness;
  terms: { appointmentBy: string };
  asks: Ask[];
}
