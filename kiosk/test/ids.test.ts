import { describe, expect, it } from 'vitest';
import { toHex } from '../src/lib/bytes.js';
import { uuidBytes, uuidv7 } from '../src/lib/ids.js';

describe('an id', () => {
  it('is a UUIDv7 of its millisecond and its random bytes', () => {
    const id = uuidv7(0x0123_4567_89ab, new Uint8Array(10).fill(0xff));
    expect(id).toBe('01234567-89ab-7fff-bfff-ffffffffffff');
  });

  it('sorts by the time it was made', () => {
    const made = [1, 2, 300, 40_000].map((now) => uuidv7(1_700_000_000_000 + now));
    expect([...made].sort()).toEqual(made);
  });

  it('gives its sixteen bytes', () => {
    const id = uuidv7();
    expect(toHex(uuidBytes(id))).toBe(id.replaceAll('-', ''));
  });
});
