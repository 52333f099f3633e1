import { describe, expect, it } from 'vitest';
import { limitsPassed } from '../src/loket/board/call-task.js';
import { lateTransfers } from '../src/loket/transfer/board-parts.js';
import type { PackageView } from '../src/loket/transfer/shapes.js';
import { stepsOfPackage, transferWords } from '../src/loket/transfer/words.js';
import type { BoardRow } from '../src/loket/shapes.js';

const START = Date.parse('2026-11-22T20:00:00Z');
const MINUTE = 60_000;
const since = '2026-11-22T20:00:00Z';

const row = (state: 'UNDERWAY' | 'WAITING' | 'ALARM'): BoardRow => ({
  id: 'a',
  ticket: { colour: 'blauw', animal: 'vos', number: 12, words: 'blauwe vos 12' },
  state: 'SCHEDULED',
  since: '2026-11-22T20:00:00Z',
  offences: 1,
  newOffences: 0,
  together: 1,
  unread: 0,
  guardians: [],
  transfer: { state, since },
});

describe('a transfer on the board', () => {
  it('is calm while it goes well', () => {
    expect(transferWords({ state: 'UNDERWAY', since }, START).tone).toBe('geen');
    expect(lateTransfers({ rows: [row('UNDERWAY')], unreported: [] }, START)).toEqual([]);
  });

  it('says that it waits', () => {
    const words = transferWords({ state: 'WAITING', since }, START + 14 * MINUTE);
    expect(words).toMatchObject({ tone: 'let', word: 'Overdracht wacht' });
  });

  it('is an alarm after a quarter, with a word, a sound and whose it is', () => {
    const now = START + 15 * MINUTE;
    const words = transferWords({ state: 'WAITING', since }, now);
    expect(words).toMatchObject({ tone: 'stop', detail: 'al 15 min' });
    const before = limitsPassed([row('WAITING')], now - 1);
    const after = limitsPassed([row('WAITING')], now);
    expect([...after].filter((limit) => !before.has(limit))).toEqual(['a:transfer']);
    expect(lateTransfers({ rows: [row('WAITING')], unreported: [] }, now)).toHaveLength(1);
  });

  it('is an alarm when the server says so', () => {
    expect(transferWords({ state: 'ALARM', since }, START).tone).toBe('stop');
  });
});

describe('the steps of a package', () => {
  const base: PackageView = {
    id: 'p',
    purpose: 'DOSSIER',
    receiver: 'Zaaksysteem',
    paper: false,
    supplement: false,
    progress: 'UNDERWAY',
    assembledAt: since,
    attempts: 0,
  };

  it('shows what was done and what is to come', () => {
    const steps = stepsOfPackage({ ...base, sealedAt: since });
    expect(steps.map(({ at }) => at !== undefined)).toEqual([true, true, false, false]);
  });

  it('has one step on paper', () => {
    expect(stepsOfPackage({ ...base, paper: true, confirmedAt: since })).toHaveLength(1);
  });
});
