import { session, type Session } from './session.js';

const key = 'halt-loket/juvenile';

/**
 * Whether a juvenile holds this tablet. Kept beside the session, so that a reload without a network shows nothing of
 * the desk either.
 */
export class JuvenileScreen {
  #caseId = localStorage.getItem(key) ?? undefined;
  readonly #session: Session;
  readonly #listeners = new Set<() => void>();

  constructor(tokens: Session) {
    this.#session = tokens;
    tokens.on(() => this.#hear());
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

  #hear(): void {
    const { known, juvenileCase } = this.#session;
    if (!known || juvenileCase === this.#caseId) return;
    this.#caseId = juvenileCase;
    if (juvenileCase) localStorage.setItem(key, juvenileCase);
    else localStorage.removeItem(key);
    for (const listener of this.#listeners) listener();
  }
}

/** The juvenile's screen of this page. */
export const juvenileScreen = new JuvenileScreen(session);
