import { expect, it } from 'vitest';
import { measureVerdicts } from '../bench/verdict.js';

it('a verdict takes 20 ms at most on a phone six times slower than this machine', async () => {
  const { verdicts, p50 } = await measureVerdicts(200);
  expect(verdicts).toBe(200);
  expect(p50).toBeLessThanOrEqual(20);
}, 60_000);
