import { describe, expect, it } from 'vitest';
import { fromBase64Url, fromHex, sha256Hex, toHex } from '../src/lib/bytes.js';
import { decode } from '../src/lib/cbor.js';
import { verify1, verifyingKey } from '../src/lib/cose.js';
import { signShown, toStatement, type SignedText } from '../src/lib/signed-text.js';
import { signer } from './keys.js';
import vectors from './signed-vectors.json';

const { keys, signed } = vectors;

function shown({ content }: (typeof signed)[number]): SignedText {
  return { ...content, image: fromHex(content.image) } as SignedText;
}

function vectorOf(name: string) {
  const found = signed.find((vector) => vector.name === name);
  if (!found) throw new Error(`no vector ${name}`);
  return found;
}

describe.each(signed)('the signed text "$name"', (vector) => {
  it('has the statement of its content', async () => {
    expect(toHex(await toStatement(shown(vector)))).toBe(vector.payload);
  });

  it('is signed by the tablet and by no other', async () => {
    const message = fromHex(vector.statement);
    const own = await verifyingKey(fromHex(keys.device.publicKey));
    const other = await verifyingKey(fromHex(keys.otherDevice.publicKey));
    expect(toHex((await verify1(message, own)) ?? new Uint8Array())).toBe(vector.payload);
    expect(await verify1(message, other)).toBeUndefined();
  });

  it('is another one with a comma changed, or another image', async () => {
    const text = shown(vector);
    const comma = await toStatement({ ...text, text: `${text.text},` });
    const image = await toStatement({ ...text, image: text.image.slice(1) });
    expect(toHex(comma)).not.toBe(vector.payload);
    expect(toHex(image)).not.toBe(vector.payload);
  });
});

describe('a signature', () => {
  it('names the hash of the text and whole seconds, and no stroke', async () => {
    const text = shown(vectorOf('dutch'));
    const { statement, image } = await signShown(text, signer(keys.device));
    const key = await verifyingKey(fromHex(keys.device.publicKey));
    const payload = await verify1(fromBase64Url(statement), key);
    const map = decode(payload ?? new Uint8Array()) as Map<number, unknown>;
    expect([...map.keys()]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(toHex(map.get(6) as Uint8Array)).toBe(
      await sha256Hex(new TextEncoder().encode(text.text)),
    );
    expect(map.get(10)).toBe(Math.floor(text.at / 1000));
    expect(toHex(fromBase64Url(image))).toBe(toHex(text.image));
  });
});
