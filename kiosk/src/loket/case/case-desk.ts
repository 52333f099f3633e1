import { api, ApiError } from '../../lib/api.js';
import { command } from '../command.js';
import type { CaseFile, CaseStateName, Override } from '../shapes.js';

/** Where a case is to go, and why. */
export interface NewState {
  to: CaseStateName;
  reason?: string;
  note?: string;
  override?: Override;
}

/** The case on the screen: what the server said last, and what is sent to it. */
export class CaseDesk {
  file: CaseFile | undefined;
  refusal: ApiError | undefined;
  readonly #id: () => string;
  readonly #changed: () => void;

  constructor(id: () => string, changed: () => void) {
    this.#id = id;
    this.#changed = changed;
  }

  /** Reads the case; what was read before stays when that fails. */
  async load(): Promise<void> {
    await this.#trying(async () => {
      this.file = await api.get<CaseFile>(this.#path(''));
    });
  }

  /** Moves the case along, and reads it again. */
  change(body: NewState): Promise<void> {
    return this.#send('/transitions', 'Stand van de zaak', body);
  }

  /** "Ik bel": takes the call to a guardian. */
  take(guardianId: string): Promise<void> {
    return this.#send(`/guardians/${guardianId}/claims`, 'Ik bel');
  }

  /** One more offence of the same juvenile. */
  addOffence(handoverId: string): Promise<void> {
    return this.#send('/offences', 'Nog een feit', { handoverId });
  }

  async #send(path: string, label: string, body?: object): Promise<void> {
    await this.#trying(async () => {
      const what = { method: 'POST', path: this.#path(path), label } as const;
      await command(body === undefined ? what : { ...what, body });
      this.file = await api.get<CaseFile>(this.#path(''));
    });
  }

  async #trying(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.refusal = undefined;
    } catch (failure) {
      this.refusal = ApiError.of(failure);
    }
    this.#changed();
  }

  #path(rest: string): string {
    return `/cases/${this.#id()}${rest}`;
  }
}
