import { defineConfig } from 'vitest/config';

/** Only the tests of the law that are quick, for scripts/mutation. */
export default defineConfig({
  test: {
    include: ['test/eligibility/{evaluate,verdict}.test.ts', 'mutation/golden.test.ts'],
    testTimeout: 60_000,
  },
});
