import { clock } from '../lib/clock.js';
import type { Handover, Ticket } from '../lib/contract.js';
import { journal, type Draft } from '../lib/journal.js';
import { spare } from '../lib/revoked.js';
import type { HandoverDraft } from './draft.js';
import type { Verdict } from './verdict.js';

/** One handover of this phone, from the moment it was sealed. */
export interface Sent {
  readonly id: string;
  /** Epoch ms. */
  readonly sealedAt: number;
  /** Lower-case hex SHA-256 of what was signed. */
  readonly payloadHash: string;
  readonly cardCode: string;
  readonly ticket?: Ticket | undefined;
  /** What the loket said last; absent as long as it has not answered. */
  readonly handover?: Handover | undefined;
  /** The answers, kept as long as they may still be corrected or taken along. */
  readonly draft?: HandoverDraft | undefined;
  /** What this phone said when it was sealed; absent when it had no rules. */
  readonly verdict?: Verdict | undefined;
}

interface Kept {
  readonly list: readonly Sent[];
  /** Place of the previous handover. */
  readonly place: string;
}

const oneNightMs = 24 * 3_600_000;
const takeAlongMs = 30 * 60_000;

/** The handovers that this phone made tonight, newest first; kept encrypted. */
class Records {
  #kept: Draft<Kept> | undefined;
  readonly #listeners = new Set<() => void>();

  /** Reads what was kept. */
  async load(): Promise<void> {
    this.#kept = await journal.open<Kept>('verwijzer/records', { list: [], place: '' });
  }

  /** Drops what is older than one night by the loket's clock, unless the loket never got it. */
  async dropOld(): Promise<void> {
    if (!clock.measured) return;
    const since = clock.now() - oneNightMs;
    const fresh = this.list.filter(({ sealedAt, handover }) => sealedAt > since || !handover);
    await this.#put(fresh.map(withoutOldAnswers), this.place);
  }

  get list(): readonly Sent[] {
    return this.#kept?.value.list ?? [];
  }

  get place(): string {
    return this.#kept?.value.place ?? '';
  }

  get(id: string): Sent | undefined {
    return this.list.find((sent) => sent.id === id);
  }

  /** Resolves when the record is on disk. */
  async add(sent: Sent): Promise<void> {
    const place = sent.draft?.place ?? this.place;
    await this.#put([sent, ...this.list.filter(({ id }) => id !== sent.id)], place);
  }

  /** Keeps what the loket said; the answers stay while they may be corrected or taken along. */
  async answered(handover: Handover): Promise<void> {
    const { ticket } = handover;
    const update = (sent: Sent): Sent =>
      sent.id === handover.id ? withoutOldAnswers({ ...sent, ticket, handover }) : sent;
    await this.#put(this.list.map(update), this.place);
  }

  /** Forgets all but what the loket never got, and of that what was answered. */
  async strip(): Promise<void> {
    const unsent = this.list.filter(({ handover }) => !handover);
    await this.#put(
      unsent.map((sent) => ({ ...sent, draft: undefined, verdict: undefined })),
      '',
    );
  }

  async remove(id: string): Promise<void> {
    await this.#put(
      this.list.filter((sent) => sent.id !== id),
      this.place,
    );
  }

  /** Calls back on every change. @returns how to stop that */
  readonly on = (change: () => void): (() => void) => {
    this.#listeners.add(change);
    return () => this.#listeners.delete(change);
  };

  async #put(list: readonly Sent[], place: string): Promise<void> {
    this.#kept?.set({ list, place });
    for (const listener of this.#listeners) listener();
    await this.#kept?.flush();
  }
}

/** After receipt one more offence or the next of a group may follow, for a while. */
function withoutOldAnswers(sent: Sent): Sent {
  const { handover, draft } = sent;
  if (!draft || !handover || handover.state === 'SUBMITTED') return sent;
  const received = handover.receipt ? Date.parse(handover.receipt.at) : 0;
  const recent = clock.now() - received < takeAlongMs;
  return handover.state === 'RECEIVED' && recent ? sent : { ...sent, draft: undefined };
}

/** The records of this phone. */
export const records = new Records();

spare('verwijzer/records', () => records.strip());
