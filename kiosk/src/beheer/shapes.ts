import type { Profile, Qr, Referrer, Role } from '../lib/contract.js';

/** A one-time code with which a device joins. */
export interface Invitation {
  /** Ten characters, to type. */
  token: string;
  profile: Profile;
  expiresAt: string;
  /** The text in `qr`. */
  join: string;
  qr: Qr;
  /** The address of the app, without a code. */
  appUrl: string;
  appQr: Qr;
}

/** A device of this pop-up. */
export interface DeviceRow {
  id: string;
  profile: Profile;
  label: string;
  referrer?: Referrer;
  enrolledAt: string;
  revokedAt?: string;
}

/** A worker of this pop-up. */
export interface WorkerRow {
  id: string;
  login: string;
  name: string;
  roles: Role[];
  /** Got a password from somebody else, and did not choose one yet. */
  passwordOneTime: boolean;
  pinChosen: boolean;
  blockedAt?: string;
}

/** A password that is shown once. */
export interface OneTimePassword {
  login: string;
  password: string;
}

/** A text that the drill's simulator got; the number is masked. */
/** How a simulated gateway behaves. */
export type DrillFault = 'NONE' | 'NEVER_DELIVERS' | 'REFUSES' | 'SLOW' | 'GONE';

/** A simulated gateway and how it behaves now. */
export interface DrillGateway {
  name: string;
  fault: DrillFault;
}

/** What the drill shows of its texts. */
export interface DrillTexts {
  messages: DrillMessage[];
  gateways: DrillGateway[];
}

export interface DrillMessage {
  id: string;
  at: string;
  number: string;
  text: string;
  part: number;
  parts: number;
}
