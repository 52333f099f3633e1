/** Whether the desk is locked, as far as this page has heard. Every call that meets a locked desk tells it here. */
class DeskLock {
  #locked = false;
  readonly #listeners = new Set<() => void>();

  get locked(): boolean {
    return this.#locked;
  }

  /** The desk was found locked, or open again. */
  mark(locked: boolean): void {
    if (locked === this.#locked) return;
    this.#locked = locked;
    for (const listener of this.#listeners) listener();
  }

  /** Calls back on every change. @returns how to stop that */
  readonly on = (change: () => void): (() => void) => {
    this.#listeners.add(change);
    return () => this.#listeners.delete(change);
  };
}

/** The lock of this page's desk. */
export const deskLock = new DeskLock();
