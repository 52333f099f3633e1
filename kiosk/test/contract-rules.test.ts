import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const kiosk = resolve(import.meta.dirname, '..');
const spectral = resolve(kiosk, 'node_modules/.bin/spectral');
const run = promisify(execFile);

interface Found {
  code: string;
  message: string;
}

/** What the linter finds in a contract, by the rules that `npm run contract` uses. */
async function lint(contract: string): Promise<Found[]> {
  const { stdout } = await run(
    spectral,
    ['lint', contract, '--ruleset', 'nl-api-design-rules.yaml', '--format', 'json', '--quiet'],
    { cwd: kiosk },
  ).catch((refused: unknown) => refused as { stdout: string });
  return JSON.parse(stdout) as Found[];
}

describe('the linter of the contract', () => {
  it('finds every planted violation, and names the rule', { timeout: 120_000 }, async () => {
    const found = await lint('test/planted-violations.yaml');
    expect([...new Set(found.map(({ code }) => code))].sort()).toEqual([
      'core-date',
      'core-doc-openapi-contact',
      'core-http-methods',
      'core-invalid-input',
      'core-no-trailing-slash',
      'core-path-segments-kebab-case',
      'core-problem-details',
      'core-query-keys-camel-case',
      'core-schema-names',
      'core-semver',
      'core-transport-security',
      'core-uri-version',
      'core-version-header',
      'info-description',
      'list-has-an-end',
      'oas3-unused-component',
      'operation-success-response',
      'path-keys-no-trailing-slash',
    ]);
    const slash = found.find(({ code }) => code === 'core-no-trailing-slash');
    expect(slash?.message).toContain('/core/no-trailing-slash');
  });
});
