import { api } from './api.js';
import type { SignedIn, WorkerName } from './contract.js';
import { device } from './device.js';
import { session } from './session.js';

/** An untouched screen closes by itself after this long. */
export const idleMs = 5 * 60_000;
const lockedKey = 'halt-loket/locked';
const touchedKey = 'halt-loket/touched';

/** Who works on this device, who else is signed in here, and whether the screen is closed. */
export class Shift {
  /** Everybody who is signed in on this device, by name. */
  colleagues: readonly SignedIn[] = [];
  #touched = Number(localStorage.getItem(touchedKey) ?? Date.now());
  #locked = localStorage.getItem(lockedKey) !== null || Date.now() - this.#touched > idleMs;
  #line = new AbortController();
  /** While somebody opens the screen, nothing may close it behind their back. */
  #opening = false;
  /** The server is being told that the screen is closed; its answer takes the worker away. */
  #closing: Promise<void> = Promise.resolve();
  readonly #changed: () => void;
  readonly #settled: () => Promise<void>;

  /**
   * @param changed called after every change
   * @param settled resolves when everything of this worker was sent
   */
  constructor(changed: () => void, settled: () => Promise<void> = () => Promise.resolve()) {
    this.#changed = changed;
    this.#settled = settled;
  }

  /** Who may see and do something now: not while the screen is closed or a secret must be chosen. */
  get worker(): WorkerName | undefined {
    return this.signedIn?.choose.length === 0 ? this.signedIn : undefined;
  }

  /** Who has the screen, perhaps with a secret to choose still. */
  get signedIn(): WorkerName | undefined {
    return this.#locked ? undefined : session.worker;
  }

  /** Hears who signs in and out here, also from elsewhere, until the signal aborts. */
  start(signal: AbortSignal): void {
    const touch = (): void => this.touch();
    for (const kind of ['pointerdown', 'keydown']) {
      addEventListener(kind, touch, { signal, capture: true, passive: true });
    }
    signal.addEventListener('abort', session.on(this.#changed));
    signal.addEventListener('abort', () => this.#line.abort());
    this.#follow();
  }

  /** After a sleep or a change of network the old line may hang: begins a new one at once. */
  wake(): void {
    this.#line.abort();
    this.#follow();
  }

  #follow(): void {
    this.#line = new AbortController();
    const hear = (_: string, data: unknown): void => this.#hear(data as { sessions: SignedIn[] });
    // What is refused for good is shown by the page itself.
    api.stream('/sessions/stream', hear, this.#line.signal).catch(() => undefined);
  }

  /** Closes the screen when nobody touched it for too long. Call it now and then. */
  tick(): void {
    if (this.signedIn && Date.now() - this.#touched > idleMs) void this.lock();
  }

  /** Someone is here. */
  touch(): void {
    this.tick();
    this.#touched = Date.now();
    localStorage.setItem(touchedKey, String(this.#touched));
  }

  /** Closes the screen, at once here and at the server as soon as it hears. */
  async lock(): Promise<void> {
    this.#close(true);
    await this.#settled();
    await this.#stillLocked();
  }

  /** Ends the shift of whoever has the screen. */
  async leave(): Promise<void> {
    this.#close(true);
    await this.#settled();
    // Someone may have signed in while the last commands were on their way.
    if (this.#locked) await device.signOut().catch(() => undefined);
  }

  /** @throws ApiError */
  async unlock(sessionId: string, pin: string): Promise<void> {
    await this.#open(() => device.unlock(sessionId, pin));
  }

  /** @throws ApiError */
  async signIn(login: string, password: string): Promise<void> {
    await this.#open(() => device.signIn(login, password));
  }

  async #open(ask: () => Promise<unknown>): Promise<void> {
    this.#opening = true;
    try {
      await this.#closing;
      await ask();
    } finally {
      this.#opening = false;
    }
    this.#touched = Date.now();
    this.touch();
    this.#close(false);
  }

  #close(locked: boolean): void {
    this.#locked = locked;
    if (locked) localStorage.setItem(lockedKey, 'ja');
    else localStorage.removeItem(lockedKey);
    this.#changed();
  }

  #hear({ sessions }: { sessions: SignedIn[] }): void {
    this.colleagues = sessions;
    const open = sessions.find((one) => one.open);
    // The server does not know yet that this screen was closed while it could not be told.
    if (open && this.#locked) void this.#settled().then(() => this.#stillLocked());
    else if (open?.workerId !== session.worker?.id) void session.renew().catch(() => undefined);
    this.#changed();
  }

  async #stillLocked(): Promise<void> {
    if (!this.#locked || this.#opening) return;
    this.#closing = device.lock().catch(() => undefined);
    await this.#closing;
  }
}
