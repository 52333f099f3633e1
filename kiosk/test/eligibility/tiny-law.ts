/** The smallest law that a test can need: made up, and each test puts its own rules in it. */
import type {
  Branch,
  Decision,
  Expression,
  FactKind,
  Law,
  Offence,
  Rule,
} from '../../src/lib/eligibility/law.js';
import type { Situation } from '../../src/lib/eligibility/facts.js';

const kinds: Record<string, FactKind> = {
  age: { type: 'int', label: 'Leeftijd', by: 'DERIVED' },
  valueCeilingCents: { type: 'int', label: 'Grens', by: 'DERIVED' },
  publicRoad: { type: 'yesno', label: 'Openbare weg', by: 'REFERRER' },
  admission: { type: 'code', values: ['YES', 'NO', 'PARTLY'], label: 'Bekent', by: 'REFERRER' },
  valueCents: { type: 'int', label: 'Waarde', by: 'REFERRER' },
  custody: { type: 'yesno', label: 'Gezag', by: 'DESK' },
};

const offence: Offence = {
  id: 'wat',
  label: 'Wat',
  qualification: 'Iets doen',
  law: { name: 'Wet', article: '1' },
  kind: 'VIOLATION',
  feitcodes: [],
  list: 'LISTED',
  ceilings: { valueCents: 15_000 },
  asks: [],
  investigate: { police: true, boaDomains: ['I'], certainty: 'I' },
  refer: { police: 'YES', boa: 'NO', domains: [], certainty: 'I' },
  group: 'Wat',
  icon: 'wat',
  conditions: [],
  source: 'X',
  certainty: 'I',
  verifiedOn: '2026-01-01',
  validFrom: '2020-01-01',
  validTo: null,
};

export function lawOf(rules: readonly Rule[], offences: readonly Partial<Offence>[] = [{}]): Law {
  return {
    rules: { version: '1', sources: {}, facts: kinds, routes: {}, rules },
    offences: {
      version: '2',
      sources: {},
      offences: offences.map((change) => ({ ...offence, ...change })),
    },
  };
}

export function rule(id: string, branches: readonly Branch[], change: Partial<Rule> = {}): Rule {
  return {
    id,
    version: 1,
    validFrom: '2020-01-01',
    validTo: null,
    offenceSet: null,
    branches,
    lawRef: null,
    source: ['X'],
    certainty: 'I',
    reviewedBy: null,
    reviewedOn: null,
    testCases: [],
    ...change,
  };
}

export function decides(when: Expression, decision: Decision): Branch {
  return { when, then: { effect: 'DECISION', decision, sentence: decision } };
}

export function situation(change: Partial<Situation> = {}): Situation {
  return { offenceId: 'wat', offenceAt: '2026-11-21T20:10:00Z', ...change };
}
