import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Mandate, Profile } from './contract.js';
import type { Law } from './eligibility/law.js';

/** Bytes under the device's own AES key, with the nonce they were made with. */
export interface Sealed {
  readonly nonce: Uint8Array<ArrayBuffer>;
  readonly bytes: ArrayBuffer;
}

/** The identity of this device as it is kept. */
export interface DeviceRecord {
  readonly deviceId: string;
  readonly profile: Profile;
  readonly label: string;
  readonly keys: CryptoKeyPair;
  readonly mandate: Mandate;
}

interface Schema extends DBSchema {
  device: { key: string; value: DeviceRecord };
  keys: { key: string; value: CryptoKey };
  drafts: { key: string; value: Sealed };
  laws: { key: string; value: Law };
  commands: { key: string; value: { id: string; order: number; sealed: Sealed } };
}

export type Store = IDBPDatabase<Schema>;

const name = 'halt-loket';
let opened: Promise<Store> | undefined;

/** Opens the one database of this device; later calls share it. */
export function store(): Promise<Store> {
  opened ??= openDB<Schema>(name, 2, {
    upgrade(database, before) {
      if (before < 2) database.createObjectStore('laws');
      if (before > 0) return;
      database.createObjectStore('device');
      database.createObjectStore('keys');
      database.createObjectStore('drafts');
      database.createObjectStore('commands', { keyPath: 'id' });
    },
    // A newer page wants to add to it; what is read here next opens it again.
    blocking: () => void closeStore(),
    terminated: () => (opened = undefined),
  });
  return opened;
}

/** Closes the database, as leaving the page does. The next use opens it again. */
export async function closeStore(): Promise<void> {
  const database = await opened;
  opened = undefined;
  database?.close();
}
