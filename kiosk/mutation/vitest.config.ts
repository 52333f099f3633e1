import { defineConfig } from 'vitest/config';

/**
 * Only the tests of the law, for scripts/mutation; without those by chance, which are slow and notice
 * nothing that the others do not.
 */
export default defineConfig({
  test: {
    include: ['test/eligibility/*.test.ts'],
    exclude: ['test/eligibility/properties.test.ts'],
    testTimeout: 60_000,
  },
});
