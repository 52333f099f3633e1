import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogue, found } from '../src/beheer/rules/catalogue.js';
import { compareFiles, compareLaw } from '../src/beheer/rules/compare.js';
import { conditionLines, conditionSentence } from '../src/beheer/rules/conditions.js';
import { EXAMPLES } from '../src/beheer/rules/examples.js';
import { fieldWords } from '../src/beheer/rules/field-words.js';
import { endsSoon } from '../src/beheer/rules/mandate-checks.js';
import type { MandateTerms } from '../src/beheer/rules/shapes.js';
import { disagreement, fieldOfFact, FORM, situationOf } from '../src/beheer/rules/trial.js';
import { euros, surenessOf, valueWords } from '../src/beheer/rules/words.js';
import type { Expression, Law, Offences, Rules } from '../src/lib/eligibility/law.js';
import { decisions } from '../src/lib/eligibility/law.js';
import { judge } from '../src/lib/eligibility/verdict.js';

const config = (name: string): unknown =>
  JSON.parse(readFileSync(resolve(import.meta.dirname, '../../config', name), 'utf8'));
const law: Law = {
  rules: config('rules.json') as Rules,
  offences: config('halt-feiten.json') as Offences,
};
const kinds = law.rules.facts;
const evening = Date.parse('2026-11-22T21:10:00Z');
const mandate = {
  from: '2026-11-21T20:00:00Z',
  to: '2026-11-23T20:00:00Z',
  offences: [
    { id: 'alcohol-45' },
    { id: 'dronken-453' },
    { id: 'baldadigheid-424' },
    { id: 'diefstal-310' },
  ],
} as unknown as MandateTerms;

function ids(text: string, group: Parameters<typeof found>[1]['group'] = '') {
  return found(catalogue(law), { text, kind: '', group }).map(({ id }) => id);
}

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

describe('looking something up in the law', () => {
  it.each([
    ['E211', 'alcohol-45'],
    ['r-ref-4', 'R-REF-4'],
    ['art. 453', 'dronken-453'],
    ['alcoholwet 45', 'alcohol-45'],
    ['hulpofficier boa', 'R-REF-4'],
  ])('%s finds %s', (text, id) => {
    expect(ids(text)).toContain(id);
  });

  it('finds nothing for a word that is nowhere', () => {
    expect(ids('aardappelsalade')).toEqual([]);
  });

  it('finds all that nobody verified, and only that', () => {
    const marks = [...law.offences.offences, ...law.rules.rules].map(({ certainty }) => certainty);
    const expected = marks.filter((mark) => mark === 'M' || mark === '?').length;
    expect(ids('', 'unverified')).toHaveLength(expected);
    expect(expected).toBeGreaterThan(0);
  });
});

describe('how sure something is', () => {
  it.each([
    ['V', 'Geverifieerd'],
    ['V-old', 'Oude bron'],
    ['M', 'Niet geverifieerd'],
    ['?', 'Niet geverifieerd'],
    ['S', 'Opgave van Halt'],
    ['I', 'Keuze van dit loket'],
    ['new mark', 'Niet geverifieerd'],
  ])('%s reads as %s', (certainty, word) => {
    expect(surenessOf(certainty, []).word).toBe(word);
  });

  it.each([
    ['Besluit aanwijzing Halt-feiten 1995, tekst van 1 oktober 2010', 'van 2010'],
    ['Halt: Halt-feiten (van voor 2024)', 'van voor 2024'],
    ['Halt: een bladzijde', 'gelezen op 22-11-2026'],
  ])('an old source %s is dated %s', (title, note) => {
    const source = { title, url: 'https://loket.test', readOn: '2026-11-22' };
    expect(surenessOf('V-old', [source]).note).toBe(note);
  });
});

