/** The shapes of the API that the surfaces share; the contract itself is openapi.yaml. */

export type Profile = 'verwijzer' | 'loket' | 'beheer';
export type Role = 'WORKER' | 'COORDINATOR';
export type Answer = 'YES' | 'NO' | 'UNKNOWN';
export type Manner = 'STOPPED' | 'ARRESTED' | 'SUMMONED';
export type Counsel = 'PRESENT' | 'CONSULTED' | 'WAIVED' | 'NOT_APPLICABLE' | 'UNKNOWN';
export type Admission = 'NO' | 'YES' | 'UNKNOWN' | 'PARTLY';
export type Responsive = 'NO' | 'YES' | 'UNKNOWN' | 'LIMITED';
export type PriorCheck = 'NONE' | 'VIOLATION' | 'CRIME' | 'UNKNOWN';
export type Fireworks = 'F1' | 'F2' | 'F3' | 'F4';
export type IdentityBasis = 'DOCUMENT' | 'POLICE_CHECK' | 'GUARDIAN_CONFIRMS' | 'STATED';
export type Relation = 'MOTHER' | 'FATHER' | 'GUARDIAN' | 'OTHER';

/** The pop-up day, not a software event. Instants are ISO 8601 with Z. */
export interface PopUp {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  readonly host: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly deskPhone: string;
  readonly drill: boolean;
  readonly serverTime: string;
}

export interface Offence {
  readonly id: string;
  readonly label: string;
  readonly icon: string;
  readonly article: string;
  readonly feitcode?: string;
  readonly kind: 'VIOLATION' | 'CRIME' | 'UNKNOWN';
  readonly asksDamage?: boolean;
  readonly asksValue?: boolean;
  readonly usual?: boolean;
  /** Which further facts can matter: damage, value, publicRoad, fireworks, referrerIsVictim. */
  readonly asks?: readonly string[];
}

/** Whom to call; each as people dial it. */
export type NumberName =
  'desk' | 'police' | 'firstAid' | 'emergency' | 'zsm' | 'neighbourhood' | 'care' | 'interpreter';

export interface Referrer {
  readonly id: string;
  readonly kind: 'POLICE' | 'BOA';
  readonly domain?: string;
  readonly number: string;
  readonly organisation: string;
}

export interface Mandate {
  readonly event: PopUp;
  readonly kioskId: string;
  readonly mandateId: string;
  readonly rulesVersion: string;
  /** Uncompressed P-256 point, base64url. */
  readonly sealKey: string;
  /** Uncompressed P-256 point, base64url. */
  readonly receiptKey: string;
  readonly referrer?: Referrer;
  readonly referrers?: readonly Referrer[];
  readonly offences: readonly Offence[];
  /** First moment that the mandate holds. */
  readonly from?: string;
  /** First moment that it no longer holds. */
  readonly to?: string;
  readonly area?: { readonly name: string; readonly places: readonly string[] };
  readonly numbers?: Readonly<Partial<Record<NumberName, string>>>;
}

export interface WorkerName {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** What the worker must choose first. */
  readonly choose: readonly ('PASSWORD' | 'PIN')[];
}

/** A worker who is signed in on this device; at most one of them has the screen. */
export interface SignedIn {
  readonly id: string;
  readonly workerId: string;
  readonly name: string;
  readonly since: string;
  readonly open: boolean;
  /** False when the password is needed. */
  readonly opensByPin: boolean;
}

export interface Token {
  readonly accessToken: string;
  readonly expiresAt: string;
  readonly deviceId: string;
  readonly profile: Profile;
  readonly worker?: WorkerName;
  /** The case whose juvenile holds this tablet. */
  readonly juvenileCase?: string;
}

export interface Enrolled {
  readonly token: Token;
  readonly mandate: Mandate;
}

export interface Ticket {
  readonly colour: 'blauw' | 'paars' | 'roze' | 'wit' | 'grijs' | 'bruin';
  readonly animal: 'vos' | 'uil' | 'haas' | 'egel' | 'slak' | 'beer';
  readonly number: number;
  /** For instance "blauwe vos 12". */
  readonly words: string;
}

export interface Card {
  readonly code: string;
  readonly ticket: Ticket;
  readonly used: boolean;
  readonly handoverId?: string;
}

export type HandoverState = 'SUBMITTED' | 'RECEIVED' | 'DECLINED' | 'WITHDRAWN' | 'EXPIRED';

export interface HandoverReceipt {
  readonly number: string;
  readonly at: string;
  readonly by: string;
  readonly auditHead?: string;
  /** COSE_Sign1 by the loket, base64url. */
  readonly signed: string;
}

export interface Handover {
  readonly id: string;
  readonly state: HandoverState;
  readonly ticket: Ticket;
  readonly payloadHash: string;
  readonly submittedAt: string;
  readonly declineReason?: string;
  /** Id of the correction that took its place. */
  readonly replacedBy?: string;
  readonly receipt?: HandoverReceipt;
}

/** A path QR: `path` draws the modules in a square of `size`, margin included. */
export interface Qr {
  readonly size: number;
  readonly path: string;
}
