import { describe, expect, it } from 'vitest';
import { attemptMoments } from '../src/loket/case/attempt-words.js';
import { momentsOf } from '../src/loket/case/timeline.js';
import type { SendAttempt } from '../src/loket/contact-shapes.js';
import type { Guardian } from '../src/loket/shapes.js';

describe('the attempts to send a text', () => {
  const attempt = (number: number, outcome: SendAttempt['outcome'], more = {}): SendAttempt => ({
    number,
    gateway: 'smpp-1',
    at: `2026-09-19T20:41:0${number}Z`,
    outcome,
    ...more,
  });
  const words = (...attempts: SendAttempt[]) =>
    attemptMoments({ text: '', state: 'ACCEPTED', at: '', attempts }).map((one) => one.words);

  it('each say through which gateway and what became of it', () => {
    expect(
      words(attempt(1, 'IN_DOUBT', { code: 'smpp-no-answer' }), attempt(2, 'ACCEPTED')),
    ).toEqual([
      'sms, poging 1 via smpp-1: geen antwoord, misschien toch verstuurd (smpp-no-answer)',
      'sms, poging 2 via smpp-1: aangenomen door de gateway',
    ]);
  });

  it('share a line while they end the same', () => {
    expect(
      words(
        attempt(1, 'FAILED', { code: 'http-503' }),
        attempt(2, 'FAILED', { code: 'smpp-0x08', gateway: 'http-2' }),
        attempt(3, 'FAILED', { code: 'http-503' }),
        attempt(4, 'ACCEPTED'),
      ),
    ).toEqual([
      'sms, poging 1 tot en met 3 via smpp-1 en http-2: niet gelukt (http-503)',
      'sms, poging 4 via smpp-1: aangenomen door de gateway',
    ]);
  });

  it('stand among everything else that was done', () => {
    const texts = [
      { text: '', state: 'FAILED' as const, at: '', attempts: [attempt(1, 'PERMANENT')] },
    ];
    const guardian = { history: [], followUp: { letters: [], texts } } as unknown as Guardian;
    const all = momentsOf(guardian);
    expect(all.map((moment) => moment.words)).toContain(
      'sms, poging 1 via smpp-1: het nummer klopt niet',
    );
  });
});
