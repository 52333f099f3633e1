import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Starts calling back on changes. @returns how to stop that */
export type Subscribe = (change: () => void) => () => void;

class Watching implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #sources: readonly Subscribe[];
  #stops: readonly (() => void)[] = [];

  constructor(host: ReactiveControllerHost, sources: readonly Subscribe[]) {
    this.#host = host;
    this.#sources = sources;
  }

  hostConnected(): void {
    this.#stops = this.#sources.map((subscribe) => subscribe(() => this.#host.requestUpdate()));
  }

  hostDisconnected(): void {
    for (const stop of this.#stops) stop();
    this.#stops = [];
  }
}

/** Renders an element again on every change of the sources, as long as it is on the page. */
export function watch(host: ReactiveControllerHost, ...sources: readonly Subscribe[]): void {
  host.addController(new Watching(host, sources));
}
