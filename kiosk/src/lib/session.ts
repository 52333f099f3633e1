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
  /** Called when the server says that this device was sent away. */
  onRevoked?: () => void;

  get worker(): WorkerName | undefined {
    return this.#token?.worker;
  }

  /** The case whose juvenile holds this tablet; undefined also as long as no token was had. */
  get juvenileCase(): string | undefined {
    return this.#token?.juvenileCase;
  }

  /** Whether a token says who has this device. */
  get known(): boolean {
    return this.#token !== undefined;
  }

  /** Why the loket does not want this device any more; undefined as long as it does. */
  get sentAway(): ApiError | undefined {
    return this.#sentAway;
  }

  /** Calls back when another worker has this device, and when the loket sends it away. @returns how to stop that */
  readonly on = (change: () => void): (() => void) => {
    this.#listeners.add(change);
    return () => this.#listeners.delete(change);
  };

  /** Uses this token from now on. */
  adopt(token: Token | undefined): void {
    const before = this.#holder();
    this.#token = token;
    const changed = this.#sentAway !== undefined || this.#holder() !== before;
    this.#sentAway = undefined;
    if (changed) this.#tell();
  }

  /**
   * @param workerId of whom the token must be
   * @returns a token with at least a minute to live, or undefined for a device not enrolled
   * @throws ApiError when another worker has this device
   */
  async bearer(workerId?: string): Promise<string | undefined> {
    const left = this.#token ? Date.parse(this.#token.expiresAt) - clock.now() : 0;
    return left > spareMs ? this.#of(workerId) : this.renew(workerId);
  }

  /** As `bearer`, but always a new one. */
  async renew(workerId?: string): Promise<string | undefined> {
    if (!this.renewer) return undefined;
    this.#renewing ??= this.renewer().finally(() => (this.#renewing = undefined));
    try {
      this.adopt(await this.#renewing);
    } catch (failure) {
      if (failure instanceof ApiError && failure.sentAway) this.#mark(failure);
      throw failure;
    }
    return this.#of(workerId);
  }

  #holder(): string {
    return JSON.stringify([this.known, this.worker, this.juvenileCase]);
  }

  #mark(refusal: ApiError): void {
    if (refusal.code === this.#sentAway?.code) return;
    this.#sentAway = refusal;
    if (refusal.code === 'device.revoked') this.onRevoked?.();
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  #of(workerId: string | undefined): string | undefined {
    if (workerId && this.worker?.id !== workerId) {
      throw new ApiError({ status: 401, code: 'other-worker', title: 'Iemand anders werkt hier.' });
    }
    return this.#token?.accessToken;
  }
}

/** The session of this page. */
export const session = new Session();
