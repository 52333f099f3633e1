/** The shapes of the desk's part of the API, named as in the contract. Instants are ISO 8601 with Z. */

import type { BoardTransfer, Unreported } from './transfer/shapes.js';
import type { Decision } from '../lib/eligibility/law.js';
import type { IntakeProgress } from './consent-shapes.js';
import type { CallClaim, ContactHow, FollowUp, SentText } from './contact-shapes.js';
import type {
  Admission,
  Answer,
  Counsel,
  IdentityBasis,
  Manner,
  Offence,
  PriorCheck,
  Referrer,
  Relation,
  Responsive,
  Ticket,
} from '../lib/contract.js';

/** Where the contact with one guardian stands. */
export type ContactState =
  | 'NOT_TRIED'
  | 'SMS_ACCEPTED'
  | 'SMS_DELIVERED'
  | 'SMS_FAILED'
  | 'CALL_DUE'
  | 'REACHED'
  | 'NOT_REACHED'
  | 'DO_NOT_CONTACT';

/** Where a case stands. */
export type CaseStateName =
  | 'OPENED'
  | 'PENDING_APPROVAL'
  | 'INTAKE'
  | 'NOT_FIT_NOW'
  | 'OFFERED'
  | 'PENDING_GUARDIAN'
  | 'AGREED'
  | 'SCHEDULED'
  | 'RETURNED'
  | 'LEFT'
  | 'TRANSFERRED'
  | 'ERASED';

/** One guardian on a board row, with the times that a screen works out from what is late. */
export interface BoardGuardian {
  state: ContactState;
  relation: Relation;
  /** Since when it is in this state. */
  at: string;
  /** When the call is late. */
  callBefore?: string;
  /** When the guardian was handed a letter. */
  letterAt?: string;
  /** Of a guardian who must not be contacted: whether somebody comes instead. */
  substitute?: 'NAMED' | 'SPOKEN';
  claim?: CallClaim;
}

/** One row of the board: never a name, never an offence. */
export interface BoardRow {
  id: string;
  ticket: Ticket;
  state: CaseStateName | 'UNDERWAY' | 'AWAITING';
  since: string;
  /** Since when it is in its state. */
  stateSince?: string;
  offences: number;
  /** Handed over on the same card after receipt, and not received yet. */
  newOffences: number;
  /** How many juveniles the same phone handed over within a few minutes, this one included. */
  together: number;
  /** Texts of guardians that nobody read yet. */
  unread: number;
  /** Who received, as first name and initial. */
  receivedBy?: string;
  /** In the order in which they are called; none before receipt. */
  guardians: BoardGuardian[];
  /** When it is on its way to another system. */
  transfer?: BoardTransfer;
}

/** One gateway of the text messages, and whether the next text goes through it. */
export interface GatewayState {
  name: string;
  up: boolean;
  used: boolean;
  sentence: string;
  since: string;
}

/** Whether texts to parents go out now, with the reason when they do not, or the way when not the first. */
export interface TextsOut {
  up: boolean;
  sentence?: string;
  since?: string;
  gateways: GatewayState[];
  possibleDoubles: number;
  /** Delivery reports of the last hour with a code that no book knows. */
  unknownReports: number;
}

/** The whole board. */
export interface Board {
  eventName: string;
  now: string;
  here: number;
  underway: number;
  /** Texts of which somebody must say where they belong. */
  replies: number;
  texts: TextsOut;
  rows: BoardRow[];
  /** Cases that ended, of which the referrer has no report yet. */
  unreported: Unreported[];
}

/** What the referrer declared about the procedure. */
export interface Declarations {
  cautionGiven?: Answer;
  suspicionTold?: Answer;
  counselTold?: Answer;
  counsel?: Counsel;
  admission?: Admission;
  responsive?: Responsive;
  priorCheck?: PriorCheck;
  guardianTold?: Answer;
  guardianToldHow?: string;
  assistantProsecutor?: string;
}

/** A rule that applied, with where it was read. */
export interface FiredRule {
  id: string;
  version: number;
  effect: 'DECISION' | 'GATE' | 'WARNING' | 'ADVICE';
  value?: string;
  sentence: string;
  next?: string;
  article?: string;
  lawText?: string;
  sources: { title: string; url: string }[];
  certainty: string;
}

