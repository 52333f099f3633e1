import { ApiError } from './api-error.js';
import { clock } from './clock.js';
import type { Token, WorkerName } from './contract.js';

const spareMs = 60_000;

/** The access token of this device, in memory only, renewed before it runs out. */
export class Session {
  #token: Token | undefined;
  #renewing: Promise<Token> | undefined;
  #sentAway: ApiError | undefined;
  readonly #listeners = new Set<() => void>();

  /** How a new token is had; set by the device once it is enrolled. */
  renewer?: () => Promise<Token>;

  get worker(): WorkerName | undefined {
    return this.#token?.worker;
  }

  /** Why the loket does not want this device any more; undefined as long as it does. */
  get sentAway(): ApiError | undefined {
    return this.#sentAway;
  }

  /** Calls back when the loket sends this device away or takes it back. @returns how to stop that */
  readonly on = (change: () => void): (() => void) => {
    this.#listeners.add(change);
    return () => this.#listeners.delete(change);
  };

  /** Uses this token from now on. */
  adopt(token: Token | undefined): void {
    this.#token = token;
    this.#mark(undefined);
  }

  /** @returns a token with at least a minute to live, or undefined for a device not enrolled */
  async bearer(): Promise<string | undefined> {
    const left = this.#token ? Date.parse(this.#token.expiresAt) - clock.now() : 0;
    if (left > spareMs) return this.#token?.accessToken;
    return this.renew();
  }

  /** @returns a new token; undefined for a device not enrolled */
  async renew(): Promise<string | undefined> {
    if (!this.renewer) return undefined;
    this.#renewing ??= this.renewer().finally(() => (this.#renewing = undefined));
    try {
      this.adopt(await this.#renewing);
    } catch (failure) {
      if (failure instanceof ApiError && failure.sentAway) this.#mark(failure);
      throw failure;
    }
    return this.#token?.accessToken;
  }

  #mark(refusal: ApiError | undefined): void {
    if (refusal?.code === this.#sentAway?.code) return;
    this.#sentAway = refusal;
    for (const listener of this.#listeners) listener();
  }
}

/** The session of this page. */
export const session = new Session();
