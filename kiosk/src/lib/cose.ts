import { decode, encode, Tagged } from './cbor.js';

const sign1Tag = 18;
const algorithmHeader = 1;
const keyIdHeader = 4;
const es256 = -7;
const verifying = { name: 'ECDSA', hash: 'SHA-256' };

/** Signs bytes with ES256. @returns r and s, 64 bytes */
export type Sign = (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>;

/** Makes a COSE_Sign1 (RFC 9052) over the payload, with the key's id in the protected header. */
export async function sign1(
  payload: Uint8Array<ArrayBuffer>,
  keyId: Uint8Array,
  sign: Sign,
): Promise<Uint8Array<ArrayBuffer>> {
  const header = new Map<number, unknown>([
    [algorithmHeader, es256],
    [keyIdHeader, keyId],
  ]);
  const guarded = encode(header);
  const signature = await sign(toBeSigned(guarded, payload));
  return encode(new Tagged(sign1Tag, [guarded, new Map(), payload, signature]));
}

/**
 * Checks a COSE_Sign1 against a public key.
 *
 * @returns the payload, or undefined when the signature is not by that key
 * @throws Error when the bytes are no COSE_Sign1 with ES256
 */
export async function verify1(
  message: Uint8Array,
  key: CryptoKey,
): Promise<Uint8Array | undefined> {
  const { guarded, payload, signature } = read(message);
  const good = await crypto.subtle.verify(verifying, key, signature, toBeSigned(guarded, payload));
  return good ? payload : undefined;
}

/** Reads a public P-256 key from its uncompressed point. */
export function verifyingKey(point: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  return crypto.subtle.importKey('raw', point, algorithm, true, ['verify']);
}

function toBeSigned(guarded: Uint8Array, payload: Uint8Array): Uint8Array<ArrayBuffer> {
  return encode(['Signature1', guarded, new Uint8Array(), payload]);
}

function read(message: Uint8Array) {
  const tagged = decode(message);
  const parts: unknown = tagged instanceof Tagged ? tagged.value : undefined;
  if (!Array.isArray(parts) || parts.length !== 4) throw new Error('not a COSE_Sign1');
  const [guarded, , payload, signature] = parts as unknown[];
  if (!isBytes(guarded) || !isBytes(payload) || !isBytes(signature)) {
    throw new Error('not a COSE_Sign1');
  }
  const header = decode(guarded);
  if (!(header instanceof Map) || header.get(algorithmHeader) !== es256) {
    throw new Error('not signed with ES256');
  }
  return { guarded, payload, signature };
}

function isBytes(value: unknown): value is Uint8Array<ArrayBuffer> {
  return value instanceof Uint8Array;
}
