import { ApiError } from './api-error.js';
import { clock } from './clock.js';
import { deskLock } from './desk-lock.js';
import { session, type Session } from './session.js';
import { follow, type OnMessage, type OnState } from './stream.js';

export { ApiError };

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

interface Options {
  readonly body?: BodyInit;
  readonly headers?: Record<string, string>;
  readonly signal?: AbortSignal;
  /** Sends no token, for what anyone may call. */
  readonly anonymous?: boolean;
  /** Also goes to a locked desk, which cannot check a token. */
  readonly evenLocked?: boolean;
  /** Id of the worker under whose name it goes; not sent when another one has the device. */
  readonly as?: string | undefined;
}

const base = '/api/v1';
/** The Date header has whole seconds. */
const headerPrecisionMs = 1000;

/** The server's API. Paths are relative to /api/v1; every failure is an ApiError. */
export class Api {
  readonly #session: Session;

  constructor(tokens: Session) {
    this.#session = tokens;
  }

  /** @throws ApiError */
  async get<T>(path: string): Promise<T> {
    return parsed<T>(await this.#request('GET', path, {}));
  }

  /**
   * Sends JSON.
   *
   * @param commandId UUIDv7; the same one always gets the same answer
   * @param as id of the worker under whose name it goes
   * @throws ApiError
   */
  async send<T>(
    method: Method,
    path: string,
    body?: unknown,
    commandId?: string,
    as?: string,
  ): Promise<T> {
    const headers = commandId ? { 'Idempotency-Key': commandId } : {};
    return parsed<T>(await this.#request(method, path, { ...json(body), headers, as }));
  }

  /** Sends JSON without a token. @throws ApiError */
  async anonymous<T>(method: Method, path: string, body?: unknown): Promise<T> {
    return parsed<T>(await this.#request(method, path, { ...json(body), anonymous: true }));
  }

  /**
   * Posts bytes, also to a locked desk.
   *
   * @param commandId UUIDv7, for a command
   * @throws ApiError; `parked` when the desk keeps them unread
   */
  async bytes<T>(path: string, body: Uint8Array<ArrayBuffer>, commandId?: string): Promise<T> {
    const command = commandId ? { 'Idempotency-Key': commandId } : {};
    const headers = { 'Content-Type': 'application/octet-stream', ...command };
    return parsed<T>(await this.#request('POST', path, { body, headers, evenLocked: true }));
  }

  /** Fetches a file. @throws ApiError */
  async blob(path: string): Promise<Blob> {
    return (await this.#request('GET', path, {})).blob();
  }

  /**
   * Follows a stream of server-sent messages until the signal aborts; reconnects by itself.
   *
   * @param onMessage gets the name and the parsed data of every message
   * @param onState hears whether the stream is open or lost
   * @param onBeat hears every sign of life, heartbeats too
   */
  async stream(
    path: string,
    onMessage: OnMessage,
    signal: AbortSignal,
    onState?: OnState,
    onBeat?: () => void,
  ): Promise<void> {
    const headers = { Accept: 'text/event-stream' };
    const connect = () => this.#request('GET', path, { headers, signal });
    await follow(connect, onMessage, signal, onState, onBeat);
  }

  async #request(method: Method, path: string, options: Options): Promise<Response> {
    const token = await this.#token(options);
    const response = await this.#once(method, path, options, token);
    if (response.status !== 401 || !token) return accepted(response, options);
    const renewed = await this.#session.renew(options.as);
    return accepted(await this.#once(method, path, options, renewed), options);
  }

  async #token({ anonymous, evenLocked, as }: Options): Promise<string | undefined> {
    if (anonymous) return undefined;
    return this.#session.bearer(as).catch((failure: unknown) => {
      if (evenLocked && failure instanceof ApiError && failure.locked) return undefined;
      throw failure;
    });
  }

  async #once(method: Method, path: string, options: Options, token?: string): Promise<Response> {
    const headers = jsonAware(options);
    if (token) headers.set('Authorization', `Bearer ${token}`);
    const { body = null, signal = null } = options;
    const init = { method, headers, body, signal, cache: 'no-store' as const };
    const response = await fetch(base + path, init).catch((failure: unknown) => {
      throw signal?.aborted ? failure : ApiError.lost();
    });
    clock.observe(Date.parse(response.headers.get('Date') ?? ''), headerPrecisionMs);
    return response;
  }
}

function json(body: unknown): Options {
  return body === undefined ? {} : { body: JSON.stringify(body) };
}

function jsonAware({ body, headers = {} }: Options): Headers {
  const type = typeof body === 'string' ? { 'Content-Type': 'application/json' } : {};
  return new Headers({ Accept: 'application/json', ...type, ...headers });
}

/** Sealed bytes are accepted by a locked desk too, which then keeps them unread; any other 202 is an answer. */
async function accepted(response: Response, { evenLocked }: Options): Promise<Response> {
  if (response.ok && !(evenLocked && response.status === 202)) return response;
  const failure = await ApiError.from(response);
  if (failure.locked || failure.parked) deskLock.mark(true);
  throw failure;
}

async function parsed<T>(response: Response): Promise<T> {
  const text = await response.text().catch(() => {
    throw ApiError.lost();
  });
  return (text ? JSON.parse(text) : undefined) as T;
}

/** The API of this page. */
export const api = new Api(session);
