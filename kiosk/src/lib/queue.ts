import { api, ApiError, type Api } from './api.js';
import { pause } from './stream.js';
import { session, type Session } from './session.js';
import { store } from './store.js';
import { lock, unlock } from './vault.js';

/** Something to tell the server, for certain and once. */
export interface Command {
  /** UUIDv7; also the idempotency key, the same on every attempt. */
  readonly id: string;
  readonly method: 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  /** What it is, in words for the screen. */
  readonly label: string;
  readonly body?: unknown;
  /** Sent as they are instead of `body`. */
  readonly bytes?: Uint8Array<ArrayBuffer>;
  /** Who did it: it goes under this name or it waits. Set by the queue. */
  readonly worker?: { readonly id: string; readonly name: string };
}

/** A command that is not done yet: waiting, or refused and parked until somebody dismisses it. */
export interface Pending {
  readonly command: Command;
  readonly refusal?: ApiError;
  /** The locked desk keeps it unread; it is sent again until the desk has read it. */
  readonly parked?: boolean;
}

interface Item {
  readonly command: Command;
  readonly order: number;
  refusal?: ApiError;
  parked?: boolean;
}

interface Waiter {
  readonly promise: Promise<unknown>;
  readonly resolve: (result: unknown) => void;
  readonly reject: (refusal: ApiError) => void;
}

const waits = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];

/** Every command leaves here: stored first, sent in order, kept until the server has answered. */
export class Queue {
  #items: Item[] = [];
  #sending = false;
  #wake = new AbortController();
  #trouble: ApiError | undefined;
  readonly #api: Api;
  readonly #session: Session;
  readonly #waiters = new Map<string, Waiter>();
  readonly #listeners = new Set<() => void>();
  readonly #loaded: Promise<void>;

  constructor(server: Api, tokens: Session = session) {
    this.#api = server;
    this.#session = tokens;
    this.#loaded = this.#load();
    tokens.on(() => this.retry());
    globalThis.addEventListener('online', () => this.retry());
  }

  /** What is not done yet, oldest first. */
  get pending(): readonly Pending[] {
    return this.#items;
  }

  /**
   * Why the oldest command does not go, in the server's own words (a full disk, a database that is
   * away); undefined when it goes, and when there is only no network.
   */
  get trouble(): ApiError | undefined {
    return this.#trouble;
  }

  /** Resolves once what was kept from before is known. */
  get ready(): Promise<void> {
    return this.#loaded;
  }

  /** Whether a command may leave now: it is of whoever has this device, or of no worker at all. */
  isOwn({ worker }: Command): boolean {
    return !worker || worker.id === this.#session.worker?.id;
  }

