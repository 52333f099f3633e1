import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/lib/eligibility/evaluate.js';
import type { Facts, Situation } from '../../src/lib/eligibility/facts.js';
import { decisions, type Decision, type Expression } from '../../src/lib/eligibility/law.js';
import { canonical, judge } from '../../src/lib/eligibility/verdict.js';
import { beer, damage, mandate, nuisance, theft, youngBeer } from './bases.js';
import { changed, type Change } from './case.js';
import { readLaw } from './golden.js';
import { decides, lawOf, rule, situation as tiny } from './tiny-law.js';

const law = readLaw();
const seed = 20_261_121;

/** What each field of a situation can be when it is known. */
const possible = {
  birthDate: [
    '2016-05-04',
    '2014-11-22',
    '2014-11-21',
    '2012-05-04',
    '2010-05-04',
    '2008-11-22',
    '2008-11-21',
  ],
  identity: ['DOCUMENT', 'POLICE_CHECK', 'GUARDIAN_CONFIRMS', 'STATED', 'NONE'],
  referrer: ['POLICE', 'BOA', 'KMAR', 'PROSECUTOR', 'OTHER'].flatMap((kind) =>
    [true, false].map((listed) => ({ kind, domain: 'I', listed })),
  ),
  mandate: [mandate, { ...mandate, offences: [] }, { ...mandate, inArea: 'NO' }],
  manner: ['STOPPED', 'ARRESTED', 'SUMMONED'],
  publicRoad: ['YES', 'NO'],
  referrerIsVictim: ['YES', 'NO'],
  cautionGiven: ['YES', 'NO'],
  fireworks: ['F1', 'F2', 'F3', 'F4'],
  damageCents: [0, 90_000, 90_001],
  damageTotalCents: [0, 450_000, 450_001],
  valueCents: [0, 15_000, 15_001],
  admission: ['YES', 'NO', 'PARTLY'],
  responsive: ['YES', 'NO', 'LIMITED'],
  counsel: ['PRESENT', 'CONSULTED', 'WAIVED', 'NOT_APPLICABLE'],
  custody: ['YES', 'NO'],
  prior: [0, 1, 2, 3].flatMap((halt) =>
    ['NO', 'YES'].map((crimeRecord) => ({
      check: crimeRecord === 'YES' ? 'CRIME' : halt > 0 ? 'VIOLATION' : 'NONE',
      halt,
      haltViolations: halt,
      crimeRecord,
    })),
  ),
} as const satisfies { readonly [Key in keyof Situation]?: readonly unknown[] };

type Field = keyof typeof possible;
const fields = Object.keys(possible) as Field[];
const offenceIds = [...new Set(law.offences.offences.map(({ id }) => id))];

/** A trouble-free situation with a few fields made something else, and a few taken away. */
const situations = fc
  .record({
    base: fc.constantFrom(beer, youngBeer, nuisance, theft, damage),
    offenceId: fc.option(fc.constantFrom(...offenceIds), { nil: undefined, freq: 3 }),
    other: fc.subarray(fields, { maxLength: 4 }),
    pick: fc.array(fc.nat(), { minLength: 4, maxLength: 4 }),
    gone: fc.subarray(fields, { maxLength: 3 }),
  })
  .map(({ base, offenceId, other, pick, gone }) => {
    const change = Object.fromEntries([
      ...(offenceId === undefined ? [] : [['offenceId', offenceId]]),
      ...other.map((field, index) => [field, valueOf(field, pick[index] ?? 0)]),
      ...gone.map((field) => [field, undefined]),
    ]) as Change;
    return changed(base, change);
  });

function valueOf(field: Field, pick: number): unknown {
  const values: readonly unknown[] = possible[field];
  return values[pick % values.length];
}

/** Every situation that comes of telling one thing that is not known yet. */
function completions(situation: Situation): { field: Field; situation: Situation }[] {
  const unknown = fields.filter((field) => situation[field] === undefined);
  return unknown.flatMap((field) =>
    possible[field].map((value) => ({
      field,
      situation: changed(situation, { [field]: value }),
    })),
  );
}

const rank = (decision: Decision) => decisions.indexOf(decision);

