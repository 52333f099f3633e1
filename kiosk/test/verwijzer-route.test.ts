import { describe, expect, it } from 'vitest';
import { outcomeOf } from '../src/verwijzer/outcome.js';
import { fragmentOf, parseRoute, type Route } from '../src/verwijzer/route.js';
import type { Handover } from '../src/lib/contract.js';

describe('a place in the address', () => {
  const id = '019aa7c5-2f00-7abc-8def-0123456789ab';
  const routes: Route[] = [{ page: 'home' }, { page: 'form', step: 3 }, { page: 'handover', id }];

  it.each(routes)('comes back after a reload: $page', (route) => {
    expect(parseRoute(fragmentOf(route))).toEqual(route);
  });

  it('that is unknown is home', () => {
    expect(parseRoute('#nieuw/9')).toEqual({ page: 'home' });
    expect(parseRoute('#overdracht/x')).toEqual({ page: 'home' });
  });
});

describe('an outcome', () => {
  const handover: Handover = {
    id: '019aa7c5-2f00-7abc-8def-0123456789ab',
    state: 'DECLINED',
    ticket: { colour: 'blauw', animal: 'vos', number: 12, words: 'blauwe vos 12' },
    payloadHash: 'ab',
    submittedAt: '2026-11-22T21:00:00Z',
  };

  it('says why the loket declined and what to do now', () => {
    const outcome = outcomeOf({ ...handover, declineReason: 'ADULT' }, '088');
    expect(outcome.reason).toContain('18 jaar');
    expect(outcome.next).toContain('proces-verbaal');
  });

  it('shows a reason it does not know as it came', () => {
    const outcome = outcomeOf({ ...handover, declineReason: 'Geen plaats' }, '088');
    expect(outcome.reason).toBe('Geen plaats');
  });

  it('is green only when the loket has taken over', () => {
    const states = ['SUBMITTED', 'RECEIVED', 'DECLINED', 'WITHDRAWN', 'EXPIRED'] as const;
    const tones = states.map((state) => outcomeOf({ ...handover, state }, '088').tone);
    expect(tones.filter((tone) => tone === 'goed')).toHaveLength(1);
    expect(outcomeOf(undefined, '088').tone).toBe('let');
  });
});
