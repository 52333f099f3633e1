/** One verdict on one case, by the law that counted when the offence happened. It advises; a human signs. */
import { sha256Hex } from '../bytes.js';
import { type Evaluation, evaluate } from './evaluate.js';
import { dateOf, derive, type Facts, type Situation } from './facts.js';
import {
  type Branch,
  type Consequence,
  type Decision,
  decisions,
  type Law,
  type Rule,
  validOn,
} from './law.js';

/** A branch of a rule that holds for the case. */
export interface Fired {
  readonly id: string;
  readonly version: number;
  readonly effect: Consequence['effect'];
  /** The decision, gate, warning or route. */
  readonly value: string | null;
  readonly sentence: string;
  readonly next: string | null;
}

export interface Verdict {
  readonly decision: Decision;
  /** What to do instead, with NOT_HALT and STOP. */
  readonly route: string | null;
  /** Whether something that nobody could look up may still change it. */
  readonly provisional: boolean;
  /** Whether it rests on law that could not be read. */
  readonly lawUnknown: boolean;
  /** Versions of the two files. */
  readonly rules: string;
  readonly offences: string;
  /** In the order of the file. */
  readonly fired: readonly Fired[];
  readonly gates: readonly string[];
  readonly warnings: readonly string[];
  /** Rules that could still make it worse. */
  readonly open: readonly string[];
  /** Facts that could still change it and that somebody can tell, in the order of the file. */
  readonly ask: readonly string[];
}

interface Judged {
  readonly rule: Rule;
  readonly branch: Branch;
  readonly outcome: Evaluation;
  /** What it brings about now, if anything. */
  readonly then: Consequence | undefined;
}

/** @returns the verdict on a situation */
export function judge(law: Law, situation: Situation): Verdict {
  const facts = derive(law, situation);
  const judged = applicable(law, situation).flatMap((rule) =>
    rule.branches.map((branch) => outcomeOf(rule, branch, facts, law)),
  );
  const fired = judged.flatMap(({ rule, then }) => (then ? [{ rule, then }] : []));
  const decision = decide(judged);
  const open = openOnes(judged);
  const missing = new Set(open.flatMap(({ outcome }) => [...outcome.missing]));
  return {
    decision,
    route: routeOf(
      decision,
      fired.map(({ then }) => then),
    ),
    provisional: fired.some(({ then }) => then.provisional === true),
    lawUnknown: fired.some(({ then }) => then.lawUnknown === true),
    rules: law.rules.version,
    offences: law.offences.version,
    fired: fired.map(({ rule, then }) => reported(rule, then)),
    gates: unique(fired.flatMap(({ then }) => (then.effect === 'GATE' ? [then.gate] : []))),
    warnings: unique(
      fired.flatMap(({ then }) => (then.effect === 'WARNING' ? [then.warning] : [])),
    ),
    open: unique(open.map(({ rule }) => rule.id)),
    ask: Object.keys(law.rules.facts).filter((name) => missing.has(name)),
  };
}

/** @returns the one way to write a verdict, the same in Java */
export function canonical(verdict: Verdict): string {
  return JSON.stringify(verdict);
}

/** @returns SHA-256, in hex, over the known facts with their names in order */
export async function inputsHash(law: Law, situation: Situation): Promise<string> {
  const text = JSON.stringify(sorted(derive(law, situation)));
  return sha256Hex(new TextEncoder().encode(text));
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, held]) => [key, sorted(held)]));
}

function applicable({ rules }: Law, { offenceId, offenceAt }: Situation): Rule[] {
  const date = dateOf(offenceAt);
  return rules.rules.filter(
    (rule) => validOn(rule, date) && (rule.offenceSet?.includes(offenceId) ?? true),
  );
}

function outcomeOf(rule: Rule, branch: Branch, facts: Facts, law: Law): Judged {
  const outcome = evaluate(branch.when, facts, law.rules.facts);
  const instead = outcome.now === undefined ? branch.ifUnknown : undefined;
  return { rule, branch, outcome, then: outcome.now === true ? branch.then : instead };
}

/** Where no rule in force decides anything, such as before the first of them, nobody knows. */
function decide(judged: readonly Judged[]): Decision {
  const worst = worstOf(judged.map(({ then }) => then));
  const inDoubt = judged.some(
    ({ branch, outcome }) =>
      outcome.now === undefined &&
      !branch.ifUnknown &&
      rank(branch.then) > decisions.indexOf(worst),
  );
  const silent = !judged.some(({ branch }) => branch.then.effect === 'DECISION');
  return (inDoubt || silent) && decisions.indexOf(worst) < decisions.indexOf('UNKNOWN')
    ? 'UNKNOWN'
    : worst;
}

/** The branches that could make it worse than what is certain whatever anybody may still tell. */
function openOnes(judged: readonly Judged[]): Judged[] {
  const certain = judged.filter(({ outcome }) => outcome.firm === true);
  const floor = decisions.indexOf(worstOf(certain.map(({ branch }) => branch.then)));
  return judged.filter(
    ({ branch, outcome }) => outcome.firm === undefined && rank(branch.then) > floor,
  );
}

function worstOf(consequences: readonly (Consequence | undefined)[]): Decision {
  return decisions[Math.max(0, ...consequences.map(rank))] ?? 'DIRECT';
}

/** How bad it is; what decides nothing is as harmless as DIRECT. */
function rank(consequence: Consequence | undefined): number {
  return consequence?.effect === 'DECISION' ? decisions.indexOf(consequence.decision) : 0;
}

function routeOf(decision: Decision, fired: readonly Consequence[]): string | null {
  if (decision !== 'NOT_HALT' && decision !== 'STOP') return null;
  const first = fired.find((then) => then.effect === 'DECISION' && then.decision === decision);
  return first?.route ?? null;
}

function reported(rule: Rule, then: Consequence): Fired {
  return {
    id: rule.id,
    version: rule.version,
    effect: then.effect,
    value: valueOf(then),
    sentence: then.sentence,
    next: then.next ?? null,
  };
}

function valueOf(then: Consequence): string | null {
  if (then.effect === 'DECISION') return then.decision;
  if (then.effect === 'GATE') return then.gate;
  return then.effect === 'WARNING' ? then.warning : (then.route ?? null);
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