describe('any verdict', () => {
  it('is DIRECT with a fact unknown only if every completion is, or says that it is provisional', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const verdict = judge(law, situation);
        if (verdict.decision !== 'DIRECT') return;
        for (const { field, situation: told } of completions(situation)) {
          const then = judge(law, told);
          if (field === 'prior' && verdict.provisional) continue;
          expect(then.decision, `${field}: ${canonical(then)}`).toBe('DIRECT');
        }
      }),
      { seed, numRuns: 600 },
    );
  });

  it('is the same whatever the order in which things were said', () => {
    fc.assert(
      fc.property(situations, fc.infiniteStream(fc.nat()), (situation, picks) => {
        const shuffled = Object.entries(situation)
          .map((entry) => [Number(picks.next().value), entry] as const)
          .sort(([a], [b]) => a - b)
          .map(([, entry]) => entry);
        const told = Object.fromEntries(shuffled) as unknown as Situation;
        expect(canonical(judge(law, told))).toBe(canonical(judge(law, situation)));
      }),
      { seed, numRuns: 300 },
    );
  });

  it('is as bad as the worst that fired, or unknown when it asks or leaves open', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const verdict = judge(law, situation);
        const fired = verdict.fired
          .filter(({ effect }) => effect === 'DECISION')
          .map(({ value }) => rank(value as Decision));
        const worst = Math.max(0, ...fired);
        expect([worst, Math.max(worst, rank('UNKNOWN'))]).toContain(rank(verdict.decision));
        if (verdict.decision === 'NOT_HALT' || verdict.decision === 'STOP') {
          expect(verdict.route).not.toBeNull();
        } else {
          expect(verdict.route).toBeNull();
        }
      }),
      { seed, numRuns: 300 },
    );
  });

  it('asks nothing that can change neither decision nor questions', () => {
    const askable = {
      admission: 1,
      responsive: 1,
      manner: 1,
      cautionGiven: 1,
      counsel: 1,
      valueCents: 1,
    };
    fc.assert(
      fc.property(situations, (situation) => {
        const verdict = judge(law, situation);
        for (const { field, situation: told } of completions(situation)) {
          if (!(field in askable) || verdict.ask.includes(field)) continue;
          const then = judge(law, told);
          expect(rank(then.decision), `${field} of ${canonical(verdict)}`).toBeLessThanOrEqual(
            rank(verdict.decision),
          );
        }
      }),
      { seed, numRuns: 300 },
    );
  });
});

describe('the order of decisions', () => {
  it('is total: of any two one wins, whatever the order of the rules, and it is associative', () => {
    const worst = (...all: Decision[]) =>
      judge(lawOf(all.map((each, index) => rule(`R${index}`, [decides(true, each)]))), tiny())
        .decision;
    for (const a of decisions) {
      for (const b of decisions) {
        expect([a, b]).toContain(worst(a, b));
        expect(worst(a, b)).toBe(worst(b, a));
        for (const c of decisions) expect(worst(worst(a, b), c)).toBe(worst(a, worst(b, c)));
      }
    }
    expect([...decisions].reverse()).toEqual([
      'STOP',
      'NOT_HALT',
      'UNKNOWN',
      'NEEDS_OVJ',
      'NEEDS_HOVJ',
      'PENDING_SOBER',
      'PENDING_PARENT',
      'DIRECT',
    ]);
  });
});

describe('any expression', () => {
  const names = ['publicRoad', 'admission', 'custody'];
  const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
    expression: fc.oneof(
      { maxDepth: 4 },
      fc.constant<Expression>(true),
      fc.constantFrom(...names).map((fact): Expression => ({ fact, is: ['YES'] })),
      fc
        .constantFrom('below', 'atMost', 'over', 'atLeast')
        .map((how) => ({ fact: 'valueCents', [how]: 2 }) as unknown as Expression),
      fc.array(tie('expression'), { maxLength: 3 }).map((all): Expression => ({ all })),
      fc.array(tie('expression'), { maxLength: 3 }).map((any): Expression => ({ any })),
      tie('expression').map((not): Expression => ({ not })),
    ),
  }));
  const facts: fc.Arbitrary<Facts> = fc.record(
    {
      publicRoad: fc.constantFrom('YES', 'NO'),
      admission: fc.constantFrom('YES', 'NO'),
      custody: fc.constantFrom('YES', 'NO'),
      valueCents: fc.constantFrom(1, 2, 3, { min: 1, max: 2 }, { min: 2, max: 3 }),
    },
    { requiredKeys: [] },
  );
  const kinds = lawOf([]).rules.facts;

  it('keeps its answer when more becomes known', () => {
    fc.assert(
      fc.property(expression, facts, facts, (when, known, more) => {
        const { now } = evaluate(when, known, kinds);
        if (now !== undefined) expect(evaluate(when, { ...more, ...known }, kinds).now).toBe(now);
      }),
      { seed, numRuns: 1000 },
    );
  });

  it('names what is missing exactly when that is what keeps it open', () => {
    fc.assert(
      fc.property(expression, facts, (when, known) => {
        const { now, firm, missing } = evaluate(when, known, kinds);
        expect(firm).toBe(now);
        if (now !== undefined) expect([...missing]).toEqual([]);
        for (const name of missing) expect(known[name]).toBeUndefined();
        if (now === undefined && missing.size === 0) expect(known.valueCents).toBeTypeOf('object');
      }),
      { seed, numRuns: 1000 },
    );
  });

  it('obeys De Morgan', () => {
    fc.assert(
      fc.property(fc.array(expression, { maxLength: 3 }), facts, (parts, known) => {
        const not = parts.map((part): Expression => ({ not: part }));
        const now = (when: Expression) => evaluate(when, known, kinds).now;
        expect(now({ not: { all: parts } })).toBe(now({ any: not }));
        expect(now({ not: { any: parts } })).toBe(now({ all: not }));
      }),
      { seed, numRuns: 500 },
    );
  });
});
