import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogue, found } from '../src/beheer/rules/catalogue.js';
import { conditionLines, conditionSentence } from '../src/beheer/rules/conditions.js';
import { endsSoon } from '../src/beheer/rules/mandate-checks.js';
import { euros, surenessOf, valueWords } from '../src/beheer/rules/words.js';
import type { Expression, Law, Offences, Rules } from '../src/lib/eligibility/law.js';
import { decisions } from '../src/lib/eligibility/law.js';

const config = (name: string): unknown =>
  JSON.parse(readFileSync(resolve(import.meta.dirname, '../../config', name), 'utf8'));
const law: Law = {
  rules: config('rules.json') as Rules,
  offences: config('halt-feiten.json') as Offences,
};
const kinds = law.rules.facts;
function ids(text: string, group: Parameters<typeof found>[1]['group'] = '') {
  return found(catalogue(law), { text, kind: '', group }).map(({ id }) => id);
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
