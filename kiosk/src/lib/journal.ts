import { store } from './store.js';
import { lock, unlock } from './vault.js';

/** Hears whether what was set last is on disk. */
type Tell = (state: 'saving' | 'saved') => void;

/** A value that outlives a reload, a crash and an empty battery; encrypted where it lies. */
export class Draft<T extends object> {
  #value: T;
  #changed = false;
  #writing: Promise<void> = Promise.resolve();
  readonly #key: string;
  readonly #initial: T;
  readonly #tell: Tell;

  constructor(key: string, initial: T, value: T, tell: Tell) {
    this.#tell = tell;
    this.#key = key;
    this.#initial = initial;
    this.#value = value;
  }

  get value(): Readonly<T> {
    return this.#value;
  }

  /** Changes part of the value, and begins at once to put it on disk: a page that goes waits for nobody. */
  set(part: Partial<T>): void {
    this.#value = { ...this.#value, ...part };
    this.#changed = true;
    void this.#then(() => this.#write());
  }

  /** Resolves when everything set so far is on disk. */
  flush(): Promise<void> {
    return this.#writing;
  }

  /** Forgets the value on disk and starts again with the initial one. */
  clear(): Promise<void> {
    this.#changed = false;
    this.#value = this.#initial;
    return this.#then(async () => (await store()).delete('drafts', this.#key));
  }

  /** Whoever comes after others in the queue finds that it was written already. */
  async #write(): Promise<void> {
    if (!this.#changed) return;
    this.#changed = false;
    const sealed = await lock(this.#value);
    await (await store()).put('drafts', sealed, this.#key);
  }

  #then(write: () => Promise<void>): Promise<void> {
    this.#tell('saving');
    const writing = this.#writing.then(write, write);
    this.#writing = writing;
    void writing.then(() => {
      if (this.#writing === writing) this.#tell('saved');
    });
    return writing;
  }
}

/** The drafts of this device, one object for each key. */
export class Journal {
  readonly #drafts = new Map<string, Promise<Draft<object>>>();
  readonly #tell: Tell;

  constructor(tell: Tell = () => undefined) {
    this.#tell = tell;
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

  /** Forgets every draft but those under these keys. */
  forget(spared: readonly string[] = []): Promise<void> {
    return this.#forgetWhere((key) => !spared.includes(key));
  }

  /** Forgets whatever was typed or drawn for a case: it ended here, or it was erased. */
  forgetCase(caseId: string): Promise<void> {
    return this.#forgetWhere((key) => key.split('/').includes(caseId));
  }

  /** Forgets the draft under this key, opened or not. */
  drop(dropped: string): Promise<void> {
    return this.#forgetWhere((key) => key === dropped);
  }

  /** The keys of all that is kept on this device. */
  async keys(): Promise<string[]> {
    return (await store()).getAllKeys('drafts');
  }

  async #forgetWhere(goes: (key: string) => boolean): Promise<void> {
    for (const [key, draft] of this.#drafts) {
      if (goes(key)) await (await draft).clear();
    }
    for (const key of await this.keys()) {
      if (goes(key)) await (await store()).delete('drafts', key);
    }
  }

  async #read(key: string, initial: object): Promise<Draft<object>> {
    const kept = await (await store()).get('drafts', key);
    const value = kept ? { ...initial, ...(await unlock<object>(kept)) } : initial;
    return new Draft(key, initial, value, this.#tell);
  }
}

/** The journal of this page; the page says whether it is up to date. */
export const journal = new Journal((state) => {
  document.documentElement.dataset.journal = state;
});
