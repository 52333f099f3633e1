import { describe, expect, it } from 'vitest';
import { Clock } from '../src/lib/clock.js';

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
