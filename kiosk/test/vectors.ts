/** Writes envelope-vectors.json, which the tests of the phone and of the server both read. */
import { readFile, writeFile } from 'node:fs/promises';
import { fromHex, sha256Hex, toHex } from '../src/lib/bytes.js';
import { encode, Tagged } from '../src/lib/cbor.js';
import { sign1 } from '../src/lib/cose.js';
import { toPayload, type HandoverContent } from '../src/lib/handover.js';
import { uuidBytes } from '../src/lib/ids.js';
import { sealTo } from '../src/lib/seal.js';
import { judged, largest, ordinary, smallest } from './contents.js';
import { signer, testKey, type TestKey } from './keys.js';

const file = new URL('./envelope-vectors.json', import.meta.url);
const es256Header = encode(new Map([[1, -7]]));
const textSizes = [0, 1, 23, 24, 255, 256, 65_535];

const keys = {
  device: testKey('11'.repeat(32)),
  otherDevice: testKey('22'.repeat(32)),
  seal: testKey('33'.repeat(32)),
  otherSeal: testKey('44'.repeat(32)),
  receipt: testKey('55'.repeat(32)),
};

async function envelope(name: string, content: HandoverContent) {
  const payload = toPayload(content);
  const cose = await signed(content, keys.device);
  return {
    name,
    content: { ...content, salt: toHex(content.salt) },
    payload: toHex(payload),
    payloadHash: await sha256Hex(payload),
    cose: toHex(cose),
    sealed: toHex(await sealed(cose, keys.seal)),
  };
}

function signed(content: HandoverContent, key: TestKey) {
  return sign1(toPayload(content), uuidBytes(content.deviceId), signer(key));
}

function sealed(message: Uint8Array<ArrayBuffer>, key: TestKey) {
  return sealTo(fromHex(key.publicKey), message);
}

/** The message with the last bit of its last byte turned. */
function turned(message: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const copy = message.slice();
  copy[copy.length - 1] = (copy.at(-1) ?? 0) ^ 1;
  return copy;
}

async function badCases() {
  const good = await signed(ordinary, keys.device);
  const stranger = await signed(ordinary, keys.otherDevice);
  const data = { ...ordinary.data, description: 'x'.repeat(1_000) };
  const long = await signed({ ...ordinary, data }, keys.device);
  return [
    { name: 'tampered ciphertext', fails: 'open', sealed: turned(await sealed(good, keys.seal)) },
    { name: 'wrong kiosk key', fails: 'open', sealed: await sealed(good, keys.otherSeal) },
    {
      name: 'tampered signature',
      fails: 'signature',
      sealed: await sealed(turned(good), keys.seal),
    },
    { name: 'other signer', fails: 'signature', sealed: await sealed(stranger, keys.seal) },
    { name: 'oversize', fails: 'size', sealed: await sealed(long, keys.seal) },
  ].map((bad) => ({ ...bad, sealed: toHex(bad.sealed) }));
}

async function receipt() {
  const content = {
    caseId: ordinary.caseId,
    receivedAt: 1_763_761_560_000,
    number: 'OEF-0007',
    by: 'Sam de Boer',
    auditHead: 'ab'.repeat(32),
    payloadHash: await sha256Hex(toPayload(ordinary)),
  };
  const payload = encode(
    new Map<number, unknown>([
      [1, 1],
      [2, uuidBytes(content.caseId)],
      [3, content.receivedAt],
      [4, content.number],
      [5, content.by],
      [6, fromHex(content.auditHead)],
      [7, fromHex(content.payloadHash)],
    ]),
  );
  const toSign = encode(['Signature1', es256Header, new Uint8Array(), payload]);
  const signature = await signer(keys.receipt)(toSign);
  const cose = encode(new Tagged(18, [es256Header, new Map(), payload, signature]));
  return { content, payload: toHex(payload), cose: toHex(cose) };
}

function sizes() {
  return textSizes.map((bytes) => {
    const coded = encode('a'.repeat(bytes));
    return { bytes, prefix: toHex(coded.slice(0, coded.length - bytes)) };
  });
}

/** What is the same on every run: signatures and sealings are not, by their nature. */
function lasting(vectors: Awaited<ReturnType<typeof all>>) {
  const { envelopes, receipt: paper } = vectors;
  const fixed = envelopes.map(({ name, content, payload }) => ({ name, content, payload }));
  const names = vectors.bad.map(({ name }) => name);
  return JSON.stringify([vectors.keys, fixed, names, paper.payload, vectors.sizes]);
}

async function all() {
  return {
    about: 'Test keys only: they protect nothing. Written by npm run vectors; bytes are hex.',
    keys,
    envelopes: [
      await envelope('ordinary', ordinary),
      await envelope('smallest', smallest),
      await envelope('judged', judged),
      await envelope('largest', largest),
    ],
    bad: await badCases(),
    receipt: await receipt(),
    sizes: sizes(),
  };
}

type Vectors = Awaited<ReturnType<typeof all>>;

const made = await all();
const kept = await readFile(file, 'utf8').then(
  (text) => JSON.parse(text) as Vectors,
  () => undefined,
);
if (kept && lasting(kept) === lasting(made)) {
  console.log('envelope-vectors.json is up to date');
} else {
  await writeFile(file, `${JSON.stringify(made, undefined, 2)}\n`);
  console.log('envelope-vectors.json written');
}
