import { api } from '../lib/api.js';
import { journal } from '../lib/journal.js';
import type { Board } from './shapes.js';
import type { TransferView } from './transfer/shapes.js';

/** What is not erased yet is asked again after this time. */
const AGAIN_MS = 60_000;

const asked = new Map<string, number>();

/** The case that a draft is of, or undefined. */
export function caseOf(key: string): string | undefined {
  const [kind, id] = key.split('/');
  return kind === 'case' || kind === 'juvenile' ? id : undefined;
}

/**
 * Whatever was typed here for a case goes with the case. That it left the board is only the reason to ask: the server
 * says whether it was erased.
 *
 * @param here the case on the screen, which forgets by itself
 */
export async function forgetEnded(board: Board, here: string): Promise<void> {
  const open = new Set([
    here,
    ...board.rows.map(({ id }) => id),
    ...board.unreported.map(({ id }) => id),
  ]);
  const kept = new Set((await journal.keys()).map(caseOf));
  for (const id of kept) {
    if (id === undefined || open.has(id) || Date.now() - (asked.get(id) ?? 0) < AGAIN_MS) continue;
    asked.set(id, Date.now());
    // Without an answer it stays, and is asked again.
    const view = await api.get<TransferView>(`/cases/${id}/transfer`).catch(() => undefined);
    if (view?.state === 'ERASED') await journal.forgetCase(id);
  }
}
