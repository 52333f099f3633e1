/** Writes the golden file and the test cases of each rule, unless a hand-written expectation is not met. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { cases } from './all.js';
import { broken, goldenPath, goldenText, readLaw, rulesPath, testCasesOf } from './golden.js';

const widest = 120;

function withTestCases(text: string): string {
  return text.replace(
    /("id": "(R-[A-Z]+-\d+)",[^]*?\n( *)"testCases": )\[[^\]]*\]/g,
    (_all, before: string, rule: string, indent: string) => {
      const ids = testCasesOf(rule).map((id) => JSON.stringify(id));
      const line = `[${ids.join(', ')}]`;
      if (indent.length + '"testCases": '.length + line.length <= widest) return before + line;
      return `${before}[\n${ids.map((id) => `${indent}  ${id}`).join(',\n')}\n${indent}]`;
    },
  );
}

const law = readLaw();
const wrong = broken(law);
if (wrong.length > 0) {
  console.error(`These cases expect something else than the rules say:\n${wrong.join('\n')}`);
  process.exit(1);
}
mkdirSync(dirname(goldenPath), { recursive: true });
writeFileSync(goldenPath, await goldenText(law));
writeFileSync(rulesPath, withTestCases(readFileSync(rulesPath, 'utf8')));
console.log(`${cases.length} cases written to ${goldenPath}`);
