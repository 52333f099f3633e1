import { describe, expect, it } from 'vitest';
import { timeLeft } from '../src/beheer/words.js';
import { callScript } from '../src/loket/case/call-script.js';
import { callWords, contactTrack } from '../src/loket/case/guardian-words.js';
import {
  EMPTY_OUTCOME,
  SAID,
  VOICEMAIL,
  missingOutcome,
  toContact,
} from '../src/loket/case/outcome-draft.js';
import { conflictsOf, draftOf, refreshed } from '../src/loket/case/section-draft.js';
import { SECTIONS } from '../src/loket/case/sections.js';
import { isContactDone, stepsOf, stillToCall } from '../src/loket/case/steps.js';
import { momentsOf, stepWords } from '../src/loket/case/timeline.js';
import type { CaseFile, Guardian } from '../src/loket/shapes.js';

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
  followUp: { letters: [], texts: [] },
  history: [
    { at: '2026-09-19T20:42:03Z', state: 'SMS_ACCEPTED' },
    { at: '2026-09-19T20:42:07Z', state: 'SMS_DELIVERED' },
  ],
};

describe('the track of a guardian', () => {
  it('is done up to delivered, and not spoken', () => {
    expect(contactTrack(GUARDIAN).map((stop) => stop.done)).toEqual([true, true, false]);
  });

  it('counts down, and never turns green before someone spoke', () => {
    expect(callWords(GUARDIAN, NOW)).toMatchObject({
      tone: 'let',
      word: 'Bel de ouder',
      detail: 'Sms op het toestel. Bel binnen 4:30.',
    });
    const late = { ...GUARDIAN, callBefore: '2026-09-19T20:43:00Z' };
    expect(callWords(late, NOW)).toMatchObject({ word: 'Bel nu', tone: 'stop' });
    expect(callWords(late, NOW).detail).toBe(
      'De sms is op het toestel, niemand is gesproken. 4:00 te laat.',
    );
  });

  it('is green for a letter in hand, and not for one that was given along', () => {
    const letter = { at: '2026-09-19T20:44:00Z', by: 'Anouk', to: 'moeder' };
    const with_ = (way: 'HANDED_OVER' | 'GIVEN_ALONG'): Guardian => ({
      ...GUARDIAN,
      followUp: { letters: [{ ...letter, way }], texts: [] },
    });
    expect(callWords(with_('HANDED_OVER'), NOW)).toMatchObject({
      tone: 'goed',
      detail: 'Om 22:44 aan moeder.',
    });
    expect(callWords(with_('GIVEN_ALONG'), NOW).tone).toBe('let');
  });
});

describe('the timeline of a guardian', () => {
  it('says with whom, how and with which words', () => {
    const at = '2026-09-19T20:44:00Z';
    const entry = { at, by: 'Anouk', spokenWith: 'Samira', words: 'Veilig.', how: 'CALLED' };
    expect(stepWords({ ...entry, state: 'REACHED', how: 'CALLED' })).toBe(
      'gesproken, met Samira, aan de telefoon, “Veilig.”, door Anouk',
    );
  });

  it('has every attempt in order, letters and who comes instead among them', () => {
    const followUp = {
      letters: [{ at: '2026-09-19T20:42:05Z', by: 'Anouk', way: 'GIVEN_ALONG', to: 'Noor' }],
      substitute: { who: 'POLICE', namedAt: '2026-09-19T20:43:00Z', namedBy: 'Anouk' },
      texts: [],
    } as const;
    const guardian = {
      ...GUARDIAN,
      followUp: { ...followUp, letters: [...followUp.letters], texts: [] },
    };
    expect(momentsOf(guardian).map(({ words }) => words)).toEqual([
      'sms aangenomen',
      'brief meegegeven, aan Noor, door Anouk',
      'sms op het toestel',
      'in plaats van deze ouder: de politie, door Anouk',
    ]);
  });
});

