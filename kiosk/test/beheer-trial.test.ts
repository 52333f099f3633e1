import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EXAMPLES } from '../src/beheer/rules/examples.js';
import type { MandateTerms } from '../src/beheer/rules/shapes.js';
import { disagreement, fieldOfFact, FORM, situationOf } from '../src/beheer/rules/trial.js';
import type { Law, Offences, Rules } from '../src/lib/eligibility/law.js';
import { judge } from '../src/lib/eligibility/verdict.js';

const config = (name: string): unknown =>
  JSON.parse(readFileSync(resolve(import.meta.dirname, '../../config', name), 'utf8'));
const law: Law = {
  rules: config('rules.json') as Rules,
  offences: config('halt-feiten.json') as Offences,
};
const kinds = law.rules.facts;
const evening = Date.parse('2026-11-22T21:10:00Z');
const mandate = {
  from: '2026-11-21T20:00:00Z',
  to: '2026-11-23T20:00:00Z',
  offences: [
    { id: 'alcohol-45' },
    { id: 'dronken-453' },
    { id: 'baldadigheid-424' },
    { id: 'diefstal-310' },
  ],
} as unknown as MandateTerms;

type Open<T> = { -readonly [K in keyof T]: T[K] };

function open<T>(value: T | undefined): Open<T> {
  if (value === undefined) throw new Error('not there');
  return value;
}

describe('a made-up case', () => {
  const verdicts = EXAMPLES.map(({ id, answers }) => {
    const situation = situationOf(answers(evening), mandate);
    if (!situation) throw new Error(`${id} is not whole`);
    return [id, judge(law, situation)] as const;
  });

  it.each([
    ['boa-alcohol', 'DIRECT', false],
    ['boa-theft', 'NEEDS_HOVJ', false],
    ['eleven', 'NOT_HALT', false],
    ['drunk', 'PENDING_SOBER', false],
    ['prior-unknown', 'DIRECT', true],
  ])('%s gives %s', (id, decision, provisional) => {
    const verdict = open(verdicts.find(([each]) => each === id)?.[1]);
    expect([verdict.decision, verdict.provisional]).toEqual([decision, provisional]);
  });

  it('has no verdict without offence, date or time', () => {
    expect(situationOf({ offenceId: 'alcohol-45', offenceDate: '2026-11-22' })).toBeUndefined();
  });

  it('leaves out what is not filled in, and turns words into what the rules read', () => {
    const filled = { offenceId: 'x', offenceDate: '2026-07-01', offenceTime: '00:10' };
    expect(situationOf({ ...filled, admission: '', valueCents: 'veel', priorHalt: 'x' })).toEqual({
      offenceId: 'x',
      offenceAt: '2026-06-30T22:10:00Z',
    });
    const more = {
      ...filled,
      valueCents: '12,5',
      priorHalt: '2',
      birthYear: '2010',
      birthMonth: '3',
    };
    expect(situationOf({ ...more, referrerListed: 'NO', received: '2026-07-02' })).toMatchObject({
      valueCents: 1_250,
      prior: { halt: 2 },
      birthDate: '2010-03',
      referrer: { listed: false },
      receivedAt: '2026-07-02T10:00:00Z',
    });
    expect(situationOf({ ...filled, birthDay: '5', birthYear: '2010' })?.birthDate).toBe('2010');
  });

  it('can fill in every fact that somebody could be asked', () => {
    const asked = Object.entries(kinds).filter(([, { by }]) => by !== 'DERIVED');
    for (const [fact] of asked) expect(fieldOfFact(fact), fact).toBeDefined();
    const known = FORM.flatMap(({ fields }) => fields.map(({ fact }) => fact ?? ''));
    for (const fact of known.filter(Boolean)) expect(kinds[fact], fact).toBeDefined();
  });

  it('tells where the loket says something else, whatever the order of its names', () => {
    const verdict = open(verdicts[0]?.[1]);
    const turned = Object.fromEntries(
      Object.entries(verdict).reverse(),
    ) as unknown as typeof verdict;
    expect(disagreement(verdict, turned)).toEqual([]);
    const withoutNull = { ...turned, route: undefined };
    expect(disagreement(verdict, withoutNull as unknown as typeof verdict)).toEqual([]);
    expect(disagreement(verdict, { ...turned, decision: 'STOP', open: ['R-X'] })).toEqual([
      'decision',
      'open',
    ]);
  });
});
