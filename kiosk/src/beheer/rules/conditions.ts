import type { Expression, Operand, Rules } from '../../lib/eligibility/law.js';
import { euros, valueWords } from './words.js';

type Kinds = Rules['facts'];

/** A piece of a sentence; about one fact it can be merged with others about that fact. */
interface Phrase {
  readonly fact?: string;
  /** What is said of the fact, or the whole piece. */
  readonly text: string;
  /** Joined by "of" or "en", so that it needs brackets inside another. */
  readonly joint?: 'of' | 'en';
}

/** @returns the parts of a condition that must all hold, each as a Dutch phrase; empty for always */
export function conditionLines(when: Expression, kinds: Kinds): readonly string[] {
  if (when === true) return [];
  const parts = 'all' in when ? merged(flat(when.all), 'en', kinds) : [phrase(when, kinds)];
  return parts.map((part) => whole(part, kinds));
}

/** @returns a condition as one Dutch sentence */
export function conditionSentence(when: Expression, kinds: Kinds): string {
  const lines = conditionLines(when, kinds);
  return lines.length === 0 ? 'Altijd.' : `Als ${lines.join(', en ')}.`;
}

function phrase(when: Expression, kinds: Kinds): Phrase {
  if (when === true) return { text: 'altijd' };
  if ('all' in when) return joined(merged(flat(when.all), 'en', kinds), 'en', kinds);
  if ('any' in when) return joined(merged(when.any, 'of', kinds), 'of', kinds);
  if ('not' in when) return negated(phrase(when.not, kinds), kinds);
  if ('unknown' in when) return { fact: when.unknown, text: 'niet bekend' };
  if ('is' in when) {
    return {
      fact: when.fact,
      text: when.is.map((value) => valueWords(when.fact, value)).join(' of '),
    };
  }
  return { fact: when.fact, text: comparison(when, kinds) };
}

function flat(parts: readonly Expression[]): readonly Expression[] {
  return parts.flatMap((part) =>
    part !== true && 'all' in part && !isRange(part.all) ? part.all : part,
  );
}

/** Neighbours that speak of the same fact become one piece. */
function merged(parts: readonly Expression[], joint: 'of' | 'en', kinds: Kinds): readonly Phrase[] {
  const range = joint === 'en' ? rangeWords(parts, kinds) : undefined;
  if (range) return [range];
  const pieces: Phrase[] = [];
  for (const next of parts.map((part) => phrase(part, kinds))) {
    const last = pieces.at(-1);
    if (last?.fact !== undefined && last.fact === next.fact) {
      pieces[pieces.length - 1] = { fact: last.fact, text: `${last.text} ${joint} ${next.text}` };
    } else {
      pieces.push(next);
    }
  }
  return pieces;
}

function joined(pieces: readonly Phrase[], joint: 'of' | 'en', kinds: Kinds): Phrase {
  const [only] = pieces;
  if (only && pieces.length === 1) return only;
  const texts = pieces.map((piece) =>
    piece.joint && piece.joint !== joint ? `(${whole(piece, kinds)})` : whole(piece, kinds),
  );
  return { text: texts.join(`, ${joint} `), joint };
}

function negated(inner: Phrase, kinds: Kinds): Phrase {
  if (inner.fact !== undefined) return { fact: inner.fact, text: `niet ${inner.text}` };
  return { text: `niet: (${whole(inner, kinds)})` };
}

function whole({ fact, text }: Phrase, kinds: Kinds): string {
  return fact === undefined ? text : `${labelOf(fact, kinds)}: ${text}`;
}

/** @returns a fact's label as it stands inside a sentence */
export function labelOf(fact: string, kinds: Kinds): string {
  const label = kinds[fact]?.label ?? fact;
  return label.charAt(0).toLowerCase() + label.slice(1);
}

interface Bound {
  readonly fact: string;
  readonly from?: number;
  readonly to?: number;
}

function isRange(parts: readonly Expression[]): boolean {
  const [low, high] = parts.map(boundOf);
  if (parts.length !== 2 || low?.fact !== high?.fact) return false;
  return low?.from !== undefined && high?.to !== undefined;
}

function rangeWords(parts: readonly Expression[], kinds: Kinds): Phrase | undefined {
  if (!isRange(parts)) return undefined;
  const [low, high] = parts.map(boundOf);
  const { fact = '', from = 0 } = low ?? {};
  const to = high?.to ?? 0;
  const unit = numberWords(fact, to, kinds);
  return { fact, text: from === to ? unit : `${amount(fact, from)} tot en met ${unit}` };
}

/** The whole numbers that a comparison lets through. */
function boundOf(when: Expression): Bound | undefined {
  if (when === true || !('fact' in when)) return undefined;
  const { fact } = when;
  if ('atLeast' in when && typeof when.atLeast === 'number') return { fact, from: when.atLeast };
  if ('over' in when && typeof when.over === 'number') return { fact, from: when.over + 1 };
  if ('below' in when && typeof when.below === 'number') return { fact, to: when.below - 1 };
  if ('atMost' in when && typeof when.atMost === 'number') return { fact, to: when.atMost };
  return undefined;
}

type Comparison = Extract<
  Expression,
  { below: Operand } | { atLeast: Operand } | { over: Operand } | { atMost: Operand }
>;

function comparison(when: Comparison, kinds: Kinds): string {
  const { fact } = when;
  const young = fact === 'age';
  if ('below' in when) {
    return `${young ? 'jonger' : 'minder'} dan ${numberWords(fact, when.below, kinds)}`;
  }
  if ('atMost' in when) return `hoogstens ${numberWords(fact, when.atMost, kinds)}`;
  if ('over' in when)
    return `${young ? 'ouder' : 'meer'} dan ${numberWords(fact, when.over, kinds)}`;
  const least = numberWords(fact, when.atLeast, kinds);
  return young ? `${least} of ouder` : `${least} of meer`;
}

function numberWords(fact: string, operand: Operand, kinds: Kinds): string {
  if (typeof operand !== 'number') return `de ${labelOf(operand.fact, kinds)}`;
  if (fact === 'age') return `${operand} jaar`;
  if (fact.startsWith('days')) return `${operand} dagen`;
  if (fact.startsWith('months')) return `${operand} maanden`;
  return amount(fact, operand);
}

function amount(fact: string, value: number): string {
  return fact.endsWith('Cents') ? euros(value) : String(value);
}
