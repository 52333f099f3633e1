import { clock } from './clock.js';
import type { Token, WorkerName } from './contract.js';

const spareMs = 60_000;

/** The access token of this device, in memory only, renewed before it runs out. */
export class Session {
  #token: Token | undefined;
  #renewing: Promise<Token> | undefined;

  /** How a new token is had; set by the device once it is enrolled. */
  renewer?: () => Promise<Token>;

  get worker(): WorkerName | undefined {
    return this.#token?.worker;
  }

  /** Uses this token from now on. */
  adopt(token: Token | undefined): void {
    this.#token = token;
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
    this.#token = await this.#renewing;
    return this.#token.accessToken;
  }
}

/** The session of this page. */
export const session = new Session();
