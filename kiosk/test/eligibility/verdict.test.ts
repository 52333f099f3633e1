import { describe, expect, it } from 'vitest';
import type { Expression } from '../../src/lib/eligibility/law.js';
import { canonical, inputsHash, judge } from '../../src/lib/eligibility/verdict.js';
import { decides, lawOf, rule, situation } from './tiny-law.js';

const no: Expression = { not: true };
const admits: Expression = { fact: 'admission', is: ['YES'] };
const custody: Expression = { fact: 'custody', is: ['YES'] };

describe('judge', () => {
  it('does not know where no rule decides anything', () => {
    expect(canonical(judge(lawOf([]), situation()))).toBe(
      '{"decision":"UNKNOWN","route":null,"provisional":false,"lawUnknown":false,"rules":"1",' +
        '"offences":"2","fired":[],"gates":[],"warnings":[],"open":[],"ask":[]}',
    );
  });

  it('reports each branch that holds, in the order of the file, and none twice', () => {
    const gate = { when: true, then: { effect: 'GATE', gate: 'G', sentence: 'g' } } as const;
    const warning = {
      when: true,
      then: { effect: 'WARNING', warning: 'W', sentence: 'w', next: 'n' },
    } as const;
    const advice = { when: true, then: { effect: 'ADVICE', sentence: 'a', route: 'r' } } as const;
    const plain = { when: true, then: { effect: 'ADVICE', sentence: 'p' } } as const;
    const verdict = judge(
      lawOf([
        rule('B', [gate, warning, { ...gate, when: no }], { version: 3 }),
        rule('A', [gate, advice, warning, plain]),
      ]),
      situation(),
    );
    expect(verdict.fired).toEqual([
      { id: 'B', version: 3, effect: 'GATE', value: 'G', sentence: 'g', next: null },
      { id: 'B', version: 3, effect: 'WARNING', value: 'W', sentence: 'w', next: 'n' },
      { id: 'A', version: 1, effect: 'GATE', value: 'G', sentence: 'g', next: null },
      { id: 'A', version: 1, effect: 'ADVICE', value: 'r', sentence: 'a', next: null },
      { id: 'A', version: 1, effect: 'WARNING', value: 'W', sentence: 'w', next: 'n' },
      { id: 'A', version: 1, effect: 'ADVICE', value: null, sentence: 'p', next: null },
    ]);
    expect([verdict.gates, verdict.warnings, verdict.decision]).toEqual([['G'], ['W'], 'UNKNOWN']);
  });

  it('finds nothing in the way when no rule that decides holds', () => {
    const law = lawOf([rule('A', [decides(no, 'STOP')])]);
    expect(judge(law, situation()).decision).toBe('DIRECT');
  });

  it('takes the route of the first rule with the decision', () => {
    const to = (route: string, decision: 'NOT_HALT' | 'NEEDS_OVJ') => ({
      when: true as const,
      then: { effect: 'DECISION' as const, decision, route, sentence: route },
    });
    const law = lawOf([
      rule('A', [{ when: true, then: { effect: 'ADVICE', sentence: 'x', route: 'advised' } }]),
      rule('B', [to('milder', 'NEEDS_OVJ'), to('first', 'NOT_HALT')]),
      rule('C', [to('second', 'NOT_HALT')]),
    ]);
    expect(judge(law, situation())).toMatchObject({ decision: 'NOT_HALT', route: 'first' });
    const mild = lawOf([rule('B', [to('milder', 'NEEDS_OVJ')])]);
    expect(judge(mild, situation())).toMatchObject({ decision: 'NEEDS_OVJ', route: null });
    const bare = lawOf([rule('B', [decides(true, 'STOP')])]);
    expect(judge(bare, situation())).toMatchObject({ decision: 'STOP', route: null });
    const stop = lawOf([
      rule('B', [
        { when: true, then: { effect: 'DECISION', decision: 'STOP', route: 'r', sentence: 's' } },
      ]),
    ]);
    expect(judge(stop, situation()).route).toBe('r');
  });

  it('says when it is provisional or rests on unknown law, and only then', () => {
    const marked = (mark: object, when: Expression) =>
      lawOf([
        rule('A', [{ when, then: { effect: 'WARNING', warning: 'W', sentence: 'w', ...mark } }]),
      ]);
    const of = (mark: object, when: Expression = true) => {
      const { provisional, lawUnknown } = judge(marked(mark, when), situation());
      return [provisional, lawUnknown];
    };
    expect(of({})).toEqual([false, false]);
    expect(of({ provisional: true })).toEqual([true, false]);
    expect(of({ lawUnknown: true })).toEqual([false, true]);
    expect(of({ provisional: true, lawUnknown: true }, no)).toEqual([false, false]);
    expect(of({ provisional: false, lawUnknown: false })).toEqual([false, false]);
  });

  it('is unknown when an unknown branch could make it worse', () => {
    const law = lawOf([rule('A', [decides(admits, 'PENDING_SOBER')])]);
    const verdict = judge(law, situation());
    expect(verdict).toMatchObject({
      decision: 'UNKNOWN',
      fired: [],
      open: ['A'],
      ask: ['admission'],
    });
    expect(judge(law, situation({ admission: 'NO' }))).toMatchObject({
      decision: 'DIRECT',
      open: [],
    });
    expect(judge(law, situation({ admission: 'YES' })).decision).toBe('PENDING_SOBER');
  });

  it.each([
    ['NEEDS_OVJ', 'NEEDS_HOVJ', 'NEEDS_OVJ', []],
    ['NEEDS_OVJ', 'NEEDS_OVJ', 'NEEDS_OVJ', []],
    ['NEEDS_OVJ', 'NOT_HALT', 'UNKNOWN', ['B']],
    ['NOT_HALT', 'STOP', 'NOT_HALT', ['B']],
    ['NOT_HALT', 'NOT_HALT', 'NOT_HALT', []],
    ['STOP', 'STOP', 'STOP', []],
    ['UNKNOWN', 'STOP', 'UNKNOWN', ['B']],
    ['DIRECT', 'DIRECT', 'DIRECT', []],
  ] as const)('certain %s, unknown %s: %s, open %j', (certain, unknown, decision, open) => {
    const law = lawOf([rule('A', [decides(true, certain)]), rule('B', [decides(admits, unknown)])]);
    expect(judge(law, situation())).toMatchObject({
      decision,
      open,
      ask: open.length === 0 ? [] : ['admission'],
    });
  });

  it('does what a branch says for the unknown, and leaves it open', () => {
    const branch = {
      ...decides(admits, 'NOT_HALT'),
      ifUnknown: { effect: 'WARNING', warning: 'W', sentence: 'w', provisional: true },
    } as const;
    const law = lawOf([rule('A', [branch])]);
    expect(judge(law, situation())).toMatchObject({
      decision: 'DIRECT',
      provisional: true,
      warnings: ['W'],
      open: ['A'],
      ask: ['admission'],
    });
    expect(judge(law, situation({ admission: 'NO' }))).toMatchObject({ warnings: [], open: [] });
    expect(judge(law, situation({ admission: 'YES' }))).toMatchObject({
      decision: 'NOT_HALT',
      warnings: [],
    });
  });

  it('an unknown gate, warning or advice does nothing and asks nothing', () => {
    const law = lawOf([
      rule('A', [
        { when: admits, then: { effect: 'GATE', gate: 'G', sentence: 'g' } },
        { when: admits, then: { effect: 'WARNING', warning: 'W', sentence: 'w' } },
        { when: admits, then: { effect: 'ADVICE', sentence: 'a' } },
        decides(admits, 'DIRECT'),
      ]),
    ]);
    expect(judge(law, situation())).toMatchObject({
      decision: 'DIRECT',
      fired: [],
      open: [],
      ask: [],
    });
  });

  it('an unknown that decides now does not silence the other questions', () => {
    const law = lawOf([
      rule('A', [decides({ unknown: 'admission' }, 'UNKNOWN')]),
      rule('B', [decides(custody, 'NEEDS_OVJ'), decides(custody, 'NOT_HALT')]),
    ]);
    expect(judge(law, situation())).toMatchObject({
      decision: 'UNKNOWN',
      open: ['A', 'B'],
      ask: ['admission', 'custody'],
    });
    expect(judge(law, situation({ custody: 'NO' }))).toMatchObject({
      open: ['A'],
      ask: ['admission'],
    });
    expect(judge(law, situation({ admission: 'NO' })).ask).toEqual(['custody']);
  });

  it('asks in the order of the facts, whatever the order of the rules', () => {
    const road: Expression = { fact: 'publicRoad', is: ['YES'] };
    const law = lawOf([
      rule('A', [decides({ all: [custody, admits] }, 'STOP')]),
      rule('B', [decides(road, 'STOP')]),
    ]);
    expect(judge(law, situation()).ask).toEqual(['publicRoad', 'admission', 'custody']);
  });

  it('counts only the rules for the offence and its day in the Netherlands', () => {
    const decision = (change: object, offenceAt = '2026-11-21T20:10:00Z', offenceId = 'wat') =>
      judge(
        lawOf([rule('A', [decides(true, 'STOP')], change)]),
        situation({ offenceAt, offenceId }),
      ).decision;
    expect(decision({ offenceSet: ['wat'] })).toBe('STOP');
    expect(decision({ offenceSet: ['iets anders'] })).toBe('UNKNOWN');
    expect(decision({ offenceSet: null }, undefined, 'onbekend')).toBe('STOP');
    expect(decision({ validFrom: '2026-11-21' })).toBe('STOP');
    expect(decision({ validFrom: '2026-11-22' })).toBe('UNKNOWN');
    expect(decision({ validFrom: '2026-11-22' }, '2026-11-21T23:00:00Z')).toBe('STOP');
    expect(decision({ validTo: '2026-11-21' })).toBe('STOP');
    expect(decision({ validTo: '2026-11-20' })).toBe('UNKNOWN');
    expect(decision({ validTo: '2026-11-21' }, '2026-11-21T22:59:59Z')).toBe('STOP');
    expect(decision({ validTo: '2026-11-21' }, '2026-11-21T23:00:00Z')).toBe('UNKNOWN');
  });
});

describe('inputsHash', () => {
  it('is that of the known facts with their names in order', async () => {
    const text =
      '{"admission":"YES","age":{"max":16,"min":15},"custody":"NO","valueCeilingCents":15000,"valueCents":7}';
    const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
    const told = situation({ valueCents: 7, custody: 'NO', admission: 'YES', birthDate: '2010' });
    expect(await inputsHash(lawOf([]), told)).toBe(Buffer.from(hash).toString('hex'));
  });

  it('does not depend on the order in which things were said, nor on what is UNKNOWN', async () => {
    const one = await inputsHash(lawOf([]), situation({ birthDate: '2010', admission: 'YES' }));
    const other = { admission: 'YES', ...situation(), birthDate: '2010', manner: 'UNKNOWN' };
    expect(await inputsHash(lawOf([]), other)).toBe(one);
    expect(
      await inputsHash(lawOf([]), situation({ birthDate: '2011', admission: 'YES' })),
    ).not.toBe(one);
  });
});
