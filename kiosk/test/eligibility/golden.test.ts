import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Situation } from '../../src/lib/eligibility/facts.js';
import { cases } from './all.js';
import { broken, goldenPath, goldenText, readLaw, testCasesOf } from './golden.js';

const law = readLaw();

/** The names of the fields in which two situations differ. */
function differences(one: Situation, other: Situation): string[] {
  const [left, right] = [new Map(Object.entries(one)), new Map(Object.entries(other))];
  return [...new Set([...left.keys(), ...right.keys()])].filter(
    (key) => JSON.stringify(left.get(key)) !== JSON.stringify(right.get(key)),
  );
}

function situationOf(id: string): Situation {
  const found = cases.find((each) => each.id === id);
  if (!found) throw new Error(`No case ${id}`);
  return found.situation;
}

describe('the golden file', () => {
  it('is what the hand-written expectations say', () => {
    expect(broken(law)).toEqual([]);
  });

  it('is on disk as scripts/golden would write it', async () => {
    expect(readFileSync(goldenPath, 'utf8')).toBe(await goldenText(law));
  });

  it('has at least 400 cases, each under a name of its own', () => {
    expect(cases.length).toBeGreaterThanOrEqual(400);
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
  });
});

describe.each(law.rules.rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const named = testCasesOf(id);

  it('names its cases in the file of rules', () => {
    expect(rule.testCases).toEqual(named);
  });

  it('has a case that fires it and the nearest that does not', () => {
    expect(named.length).toBeGreaterThanOrEqual(2);
    for (const fires of named.filter((name) => name.endsWith('-fires'))) {
      const spares = fires.replace(/-fires$/, '-spares');
      expect(named).toContain(spares);
      expect(differences(situationOf(fires), situationOf(spares)), fires).toHaveLength(1);
    }
  });
});
