import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { fromBase64Url, sha256Hex } from './bytes.js';
import { sign1, type Sign } from './cose.js';
import { toPayload, type HandoverContent } from './handover.js';
import { uuidBytes } from './ids.js';

const info = new TextEncoder().encode('halt-loket/handover/1');

/** A handover as it is sent. Made once per case; every attempt sends the same bytes. */
export interface SealedHandover {
  /** HPKE: the encapsulated key (65 bytes) with the ciphertext behind it. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Lower-case hex SHA-256 of the signed payload. */
  readonly payloadHash: string;
}

/** @returns the HPKE suite of the loket: DHKEM(P-256), HKDF-SHA256, AES-256-GCM */
export function hpkeSuite(): CipherSuite {
  return new CipherSuite({
    kem: new DhkemP256HkdfSha256(),
    kdf: new HkdfSha256(),
    aead: new Aes256Gcm(),
  });
}

/** Seals a signed message to the loket, so that only the loket can read it. */
export async function sealTo(
  sealKey: Uint8Array<ArrayBuffer>,
  message: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const suite = hpkeSuite();
  const recipientPublicKey = await suite.kem.deserializePublicKey(sealKey);
  const sender = await suite.createSenderContext({ recipientPublicKey, info });
  const ciphertext = await sender.seal(message);
  const bytes = new Uint8Array(sender.enc.byteLength + ciphertext.byteLength);
  bytes.set(new Uint8Array(sender.enc));
  bytes.set(new Uint8Array(ciphertext), sender.enc.byteLength);
  return bytes;
}

/**
 * Signs and seals a handover.
 *
 * @param sealKey the loket's public key from the mandate, base64url
 * @param sign signs with the key of this device
 */
export async function sealHandover(
  content: HandoverContent,
  sealKey: string,
  sign: Sign,
): Promise<SealedHandover> {
  const payload = toPayload(content);
  const message = await sign1(payload, uuidBytes(content.deviceId), sign);
  const bytes = await sealTo(fromBase64Url(sealKey), message);
  return { bytes, payloadHash: await sha256Hex(payload) };
}
