import { ApiError } from '../lib/api.js';
import { uuidv7 } from '../lib/ids.js';
import { queue, type Command } from '../lib/queue.js';

/**
 * Sends a command through the queue and waits for the answer, however long the network is away.
 * A refusal is not kept in the queue: whoever waits here shows it.
 *
 * @throws ApiError when the server refuses
 */
export async function command<T>(what: Omit<Command, 'id'>): Promise<T> {
  const id = uuidv7();
  await queue.put({ id, ...what });
  return answer<T>(id);
}

/** Waits for a command that was already on its way when the page was loaded. */
export async function answer<T>(id: string): Promise<T> {
  try {
    return await queue.done<T>(id);
  } catch (failure) {
    await queue.dismiss(id);
    throw ApiError.of(failure);
  }
}

/** The id of a command to this path that is still on its way, or undefined. */
export async function underway(
  path: string,
  matches: (body: unknown) => boolean = () => true,
): Promise<string | undefined> {
  await queue.ready;
  const found = queue.pending.find(
    (pending) =>
      pending.refusal === undefined &&
      queue.isOwn(pending.command) &&
      pending.command.path === path &&
      matches(pending.command.body),
  );
  return found?.command.id;
}

/** Resolves when nothing of this worker waits any more; what was refused does not count. */
export async function settled(): Promise<void> {
  const waiting = queue.pending.filter(
    ({ command, refusal }) => refusal === undefined && queue.isOwn(command),
  );
  await Promise.allSettled(waiting.map((pending) => queue.done(pending.command.id)));
}

/** A refusal as one sentence for the screen. */
export function refusalText(refusal: ApiError): string {
  const reasons = refusal.invalidParams.map((param) => param.reason);
  return [refusal.detail, ...reasons].filter((part) => part !== '').join(' ');
}
