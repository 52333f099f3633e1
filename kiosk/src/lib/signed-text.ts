import { toBase64Url } from './bytes.js';
import { encode } from './cbor.js';
import { sign1, type Sign } from './cose.js';
import { uuidBytes } from './ids.js';

const type = 'halt-loket/signed/1';

/** What somebody saw and answered, and the image of the signature under it. */
export interface SignedText {
  readonly caseId: string;
  readonly document: string;
  readonly version: number;
  /** BCP 47. */
  readonly language: string;
  /** The plain text exactly as the server gave it with the page. */
  readonly text: string;
  /** PNG. No timing of the strokes is kept anywhere. */
  readonly image: Uint8Array<ArrayBuffer>;
  readonly person: 'JUVENILE' | 'GUARDIAN';
  readonly answer: 'YES';
  /** Epoch ms. */
  readonly at: number;
  readonly deviceId: string;
}

/** As the server takes it with a decision; both in base64url. */
export interface Signature {
  readonly statement: string;
  readonly image: string;
}

/** Binds a signature to exactly what was shown, by the key of this tablet. */
export async function signShown(shown: SignedText, sign: Sign): Promise<Signature> {
  const statement = await sign1(await toStatement(shown), uuidBytes(shown.deviceId), sign);
  return { statement: toBase64Url(statement), image: toBase64Url(shown.image) };
}

/** @returns the deterministic CBOR that is signed */
export async function toStatement(shown: SignedText): Promise<Uint8Array<ArrayBuffer>> {
  return encode(
    new Map<number, unknown>([
      [1, type],
      [2, uuidBytes(shown.caseId)],
      [3, shown.document],
      [4, shown.version],
      [5, shown.language],
      [6, await sha256(new TextEncoder().encode(shown.text))],
      [7, await sha256(shown.image)],
      [8, shown.person],
      [9, shown.answer],
      [10, Math.floor(shown.at / 1000)],
      [11, uuidBytes(shown.deviceId)],
    ]),
  );
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}
