/** The golden file: each case with the verdict on it, for the tests of both languages. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Law } from '../../src/lib/eligibility/law.js';
import { canonical, inputsHash, judge } from '../../src/lib/eligibility/verdict.js';
import { cases } from './all.js';
import { unmet } from './case.js';

const root = resolve(import.meta.dirname, '../../..');

export const goldenPath = resolve(root, 'server/src/test/resources/eligibility/golden.json');
export const rulesPath = resolve(root, 'config/rules.json');

/** @returns the law files of this repository */
export function readLaw(): Law {
  const read = (file: string): unknown =>
    JSON.parse(readFileSync(resolve(root, 'config', file), 'utf8'));
  return { rules: read('rules.json'), offences: read('halt-feiten.json') } as Law;
}

/** @returns what of the hand-written expectations does not hold, a line a case */
export function broken(law: Law): string[] {
  return cases.flatMap((each) => {
    const wrong = unmet(each, judge(law, each.situation));
    return wrong.length === 0 ? [] : [`${each.id} (${each.about}): ${wrong.join('; ')}`];
  });
}

/** @returns the golden file's text, a case a line: with the hash of its facts and the verdict on it */
export async function goldenText(law: Law): Promise<string> {
  const lines = cases.map(async ({ id, about, situation }) => {
    const hash = await inputsHash(law, situation);
    const head = JSON.stringify({ id, about, situation, hash });
    return `${head.slice(0, -1)},"verdict":${canonical(judge(law, situation))}}`;
  });
  return `[\n${(await Promise.all(lines)).join(',\n')}\n]\n`;
}

/** @returns the ids of the cases that show a rule: by name the pairs of fires and spares */
export function testCasesOf(rule: string): string[] {
  const shown = new RegExp(`^${rule.toLowerCase()}(-[a-z][a-z0-9-]*)?-(fires|spares)$`);
  return cases.filter(({ id }) => shown.test(id)).map(({ id }) => id);
}