describe('a condition in Dutch', () => {
  it.each<[Expression, string]>([
    [true, 'Altijd.'],
    [{ fact: 'age', below: 12 }, 'Als leeftijd op het moment van het feit: jonger dan 12 jaar.'],
    [
      {
        all: [
          { fact: 'age', atLeast: 12 },
          { fact: 'age', below: 18 },
        ],
      },
      'Als leeftijd op het moment van het feit: 12 tot en met 17 jaar.',
    ],
    [
      { any: [{ fact: 'cautionGiven', is: ['NO'] }, { unknown: 'cautionGiven' }] },
      'Als cautie gegeven: nee of niet bekend.',
    ],
    [
      { not: { fact: 'referrerKind', is: ['BOA', 'POLICE'] } },
      'Als soort verwijzer: niet boa of politie.',
    ],
    [{ fact: 'valueCents', over: 15_050 }, 'Als waarde van de goederen: meer dan € 150,50.'],
    [
      { fact: 'damageCents', over: { fact: 'damageCeilingCents' } },
      'Als schade door deze jongere: meer dan de grens van de schade per dader (lijst van 2010).',
    ],
    [
      {
        all: [
          { fact: 'hovj', is: ['APPROVED'] },
          {
            any: [
              { fact: 'ovj', is: ['REFUSED'] },
              { fact: 'custody', is: ['NO'] },
            ],
          },
        ],
      },
      'Als besluit van de hulpofficier van justitie: akkoord, en besluit van de officier van justitie: geweigerd, of de ouder die instemt heeft gezag: nee.',
    ],
  ])('%j', (when, sentence) => {
    expect(conditionSentence(when, kinds)).toBe(sentence);
  });

  it('names no fact, value or sign of the file in any rule', () => {
    const texts = law.rules.rules.flatMap(({ branches }) =>
      branches.flatMap(({ when }) => conditionLines(when, kinds)),
    );
    const names = Object.keys(kinds).filter((name) => /[A-Z]/.test(name));
    for (const text of texts) {
      expect(text).not.toMatch(/[A-Z]{2,}_|\bYES\b|\bNO\b|undefined|\{/);
      for (const name of names) expect(text).not.toContain(name);
    }
  });

  it('has words for every value of every fact', () => {
    for (const [fact, { values = [] }] of Object.entries(kinds)) {
      if (fact === 'fireworks' || fact === 'referrerDomain') continue;
      for (const value of values) expect(valueWords(fact, value)).not.toBe(value);
    }
  });
});

describe('a made-up case', () => {
  const verdicts = EXAMPLES.map(({ id, answers }) => {
    const situation = situationOf(answers(evening), mandate);
    if (!situation) throw new Error(`${id} is not whole`);
    return [id, judge(law, situation)] as const;
  });

  it.each([
    ['boa-alcohol', 'DIRECT', false],
    ['boa-theft', 'NEEDS_HOVJ', false],
    ['eleven', 'NOT_HALT', false],
    ['drunk', 'PENDING_SOBER', false],
    ['prior-unknown', 'DIRECT', true],
  ])('%s gives %s', (id, decision, provisional) => {
    const verdict = open(verdicts.find(([each]) => each === id)?.[1]);
    expect([verdict.decision, verdict.provisional]).toEqual([decision, provisional]);
  });

  it('has no verdict without offence, date or time', () => {
    expect(situationOf({ offenceId: 'alcohol-45', offenceDate: '2026-11-22' })).toBeUndefined();
  });

  it('leaves out what is not filled in, and turns words into what the rules read', () => {
    const filled = { offenceId: 'x', offenceDate: '2026-07-01', offenceTime: '00:10' };
    expect(situationOf({ ...filled, admission: '', valueCents: 'veel', priorHalt: 'x' })).toEqual({
      offenceId: 'x',
      offenceAt: '2026-06-30T22:10:00Z',
    });
    const more = {
      ...filled,
      valueCents: '12,5',
      priorHalt: '2',
      birthYear: '2010',
      birthMonth: '3',
    };
    expect(situationOf({ ...more, referrerListed: 'NO', received: '2026-07-02' })).toMatchObject({
      valueCents: 1_250,
      prior: { halt: 2 },
      birthDate: '2010-03',
      referrer: { listed: false },
      receivedAt: '2026-07-02T10:00:00Z',
    });
    expect(situationOf({ ...filled, birthDay: '5', birthYear: '2010' })?.birthDate).toBe('2010');
  });

  it('can fill in every fact that somebody could be asked', () => {
    const asked = Object.entries(kinds).filter(([, { by }]) => by !== 'DERIVED');
    for (const [fact] of asked) expect(fieldOfFact(fact), fact).toBeDefined();
    const known = FORM.flatMap(({ fields }) => fields.map(({ fact }) => fact ?? ''));
    for (const fact of known.filter(Boolean)) expect(kinds[fact], fact).toBeDefined();
  });

  it('tells where the loket says something else, whatever the order of its names', () => {
    const verdict = open(verdicts[0]?.[1]);
    const turned = Object.fromEntries(
      Object.entries(verdict).reverse(),
    ) as unknown as typeof verdict;
    expect(disagreement(verdict, turned)).toEqual([]);
    const { route: _, ...withoutNull } = turned;
    expect(disagreement(verdict, withoutNull as typeof verdict)).toEqual([]);
    expect(disagreement(verdict, { ...turned, decision: 'STOP', open: ['R-X'] })).toEqual([
      'decision',
      'open',
    ]);
  });
});

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
    expect(was === is ? 'both as they stand' : '').toBe('both as they stand');
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

describe('the end of a mandate', () => {
  const now = Date.parse('2026-11-22T12:00:00Z');
  it.each([
    ['2026-11-22T12:00:00Z', 'afgelopen'],
    ['2026-11-23T11:00:00Z', 'binnen een dag'],
    ['2026-12-22T12:00:00Z', 'over 30 dagen'],
  ])('at %s is warned of', (to, words) => {
    expect(endsSoon(to, now)).toContain(words);
  });

  it('is not warned of a day earlier', () => {
    expect(endsSoon('2026-12-22T12:00:01Z', now)).toBe('');
  });
});

it('writes amounts as people do', () => {
  expect([euros(15_000), euros(1_250)]).toEqual(['€ 150', '€ 12,50']);
});

it('knows every decision', () => {
  expect(decisions).toHaveLength(8);
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
