/**
 * Evaluates an expression over facts of which any may be unknown, by Kleene's strong logic: what
 * is unknown stays unknown unless the rest settles the answer anyhow.
 */
import type { Fact, Facts, Interval } from './facts.js';
import type { Expression, Operand, Rules } from './law.js';

/** undefined is unknown. */
export type Truth = boolean | undefined;

export interface Evaluation {
  /** Whether it holds, taking `unknown` tests by what is known now. */
  readonly now: Truth;
  /** The same, but with each test on a fact that somebody could still tell left open. */
  readonly firm: Truth;
  /** The facts that keep it open and that somebody could tell. */
  readonly missing: ReadonlySet<string>;
}

const none: ReadonlySet<string> = new Set();
const certain: Evaluation = { now: true, firm: true, missing: none };
const excluded: Evaluation = { now: false, firm: false, missing: none };

/** @returns what an expression comes to */
export function evaluate(when: Expression, facts: Facts, kinds: Rules['facts']): Evaluation {
  const each = (part: Expression) => evaluate(part, facts, kinds);
  if (when === true) return certain;
  if ('all' in when) return combine(when.all.map(each), false);
  if ('any' in when) return combine(when.any.map(each), true);
  if ('not' in when) {
    const { now, firm, missing } = each(when.not);
    return { now: negate(now), firm: negate(firm), missing };
  }
  if ('unknown' in when) {
    if (facts[when.unknown] !== undefined) return excluded;
    const missing = askable([when.unknown], facts, kinds);
    return missing.size > 0 ? { now: true, firm: undefined, missing } : certain;
  }
  const fact = facts[when.fact];
  const truth = 'is' in when ? isOneOf(fact, when.is) : compare(when, fact, facts);
  if (truth !== undefined) return truth ? certain : excluded;
  return { now: truth, firm: truth, missing: askable(factsOf(when), facts, kinds) };
}

/** Those of the names that are unknown and that somebody could tell. */
function askable(names: readonly string[], facts: Facts, kinds: Rules['facts']): Set<string> {
  return new Set(
    names.filter(
      (name) => facts[name] === undefined && (kinds[name]?.by ?? 'DERIVED') !== 'DERIVED',
    ),
  );
}

/** `all` is settled by one that is false, `any` by one that is true. */
function combine(parts: readonly Evaluation[], settling: boolean): Evaluation {
  const now = join(
    parts.map((part) => part.now),
    settling,
  );
  const firm = join(
    parts.map((part) => part.firm),
    settling,
  );
  const open = firm === undefined ? parts.filter((part) => part.firm === undefined) : [];
  return { now, firm, missing: new Set(open.flatMap((part) => [...part.missing])) };
}

function join(truths: readonly Truth[], settling: boolean): Truth {
  if (truths.includes(settling)) return settling;
  return truths.includes(undefined) ? undefined : !settling;
}

function isOneOf(fact: Fact | undefined, values: readonly string[]): Truth {
  return typeof fact === 'string' ? values.includes(fact) : undefined;
}

type Comparison = Extract<
  Expression,
  { below: Operand } | { atLeast: Operand } | { over: Operand } | { atMost: Operand }
>;

function compare(when: Comparison, fact: Fact | undefined, facts: Facts): Truth {
  const other = value(operandOf(when), facts);
  if ('below' in when) return below(fact, other);
  if ('atLeast' in when) return negate(below(fact, other));
  return 'over' in when ? below(other, fact) : negate(below(other, fact));
}

function operandOf(when: Comparison): Operand {
  if ('below' in when) return when.below;
  if ('atLeast' in when) return when.atLeast;
  return 'over' in when ? when.over : when.atMost;
}

function factsOf(
  when: Comparison | { readonly fact: string; readonly is: readonly string[] },
): string[] {
  const operand = 'is' in when ? 0 : operandOf(when);
  return typeof operand === 'number' ? [when.fact] : [when.fact, operand.fact];
}

function value(operand: Operand, facts: Facts): Fact | undefined {
  return typeof operand === 'number' ? operand : facts[operand.fact];
}

/** Certain only when it is so for every value that the two can have. */
function below(left: Fact | undefined, right: Fact | undefined): Truth {
  if (left === undefined || right === undefined) return undefined;
  const [less, more] = [span(left), span(right)];
  if (less.max < more.min) return true;
  return less.min >= more.max ? false : undefined;
}

function span(fact: Fact): Interval {
  return typeof fact === 'object' ? fact : { min: Number(fact), max: Number(fact) };
}

function negate(truth: Truth): Truth {
  return truth === undefined ? undefined : !truth;
}
