/**
 * The shapes of the two law files, config/rules.json and config/halt-feiten.json. The server has
 * checked them against their JSON Schemas before a device ever gets them.
 */

/** From harmless to worst: of several decisions the last in this order wins. */
export const decisions = [
  'DIRECT',
  'PENDING_PARENT',
  'PENDING_SOBER',
  'NEEDS_HOVJ',
  'NEEDS_OVJ',
  'UNKNOWN',
  'NOT_HALT',
  'STOP',
] as const;

export type Decision = (typeof decisions)[number];

/** A place in public sources; the files name it by its key. */
export interface Source {
  readonly title: string;
  readonly url: string;
  readonly readOn: string;
}

/** A whole number, or the name of the fact that holds one. */
export type Operand = number | { readonly fact: string };

/** What must hold for a branch, over facts of which any may be unknown. */
export type Expression =
  | true
  | { readonly fact: string; readonly is: readonly string[] }
  | { readonly fact: string; readonly below: Operand }
  | { readonly fact: string; readonly atLeast: Operand }
  | { readonly fact: string; readonly over: Operand }
  | { readonly fact: string; readonly atMost: Operand }
  | { readonly all: readonly Expression[] }
  | { readonly any: readonly Expression[] }
  | { readonly not: Expression }
  | { readonly unknown: string };

/** What a branch brings about; the sentence is Dutch and meant for the referrer. */
export type Consequence = {
  readonly sentence: string;
  readonly next?: string;
  readonly provisional?: boolean;
  readonly lawUnknown?: boolean;
  readonly route?: string;
} & (
  | { readonly effect: 'DECISION'; readonly decision: Decision }
  | { readonly effect: 'GATE'; readonly gate: string }
  | { readonly effect: 'WARNING'; readonly warning: string }
  | { readonly effect: 'ADVICE' }
);

export interface Branch {
  readonly when: Expression;
  readonly then: Consequence;
  /** What to do when `when` is unknown, instead of deciding UNKNOWN. */
  readonly ifUnknown?: Consequence;
}

export interface Rule {
  readonly id: string;
  readonly version: number;
  /** First and last local date of offence for which the rule counts. */
  readonly validFrom: string;
  readonly validTo: string | null;
  /** The offences that it is about; null for all, known or not. */
  readonly offenceSet: readonly string[] | null;
  readonly branches: readonly Branch[];
  readonly lawRef: {
    readonly bwb?: string;
    readonly article?: string;
    readonly text?: string;
  } | null;
  readonly source: string | readonly string[];
  readonly certainty: string;
  readonly reviewedBy: string | null;
  readonly reviewedOn: string | null;
  readonly testCases: readonly string[];
}

export interface FactKind {
  readonly type: 'code' | 'int' | 'yesno';
  readonly values?: readonly string[];
  readonly label: string;
  readonly question?: string;
  /** Who can tell it; a derived fact follows from others and is asked of nobody. */
  readonly by: 'REFERRER' | 'DESK' | 'DERIVED';
}

export interface RouteStep {
  readonly text: string;
  readonly number?: string;
}

export interface Route {
  readonly heading: string;
  readonly steps: readonly RouteStep[];
}

export interface Rules {
  readonly version: string;
  readonly sources: Readonly<Record<string, Source>>;
  readonly facts: Readonly<Record<string, FactKind>>;
  readonly routes: Readonly<Record<string, Route>>;
  readonly rules: readonly Rule[];
}

/** Limits in cents; absent where the offence has none, null where the law could not be read. */
export interface Ceilings {
  readonly valueCents?: number | null;
  readonly damageOffenderCents?: number | null;
  readonly damageTotalCents?: number | null;
  readonly value2024Cents?: number | null;
  readonly damageOffender2024Cents?: number | null;
  readonly damageTotal2024Cents?: number | null;
}

export interface Feitcode {
  readonly code: string;
  readonly certainty: string;
  readonly minAge?: number;
  readonly maxAge?: number;
}

export interface Offence {
  readonly id: string;
  readonly label: string;
  readonly qualification: string;
  readonly law: {
    readonly name: string;
    readonly bwb?: string;
    readonly article: string;
    readonly paragraph?: string;
  };
  readonly kind: 'VIOLATION' | 'CRIME' | 'UNKNOWN';
  readonly feitcodes: readonly Feitcode[];
  readonly list: string;
  readonly ceilings: Ceilings;
  readonly asks: readonly string[];
  readonly investigate: {
    readonly police: boolean;
    readonly boaDomains: readonly string[];
    readonly certainty: string;
  };
  readonly refer: {
    readonly police: string;
    readonly boa: string;
    readonly domains: readonly string[];
    readonly certainty: string;
  };
  readonly group: string;
  readonly icon: string;
  readonly conditions: readonly string[];
  readonly source: string | readonly string[];
  readonly certainty: string;
  readonly verifiedOn: string;
  /** First and last local date of offence for which the record counts. */
  readonly validFrom: string;
  readonly validTo: string | null;
}

export interface Offences {
  readonly version: string;
  readonly sources: Readonly<Record<string, Source>>;
  readonly offences: readonly Offence[];
}

/** One version of each file, to judge with. */
export interface Law {
  readonly rules: Rules;
  readonly offences: Offences;
}

/** @returns whether a record counts for an offence on this local date */
export function validOn(
  record: { readonly validFrom: string; readonly validTo: string | null },
  date: string,
): boolean {
  return record.validFrom <= date && (record.validTo === null || date <= record.validTo);
}
