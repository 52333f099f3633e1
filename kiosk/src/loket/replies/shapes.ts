import type { Relation, Ticket } from '../../lib/contract.js';
import type { SentText } from '../contact-shapes.js';

/** Why a text that came in is where it is. */
export type ReplyCause =
  | 'NUMBER'
  | 'CODE'
  | 'ANSWERED'
  | 'HAND'
  | 'WHICH_CASE'
  | 'OTHER_CODE'
  | 'UNKNOWN_NUMBER'
  | 'TAKEN_BACK';

/** Why a text belongs to no case. */
export type DismissalReason =
  'ADVERTISING' | 'WRONG_NUMBER' | 'NOT_READABLE' | 'CALLED_BACK' | 'OTHER';

/** A text of which somebody must say where it belongs; without its sender. */
export interface TriageReply {
  id: string;
  at: string;
  cause: ReplyCause;
  text: string;
  asked: boolean;
  /** How many others of the same number wait. */
  alike: number;
  suggested: { caseId: string; ticket: Ticket }[];
  reason?: DismissalReason;
  by?: string;
}

/** What waits, and what was put aside in this shift. */
export interface ReplyList {
  /** How many wait, also when there are more than stand here. */
  waiting: number;
  replies: TriageReply[];
  dismissed: TriageReply[];
}

/** Who sent a text. */
export interface ReplySender {
  /** E.164, or what the network says. */
  number: string;
  callable: boolean;
}

/** A text of a case, either way. */
export interface ThreadEntry {
  id: string;
  way: 'SENT' | 'RECEIVED';
  at: string;
  text: string;
  who: { relation?: Relation; name?: string; former: boolean };
  state?: SentText['state'];
  automatic: boolean;
  cause?: ReplyCause;
  linkedBy?: string;
  unread: boolean;
}
