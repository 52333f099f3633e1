import { describe, expect, it } from 'vitest';
import {
  guardianWords,
  minutesSince,
  stateWords,
  waitLimit,
} from '../src/loket/board/board-words.js';
import { callTask, limitsPassed } from '../src/loket/board/call-task.js';
import type { BoardGuardian, BoardRow } from '../src/loket/shapes.js';

const NOW = Date.parse('2026-09-19T20:47:00Z');
const BEFORE = '2026-09-19T20:52:00Z';
const PAST = '2026-09-19T20:43:00Z';

function row(id: string, since: string, guardian: BoardGuardian): BoardRow {
  const ticket = { colour: 'paars', animal: 'uil', number: 7, words: 'paarse uil 7' } as const;
  return {
    id,
    ticket,
    offences: 1,
    newOffences: 0,
    together: 1,
    unread: 0,
    state: 'INTAKE',
    since,
    guardian,
  };
}

describe('the guardian column', () => {
  it.each<[BoardGuardian, string, string, string | undefined]>([
    [{ state: 'NONE' }, 's-streep', 'Na ontvangst', undefined],
    [{ state: 'NOT_TRIED' }, 's-open', 'Sms gaat uit', 'nog niet gesproken'],
    [
      { state: 'NOT_TRIED', at: '2026-09-19T20:46:46Z', callBefore: BEFORE },
      's-open',
      'Sms gaat uit',
      'nog niet gesproken',
    ],
    [
      { state: 'NOT_TRIED', at: '2026-09-19T20:46:45Z', callBefore: BEFORE },
      's-bel',
      'Bel nu',
      'sms gaat niet uit, bel zelf',
    ],
    [{ state: 'SMS_ACCEPTED' }, 's-envelop', 'Sms verstuurd', 'nog niet gesproken'],
    [
      { state: 'SMS_DELIVERED', callBefore: BEFORE },
      's-envelop',
      'Nog niet gesproken',
      'sms afgeleverd, bel voor 22:52',
    ],
    [
      { state: 'SMS_DELIVERED', callBefore: PAST },
      's-bel',
      'Bel nu',
      'sms afgeleverd, niet gesproken',
    ],
    [{ state: 'SMS_FAILED' }, 's-bel', 'Bel nu', 'sms is niet aangekomen'],
    [{ state: 'CALL_DUE', callBefore: BEFORE }, 's-bel', 'Bel nu', 'nog niet gesproken'],
    [{ state: 'NOT_REACHED', callBefore: BEFORE }, 's-open', 'Niet bereikt', 'bel voor 22:52'],
    [
      { state: 'NOT_REACHED', callBefore: PAST },
      's-bel',
      'Bel nu',
      'nog niet bereikt, bel opnieuw',
    ],
    [{ state: 'DO_NOT_CONTACT' }, 's-streep', 'Niet bellen', 'afgesproken'],
    [
      { state: 'REACHED', at: '2026-09-19T20:09:00Z', relation: 'MOTHER' },
      's-goed',
      'Gesproken',
      '22:09, moeder',
    ],
  ])('shows %o', (guardian, icon, word, detail) => {
    const words = guardianWords(guardian, NOW);
    expect(words).toMatchObject({ icon, word });
    expect(words.detail).toBe(detail);
  });

  it('is green only when someone spoke', () => {
    const states = ['NONE', 'NOT_TRIED', 'SMS_ACCEPTED', 'SMS_DELIVERED', 'SMS_FAILED'] as const;
    for (const state of states) {
      expect(guardianWords({ state }, NOW).tone).not.toBe('goed');
    }
    expect(guardianWords({ state: 'REACHED' }, NOW).tone).toBe('goed');
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
  const early = row('a', PAST, { state: 'SMS_DELIVERED', callBefore: PAST });
  const later = row('b', PAST, { state: 'CALL_DUE', callBefore: BEFORE });

  it('is the call that is due longest', () => {
    const task = callTask([later, early], NOW);
    expect(task?.row.id).toBe('a');
    expect(task?.title).toBe('Bel de ouder van paarse uil 7');
    expect(task?.why).toBe('Sms is afgeleverd, maar niemand is gesproken. 4 minuten te laat.');
  });

  it('is absent while no call is due', () => {
    expect(callTask([row('a', PAST, { state: 'REACHED' })], NOW)).toBeUndefined();
  });

  it('names every limit that is passed', () => {
    const long = row('c', '2026-09-19T20:00:00Z', { state: 'REACHED' });
    expect([...limitsPassed([early, long], NOW)]).toEqual(['a:call', 'c:too-long']);
  });
});

describe('the state column', () => {
  it('has a word and an icon for a row underway', () => {
    expect(stateWords('UNDERWAY')).toMatchObject({ icon: 'lopen', word: 'Onderweg' });
  });
});
