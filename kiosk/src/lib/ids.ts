import { fromHex, toHex } from './bytes.js';

/**
 * Makes a UUIDv7 (RFC 9562), which sorts by the millisecond it was made in.
 *
 * @param now epoch ms
 * @param random ten random bytes
 */
export function uuidv7(
  now: number = Date.now(),
  random: Uint8Array = crypto.getRandomValues(new Uint8Array(10)),
): string {
  const bytes = new Uint8Array(16);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(now) << 16n);
  bytes.set(random, 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  return toHex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** @returns the 16 bytes of a UUID */
export function uuidBytes(id: string): Uint8Array<ArrayBuffer> {
  return fromHex(id.replaceAll('-', ''));
}
