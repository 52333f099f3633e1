/** Gets a browser ready to judge at once: what runs for the first time is compiled first, and a person would wait. */
import type { Law } from './law.js';
import { judge } from './verdict.js';

/** Judges each offence once, a little at a time, in moments when nothing else is to be done. */
export async function warmUp(law: Law, offenceAt: string): Promise<void> {
  for (const { id } of law.offences.offences) {
    await pause();
    judge(law, { offenceId: id, offenceAt });
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
