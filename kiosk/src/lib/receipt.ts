import { fromBase64Url, toHex } from './bytes.js';
import { decode } from './cbor.js';
import { verify1, verifyingKey } from './cose.js';
import type { Handover } from './contract.js';
import { uuidBytes } from './ids.js';

const key = { version: 1, caseId: 2, receivedAt: 3, number: 4, by: 5, payloadHash: 7 } as const;

/**
 * Whether the loket signed that it received exactly this handover.
 *
 * @param receiptKey the loket's public key from the mandate, base64url
 * @param payloadHash hash of what this device sealed, lower-case hex
 */
export async function isReceiptGenuine(
  { id, receipt }: Handover,
  receiptKey: string,
  payloadHash: string,
): Promise<boolean> {
  if (!receipt) return false;
  try {
    const loket = await verifyingKey(fromBase64Url(receiptKey));
    const payload = await verify1(fromBase64Url(receipt.signed), loket);
    const said = payload && decode(payload);
    if (!(said instanceof Map)) return false;
    return (
      said.get(key.version) === 1 &&
      hex(said.get(key.caseId)) === toHex(uuidBytes(id)) &&
      said.get(key.receivedAt) === Date.parse(receipt.at) &&
      said.get(key.number) === receipt.number &&
      said.get(key.by) === receipt.by &&
      hex(said.get(key.payloadHash)) === payloadHash
    );
  } catch {
    return false;
  }
}

function hex(value: unknown): string {
  return value instanceof Uint8Array ? toHex(value) : '';
}
