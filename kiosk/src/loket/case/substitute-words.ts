import type { SubstituteKind } from '../contact-shapes.js';

/** Who comes instead, in words. */
export const SUBSTITUTE_WORDS: Record<SubstituteKind, string> = {
  ADULT: 'Een andere volwassene',
  SAFE_HOME: 'Veilig Thuis',
  POLICE: 'De politie',
};
