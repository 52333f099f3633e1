import { session, type Session } from './session.js';

const key = 'halt-loket/juvenile';

/** The case whose juvenile holds this tablet, as this browser keeps it now. */
export function heldFor(): string | undefined {
  return localStorage.getItem(key) ?? undefined;
}

/**
 * Whether a juvenile holds this tablet. Kept beside the session, so that a reload without a network shows nothing of
 * the desk either.
 */
export class JuvenileScreen {
  #caseId = heldFor();
  readonly #session: Session;
  readonly #listeners = new Set<() => void>();

  constructor(tokens: Session) {
    this.#session = tokens;
    tokens.on(() => this.#hear());
    addEventListener('device-revoked', () => this.letGo());
  }

  /** The case of that juvenile. */
  get caseId(): string | undefined {
    return this.#caseId;
  }

  /** Calls back when the tablet changes hands. @returns how to stop that */
  readonly on = (change: () => void): (() => void) => {
    this.#listeners.add(change);
    return () => this.#listeners.delete(change);
  };

  /** Forgets the juvenile on a device that is no tablet of the desk (any more): no worker could take it back. */
  letGo(): void {
    this.#give(undefined);
  }

  #hear(): void {
    const { known, juvenileCase } = this.#session;
    if (known) this.#give(juvenileCase);
  }

  #give(caseId: string | undefined): void {
    if (caseId === this.#caseId) return;
    this.#caseId = caseId;
    if (caseId) localStorage.setItem(key, caseId);
    else localStorage.removeItem(key);
    for (const listener of this.#listeners) listener();
  }
}

/** The juvenile's screen of this page. */
export const juvenileScreen = new JuvenileScreen(session);
