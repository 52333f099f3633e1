import { readFileSync } from 'node:fs';
import { it } from 'vitest';
import type { Situation } from '../src/lib/eligibility/facts.js';
import { canonical, inputsHash, judge } from '../src/lib/eligibility/verdict.js';
import { goldenPath, readLaw } from '../test/eligibility/golden.js';

interface Golden {
  readonly id: string;
  readonly situation: Situation;
  readonly hash: string;
}

const law = readLaw();

// One after another and no further than the first that differs, so that a change is noticed soon.
it('comes to the golden file, byte for byte', async () => {
  for (const line of readFileSync(goldenPath, 'utf8').split('\n').slice(1, -2)) {
    const text = line.replace(/,$/, '');
    const { id, situation, hash } = JSON.parse(text) as Golden;
    const same = text.endsWith(`"verdict":${canonical(judge(law, situation))}}`);
    if (!same || (await inputsHash(law, situation)) !== hash) throw new Error(id);
  }
});
