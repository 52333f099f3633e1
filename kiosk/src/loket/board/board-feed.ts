import { api, ApiError } from '../../lib/api.js';
import { clock } from '../../lib/clock.js';
import type { StreamState } from '../../lib/stream.js';
import type { Board } from '../shapes.js';

/** How long the alarms wait for the newest board after a sleep. */
const WAKING_MS = 8_000;

/** How old a board may be when it comes in. */
const SNAPSHOT_PRECISION_MS = 2_000;

/** The live board: the last one received, and whether the line to the server is open. */
export class BoardFeed {
  board: Board | undefined;
  connected = false;
  /** When the server was heard last, epoch ms by its own clock; 0 before the first time. */
  heardAt = 0;
  /** Why the server does not let this tablet see the board. */
  refusal: ApiError | undefined;
  #wokeAt: number | undefined;
  #line = new AbortController();
  readonly #changed: () => void;

  /** @param changed called after every change of `board` or `connected` */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Whether the board may be an old one, seen before a sleep. */
  get waking(): boolean {
    return this.#wokeAt !== undefined && Date.now() - this.#wokeAt < WAKING_MS;
  }

  /** Reads the board and keeps it live until the signal aborts. */
  start(signal: AbortSignal): void {
    signal.addEventListener('abort', () => this.#line.abort());
    api.get<Board>('/board').then(
      (board) => this.#show(board),
      (failure: unknown) => this.#fail(ApiError.of(failure)),
    );
    this.#follow();
  }

  /** After a sleep or a change of network the old line may hang: begins a new one at once. */
  wake(): void {
    this.#wokeAt = Date.now();
    this.refusal = undefined;
    this.#line.abort();
    this.#mark(false);
    this.#follow();
  }

  /** Shows nothing any more. */
  forget(): void {
    this.board = undefined;
    this.#changed();
  }

  #follow(): void {
    this.#line = new AbortController();
    const { signal } = this.#line;
    const heard = (name: string, data: unknown): void => this.#receive(name, data);
    const state = (open: boolean): void => {
      if (!signal.aborted) this.#mark(open);
    };
    const tell = (now: StreamState): void => state(now === 'open');
    api
      .stream('/board/stream', heard, signal, tell, () => state(true))
      .catch((failure: unknown) => this.#fail(ApiError.of(failure)));
  }

  #mark(connected: boolean): void {
    if (connected) this.heardAt = clock.now();
    const changed = connected !== this.connected;
    this.connected = connected;
    if (changed) this.#changed();
  }

  #fail(failure: ApiError): void {
    if ([401, 403, 404].includes(failure.status)) this.refusal = failure;
    this.#mark(false);
    this.#changed();
  }

  #receive(name: string, data: unknown): void {
    if (name === 'board') {
      this.#wokeAt = undefined;
      this.#show(data as Board);
    }
  }

  #show(board: Board): void {
    clock.observe(Date.parse(board.now), SNAPSHOT_PRECISION_MS);
    this.board = board;
    this.refusal = undefined;
    this.heardAt = clock.now();
    this.#changed();
  }
}
