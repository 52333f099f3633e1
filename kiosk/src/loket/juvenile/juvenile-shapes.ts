import type { Ticket } from '../../lib/contract.js';

/** What the juvenile decided on. */
export type Choice = 'YES' | 'NO' | 'LATER';

/** What the juvenile's screens know of the case: no name, no offence, no guardian. */
export interface JuvenileCase {
  readonly ticket: Ticket;
  /** BCP 47, as a worker noted it. */
  readonly language?: string;
  readonly interpreter?: boolean;
  /** Under 16 a guardian decides too. */
  readonly ageGroup: 'UNDER_16' | 'FROM_16' | 'UNKNOWN';
  readonly arrivedAt: string;
  readonly freeToLeave: 'YES' | 'NO' | 'UNKNOWN';
  readonly deskPhone: string;
  readonly state: string;
  readonly rightsShown: boolean;
}

/** A piece of a document. */
export interface ShownBlock {
  readonly kind: 'HEADING' | 'TEXT' | 'ITEM';
  readonly text: string;
}

/** A document as it is shown, with the exact text that a signature binds. */
export interface ShownDocument {
  readonly document: string;
  readonly version: number;
  readonly language: string;
  /** False: nobody checked it, and it is help beside the Dutch only. */
  readonly signedOff: boolean;
  readonly title: string;
  readonly blocks: readonly ShownBlock[];
  readonly text: string;
  /** Hexadecimal, of the text in UTF-8. */
  readonly sha256: string;
}

/** The four questions about how it was; each may be skipped. */
export const FELT = ['information', 'room', 'talk', 'voluntary'] as const;
export type Felt = (typeof FELT)[number];

/** Three faces. */
export type Face = 'GOOD' | 'MIDDLE' | 'BAD';

/** A line drawn in the box of 600 by 200, x and y in turn. When it was drawn is not kept. */
export type Stroke = readonly number[];

/** What the juvenile did so far; kept on the tablet, encrypted, until it is at the server. */
export interface JuvenileDraft {
  /** Id of the screen; empty for the first. */
  at: string;
  language: string;
  /** Whether something was read aloud by the tablet. */
  readAloud: boolean;
  choice: Choice | '';
  /** What the server was told; from then on there is no way back to choosing. */
  told: Choice | '';
  strokes: readonly Stroke[];
  name: string;
  ownWords: string;
  /** What the server has of the own words, and its version. */
  ownVersion: number;
  felt: Partial<Record<Felt, Face>>;
}

/** Nothing done yet. */
export const EMPTY_DRAFT: JuvenileDraft = {
  at: '',
  language: '',
  readAloud: false,
  choice: '',
  told: '',
  strokes: [],
  name: '',
  ownWords: '',
  ownVersion: 0,
  felt: {},
};
