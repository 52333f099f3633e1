import { sha256Hex, fromHex, toBase64Url } from '../../lib/bytes.js';
import { encode, fields } from '../../lib/cbor.js';
import { clock } from '../../lib/clock.js';
import { sign1 } from '../../lib/cose.js';
import { device } from '../../lib/device.js';
import { uuidBytes } from '../../lib/ids.js';
import { imageOf } from './signature.js';
import type { Signer } from './visit.js';

/** Binds what was drawn or typed to exactly what was shown, with the key of this tablet. */
export const signWith: Signer = async (caseId, shown, { strokes, name, choice }) => {
  const image = await imageOf(strokes, name);
  const deviceId = uuidBytes(device.current?.deviceId ?? '');
  const hash = async (bytes: Uint8Array<ArrayBuffer>) => fromHex(await sha256Hex(bytes));
  const payload = encode(
    fields([
      [1, 'halt-loket/signed/1'],
      [2, uuidBytes(caseId)],
      [3, shown.document],
      [4, shown.version],
      [5, shown.language],
      [6, await hash(new TextEncoder().encode(shown.text))],
      [7, await hash(image)],
      [8, 'JUVENILE'],
      [9, choice],
      [10, Math.floor(clock.now() / 1000)],
      [11, deviceId],
    ]),
  );
  const statement = await sign1(payload, deviceId, (bytes) => device.sign(bytes));
  return { statement: toBase64Url(statement), image: toBase64Url(image) };
};
