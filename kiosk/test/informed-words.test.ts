import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** What says that a guardian knows. */
const SAYS = /ge[iï]nformeerd|\bingelicht\b/i;

/** Where the referrer, and not a report, says that a guardian was told. */
const ALLOWED = [
  'src/loket/receive/lacking-facts.ts',
  'src/verwijzer/',
  'src/lib/eligibility/',
  'src/beheer/rules/',
];

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|html)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

describe('the words of the screens', () => {
  const files = filesIn('src').filter((file) => !ALLOWED.some((place) => file.startsWith(place)));

  it('finds a planted word', () => {
    expect('Ouder geïnformeerd').toMatch(SAYS);
    expect('ouder ingelicht om 22:41').toMatch(SAYS);
    expect(files.length).toBeGreaterThan(80);
  });

  it('never say that a guardian was informed', () => {
    expect(files.filter((file) => SAYS.test(readFileSync(file, 'utf8')))).toEqual([]);
  });

  it('say of a delivered text that it is on the telephone, and nothing more', () => {
    const delivered = files.filter((file) => /afgeleverd/i.test(readFileSync(file, 'utf8')));
    expect(delivered).toEqual([]);
  });
});
