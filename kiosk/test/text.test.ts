import { describe, expect, it } from 'vitest';
import { fitting, plainLine, plainLines } from '../src/lib/text.js';

describe('a typed text', () => {
  it.each([
    "van 't Hof",
    'IJsbrandij-d’Ancona',
    'ĲSSELMEER',
    'Özdemir-Đukić',
    'Nguyễn Thị Ánh',
    'محمد العربي',
    'نازنین\u200cزهرا',
    '李小龍',
    '👩\u200d👧 Sam 🏳️\u200d🌈',
  ])('stays as people write it: %s', (name) => {
    expect(plainLine(name)).toBe(name);
  });

  it.each([
    ['No\u0000or', 'Noor'],
    ['No\u0085or', 'No or'],
    ['No\u202Eroo', 'Noroo'],
    ['No\u2067or\u2069', 'Noor'],
    ['Noor\r\nVoorbeeld', 'Noor Voorbeeld'],
    ['No\uE000or', 'Noor'],
    ['No\uD800or', 'Noor'],
    ['Ren\u0065\u0301', 'Ren\u00e9'],
  ])('loses what nobody can read: %j', (typed, read) => {
    expect(plainLine(typed)).toBe(read);
  });

  it('keeps its lines where lines are asked', () => {
    expect(plainLines('een\r\ntwee\u0007\n\ndrie')).toBe('een\ntwee\n\ndrie');
  });
});

describe('a text over its cap', () => {
  it('is cut in bytes, and never through a sign', () => {
    expect(fitting('a'.repeat(5_000), 32)).toBe('a'.repeat(32));
    expect(fitting('é'.repeat(20), 32)).toBe('é'.repeat(16));
    expect(fitting('ab👩\u200d👧', 10)).toBe('ab');
    expect(fitting('kort', 32)).toBe('kort');
  });
});
