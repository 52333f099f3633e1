import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { device } from '../src/lib/device.js';

const done: string[] = [];
let answerLock: () => void;
let locking = false;

beforeEach(() => {
  done.length = 0;
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
  locking = false;
  vi.spyOn(device, 'lock').mockImplementation(async () => {
    locking = true;
    await new Promise<void>((give) => (answerLock = give));
    done.push('lock');
  });
  vi.spyOn(device, 'unlock').mockImplementation(async () => {
    await new Promise((later) => setTimeout(later));
    done.push('unlock');
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

it('opens after the answer to its own closing, which would take the worker away again', async () => {
  const { Shift } = await import('../src/lib/shift.js');
  const shift = new Shift(() => undefined);
  const locked = shift.lock();
  await vi.waitFor(() => expect(locking).toBe(true));
  const opened = shift.unlock('session', '58371');
  answerLock();
  await Promise.all([locked, opened]);
  expect(done).toEqual(['lock', 'unlock']);
});

it('is not closed at the server while somebody opens it', async () => {
  const { Shift } = await import('../src/lib/shift.js');
  let settle: () => void = () => undefined;
  const shift = new Shift(
    () => undefined,
    () => new Promise<void>((give) => (settle = give)),
  );
  const locked = shift.lock();
  const opened = shift.unlock('session', '58371');
  settle();
  await Promise.all([opened, Promise.race([locked, opened])]);
  expect(locking).toBe(false);
});
