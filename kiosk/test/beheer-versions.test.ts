import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compareFiles, compareLaw } from '../src/beheer/rules/compare.js';
import { fieldWords } from '../src/beheer/rules/field-words.js';
import type { Law, Offences, Rules } from '../src/lib/eligibility/law.js';

const config = (name: string): unknown =>
  JSON.parse(readFileSync(resolve(import.meta.dirname, '../../config', name), 'utf8'));
const law: Law = {
  rules: config('rules.json') as Rules,
  offences: config('halt-feiten.json') as Offences,
};
function changed(change: (copy: Law) => void): Law {
  const copy = structuredClone(law);
  change(copy);
  return copy;
}

type Open<T> = { -readonly [K in keyof T]: T[K] };

function open<T>(value: T | undefined): Open<T> {
  if (value === undefined) throw new Error('not there');
  return value;
}

describe('two versions beside each other', () => {
  it('are the same when nothing changed', () => {
    expect(compareLaw(law, structuredClone(law))).toEqual([]);
  });

  it('show what came, went and changed, field by field', () => {
    const after = changed(({ rules, offences }) => {
      const all = rules.rules as Open<Rules['rules'][number]>[];
      const gone = all.splice(0, 1);
      all.push({ ...open(gone[0]), id: 'R-NEW-1' });
      open(all[0]).certainty = 'M';
      open<{ label: string }>(offences.offences[0]).label = 'Dronken buiten';
    });
    const sections = compareLaw(law, after);
    expect(sections.map(({ heading }) => heading)).toEqual(['Regels', 'Feiten']);
    expect(sections[0]?.changes.map(({ kind, id }) => [kind, id])).toEqual([
      ['removed', 'R-SAFE-1'],
      ['changed', 'R-AGE-1'],
      ['added', 'R-NEW-1'],
    ]);
    expect(sections[0]?.changes[1]?.fields).toEqual([
      { name: 'certainty', before: 'V-old', after: 'M' },
    ]);
    expect(sections[1]?.changes[0]?.fields[0]?.after).toBe('Dronken buiten');
  });

  it('hide nothing: any value that is changed anywhere is in the list', () => {
    const few = (records: object) => Object.fromEntries(Object.entries(records).slice(0, 3));
    const part = {
      rules: {
        ...law.rules,
        rules: law.rules.rules.slice(3, 9),
        facts: few(law.rules.facts),
        routes: few(law.rules.routes),
        sources: few(law.rules.sources),
      },
      offences: { ...law.offences, offences: law.offences.offences.slice(0, 4), sources: {} },
    } as Law;
    for (const file of ['rules', 'offences'] as const) {
      for (const path of leaves(part[file])) {
        const after = structuredClone(part);
        touch(after[file], path);
        expect(compareLaw(part, after), path.join('.')).not.toEqual([]);
      }
    }
  });

  it('say when only the order changed', () => {
    const after = changed(({ rules }) => (rules.rules as unknown[]).reverse());
    expect(compareLaw(law, after).map(({ heading }) => heading)).toEqual([
      'Volgorde van de regels',
    ]);
  });

  it('show a field that is not known here as it stands', () => {
    expect(fieldWords('colour', { a: 1 }, undefined)).toEqual(['a: 1', 'staat er niet']);
    expect(fieldWords('validTo', null, '2027-01-01')).toEqual(['geen einde', '01-01-2027']);
    const [was, is] = fieldWords('source', 'L1', ['L1']);
    expect([was, is]).toEqual(['"L1"', '["L1"]']);
  });

  it('compare a mandate by the path of each value', () => {
    const before = { mandate: { offences: [{ id: 'a', usual: true }], places: ['x'] } };
    const after = { mandate: { offences: [{ id: 'a', usual: false }], places: [] } };
    const [section] = compareFiles('event.json', before, after);
    expect(section?.changes[0]?.fields.map(({ name }) => name)).toEqual([
      'mandate / offences / a / usual',
      'mandate / places / 0',
      'mandate / places',
    ]);
    expect(compareFiles('event.json', before, structuredClone(before))).toEqual([]);
  });
});

/** A sample of the paths of plain values: the first of each kind of place. */
function leaves(value: unknown): string[][] {
  const seen = new Map<string, string[]>();
  const walk = (held: unknown, path: string[]): void => {
    if (typeof held !== 'object' || held === null) {
      const place = path.map((name) => (/^\d+$/.test(name) ? '#' : name)).join('.');
      if (!seen.has(place)) seen.set(place, path);
      return;
    }
    for (const [name, inner] of Object.entries(held)) walk(inner, [...path, name]);
  };
  walk(value, []);
  return [...seen.values()];
}

function touch(value: unknown, path: readonly string[]): void {
  const [name = '', ...more] = path;
  const record = value as Record<string, unknown>;
  if (more.length > 0) touch(record[name], more);
  else record[name] = 'veranderd';
}
