import { defineConfig } from 'vitest/config';

/** Only the tests of the law, for scripts/mutation. */
export default defineConfig({
  test: { include: ['test/eligibility/*.test.ts'] },
});
