/** Writes signed-vectors.json, which the tests of the tablet and of the server both read. */
import { readFile, writeFile } from 'node:fs/promises';
import { deflateSync } from 'node:zlib';
import { fromBase64Url, toHex } from '../src/lib/bytes.js';
import { signShown, toStatement, type SignedText } from '../src/lib/signed-text.js';
import { signer, testKey } from './keys.js';

const file = new URL('./signed-vectors.json', import.meta.url);
const keys = { device: testKey('66'.repeat(32)), otherDevice: testKey('77'.repeat(32)) };
const base = {
  caseId: '019ab0c4-1111-7abc-8def-000000000001',
  document: 'CONSENT',
  version: 1,
  language: 'nl',
  person: 'JUVENILE',
  answer: 'YES',
  at: 1_795_377_600_999,
  deviceId: '019ab0c4-2222-7abc-8def-000000000002',
} as const;

const shown: Readonly<Record<string, SignedText>> = {
  dutch: { ...base, text: 'Ja, ik wil meedoen\nIk mag me altijd bedenken.', image: png(2) },
  arabic: { ...base, language: 'ar', version: 12, text: 'نعم، أريد المشاركة', image: png(3) },
  emoji: { ...base, person: 'GUARDIAN', text: 'Ja 🦊 – “één” komma, twee', image: png(4) },
};

/** A white square of this side, as a canvas gives it. */
function png(side: number): Uint8Array<ArrayBuffer> {
  const header = new DataView(new ArrayBuffer(13));
  header.setUint32(0, side);
  header.setUint32(4, side);
  header.setUint8(8, 8);
  const rows = deflateSync(
    new Uint8Array((side + 1) * side).map((_, at) => (at % (side + 1) ? 255 : 0)),
  );
  const magic = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  const chunks = [
    chunk('IHDR', new Uint8Array(header.buffer)),
    chunk('IDAT', rows),
    chunk('IEND', new Uint8Array()),
  ];
  return Uint8Array.from([...magic, ...chunks.flat()]);
}

function chunk(name: string, body: Uint8Array): number[] {
  const named = [...new TextEncoder().encode(name), ...body];
  return [...number(body.length), ...named, ...number(crc(named))];
}

function number(value: number): number[] {
  return [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff);
}

function crc(bytes: readonly number[]): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return ~value;
}

async function vector(name: string, text: SignedText) {
  const { statement } = await signShown(text, signer(keys.device));
  return {
    name,
    content: { ...text, image: toHex(text.image) },
    payload: toHex(await toStatement(text)),
    statement: toHex(fromBase64Url(statement)),
  };
}

async function all() {
  return {
    about: 'Test keys only: they protect nothing. Written by npm run vectors; bytes are hex.',
    keys,
    signed: await Promise.all(Object.entries(shown).map(([name, text]) => vector(name, text))),
  };
}

type Vectors = Awaited<ReturnType<typeof all>>;

/** What is the same on every run: signatures are not. */
function lasting(vectors: Vectors): string {
  const { signed, keys: pairs } = vectors;
  return JSON.stringify([pairs, signed.map(({ content, payload }) => ({ content, payload }))]);
}

const made = await all();
const kept = await readFile(file, 'utf8').then(
  (text) => JSON.parse(text) as Vectors,
  () => undefined,
);
if (kept && lasting(kept) === lasting(made)) {
  console.log('signed-vectors.json is up to date');
} else {
  await writeFile(file, `${JSON.stringify(made, undefined, 2)}\n`);
  console.log('signed-vectors.json written');
}
