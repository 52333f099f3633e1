import { describe, expect, it } from 'vitest';
import { apartWords, Clock, clockWords } from '../src/lib/clock.js';

describe('the clock', () => {
  it('keeps a fine measurement over a coarse one that agrees with it', () => {
    const clock = new Clock();
    clock.observe(10_000, 250, 10_300);
    clock.observe(11_000, 1_000, 11_900);
    expect(clock.offset).toBe(300);
  });

  it('follows a coarse measurement when the clock was moved', () => {
    const clock = new Clock();
    clock.observe(10_000, 250, 10_300);
    clock.observe(11_000, 1_000, 71_000);
    expect(clock.offset).toBe(60_000);
  });

  it('ignores a time that is none', () => {
    const clock = new Clock();
    clock.observe(Number.NaN, 0);
    expect(clock.offset).toBe(0);
  });
});

describe('two clocks that differ', () => {
  it.each([
    [0, ''],
    [-120_000, ''],
    [120_001, '2 minuten'],
    [-59 * 60_000, '59 minuten'],
    [3_600_000, '1 uur'],
    [-86_400_000, '1 dag'],
  ])('by %i ms are told as "%s"', (offset, words) => {
    expect(apartWords(offset)).toBe(words);
  });
});

describe('a wrong clock', () => {
  const minute = 60_000;

  it.each([
    [0, ''],
    [4 * minute, ''],
    [-5 * minute, '5 minuten achter'],
    [60 * minute, '1 uur voor'],
    [-61 * minute, '1 uur achter'],
    [24 * 60 * minute, '1 dag voor'],
    [-72 * 60 * minute, '3 dagen achter'],
  ])('of %i ms is told as "%s"', (offset, words) => {
    expect(clockWords(offset)).toBe(words);
  });

  it.each([3_600_000, -3_600_000, 86_400_000])(
    '%i ms off still tells the time of the loket',
    (off) => {
      const clock = new Clock();
      expect(clock.measured).toBe(false);
      clock.observe(Date.now() - off, 1_000);
      expect(clock.measured).toBe(true);
      expect(Math.abs(clock.now() - (Date.now() - off))).toBeLessThan(1_000);
    },
  );
});
