import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Token } from '../src/lib/contract.js';
import { Session } from '../src/lib/session.js';

const kept = new Map<string, string>();

beforeEach(() => {
  kept.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
});

afterEach(() => vi.unstubAllGlobals());

function token(part: Partial<Token>): Token {
  return {
    accessToken: 'x',
    expiresAt: '2026-11-22T21:00:00Z',
    deviceId: 'd',
    profile: 'loket',
    ...part,
  };
}

it('knows also after a reload without a network that a juvenile holds the tablet', async () => {
  const { JuvenileScreen } = await import('../src/lib/juvenile-screen.js');
  const session = new Session();
  const screen = new JuvenileScreen(session);
  const changed = vi.fn();
  screen.on(changed);
  session.adopt(token({ juvenileCase: 'case-1' }));
  expect(screen.caseId).toBe('case-1');
  expect(changed).toHaveBeenCalledOnce();
  expect(new JuvenileScreen(new Session()).caseId).toBe('case-1');
});

it('lets go only when a token says that a worker has it', async () => {
  const { JuvenileScreen } = await import('../src/lib/juvenile-screen.js');
  kept.set('halt-loket/juvenile', 'case-1');
  const session = new Session();
  const screen = new JuvenileScreen(session);
  expect(screen.caseId).toBe('case-1');
  session.adopt(undefined);
  expect(screen.caseId).toBe('case-1');
  const worker = { id: 'w', name: 'Fatima', roles: [], choose: [] };
  session.adopt(token({ worker }));
  expect(screen.caseId).toBeUndefined();
  expect(kept.size).toBe(0);
});

it('lets go of a worker-less token too, whose tablet was opened meanwhile', async () => {
  const { JuvenileScreen } = await import('../src/lib/juvenile-screen.js');
  kept.set('halt-loket/juvenile', 'case-1');
  const session = new Session();
  const screen = new JuvenileScreen(session);
  session.adopt(token({}));
  expect(screen.caseId).toBeUndefined();
});

it('lets go of a tablet that the loket sent away', async () => {
  const { JuvenileScreen } = await import('../src/lib/juvenile-screen.js');
  kept.set('halt-loket/juvenile', 'case-1');
  const screen = new JuvenileScreen(new Session());
  const changed = vi.fn();
  screen.on(changed);
  dispatchEvent(new Event('device-revoked'));
  expect(screen.caseId).toBeUndefined();
  expect(kept.size).toBe(0);
  expect(changed).toHaveBeenCalledOnce();
});
