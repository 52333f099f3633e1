import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Situation } from '../../src/lib/eligibility/facts.js';
import { canonical, judge } from '../../src/lib/eligibility/verdict.js';
import { cases } from './all.js';
import { broken, goldenPath, goldenText, readLaw, testCasesOf } from './golden.js';

const law = readLaw();

/** The names of the parts in which two situations differ, the parts of a part by a dot. */
function differences(one: object, other: object, path = ''): string[] {
  const [left, right] = [one, other] as [Record<string, unknown>, Record<string, unknown>];
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].flatMap((key) => {
    const [a, b] = [left[key], right[key]];
    if (JSON.stringify(a) === JSON.stringify(b)) return [];
    return [path + key];
  });
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

  it('is on disk as scripts/golden would write it', () => {
    expect(readFileSync(goldenPath, 'utf8')).toBe(goldenText(law));
  });

  it('holds what the browser judges, byte for byte', () => {
    const lines = readFileSync(goldenPath, 'utf8').split('\n').slice(1, -2);
    expect(lines).toHaveLength(cases.length);
    for (const line of lines) {
      const text = line.replace(/,$/, '');
      const { situation } = JSON.parse(text) as { situation: Situation };
      expect(text.endsWith(`"verdict":${canonical(judge(law, situation))}}`), text).toBe(true);
    }
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
