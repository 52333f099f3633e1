/** As much of a decision as tells whether somebody may be called. */
export interface Consent {
  person: 'JUVENILE' | 'GUARDIAN';
  purpose: string;
  answer: 'YES' | 'NO' | 'LATER';
  at: string;
  withdrawnAt?: string;
}

/**
 * Whether Halt may contact the helper that the juvenile named, in words. Without a yes of the juvenile, and under 16 of
 * a guardian as well, it may not.
 */
export function mentorWords(decisions: readonly Consent[], guardianPermits: boolean): string {
  const juvenile = says(decisions, 'JUVENILE');
  if (!juvenile) return 'Neem geen contact op: de jongere heeft daar nog geen ja op gezegd.';
  if (guardianPermits && !says(decisions, 'GUARDIAN')) {
    return 'Neem nog geen contact op: de jongere zei ja, en een ouder moet het ook goed vinden.';
  }
  return 'Contact opnemen mag: daar is ja op gezegd. Intrekken kan altijd.';
}

/** The last word of this person on contact with the helper. */
function says(decisions: readonly Consent[], person: Consent['person']): boolean {
  const last = decisions
    .filter((one) => one.person === person && one.purpose === 'MENTOR')
    .reduce<Consent | undefined>((a, b) => (a && a.at > b.at ? a : b), undefined);
  return last?.answer === 'YES' && last.withdrawnAt === undefined;
}
