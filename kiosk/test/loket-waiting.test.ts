import { describe, expect, it } from 'vitest';
import { nextShort, waitAlarm, waiting, waitWords } from '../src/loket/board/waiting.js';
import type { BoardRow } from '../src/loket/shapes.js';

const NOW = Date.parse('2026-09-19T21:00:00Z');

/** An instant some minutes before now. */
function ago(minutes: number): string {
  return new Date(NOW - minutes * 60_000).toISOString();
}

function row(state: BoardRow['state'], total: number, inState: number) {
  return { id: 'a', state, since: ago(total), stateSince: ago(inState) };
}

describe('how long a juvenile waits', () => {
  it.each<[BoardRow['state'], number, number, string]>([
    ['INTAKE', 20, 20, 'none'],
    ['INTAKE', 21, 21, 'long'],
    ['INTAKE', 40, 5, 'none'],
    ['INTAKE', 45, 5, 'none'],
    ['INTAKE', 46, 5, 'too-long'],
    ['SCHEDULED', 46, 1, 'too-long'],
    ['UNDERWAY', 21, 21, 'long'],
    ['UNDERWAY', 46, 46, 'too-long'],
  ])('in %s, %i minutes in all and %i in the state is %s', (state, total, inState, limit) => {
    expect(waiting(row(state, total, inState), NOW).limit).toBe(limit);
  });

  it('sounds once for each state, and once more when it is too long', () => {
    expect(waitAlarm(row('INTAKE', 20, 20), NOW)).toBeUndefined();
    const intake = waitAlarm(row('INTAKE', 21, 21), NOW);
    expect(waitAlarm(row('INTAKE', 30, 30), NOW)).toBe(intake);
    const offered = waitAlarm(row('OFFERED', 44, 22), NOW);
    expect(offered).not.toBe(intake);
    expect(waitAlarm(row('OFFERED', 46, 24), NOW)).not.toBe(offered);
    expect(waitAlarm(row('AGREED', 50, 1), NOW)).toBe(waitAlarm(row('OFFERED', 46, 24), NOW));
  });
});

describe('what to do next', () => {
  const HERE: BoardRow['state'][] = [
    'OPENED',
    'PENDING_APPROVAL',
    'INTAKE',
    'NOT_FIT_NOW',
    'OFFERED',
    'PENDING_GUARDIAN',
    'AGREED',
    'SCHEDULED',
    'UNDERWAY',
    'AWAITING',
  ];

  it.each(HERE)('is said for %s, short enough for the board', (state) => {
    expect(nextShort(state)?.length).toBeLessThanOrEqual(18);
  });

  it('is a sentence on the case screen, and who to tell when it is too long', () => {
    const file = { receivedAt: ago(30), state: 'INTAKE' as const, stateSince: ago(25) };
    expect(waitWords(file, NOW)).toMatchObject({
      tone: 'let',
      heading: 'Wacht lang: al 25 minuten in deze stap',
    });
    const late = waitWords({ ...file, receivedAt: ago(50) }, NOW);
    expect(late?.tone).toBe('stop');
    expect(late?.text).toContain('Zeg het de coördinator.');
    expect(waitWords({ ...file, stateSince: ago(3) }, NOW)).toBeUndefined();
  });

  it('is not said of who is gone', () => {
    expect(
      waitWords({ receivedAt: ago(90), state: 'LEFT', stateSince: ago(60) }, NOW),
    ).toBeUndefined();
  });
});
