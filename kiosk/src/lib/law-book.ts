import { api, type Api } from './api.js';
import type { Law } from './eligibility/law.js';
import { store } from './store.js';

/** The rules that this device judges by: those of its mandate, kept so that it can judge without network. */
export class LawBook {
  #law: Law | undefined;
  readonly #api: Api;
  readonly #listeners = new Set<() => void>();

  constructor(server: Api) {
    this.#api = server;
  }

  /** Undefined as long as this device never got any. */
  get law(): Law | undefined {
    return this.#law;
  }

  /** Version of the rules; one version names both files. */
  get version(): string | undefined {
    return this.#law?.rules.version;
  }

  /** Reads what was kept. Call once, first. */
  async load(): Promise<void> {
    const [kept] = await (await store()).getAll('laws');
    this.#use(kept);
  }

  /** Sees to it that this version is here; an older one stays in use until it is. @throws ApiError */
  async take(version: string): Promise<void> {
    if (this.version === version) return;
    const { rules, offences } = await this.#api.get<Law>(`/rules/${encodeURIComponent(version)}`);
    const transaction = (await store()).transaction('laws', 'readwrite');
    await transaction.store.clear();
    await transaction.store.put({ rules, offences }, version);
    await transaction.done;
    this.#use({ rules, offences });
  }

  /** Calls back on every change. @returns how to stop that */
  readonly on = (change: () => void): (() => void) => {
    this.#listeners.add(change);
    return () => this.#listeners.delete(change);
  };

  #use(law: Law | undefined): void {
    this.#law = law;
    for (const listener of this.#listeners) listener();
  }
}

/** The rules of this device. */
export const lawBook = new LawBook(api);
