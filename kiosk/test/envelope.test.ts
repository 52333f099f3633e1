import { describe, expect, it } from 'vitest';
import { fromHex, sha256Hex, toBase64Url, toHex } from '../src/lib/bytes.js';
import { decode, encode } from '../src/lib/cbor.js';
import { verify1, verifyingKey } from '../src/lib/cose.js';
import { toPayload, type HandoverContent } from '../src/lib/handover.js';
import { isReceiptGenuine } from '../src/lib/receipt.js';
import { hpkeSuite, sealHandover } from '../src/lib/seal.js';
import type { Handover } from '../src/lib/contract.js';
import { largest, ordinary } from './contents.js';
import vectors from './envelope-vectors.json';
import { signer } from './keys.js';

const { keys, envelopes, bad, receipt, sizes } = vectors;
const info = new TextEncoder().encode('halt-loket/handover/1');
const largestSealed = 750;

async function open(sealed: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const suite = hpkeSuite();
  const recipientKey = await suite.kem.deserializePrivateKey(fromHex(keys.seal.privateKey));
  const context = { recipientKey, enc: sealed.slice(0, 65), info };
  const recipient = await suite.createRecipientContext(context);
  return new Uint8Array(await recipient.open(sealed.slice(65)));
}

function deviceKey(): Promise<CryptoKey> {
  return verifyingKey(fromHex(keys.device.publicKey));
}

function seal(content: HandoverContent) {
  return sealHandover(content, toBase64Url(fromHex(keys.seal.publicKey)), signer(keys.device));
}

function contentOf(vector: (typeof envelopes)[number]): HandoverContent {
  return { ...vector.content, salt: fromHex(vector.content.salt) } as HandoverContent;
}

describe('a sealed handover', () => {
  it('opens for the loket, with the signature of the phone and the payload as it was', async () => {
    const { bytes, payloadHash } = await seal(ordinary);
    const payload = await verify1(await open(bytes), await deviceKey());
    expect(payload).toEqual(toPayload(ordinary));
    expect(await sha256Hex(toPayload(ordinary))).toBe(payloadHash);
  });

  it('fits in one QR code with every field at its longest', async () => {
    expect((await seal(largest)).bytes.length).toBeLessThanOrEqual(largestSealed);
  });

  it('leaves out what was not answered', () => {
    const data = { ...ordinary.data, cardCode: '', guardian: undefined };
    const payload = decode(toPayload({ ...ordinary, data })) as Map<number, Map<number, unknown>>;
    expect(payload.get(10)?.has(1)).toBe(false);
    expect(payload.get(10)?.has(13)).toBe(false);
  });
});

describe.each(envelopes)('the vector "$name"', (vector) => {
  it('has the payload and the hash of its content', async () => {
    const payload = toPayload(contentOf(vector));
    expect(toHex(payload)).toBe(vector.payload);
    expect(await sha256Hex(payload)).toBe(vector.payloadHash);
    expect(encode(decode(payload))).toEqual(payload);
  });

  it('opens and carries the signature of the device', async () => {
    expect(toHex(await open(fromHex(vector.sealed)))).toBe(vector.cose);
    const payload = await verify1(fromHex(vector.cose), await deviceKey());
    expect(payload && toHex(payload)).toBe(vector.payload);
  });
});

describe.each(bad)('the bad vector "$name"', ({ fails, sealed }) => {
  it(`fails at: ${fails}`, async () => {
    const bytes = fromHex(sealed);
    if (fails === 'open') {
      await expect(open(bytes)).rejects.toThrow();
    } else if (fails === 'signature') {
      expect(await verify1(await open(bytes), await deviceKey())).toBeUndefined();
    } else {
      expect(bytes.length).toBeGreaterThan(largestSealed);
    }
  });
});

describe('a CBOR text', () => {
  it.each(sizes)('of $bytes bytes starts with $prefix', ({ bytes, prefix }) => {
    const text = 'a'.repeat(bytes);
    const coded = encode(text);
    expect(toHex(coded.slice(0, coded.length - bytes))).toBe(prefix);
    expect(decode(coded)).toBe(text);
  });
});

describe('a receipt', () => {
  const { caseId, receivedAt, number, by, payloadHash } = receipt.content;
  const receiptKey = toBase64Url(fromHex(keys.receipt.publicKey));
  const paper = {
    number,
    by,
    at: new Date(receivedAt).toISOString(),
    signed: toBase64Url(fromHex(receipt.cose)),
  };
  const handover: Handover = {
    id: caseId,
    state: 'RECEIVED',
    ticket: { colour: 'blauw', animal: 'vos', number: 12, words: 'blauwe vos 12' },
    payloadHash,
    submittedAt: new Date(receivedAt).toISOString(),
    receipt: paper,
  };

  it('is genuine when the loket signed exactly what it says', async () => {
    expect(await isReceiptGenuine(handover, receiptKey, payloadHash)).toBe(true);
  });

  it('is not genuine for another key, another case, another hash or another name', async () => {
    const other = toBase64Url(fromHex(keys.seal.publicKey));
    const renamed = { ...paper, by: 'Iemand anders' };
    expect(await isReceiptGenuine(handover, other, payloadHash)).toBe(false);
    expect(await isReceiptGenuine(handover, receiptKey, 'ff'.repeat(32))).toBe(false);
    expect(
      await isReceiptGenuine({ ...handover, id: ordinary.kioskId }, receiptKey, payloadHash),
    ).toBe(false);
    expect(await isReceiptGenuine({ ...handover, receipt: renamed }, receiptKey, payloadHash)).toBe(
      false,
    );
  });
});
