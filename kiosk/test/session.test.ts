import { describe, expect, it } from 'vitest';
import type { Token } from '../src/lib/contract.js';
import { Session } from '../src/lib/session.js';

function token(id: string, secondsLeft = 900): Token {
  const worker = { id, name: id, roles: [], choose: [] };
  const expiresAt = new Date(Date.now() + secondsLeft * 1_000).toISOString();
  return { accessToken: `token of ${id}`, expiresAt, deviceId: 'd', profile: 'loket', worker };
}

describe('the session', () => {
  it('gives a token of the worker asked for, or none', async () => {
    const session = new Session();
    session.adopt(token('fatima'));
    expect(await session.bearer('fatima')).toBe('token of fatima');
    await expect(session.bearer('joris')).rejects.toMatchObject({
      code: 'other-worker',
      temporary: true,
    });
  });

  it('does not lend a renewed token to who had the screen before', async () => {
    const session = new Session();
    session.adopt(token('fatima', 1));
    session.renewer = () => Promise.resolve(token('joris'));
    await expect(session.bearer('fatima')).rejects.toMatchObject({ code: 'other-worker' });
    expect(await session.bearer()).toBe('token of joris');
  });

  it('tells when another worker has the screen, and not at every renewal', () => {
    const session = new Session();
    let told = 0;
    session.on(() => (told += 1));
    session.adopt(token('fatima'));
    session.adopt(token('fatima', 800));
    session.adopt(token('joris'));
    session.adopt(undefined);
    expect(told).toBe(3);
  });
});
