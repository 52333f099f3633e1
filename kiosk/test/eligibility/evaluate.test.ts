import { describe, expect, it } from 'vitest';
import { evaluate, type Truth } from '../../src/lib/eligibility/evaluate.js';
import type { Facts } from '../../src/lib/eligibility/facts.js';
import type { Expression } from '../../src/lib/eligibility/law.js';
import { lawOf } from './tiny-law.js';

const kinds = lawOf([]).rules.facts;

function truth(when: Expression, facts: Facts = {}): Truth {
  return evaluate(when, facts, kinds).now;
}

function firm(when: Expression, facts: Facts = {}): Truth {
  return evaluate(when, facts, kinds).firm;
}

function missing(when: Expression, facts: Facts = {}): string[] {
  return [...evaluate(when, facts, kinds).missing];
}

const yes: Expression = true;
const no: Expression = { not: true };
const open: Expression = { fact: 'admission', is: ['YES'] };

describe('evaluate', () => {
  it.each<[Expression[], Truth]>([
    [[yes, yes], true],
    [[yes, no], false],
    [[no, open], false],
    [[open, no], false],
    [[yes, open], undefined],
    [[open, open], undefined],
    [[], true],
  ])('all: %j is %s', (all, expected) => {
    expect(truth({ all })).toBe(expected);
  });

  it.each<[Expression[], Truth]>([
    [[no, no], false],
    [[yes, no], true],
    [[yes, open], true],
    [[open, yes], true],
    [[no, open], undefined],
    [[open, open], undefined],
    [[], false],
  ])('any: %j is %s', (any, expected) => {
    expect(truth({ any })).toBe(expected);
  });

  it('not: turns round what is known and leaves open what is not', () => {
    expect(truth({ not: yes })).toBe(false);
    expect(truth({ not: no })).toBe(true);
    expect(truth({ not: open })).toBeUndefined();
    expect(firm({ not: yes })).toBe(false);
    expect(firm({ not: open })).toBeUndefined();
    expect(missing({ not: open })).toEqual(['admission']);
  });

  it('is: one of the values, unknown when the fact is', () => {
    const either: Expression = { fact: 'admission', is: ['YES', 'PARTLY'] };
    expect(truth(either, { admission: 'PARTLY' })).toBe(true);
    expect(truth(either, { admission: 'NO' })).toBe(false);
    expect(truth(either)).toBeUndefined();
    expect(truth(either, { admission: 1 })).toBeUndefined();
  });

  it.each([
    ['below', 11, true],
    ['below', 12, false],
    ['below', 13, false],
    ['atMost', 11, true],
    ['atMost', 12, true],
    ['atMost', 13, false],
    ['over', 11, false],
    ['over', 12, false],
    ['over', 13, true],
    ['atLeast', 11, false],
    ['atLeast', 12, true],
    ['atLeast', 13, true],
  ])('%s 12: %i is %s', (comparison, age, expected) => {
    const when = { fact: 'age', [comparison]: 12 } as unknown as Expression;
    expect(truth(when, { age })).toBe(expected);
    expect(truth({ not: when }, { age })).toBe(!expected);
  });

  it.each([
    ['below', { min: 10, max: 11 }, true],
    ['below', { min: 11, max: 12 }, undefined],
    ['below', { min: 12, max: 13 }, false],
    ['atMost', { min: 11, max: 12 }, true],
    ['atMost', { min: 12, max: 13 }, undefined],
    ['atMost', { min: 13, max: 14 }, false],
    ['over', { min: 13, max: 14 }, true],
    ['over', { min: 12, max: 13 }, undefined],
    ['over', { min: 11, max: 12 }, false],
    ['atLeast', { min: 12, max: 13 }, true],
    ['atLeast', { min: 11, max: 12 }, undefined],
    ['atLeast', { min: 10, max: 11 }, false],
  ])('%s 12: %j is %s', (comparison, age, expected) => {
    expect(truth({ fact: 'age', [comparison]: 12 } as unknown as Expression, { age })).toBe(
      expected,
    );
  });

  it('compares with another fact', () => {
    const over: Expression = { fact: 'valueCents', over: { fact: 'valueCeilingCents' } };
    expect(truth(over, { valueCents: 2, valueCeilingCents: 1 })).toBe(true);
    expect(truth(over, { valueCents: 1, valueCeilingCents: 1 })).toBe(false);
    expect(truth(over, { valueCents: 1 })).toBeUndefined();
    expect(truth(over, { valueCeilingCents: 1 })).toBeUndefined();
    expect(missing(over)).toEqual(['valueCents']);
    expect(missing(over, { valueCents: 1 })).toEqual([]);
    const turned: Expression = { fact: 'age', atMost: { fact: 'valueCents' } };
    expect(missing(turned)).toEqual(['valueCents']);
  });

  it('unknown: true now, and open as long as somebody could tell', () => {
    const test: Expression = { unknown: 'admission' };
    expect([truth(test), firm(test), missing(test)]).toEqual([true, undefined, ['admission']]);
    const told = { admission: 'NO' };
    expect([truth(test, told), firm(test, told), missing(test, told)]).toEqual([false, false, []]);
  });

  it('unknown: settled for a fact that nobody is asked', () => {
    const test: Expression = { unknown: 'age' };
    expect([truth(test), firm(test), missing(test)]).toEqual([true, true, []]);
    expect(firm(test, { age: 12 })).toBe(false);
    expect(firm({ unknown: 'nobody-knows-this-fact' })).toBe(true);
  });

  it('asks nothing that cannot change the answer', () => {
    const road: Expression = { fact: 'publicRoad', is: ['YES'] };
    expect(missing({ all: [open, road] })).toEqual(['admission', 'publicRoad']);
    expect(missing({ all: [open, no] })).toEqual([]);
    expect(missing({ any: [open, { all: [road, no] }] })).toEqual(['admission']);
    expect(missing({ any: [open, yes] })).toEqual([]);
    expect(missing({ all: [open, road] }, { publicRoad: 'YES' })).toEqual(['admission']);
    expect(missing(road, { publicRoad: 'NO' })).toEqual([]);
    expect(missing({ fact: 'age', below: 12 })).toEqual([]);
    expect(missing({ fact: 'custody', is: ['YES'] })).toEqual(['custody']);
  });
});
