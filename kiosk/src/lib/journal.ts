import { store } from './store.js';
import { lock, unlock } from './vault.js';

const quietMs = 150;

/** A value that outlives a reload, a crash and an empty battery; encrypted where it lies. */
export class Draft<T extends object> {
  #value: T;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #writing: Promise<void> = Promise.resolve();
  readonly #key: string;
  readonly #initial: T;

  constructor(key: string, initial: T, value: T) {
    this.#key = key;
    this.#initial = initial;
    this.#value = value;
  }

  get value(): Readonly<T> {
    return this.#value;
  }

  /** Changes part of the value; it is on disk within 200 ms, or at once when the page hides. */
  set(part: Partial<T>): void {
    this.#value = { ...this.#value, ...part };
    this.#timer ??= setTimeout(() => void this.flush(), quietMs);
  }

  /** Resolves when everything set so far is on disk. */
  flush(): Promise<void> {
    if (this.#timer === undefined) return this.#writing;
    this.#stopTimer();
    const snapshot = this.#value;
    return this.#then(async () => {
      const sealed = await lock(snapshot);
      await (await store()).put('drafts', sealed, this.#key);
    });
  }

  /** Forgets the value on disk and starts again with the initial one. */
  clear(): Promise<void> {
    this.#stopTimer();
    this.#value = this.#initial;
    return this.#then(async () => (await store()).delete('drafts', this.#key));
  }

  #stopTimer(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #then(write: () => Promise<void>): Promise<void> {
    this.#writing = this.#writing.then(write, write);
    return this.#writing;
  }
}

/** The drafts of this device, one object for each key. */
export class Journal {
  readonly #drafts = new Map<string, Promise<Draft<object>>>();

  constructor() {
    globalThis.addEventListener('pagehide', () => void this.flush());
  }

  /** Opens the draft under a key, with what was kept or else the initial value. */
  open<T extends object>(key: string, initial: T): Promise<Draft<T>> {
    const known = this.#drafts.get(key) ?? this.#read(key, initial);
    this.#drafts.set(key, known);
    return known as unknown as Promise<Draft<T>>;
  }

  /** Puts everything that was set on disk. */
  async flush(): Promise<void> {
    const drafts = await Promise.all(this.#drafts.values());
    await Promise.all(drafts.map((draft) => draft.flush()));
  }

  async #read(key: string, initial: object): Promise<Draft<object>> {
    const kept = await (await store()).get('drafts', key);
    const value = kept ? { ...initial, ...(await unlock<object>(kept)) } : initial;
    return new Draft(key, initial, value);
  }
}

/** The journal of this page. */
export const journal = new Journal();
