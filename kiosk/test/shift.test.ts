import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { device } from '../src/lib/device.js';

const done: string[] = [];
let answerLock: () => void;

beforeEach(() => {
  done.length = 0;
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
  vi.spyOn(device, 'lock').mockImplementation(async () => {
    await new Promise<void>((give) => (answerLock = give));
    done.push('lock');
  });
  vi.spyOn(device, 'unlock').mockImplementation(() => {
    done.push('unlock');
    return Promise.resolve();
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
  await vi.waitFor(() => expect(device.lock).toHaveBeenCalled());
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
  await Promise.all([locked, opened]);
  expect(done).toEqual(['unlock']);
});
