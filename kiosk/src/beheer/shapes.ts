import type { Profile, Qr, Referrer } from '../lib/contract.js';

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

/** A text that the drill's simulator got; the number is masked. */
export interface DrillMessage {
  id: string;
  at: string;
  number: string;
  text: string;
  part: number;
  parts: number;
}
