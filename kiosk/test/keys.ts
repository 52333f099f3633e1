import { createECDH } from 'node:crypto';
import { fromHex, toBase64Url } from '../src/lib/bytes.js';
import type { Sign } from '../src/lib/cose.js';

/** A P-256 key pair for tests: a scalar and its uncompressed point, both hex. */
export interface TestKey {
  readonly privateKey: string;
  readonly publicKey: string;
}

/** @returns the key pair of a scalar, hex */
export function testKey(privateKey: string): TestKey {
  const curve = createECDH('prime256v1');
  curve.setPrivateKey(privateKey, 'hex');
  return { privateKey, publicKey: curve.getPublicKey('hex') };
}

/** @returns a function that signs with ES256 by that key */
export function signer({ privateKey, publicKey }: TestKey): Sign {
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    d: toBase64Url(fromHex(privateKey)),
    x: toBase64Url(fromHex(publicKey.slice(2, 66))),
    y: toBase64Url(fromHex(publicKey.slice(66))),
  };
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  return async (bytes) => {
    const key = await crypto.subtle.importKey('jwk', jwk, algorithm, false, ['sign']);
    return new Uint8Array(await crypto.subtle.sign(algorithm, key, bytes));
  };
}
