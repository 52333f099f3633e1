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

/** @returns what an expression comes to */
export function evaluate(when: Expression, facts: Facts, kinds: Rules['facts']): Evaluation {
  const each = (part: Expression) => evaluate(part, facts, kinds);
  const askable = (...names: string[]) =>
    new Set(
      names.filter(
        (name) => facts[name] === undefined && (kinds[name]?.by ?? 'DERIVED') !== 'DERIVED',
      ),
    );
  const leaf = (truth: Truth, ...names: string[]): Evaluation => ({
    now: truth,
    firm: truth,
    missing: truth === undefined ? askable(...names) : none,
  });
  if (when === true) return leaf(true);
  if ('all' in when) return combine(when.all.map(each), false);
  if ('any' in when) return combine(when.any.map(each), true);
  if ('not' in when) {
    const { now, firm, missing } = each(when.not);
    return { now: negate(now), firm: negate(firm), missing };
  }
  if ('unknown' in when) {
    const missing = askable(when.unknown);
    const now = facts[when.unknown] === undefined;
    return { now, firm: missing.size > 0 ? undefined : now, missing };
  }
  const fact = facts[when.fact];
  if ('is' in when) {
    return leaf(typeof fact === 'string' ? when.is.includes(fact) : undefined, when.fact);
  }
  const [operand, truth] = compare(when, fact, facts);
  return leaf(truth, when.fact, ...(typeof operand === 'number' ? [] : [operand.fact]));
}

/** `all` is settled by one that is false, `any` by one that is true. */
function combine(parts: readonly Evaluation[], settling: boolean): Evaluation {
  const over = (truths: readonly Truth[]): Truth => {
    if (truths.includes(settling)) return settling;
    return truths.includes(undefined) ? undefined : !settling;
  };
  const firm = over(parts.map((part) => part.firm));
  const open = firm === undefined ? parts.filter((part) => part.firm === undefined) : [];
  return {
    now: over(parts.map((part) => part.now)),
    firm,
    missing: new Set(open.flatMap((part) => [...part.missing])),
  };
}

type Comparison = Extract<
  Expression,
  { below: Operand } | { atLeast: Operand } | { over: Operand } | { atMost: Operand }
>;

function compare(when: Comparison, fact: Fact | undefined, facts: Facts): [Operand, Truth] {
  if ('below' in when) return [when.below, below(fact, value(when.below, facts))];
  if ('atLeast' in when) return [when.atLeast, negate(below(fact, value(when.atLeast, facts)))];
  if ('over' in when) return [when.over, below(value(when.over, facts), fact)];
  return [when.atMost, negate(below(value(when.atMost, facts), fact))];
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
