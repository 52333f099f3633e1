import { describe, expect, it } from 'vitest';
import { timeLeft } from '../src/beheer/words.js';
import { callWords, contactTrack, historyWords } from '../src/loket/case/guardian-words.js';
import { EMPTY_OUTCOME, SAID, missingOutcome, toContact } from '../src/loket/case/outcome-draft.js';
import { conflictsOf, draftOf, refreshed } from '../src/loket/case/section-draft.js';
import { SECTIONS } from '../src/loket/case/sections.js';
import type { Guardian } from '../src/loket/shapes.js';

const NOW = Date.parse('2026-09-19T20:47:00Z');
const IDENTITY = SECTIONS.find((section) => section.name === 'identity');
if (!IDENTITY) throw new Error('the identity section lacks');

const GUARDIAN: Guardian = {
  id: 'g1',
  relation: 'MOTHER',
  custody: 'YES',
  language: 'nl',
  state: 'SMS_DELIVERED',
  informed: false,
  callBefore: '2026-09-19T20:51:30Z',
  former: [],
  texts: [],
  history: [
    { at: '2026-09-19T20:42:03Z', state: 'SMS_ACCEPTED' },
    { at: '2026-09-19T20:42:07Z', state: 'SMS_DELIVERED' },
  ],
};

describe('the track of a guardian', () => {
  it('is done up to delivered, and not spoken', () => {
    expect(contactTrack(GUARDIAN).map((stop) => stop.done)).toEqual([true, true, false]);
  });

  it('counts the minutes left, and never turns green before someone spoke', () => {
    expect(callWords(GUARDIAN, NOW)).toMatchObject({
      tone: 'let',
      word: 'Bel de ouder',
      detail: 'Voor 22:51, nog 5 minuten',
    });
    const late = { ...GUARDIAN, callBefore: '2026-09-19T20:43:00Z' };
    expect(callWords(late, NOW)).toMatchObject({ word: 'Bel nu', tone: 'stop' });
    expect(callWords(late, NOW).detail).toBe('Voor 22:43, 4 minuten te laat');
  });

  it('says with whom and with which words', () => {
    const at = '2026-09-19T20:44:00Z';
    const entry = { at, state: 'REACHED', by: 'Anouk', spokenWith: 'Samira', words: 'Veilig.' };
    expect(historyWords({ ...entry, state: 'REACHED' })).toBe(
      'Gesproken, met Samira, “Veilig.”, door Anouk',
    );
  });
});

describe('the outcome of a call', () => {
  it('needs a person and words when someone spoke', () => {
    const reached = { ...EMPTY_OUTCOME, outcome: 'REACHED' as const };
    expect(missingOutcome(reached)).toBe('Vul in met wie u sprak.');
    expect(missingOutcome({ ...reached, spokenWith: 'Samira' })).toContain('wat u heeft gezegd');
    const whole = {
      ...reached,
      spokenWith: 'Samira',
      said: SAID.slice(0, 1),
      words: 'Om elf uur.',
    };
    expect(missingOutcome(whole)).toBe('');
    expect(toContact(whole)).toEqual({
      outcome: 'REACHED',
      spokenWith: 'Samira',
      words: `${SAID[0] ?? ''} Om elf uur.`,
    });
  });

  it('needs a reason when nobody may call, and nothing when nobody answers', () => {
    expect(missingOutcome({ ...EMPTY_OUTCOME, outcome: 'DO_NOT_CONTACT' })).not.toBe('');
    expect(missingOutcome({ ...EMPTY_OUTCOME, outcome: 'NOT_REACHED' })).toBe('');
    expect(toContact({ ...EMPTY_OUTCOME, outcome: 'NOT_REACHED' })).toEqual({
      outcome: 'NOT_REACHED',
    });
  });
});

describe('the draft of a section', () => {
  const typed = { base: 1, data: { city: 'Oostdorp' }, dirty: true };

  it('takes over what the server holds while nothing is typed', () => {
    const saved = { version: 2, data: { city: 'Westdorp' } };
    expect(refreshed(draftOf(undefined), saved, IDENTITY)).toEqual(draftOf(saved));
  });

  it('keeps what is typed, and names the fields to choose between', () => {
    const saved = { version: 2, data: { city: 'Westdorp' } };
    expect(refreshed(typed, saved, IDENTITY)).toBe(typed);
    expect(conflictsOf(typed, saved, IDENTITY).map((field) => field.name)).toEqual(['city']);
  });

  it('is clean once the server holds the same', () => {
    const saved = { version: 2, data: { city: 'Oostdorp' } };
    expect(refreshed(typed, saved, IDENTITY).dirty).toBe(false);
    expect(conflictsOf(typed, { ...saved, version: 1 }, IDENTITY)).toEqual([]);
  });
});

describe('the time a join code has left', () => {
  it.each([
    ['2026-09-19T20:56:05Z', '9:05'],
    ['2026-09-19T20:57:00.900Z', '10:00'],
    ['2026-09-19T20:46:00Z', '0:00'],
  ])('until %s is %s', (until, left) => {
    expect(timeLeft(until, NOW)).toBe(left);
  });
});