/** What the rules say, as the server judged. */
export interface DeskVerdict {
  decision: Decision;
  heading: string;
  because?: string;
  needs: 'NOTHING' | 'HELP' | 'ASSISTANT' | 'PROSECUTOR' | 'OVERRIDE';
  provisional: boolean;
  lawUnknown: boolean;
  rulesVersion: string;
  offencesVersion: string;
  routeHeading?: string;
  next: { text: string; who?: string; number?: string }[];
  fired: FiredRule[];
  gates: string[];
  warnings: string[];
  /** What is not known and can still change it. */
  open: { fact: string; label: string; question?: string }[];
  /** What the phone said, when that was something else. */
  phoneDecision?: { decision: Decision; because: string[] };
}

/** Who decides before the intake: hulpofficier or officier van justitie. */
export type Authority = 'ASSISTANT' | 'PROSECUTOR';

/** What one of them decided. */
export interface Approval {
  id: string;
  authority: Authority;
  approved: boolean;
  who: string;
  givenAt: string;
  reference: string;
  recordedAt: string;
  recordedBy: string;
}

/** That a worker decides otherwise than the rules. */
export interface Override {
  decision: Decision;
  reason: string;
  note: string;
}

/** An override that was given. */
export interface GivenOverride extends Override {
  at: string;
  by: string;
}

/** What still stands between a case and its intake. */
export type Block = 'NONE' | 'HELP' | 'ASSISTANT' | 'PROSECUTOR' | 'OVERRIDE' | 'REFUSED';

/** What the referrer handed over. */
export interface HandoverContent {
  offenceId: string;
  offenceAt: string;
  place: string;
  description?: string;
  manner: Manner;
  caughtInAct: Answer;
  damageCents?: number;
  valueCents?: number;
  recordNumber?: string;
  declarations: Declarations;
  juvenile: {
    familyName?: string;
    givenNames?: string;
    birthDate?: string;
    identity?: IdentityBasis;
  };
  guardian?: { name?: string; relation?: Relation; number?: string };
  referrer?: Referrer;
  offence?: Offence;
  capturedAt?: string;
  ticket?: Ticket;
  /** What is odd about it, for a person to weigh. */
  marks?: readonly string[];
  verdict?: DeskVerdict;
  otherOffences?: OtherOffence[];
}

/** One more offence of the same juvenile, handed over apart. */
export interface OtherOffence {
  handoverId: string;
  receiptNumber?: string;
  content: HandoverContent;
}

/** One try to reach a guardian. */
export interface ContactEntry {
  at: string;
  state: ContactState;
  by?: string;
  spokenWith?: string;
  words?: string;
  reason?: string;
  how?: ContactHow;
}

/** A guardian of a received juvenile. The number is E.164. */
export interface Guardian {
  id: string;
  name?: string;
  relation: Relation;
  custody: Answer;
  number?: string;
  language: string;
  state: ContactState;
  informed: boolean;
  callBefore?: string;
  doNotContactReason?: string;
  history: ContactEntry[];
  /** Numbers that turned out to be wrong, newest first. */
  former: FormerNumber[];
  followUp: FollowUp;
  /** Why no text went. */
  textRefused?: { code: string; sentence: string };
}

/** Why a number was wrong. */
export type WrongNumberReason = 'MISTYPED' | 'MISHEARD' | 'SOMEBODY_ELSE_ANSWERED' | 'OTHER';

/** A number that turned out to be wrong. */
export interface FormerNumber {
  number?: string;
  replacedAt: string;
  reason: WrongNumberReason;
  texts: SentText[];
  history: ContactEntry[];
}

/** A value of an intake field. */
export type FieldValue = string | boolean | number | null;

/** The values of one intake section, by field name. */
export type SectionData = Record<string, FieldValue>;

/** One saved section of the intake. */
export interface SavedSection {
  version: number;
  data: SectionData;
  savedAt?: string;
}

/** The state of a case right after a command. */
export interface CaseState {
  id: string;
  state: CaseStateName;
  receivedAt: string;
  receivedBy?: string;
  receiptNumber?: string;
}

/** The whole case. */
export interface CaseFile extends CaseState, IntakeProgress {
  ticket: Ticket;
  receivedBy: string;
  /** Absent while the case waits for the juvenile that is really meant. */
  identity?: {
    familyName: string;
    givenNames: string;
    birthDate: string;
    basis: IdentityBasis;
  };
  safety?: { conscious: boolean; hurt: boolean; inDanger: boolean };
  awaiting: boolean;
  /** Of the worst of all offences. */
  verdict: DeskVerdict;
  block: Block;
  approvals: Approval[];
  overrides: GivenOverride[];
  /** Handovers on the same card that nobody received yet. */
  newOffences: string[];
  handover: HandoverContent;
  guardians: Guardian[];
  intake: Partial<Record<string, SavedSection>>;
}
