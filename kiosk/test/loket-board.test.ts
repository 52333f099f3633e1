import { describe, expect, it } from 'vitest';
import { minutesSince, rowWords, stateWords, waitLimit } from '../src/loket/board/board-words.js';
import { callTask, limitsPassed } from '../src/loket/board/call-task.js';
import { countdown, guardianWords } from '../src/loket/board/contact-words.js';
import { contactOf, stepToOpen } from '../src/loket/board/escalation.js';
import type { BoardGuardian, BoardRow } from '../src/loket/shapes.js';

const NOW = Date.parse('2026-09-19T20:47:00Z');
const RECEIVED = '2026-09-19T20:46:00Z';
const PAST = '2026-09-19T20:43:00Z';

/** An instant some seconds before now. */
function ago(seconds: number): string {
  return new Date(NOW - seconds * 1_000).toISOString();
}

function mother(state: BoardGuardian['state'], more: Partial<BoardGuardian> = {}): BoardGuardian {
  return { state, relation: 'MOTHER', at: ago(1), ...more };
}

function row(guardians: BoardGuardian[], since = RECEIVED, id = 'a'): BoardRow {
  const ticket = { colour: 'paars', animal: 'uil', number: 7, words: 'paarse uil 7' } as const;
  const facts = { offences: 1, newOffences: 0, together: 1, unread: 0, state: 'INTAKE' as const };
  return { id, ticket, ...facts, since, receivedBy: 'Fatima O.', guardians };
}

describe('the guardian column', () => {
  it.each<[BoardGuardian, string, string, string]>([
    [mother('NOT_TRIED', { at: ago(14) }), 's-open', 'Sms gaat uit', 'nog 0:01'],
    [mother('NOT_TRIED', { at: ago(15) }), 's-bel', 'Bel nu', 'sms gaat niet uit (Fatima O.)'],
    [
      mother('SMS_ACCEPTED', { at: ago(119) }),
      's-envelop',
      'Sms verstuurd',
      'nog niet op het toestel, 0:01',
    ],
    [
      mother('SMS_ACCEPTED', { at: ago(120) }),
      's-bel',
      'Bel nu',
      'sms niet op het toestel (Fatima O.)',
    ],
    [
      mother('SMS_DELIVERED', { callBefore: ago(-432) }),
      's-envelop',
      'Nog niet gesproken',
      'op het toestel, bel binnen 7:12',
    ],
    [
      mother('SMS_DELIVERED', { callBefore: ago(121) }),
      's-bel',
      'Bel nu',
      'op het toestel, niet gesproken (wie vrij is)',
    ],
    [mother('SMS_FAILED'), 's-bel', 'Bel nu', 'sms niet aangekomen (Fatima O.)'],
    [mother('CALL_DUE'), 's-bel', 'Bel nu', 'nog niet gesproken (Fatima O.)'],
    [
      mother('NOT_REACHED', { callBefore: ago(-250) }),
      's-open',
      'Niet bereikt',
      'bel weer over 4:10',
    ],
    [
      mother('NOT_REACHED', { callBefore: ago(0) }),
      's-bel',
      'Bel nu',
      'niet bereikt, bel opnieuw (Fatima O.)',
    ],
    [
      mother('CALL_DUE', { claim: { by: 'Joris V.', until: ago(-161) } }),
      'telefoon',
      'Joris V. belt',
      'nog 2:41',
    ],
    [mother('DO_NOT_CONTACT'), 's-bel', 'Zoek vervanger', 'ouder niet bellen (Fatima O.)'],
    [
      mother('DO_NOT_CONTACT', { substitute: 'NAMED' }),
      's-bel',
      'Bel vervanger',
      'ouder niet bellen (Fatima O.)',
    ],
    [
      mother('DO_NOT_CONTACT', { substitute: 'SPOKEN' }),
      's-streep',
      'Niet bellen',
      'vervanger gesproken',
    ],
    [mother('REACHED', { at: '2026-09-19T20:09:00Z' }), 's-goed', 'Gesproken', '22:09, moeder'],
    [
      mother('NOT_REACHED', { letterAt: '2026-09-19T20:09:00Z' }),
      's-goed',
      'Brief gegeven',
      '22:09, moeder',
    ],
  ])('shows %o', (guardian, icon, word, detail) => {
    expect(guardianWords(row([guardian]), NOW)).toMatchObject({ icon, word, detail });
  });

  it('says nothing before receipt', () => {
    expect(guardianWords(row([]), NOW)).toMatchObject({ word: 'Na ontvangst', empty: true });
  });

  it('is green only for who knows: spoken to, or handed the letter', () => {
    const states = [
      'NOT_TRIED',
      'SMS_ACCEPTED',
      'SMS_DELIVERED',
      'SMS_FAILED',
      'CALL_DUE',
    ] as const;
    for (const state of states) {
      expect(guardianWords(row([mother(state)]), NOW).tone).not.toBe('goed');
    }
    expect(guardianWords(row([mother('REACHED')]), NOW).tone).toBe('goed');
  });

  it('opens the call when that is what is due, else what nobody read', () => {
    const unread = (one: BoardRow): BoardRow => ({ ...one, unread: 2 });
    expect(stepToOpen(unread(row([mother('CALL_DUE', { at: ago(3) })])), NOW)).toBe('guardian');
    expect(stepToOpen(unread(row([mother('REACHED')])), NOW)).toBe('messages');
    expect(stepToOpen(row([mother('SMS_ACCEPTED', { at: ago(3) })]), NOW)).toBe('receipt');
  });

  it('turns to the second guardian after the first was not reached', () => {
    const first = mother('NOT_REACHED', { callBefore: ago(-240) });
    const second: BoardGuardian = { state: 'CALL_DUE', relation: 'FATHER', at: ago(3) };
    expect(guardianWords(row([first, second]), NOW)).toMatchObject({
      word: 'Bel nu',
      detail: 'vader: nog niet gesproken (Fatima O.)',
    });
    expect(contactOf(row([first, second]), NOW)).toMatchObject({ index: 1 });
  });

  it('never offers a guardian who must be left alone', () => {
    const marked = mother('DO_NOT_CONTACT');
    const father: BoardGuardian = { state: 'NOT_TRIED', relation: 'FATHER', at: ago(20) };
    expect(contactOf(row([marked, father]), NOW)).toMatchObject({ kind: 'due', index: 1 });
  });

  it('is the coordinator when nobody was spoken to in ten minutes', () => {
    const called = mother('NOT_REACHED', { callBefore: ago(-250) });
    expect(guardianWords(row([called], ago(599)), NOW).word).toBe('Niet bereikt');
    expect(guardianWords(row([called], ago(600)), NOW)).toMatchObject({
      tone: 'stop',
      word: 'Niemand gesproken',
      detail: 'coördinator, bel weer over 4:10',
    });
  });

  it('goes to whoever comes instead before a guardian who is called again later', () => {
    const later = new Date(NOW + 200_000).toISOString();
    const again = mother('NOT_REACHED', { callBefore: later });
    const instead = mother('DO_NOT_CONTACT', { relation: 'FATHER', substitute: 'NAMED' });
    expect(contactOf(row([again, instead]), NOW)).toMatchObject({ kind: 'due', index: 1 });
    const spoken = mother('DO_NOT_CONTACT', { relation: 'FATHER', substitute: 'SPOKEN' });
    expect(contactOf(row([again, spoken]), NOW)).toMatchObject({ kind: 'waiting', index: 0 });
  });
});

