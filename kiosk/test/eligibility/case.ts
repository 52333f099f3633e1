/** How a golden case is written down, by hand and from the law, before any code has judged it. */
import type { Fired, Verdict } from '../../src/lib/eligibility/verdict.js';
import type { Situation } from '../../src/lib/eligibility/facts.js';
import type { Decision } from '../../src/lib/eligibility/law.js';

export interface Case {
  readonly id: string;
  readonly about: string;
  readonly situation: Situation;
  readonly decision: Decision;
  /**
   * What else must hold, in words with spaces between: `R-AGE-1` must fire, `!R-AGE-1` must not,
   * `gate:X`, `warning:X`, `route:X`, `open:R-X`, `ask:fact` and their opposites with `!`, `provisional`,
   * `lawUnknown`.
   */
  readonly marks: string;
}

/** A change of a base situation; undefined takes a fact away. */
export type Change = { readonly [Key in keyof Situation]?: Situation[Key] | undefined };

/** What is changed, what follows and the marks. */
export type Row = readonly [about: string, change: Change, decision: Decision, marks?: string];

/** @returns the situation with the change made */
export function changed(base: Situation, change: Change): Situation {
  const merged = Object.entries({ ...base, ...change });
  return Object.fromEntries(
    merged.filter(([, value]) => value !== undefined),
  ) as unknown as Situation;
}

/**
 * A rule, with a case that fires it and the nearest that does not.
 *
 * @param name the rule's id, with a word after a slash when it has more than one pair
 */
export function pair(name: string, base: Situation, fires: Row, spares: Row): Case[] {
  const [rule = ''] = name.split('/');
  const id = name.toLowerCase().replace('/', '-');
  return [one(`${id}-fires`, base, fires, rule), one(`${id}-spares`, base, spares, `!${rule}`)];
}

/** Cases of one theme, numbered. */
export function several(theme: string, base: Situation, rows: readonly Row[]): Case[] {
  return rows.map((row, index) => one(`${theme}-${index + 1}`, base, row, ''));
}

function one(id: string, base: Situation, row: Row, first: string): Case {
  const [about, change, decision, marks = ''] = row;
  return {
    id,
    about,
    situation: changed(base, change),
    decision,
    marks: `${first} ${marks}`.trim(),
  };
}

/** @returns what of a case's expectation the verdict does not fulfil, in words */
export function unmet(written: Case, verdict: Verdict): string[] {
  const wrong = written.marks
    .split(' ')
    .filter(
      (mark) => mark !== '' && holds(mark.replace('!', ''), verdict) === mark.startsWith('!'),
    );
  if (verdict.decision !== written.decision) {
    wrong.unshift(`${written.decision}, but it is ${verdict.decision}`);
  }
  return wrong;
}

function holds(mark: string, verdict: Verdict): boolean {
  const [kind = '', value = ''] = mark.split(':');
  switch (kind) {
    case 'gate':
      return verdict.gates.includes(value);
    case 'warning':
      return verdict.warnings.includes(value);
    case 'route':
      return verdict.route === value;
    case 'open':
      return verdict.open.includes(value);
    case 'ask':
      return verdict.ask.includes(value);
    case 'provisional':
      return verdict.provisional;
    case 'lawUnknown':
      return verdict.lawUnknown;
    default:
      return verdict.fired.some((fired: Fired) => fired.id === kind);
  }
}
