import { api, ApiError } from '../../lib/api.js';
import { needsHelpFirst, type ReceiptDraft } from '../receive/receipt-draft.js';
import type { DeskVerdict } from '../shapes.js';

const PAUSE_MS = 300;

/** What the desk established so far, as the server is asked with it. */
export function deskFacts({ birthDate, basis, safety }: ReceiptDraft): Record<string, unknown> {
  const { conscious, hurt, inDanger } = safety;
  const all = conscious !== undefined && hurt !== undefined && inDanger !== undefined;
  return {
    ...(/^\d{4}-\d{2}-\d{2}$/.test(birthDate) ? { birthDate } : {}),
    ...(basis === '' ? {} : { basis }),
    ...(needsHelpFirst(safety) ? { safe: false } : all ? { safe: true } : {}),
  };
}

/** The verdict while somebody types: asked anew from the server when a fact that counts has changed. */
export class VerdictLook {
  verdict: DeskVerdict | undefined;
  readonly #handoverId: string;
  readonly #changed: () => void;
  #asked = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(handoverId: string, first: DeskVerdict | undefined, changed: () => void) {
    this.#handoverId = handoverId;
    this.verdict = first;
    this.#changed = changed;
  }

  /** Looks anew if the facts are others than before, as soon as nothing changes for a moment. */
  follow(draft: ReceiptDraft): void {
    const facts = deskFacts(draft);
    const asked = JSON.stringify(facts);
    if (asked === this.#asked) return;
    this.#asked = asked;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(facts, asked), PAUSE_MS);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  /** Without a network the last verdict stays; the server judges again at receipt. */
  async #ask(facts: Record<string, unknown>, asked: string): Promise<void> {
    try {
      const path = `/handovers/${this.#handoverId}/verdict`;
      const verdict = await api.send<DeskVerdict>('POST', path, facts);
      if (asked !== this.#asked) return;
      this.verdict = verdict;
      this.#changed();
    } catch (failure) {
      if (ApiError.of(failure).temporary) this.#asked = '';
    }
  }
}
