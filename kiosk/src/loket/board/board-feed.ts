import { api, ApiError } from '../../lib/api.js';
import type { Board } from '../shapes.js';

/** The live board: the last one received, and whether the line to the server is open. */
export class BoardFeed {
  board: Board | undefined;
  connected = false;
  /** Why the server does not let this tablet see the board. */
  refusal: ApiError | undefined;
  readonly #changed: () => void;

  /** @param changed called after every change of `board` or `connected` */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Reads the board and keeps it live until the signal aborts. */
  start(signal: AbortSignal): void {
    const failed = (failure: unknown): void => this.#fail(ApiError.of(failure));
    api.get<Board>('/board').then((board) => this.#show(board), failed);
    const heard = (name: string, data: unknown): void => this.#receive(name, data);
    api
      .stream('/board/stream', heard, signal, (state) => this.#mark(state === 'open'))
      .catch(failed);
  }

  #mark(connected: boolean): void {
    this.connected = connected;
    this.#changed();
  }

  #fail(failure: ApiError): void {
    if ([401, 403, 404].includes(failure.status)) this.refusal = failure;
    this.#mark(false);
  }

  #receive(name: string, data: unknown): void {
    if (name === 'board') {
      this.#show(data as Board);
    }
  }

  #show(board: Board): void {
    this.board = board;
    this.refusal = undefined;
    this.#changed();
  }
}
