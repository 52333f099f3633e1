import type { Decision, Purpose } from './consent-shapes.js';

/** As much of a decision as tells what somebody said. */
export type Said = Pick<Decision, 'person' | 'purpose' | 'answer' | 'at' | 'withdrawnAt'>;

/** The last word of the juvenile, or of a guardian, on one purpose, as far as it stands and was not said before `since`. */
export function lastWord<T extends Said>(
  decisions: readonly T[],
  purpose: Purpose,
  person: T['person'],
  since = '',
): T | undefined {
  const last = decisions
    .filter((one) => one.person === person && one.purpose === purpose && one.at > since)
    .reduce<T | undefined>((a, b) => (a && a.at > b.at ? a : b), undefined);
  return last?.withdrawnAt === undefined ? last : undefined;
}

/** With a capital, as a sentence begins. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
