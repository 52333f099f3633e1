import { describe, expect, it } from 'vitest';
import { textTroubles } from '../src/loket/board/text-troubles.js';

const WELL = { up: true, gateways: [], possibleDoubles: 0, unknownReports: 0 };

describe('the line about texts', () => {
  it('is silent when all is well, also when a text may have come twice earlier', () => {
    expect(textTroubles(WELL)).toEqual([]);
    expect(textTroubles({ ...WELL, possibleDoubles: 3 })).toEqual([]);
  });

  it('says which way texts go, since when, and what came twice', () => {
    const texts = {
      ...WELL,
      sentence: 'Sms gaat via smpp-2 in plaats van smpp-1: De verbinding is weggevallen.',
      since: '2026-09-19T20:47:00Z',
      possibleDoubles: 1,
    };
    expect(textTroubles(texts)).toEqual([
      'Sms gaat via smpp-2 in plaats van smpp-1: De verbinding is weggevallen. Sinds 22:47.',
      '1 sms is mogelijk dubbel aangekomen.',
    ]);
  });

  it('raises an unknown code', () => {
    expect(textTroubles({ ...WELL, unknownReports: 2 })[0]).toContain(
      '2 meldingen over aflevering met een onbekende code',
    );
  });
});