describe('the contact with all guardians', () => {
  const marked: Guardian = { ...GUARDIAN, state: 'DO_NOT_CONTACT' };
  const spoken = { who: 'POLICE', namedAt: GUARDIAN.history[0]?.at ?? '' } as const;

  it('is not done by a delivery nor by a mark alone', () => {
    expect(isContactDone([GUARDIAN])).toBe(false);
    expect(isContactDone([marked])).toBe(false);
    expect(isContactDone([{ ...GUARDIAN, informed: true }, marked])).toBe(true);
  });

  it('names who still has to be called, and nobody when it is done', () => {
    const spoken: Guardian = { ...GUARDIAN, informed: true };
    expect(stillToCall([{ ...GUARDIAN, name: 'Piet Voorbeeld' }, spoken])).toEqual([
      'Piet Voorbeeld',
    ]);
    expect(stillToCall([GUARDIAN])).toEqual(['moeder']);
    expect(stillToCall([spoken, marked])).toEqual([]);
  });

  it('is done when somebody was spoken to who comes instead', () => {
    const followUp = {
      letters: [],
      texts: [],
      substitute: { ...spoken, spokenAt: spoken.namedAt },
    };
    expect(isContactDone([{ ...marked, followUp }])).toBe(true);
  });
});

describe('the steps of a case', () => {
  const locks = (state: string): string[] => {
    const file = { state, intake: {}, guardians: [GUARDIAN] } as unknown as CaseFile;
    return stepsOf(file)
      .filter(({ locked }) => locked === '')
      .map(({ id }) => id);
  };

  it('wait for the rights, but for the way home of who can not talk now', () => {
    const always = ['receipt', 'rights', 'guardian', 'dossier', 'transfer'];
    expect(locks('INTAKE')).toEqual(always);
    expect(locks('NOT_FIT_NOW').sort()).toEqual([...always, 'appointment', 'pickup'].sort());
  });
});

describe('the script of a call', () => {
  const desk = { worker: 'Fatima Oefenaar', place: 'Oostdorp', deskPhone: '088 000 00 00' };
  const file = (kind: 'VIOLATION' | 'CRIME', birthDate: string) =>
    ({
      identity: { birthDate },
      handover: {
        offenceId: 'alcohol-45',
        offence: { kind, label: 'Alcohol', article: 'art. 45' },
      },
    }) as unknown as CaseFile;
  const said = (kind: 'VIOLATION' | 'CRIME', birthDate: string) =>
    callScript(file(kind, birthDate), desk, NOW)
      .map(([line]) => line)
      .join(' ');

  it('says who calls, that the child is safe, where, and the number to call back', () => {
    const words = said('VIOLATION', '2009-03-14');
    expect(words).toContain('met Fatima Oefenaar van Halt');
    expect(words).toContain('op het Halt-loket, bij Oostdorp, en is veilig');
    expect(words).toContain('Ons nummer is 088 000 00 00');
  });

  it('never says what happened', () => {
    expect(said('CRIME', '2011-03-14')).not.toMatch(/alcohol|art\. 45|misdrijf|overtreding/i);
  });

  it('speaks of a lawyer for a crime, and of consent below sixteen', () => {
    expect(said('CRIME', '2009-03-14')).toContain('advocaat');
    expect(said('VIOLATION', '2009-03-14')).not.toContain('advocaat');
    expect(said('VIOLATION', '2011-03-14')).toContain('als u het ook goed vindt');
    expect(said('VIOLATION', '2010-09-19')).not.toContain('als u het ook goed vindt');
    expect(said('VIOLATION', '2010-09-20')).toContain('als u het ook goed vindt');
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
      how: 'CALLED',
      spokenWith: 'Samira',
      words: `${SAID[0] ?? ''} Om elf uur.`,
    });
  });

  it('needs a reason when nobody may call, and nothing when nobody answers', () => {
    expect(missingOutcome({ ...EMPTY_OUTCOME, outcome: 'DO_NOT_CONTACT' })).not.toBe('');
    const marked = {
      ...EMPTY_OUTCOME,
      outcome: 'DO_NOT_CONTACT' as const,
      reason: 'contactverbod',
    };
    expect(missingOutcome(marked)).toBe('Kies wie er in plaats van deze ouder komt.');
    const aunt = { who: 'ADULT' as const, name: 'Tante', relation: '', number: '0612345678' };
    expect(missingOutcome({ ...marked, substitute: { ...aunt, number: '06' } })).not.toBe('');
    expect(toContact({ ...marked, substitute: aunt })).toEqual({
      outcome: 'DO_NOT_CONTACT',
      reason: 'contactverbod',
      substitute: { who: 'ADULT', name: 'Tante', number: '0612345678' },
    });
    expect(
      toContact({ ...marked, substitute: { ...aunt, who: 'LATER' } }).substitute,
    ).toBeUndefined();
    expect(toContact({ ...EMPTY_OUTCOME, outcome: 'VOICEMAIL', words: VOICEMAIL })).toEqual({
      outcome: 'VOICEMAIL',
      words: VOICEMAIL,
    });
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