  /** Resolves when the command is on disk; from then on it cannot get lost. */
  async put(given: Command): Promise<void> {
    const command = this.#signed(given);
    await this.#loaded;
    if (this.#items.some((item) => item.command.id === command.id)) return;
    const item: Item = { command, order: (this.#items.at(-1)?.order ?? 0) + 1 };
    const sealed = await lock(command);
    await (await store()).put('commands', { id: command.id, order: item.order, sealed });
    this.#items.push(item);
    if (this.#next() === item) this.#wake.abort();
    this.#tell();
    void this.#run();
  }

  /**
   * Resolves with the server's answer to a pending command.
   *
   * @throws ApiError when the server refuses, or when no such command is pending
   */
  async done<T>(id: string): Promise<T> {
    await this.#loaded;
    const item = this.#items.find(({ command }) => command.id === id);
    if (item?.refusal) throw item.refusal;
    const waiter = this.#waiters.get(id);
    if (!item && !waiter) throw new ApiError({ code: 'not-pending' });
    return (waiter ?? this.#wait(id)).promise as Promise<T>;
  }

  /** Calls back on every change. @returns how to stop that */
  on(change: () => void): () => void {
    this.#listeners.add(change);
    return () => this.#listeners.delete(change);
  }

  /** Tries again at once. A parked command is tried again too when its id is given. */
  retry(id?: string): void {
    const parked = this.#items.find(({ command }) => command.id === id);
    delete parked?.refusal;
    this.#wake.abort();
    this.#tell();
    void this.#run();
  }

  /** Forgets a parked command. */
  async dismiss(id: string): Promise<void> {
    await this.#remove(id);
    this.#waiters.delete(id);
    this.#tell();
  }

  /** Forgets all but sealed bytes, which only the loket can read. */
  async forgetPlain(): Promise<void> {
    await this.#loaded;
    const plain = this.#items.filter(({ command }) => !command.bytes);
    for (const { command } of plain) await this.dismiss(command.id);
  }

  #signed(command: Command): Command {
    const { worker } = this.#session;
    return worker && !command.bytes
      ? { ...command, worker: { id: worker.id, name: worker.name } }
      : command;
  }

  async #load(): Promise<void> {
    const kept = await (await store()).getAll('commands');
    kept.sort((a, b) => a.order - b.order);
    for (const { order, sealed } of kept) {
      this.#items.push({ order, command: await unlock<Command>(sealed) });
    }
    queueMicrotask(() => void this.#run());
  }

  async #run(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    let failures = 0;
    for (let item = this.#next(); item; item = this.#next()) {
      const settled = await this.#attempt(item);
      failures = settled ? 0 : failures + 1;
      if (!settled && this.#next() === item)
        await this.#rest(waits[Math.min(failures, waits.length) - 1] ?? 0);
    }
    this.#sending = false;
  }

  /** In order; but what a locked desk keeps unread does not hold up other sealed bytes. */
  #next(): Item | undefined {
    const open = this.#items.filter(({ command, refusal }) => !refusal && this.isOwn(command));
    const [first] = open;
    if (!first?.parked) return first;
    return open.find(({ parked, command }) => !parked && command.bytes) ?? first;
  }

  async #attempt(item: Item): Promise<boolean> {
    const { id } = item.command;
    try {
      const result = await this.#send(item.command);
      await this.#remove(id);
      this.#trouble = undefined;
      this.#waiters.get(id)?.resolve(result);
    } catch (failure) {
      const refusal = ApiError.of(failure);
      if (refusal.parked) this.#park(item);
      if (refusal.temporary) {
        this.#trouble = refusal.offline || refusal.status < 500 ? undefined : refusal;
        this.#tell();
        return false;
      }
      item.refusal = refusal;
      this.#waiters.get(id)?.reject(refusal);
    }
    this.#waiters.delete(id);
    this.#tell();
    return true;
  }

  #park(item: Item): void {
    item.parked = true;
    this.#tell();
  }

  #send({ id, method, path, body, bytes, worker }: Command): Promise<unknown> {
    if (bytes) return this.#api.bytes(path, bytes);
    return worker
      ? this.#api.send(method, path, body, id, worker.id)
      : this.#api.send(method, path, body, id);
  }

  async #remove(id: string): Promise<void> {
    await (await store()).delete('commands', id);
    this.#items = this.#items.filter(({ command }) => command.id !== id);
  }

  async #rest(ms: number): Promise<void> {
    this.#wake = new AbortController();
    await pause(ms, this.#wake.signal);
  }

  #wait(id: string): Waiter {
    const { promise, resolve, reject } = deferred();
    // Nobody may be waiting when the refusal comes; the parked command shows it.
    promise.catch(() => undefined);
    const waiter = { promise, resolve, reject };
    this.#waiters.set(id, waiter);
    return waiter;
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

function deferred(): Waiter {
  let resolve: Waiter['resolve'] = () => undefined;
  let reject: Waiter['reject'] = () => undefined;
  const promise = new Promise<unknown>((onResult, onRefusal) => {
    resolve = onResult;
    reject = onRefusal;
  });
  return { promise, resolve, reject };
}

/** The queue of this page. */
export const queue = new Queue(api);
