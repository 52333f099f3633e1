import { journal } from './journal.js';
import { queue } from './queue.js';
import { session } from './session.js';

const spared = new Map<string, () => Promise<void>>();
let wiping: Promise<void> | undefined;

/** Keeps a draft through the wipe; `strip` takes out of it what a finder must not see. */
export function spare(key: string, strip: () => Promise<void>): void {
  spared.set(key, strip);
}

/**
 * Makes a device that was sent away forget what people told it. What was sealed for the loket and
 * not sent stays: nobody but the loket can read it. Tells the page by the event `device-revoked`.
 */
export function wipe(): Promise<void> {
  wiping ??= forget().finally(() => (wiping = undefined));
  return wiping;
}

async function forget(): Promise<void> {
  session.adopt(undefined);
  await queue.forgetPlain();
  for (const strip of spared.values()) await strip();
  await journal.forget([...spared.keys()]);
  globalThis.dispatchEvent(new Event('device-revoked'));
}

session.onRevoked = () => void wipe();