describe('a countdown', () => {
  it.each([
    [0, '0:00'],
    [-5_000, '0:00'],
    [999, '0:01'],
    [61_000, '1:01'],
    [600_000, '10:00'],
  ])('of %i ms is %s', (ms, words) => {
    expect(countdown(ms)).toBe(words);
  });
});

describe('the waiting time', () => {
  it('counts whole minutes and is never negative', () => {
    expect(minutesSince('2026-09-19T20:21:01Z', NOW)).toBe(25);
    expect(minutesSince('2026-09-19T20:48:00Z', NOW)).toBe(0);
  });

  it.each([
    [20, 'none'],
    [21, 'long'],
    [45, 'long'],
    [46, 'too-long'],
  ])('after %i minutes the limit is %s', (minutes, limit) => {
    expect(waitLimit(minutes)).toBe(limit);
  });
});

describe('the call task', () => {
  const early = row([mother('SMS_DELIVERED', { callBefore: PAST })], PAST, 'a');
  const later = row([mother('CALL_DUE')], PAST, 'b');

  it('is the call that is due longest, with how late it is and whose', () => {
    const task = callTask([later, early], NOW);
    expect(task?.row.id).toBe('a');
    expect(task?.title).toBe('Bel de moeder van paarse uil 7');
    expect(task?.why).toBe('Op het toestel, niet gesproken. Nu: wie vrij is. Wacht al 4:00.');
    expect(task?.take).toBe('Ik bel');
  });

  it('is a substitute when no guardian may be called', () => {
    const task = callTask([row([mother('DO_NOT_CONTACT')])], NOW);
    expect(task?.title).toBe('Zoek vervanger voor paarse uil 7');
    expect(task?.take).toBe('Ik regel dit');
  });

  it('is absent while no call is due, and while somebody calls', () => {
    expect(callTask([row([mother('REACHED')])], NOW)).toBeUndefined();
    const claim = { by: 'Joris V.', until: ago(-1) };
    expect(callTask([row([mother('CALL_DUE', { claim })])], NOW)).toBeUndefined();
    expect(callTask([row([mother('CALL_DUE', { claim })])], NOW + 1_000)).toBeDefined();
  });

  it('names every limit that is passed, and each anew when another guardian is due', () => {
    const long = row([mother('REACHED')], '2026-09-19T20:00:00Z', 'c');
    expect([...limitsPassed([early, long], NOW)]).toEqual(['a:call:0', 'c:too-long']);
    const second: BoardGuardian = { state: 'CALL_DUE', relation: 'FATHER', at: ago(3) };
    const first = mother('NOT_REACHED', { callBefore: ago(-9) });
    expect([...limitsPassed([row([first, second], ago(600))], NOW)]).toEqual([
      'a:call:1',
      'a:nobody',
    ]);
  });

  it('is silent for a row that somebody took', () => {
    const claim = { by: 'Joris V.', until: ago(-60) };
    expect([...limitsPassed([row([mother('CALL_DUE', { claim })], ago(700))], NOW)]).toEqual([]);
  });
});

describe('the state column', () => {
  it('has a word and an icon for a row underway', () => {
    expect(stateWords('UNDERWAY')).toMatchObject({ icon: 'lopen', word: 'Onderweg' });
  });

  it('says that a juvenile is received while a decision is awaited', () => {
    expect(rowWords({ ...row([]), state: 'PENDING_APPROVAL' })).toMatchObject({
      word: 'Ontvangen',
      detail: 'eerst een besluit',
    });
  });
});
