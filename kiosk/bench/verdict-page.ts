/** Runs in the browser that is measured: the very code that the phone runs. */
import type { Situation } from '../src/lib/eligibility/facts.js';
import type { Law } from '../src/lib/eligibility/law.js';
import { judge } from '../src/lib/eligibility/verdict.js';

/** @returns how long each verdict took, in milliseconds */
export function measure(law: Law, situations: readonly Situation[]): number[] {
  return situations.map((situation) => {
    const began = performance.now();
    judge(law, situation);
    return performance.now() - began;
  });
}
