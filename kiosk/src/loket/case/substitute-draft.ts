import { bareNumber, isNumber } from '../phone.js';
import type { SubstituteKind } from '../contact-shapes.js';

/** Who comes instead of a guardian, as typed so far; '' is not chosen, LATER is not known yet. */
export interface SubstituteDraft {
  who: SubstituteKind | 'LATER' | '';
  name: string;
  relation: string;
  number: string;
}

/** Nothing chosen yet. */
export const EMPTY_SUBSTITUTE: SubstituteDraft = { who: '', name: '', relation: '', number: '' };

/** The command's part that says who comes instead. */
export interface NewSubstitute {
  who: SubstituteKind;
  name?: string;
  relation?: string;
  number?: string;
}

/** What still lacks, as a sentence; empty when nothing does. */
export function missingSubstitute({ who, name, number }: SubstituteDraft): string {
  if (who === '') return 'Kies wie er in plaats van deze ouder komt.';
  if (who === 'ADULT' && name.trim() === '') return 'Vul in wie er in plaats van de ouder komt.';
  if (who === 'ADULT' && !isNumber(number)) return 'Vul het nummer van deze volwassene in.';
  return '';
}

/** As the command carries it; undefined while nobody is known. */
export function toSubstitute(draft: SubstituteDraft): NewSubstitute | undefined {
  const { who } = draft;
  if (who === '' || who === 'LATER') return undefined;
  if (who !== 'ADULT') return { who };
  const relation = draft.relation.trim();
  return {
    who,
    name: draft.name.trim(),
    number: bareNumber(draft.number),
    ...(relation === '' ? {} : { relation }),
  };
}
