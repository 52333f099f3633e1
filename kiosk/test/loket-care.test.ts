import { describe, expect, it } from 'vitest';
import { mentorWords } from '../src/loket/care/mentor-consent.js';
import { MELDCODE_STEPS } from '../src/loket/care/meldcode.js';
import { CARE_PARTS } from '../src/loket/care/parts.js';
import { SIGNALS, SIGNALS_SENTENCE } from '../src/loket/care/signals.js';
import { stepAfter, stepsOf } from '../src/loket/case/steps.js';
import type { Said } from '../src/loket/said.js';
import type { CaseFile } from '../src/loket/shapes.js';
import { asksGuardian, EMPTY, missing, toDetails } from '../src/loket/voluntary/draft.js';
import { stateWords } from '../src/loket/voluntary/words.js';
import { parseRoute, routeHash } from '../src/loket/route.js';

const NOW = Date.parse('2026-11-22T20:00:00Z');

describe('the care record', () => {
  it('has the thirteen signals in their order, each with what was seen and who said it', () => {
    expect(Object.keys(SIGNALS)).toEqual(
      Array.from({ length: 13 }, (_, index) => `SOD-${String(index + 1).padStart(2, '0')}`),
    );
    expect(SIGNALS_SENTENCE).toMatch(/^Wanneer één of meer signalen .* aan te gaan\.$/);
    const names = CARE_PARTS.find(({ name }) => name === 'signals')?.fields.map(({ name }) => name);
    expect(names).toHaveLength(27);
    expect(names).toContain('SOD-13-by');
  });

  it('asks nothing about what happened and has nothing ticked beforehand', () => {
    for (const { fields, question, hint } of CARE_PARTS) {
      const words = [question, hint, ...fields.map(({ label }) => label)].join(' ').toLowerCase();
      expect(words).not.toMatch(/waarom deed|wat heb je gedaan|schuldig|dader|score|bsn/);
    }
  });

  it('has five steps of the meldcode', () => {
    expect(MELDCODE_STEPS).toHaveLength(5);
  });
});

describe('contact with the helper that a juvenile named', () => {
  const said = (person: Said['person'], answer: Said['answer'], more = {}): Said => ({
    person,
    answer,
    purpose: 'MENTOR',
    at: '2026-11-22T20:00:00Z',
    ...more,
  });

  it('needs a yes of the juvenile, and under 16 of a guardian', () => {
    expect(mentorWords([], false)).toMatch(/^Neem geen contact op/);
    expect(mentorWords([said('JUVENILE', 'LATER')], false)).toMatch(/^Neem geen contact op/);
    expect(mentorWords([said('JUVENILE', 'YES')], false)).toMatch(/^Contact opnemen mag/);
    expect(mentorWords([said('JUVENILE', 'YES')], true)).toMatch(/^Neem nog geen contact op/);
    const both = [said('JUVENILE', 'YES'), said('GUARDIAN', 'YES')];
    expect(mentorWords(both, true)).toMatch(/^Contact opnemen mag/);
  });

  it('stops when a yes is withdrawn, or a later answer is no', () => {
    const withdrawn = { withdrawnAt: '2026-11-22T20:05:00Z' };
    expect(mentorWords([said('JUVENILE', 'YES', withdrawn)], false)).toMatch(/^Neem geen contact/);
    const later = said('JUVENILE', 'NO', { at: '2026-11-22T20:09:00Z' });
    expect(mentorWords([later, said('JUVENILE', 'YES')], false)).toMatch(/^Neem geen contact/);
  });
});

describe('the steps of a case', () => {
  const file = {
    guardians: [],
    intake: {},
    state: 'SCHEDULED',
    rights: {},
  } as unknown as CaseFile;

  it('hold care and own words, and the flow goes past them', () => {
    expect(stepsOf(file).map(({ id }) => id)).toEqual(expect.arrayContaining(['words', 'care']));
    expect(stepAfter(file, 'pickup')).toBe('transfer');
    expect(stepAfter(file, 'care')).toBe('transfer');
  });

  it('go from the call to the rights, as long as nobody showed them', () => {
    const begun = { ...file, state: 'OPENED' } as CaseFile;
    delete begun.rights;
    expect(stepAfter(begun, 'receipt')).toBe('rights');
    expect(stepAfter(begun, 'guardian')).toBe('rights');
  });

  it('go back to what was passed by, before the case is given on', () => {
    const open = { ...file, state: 'AGREED' } as CaseFile;
    expect(stepAfter(open, 'appointment')).toBe('pickup');
    expect(stepAfter(open, 'pickup')).toBe('language');
  });
});

describe('a school-/wijkinterventie', () => {
  const draft = {
    ...EMPTY,
    name: 'Noor',
    setting: 'SCHOOL',
    proposer: 'HALT',
    consent: 'YES',
  };

  it.each<[string, string, string[]]>([
    ['', '', ['geboortedatum of leeftijd']],
    ['', '9', ['een leeftijd van 10 tot en met 23']],
    ['', '10', []],
    ['', '23', []],
    ['', '24', ['een leeftijd van 10 tot en met 23']],
    ['2011-03-14', '', []],
  ])('born %s or aged %s lacks %j', (birthDate, age, lacks) => {
    expect(missing({ ...draft, birthDate, age }, NOW)).toEqual(lacks);
  });

  it('asks a guardian under 16 only', () => {
    expect(asksGuardian({ ...draft, age: '15' }, NOW)).toBe(true);
    expect(asksGuardian({ ...draft, age: '16' }, NOW)).toBe(false);
  });

  it('sends nothing of a guardian that nobody asked', () => {
    const sent = toDetails({ ...draft, age: '17', guardianConsent: 'YES' }, NOW);
    expect(sent).toMatchObject({ age: 17, birthDate: null, guardianConsent: null });
  });

  it('says what still lacks', () => {
    const one = { id: 'a', number: 'V-0001', version: 1, openedAt: '', openedBy: '' };
    expect(stateWords({ ...one, state: 'OPEN', lacks: ['GUARDIAN_CONSENT'] })).toBe(
      'nog nodig: het ja van een ouder',
    );
    expect(stateWords({ ...one, state: 'STOPPED', lacks: [] })).toBe('gestopt, hier gewist');
  });

  it('has an address without a name', () => {
    expect(routeHash({ page: 'voluntary', id: '' })).toBe('#/vrijwillig');
    expect(parseRoute('#/vrijwillig/nieuw')).toEqual({ page: 'voluntary', id: 'nieuw' });
  });
});
