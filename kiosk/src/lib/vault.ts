import { decode, encode } from 'cborg';
import { store, type Sealed, type Store } from './store.js';

const keyName = 'vault';

/** Encrypts a value of plain data (text, numbers, bytes, lists, maps) under this device's key. */
export async function lock(value: unknown): Promise<Sealed> {
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const plain = new Uint8Array(encode(value));
  const algorithm = { name: 'AES-GCM', iv: nonce };
  return { nonce, bytes: await crypto.subtle.encrypt(algorithm, await key(), plain) };
}

/** @throws DOMException when the bytes were not made under this device's key */
export async function unlock<T>({ nonce, bytes }: Sealed): Promise<T> {
  const algorithm = { name: 'AES-GCM', iv: nonce };
  const plain = await crypto.subtle.decrypt(algorithm, await key(), bytes);
  return decode(new Uint8Array(plain)) as T;
}

const keys = new WeakMap<Store, Promise<CryptoKey>>();

/** Read once for each opened store: a keystroke must not wait for the same key again. */
async function key(): Promise<CryptoKey> {
  const database = await store();
  const known = keys.get(database) ?? keyIn(database);
  keys.set(database, known);
  return known;
}

/** The key lives in the browser only and cannot be read out. The first one stored wins. */
async function keyIn(database: Store): Promise<CryptoKey> {
  const known = await database.get('keys', keyName);
  if (known) return known;
  const algorithm = { name: 'AES-GCM', length: 256 };
  const fresh = await crypto.subtle.generateKey(algorithm, false, ['encrypt', 'decrypt']);
  const writing = database.transaction('keys', 'readwrite');
  const first = (await writing.store.get(keyName)) ?? fresh;
  await writing.store.put(first, keyName);
  await writing.done;
  return first;
}
