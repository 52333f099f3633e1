/** Runs in the browser that is measured: the very code that the phone runs. */
import type { Situation } from '../src/lib/eligibility/facts.js';
import type { Law } from '../src/lib/eligibility/law.js';
import { judge } from '../src/lib/eligibility/verdict.js';
import { warmUp } from '../src/lib/eligibility/warm-up.js';

/** @returns how long each verdict took, in milliseconds, after the phone got ready as it does at its start */
export async function measure(law: Law, situations: readonly Situation[]): Promise<number[]> {
  await warmUp(law, '2026-11-21T20:10:00Z');
  return situations.map((situation) => {
    const began = performance.now();
    judge(law, situation);
    return performance.now() - began;
  });
}
