import { describe, expect, it, vi } from 'vitest';
import { ApiError } from '../src/lib/api-error.js';
import { clock } from '../src/lib/clock.js';
import type { Token } from '../src/lib/contract.js';
import { Session } from '../src/lib/session.js';

function refusal(code: string): ApiError {
  return new ApiError({ status: 401, code, title: 'Dit toestel is ingetrokken.' });
}

function token(livesMs: number): Token {
  const expiresAt = new Date(clock.now() + livesMs).toISOString();
  return { accessToken: 'new', expiresAt, deviceId: 'd', profile: 'verwijzer' };
}

function tokenOf(id: string, secondsLeft = 900): Token {
  const worker = { id, name: id, roles: [], choose: [] };
  return { ...token(secondsLeft * 1_000), accessToken: `token of ${id}`, profile: 'loket', worker };
}

describe('a session', () => {
  it('knows and tells when the loket does not want this device any more', async () => {
    const session = new Session();
    const changed = vi.fn();
    session.on(changed);
    session.renewer = () => Promise.reject(refusal('device.revoked'));
    await expect(session.bearer()).rejects.toMatchObject({ code: 'device.revoked' });
    await expect(session.bearer()).rejects.toMatchObject({ code: 'device.revoked' });
    expect(session.sentAway?.title).toBe('Dit toestel is ingetrokken.');
    expect(changed).toHaveBeenCalledOnce();
    session.renewer = () => Promise.resolve(token(900_000));
    expect(await session.bearer()).toBe('new');
    expect(session.sentAway).toBeUndefined();
  });

  it.each(['challenge.used', 'challenge.invalid', 'access.expired'])(
    'is not over because of %s',
    async (code) => {
      const session = new Session();
      session.renewer = () => Promise.reject(refusal(code));
      await expect(session.bearer()).rejects.toMatchObject({ code });
      expect(session.sentAway).toBeUndefined();
    },
  );

  it('renews by the clock of the loket when its own is an hour or a day wrong', async () => {
    for (const off of [3_600_000, -3_600_000, 86_400_000]) {
      clock.observe(Date.now() - off, 0);
      const session = new Session();
      const renewer = vi.fn(() => Promise.resolve(token(900_000)));
      session.renewer = renewer;
      await session.bearer();
      await session.bearer();
      expect(renewer).toHaveBeenCalledOnce();
      session.adopt(token(30_000));
      await session.bearer();
      expect(renewer).toHaveBeenCalledTimes(2);
    }
    clock.observe(Date.now(), 0);
  });

  it('gives a token of the worker asked for, or none', async () => {
    const session = new Session();
    session.adopt(tokenOf('fatima'));
    expect(await session.bearer('fatima')).toBe('token of fatima');
    await expect(session.bearer('joris')).rejects.toMatchObject({
      code: 'other-worker',
      temporary: true,
    });
  });

  it('does not lend a renewed token to who had the screen before', async () => {
    const session = new Session();
    session.adopt(tokenOf('fatima', 1));
    session.renewer = () => Promise.resolve(tokenOf('joris'));
    await expect(session.bearer('fatima')).rejects.toMatchObject({ code: 'other-worker' });
    expect(await session.bearer()).toBe('token of joris');
  });

  it('tells when another worker has the screen, and not at every renewal', () => {
    const session = new Session();
    let told = 0;
    session.on(() => (told += 1));
    session.adopt(tokenOf('fatima'));
    session.adopt(tokenOf('fatima', 800));
    session.adopt(tokenOf('joris'));
    session.adopt(undefined);
    expect(told).toBe(3);
  });
});
