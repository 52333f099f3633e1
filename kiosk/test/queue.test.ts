import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Api, ApiError } from '../src/lib/api.js';
import type { Token } from '../src/lib/contract.js';
import { uuidv7 } from '../src/lib/ids.js';
import { Queue, type Command } from '../src/lib/queue.js';
import { Session } from '../src/lib/session.js';
import { closeStore, store } from '../src/lib/store.js';

const api = new Api(new Session());
const bytes = Uint8Array.of(1, 2, 3);

function command(): Command {
  return { id: uuidv7(), method: 'POST', path: '/handovers', label: 'Overdracht', bytes };
}

function refusal(status: number): ApiError {
  return new ApiError({ status, code: 'no', title: 'Nee' });
}

function tokenOf(id: string): Token {
  const worker = { id, name: id, roles: [], choose: [] };
  const expiresAt = new Date(Date.now() + 900_000).toISOString();
  return { accessToken: id, expiresAt, deviceId: 'd', profile: 'loket', worker };
}

async function stored(): Promise<number> {
  return (await store()).count('commands');
}

beforeEach(async () => {
  vi.restoreAllMocks();
  await (await store()).clear('commands');
});

describe('the queue', () => {
  it('stores a command before it sends it', async () => {
    const send = vi.spyOn(api, 'bytes').mockImplementation(async () => ({ there: await stored() }));
    const queue = new Queue(api);
    const sent = command();
    await queue.put(sent);
    expect(await queue.done(sent.id)).toEqual({ there: 1 });
    expect(send).toHaveBeenCalledOnce();
    expect(await stored()).toBe(0);
  });

  it('sends the same bytes and the same id on every attempt', async () => {
    const post = vi.spyOn(api, 'bytes').mockRejectedValueOnce(ApiError.lost());
    post.mockRejectedValueOnce(refusal(503)).mockResolvedValue('done');
    const put = vi.spyOn(api, 'send').mockRejectedValueOnce(refusal(429)).mockResolvedValue('ok');
    const queue = new Queue(api);
    const sent = command();
    const other: Command = { id: uuidv7(), method: 'PUT', path: '/x', label: 'X', body: { a: 1 } };
    await queue.put(sent);
    await queue.put(other);
    const results = Promise.all([queue.done(sent.id), queue.done(other.id)]);
    const hurry = setInterval(() => queue.retry(), 5);
    expect(await results).toEqual(['done', 'ok']);
    clearInterval(hurry);
    expect(post.mock.calls).toEqual(Array(3).fill(['/handovers', bytes]));
    expect(put.mock.calls).toEqual(Array(2).fill(['PUT', '/x', { a: 1 }, other.id]));
  });

  it('says in the words of the server why nothing goes, and keeps the command', async () => {
    const full = new ApiError({ status: 507, code: 'disk.full', title: 'De schijf is vol.' });
    const post = vi.spyOn(api, 'bytes').mockRejectedValueOnce(full);
    post.mockRejectedValueOnce(ApiError.lost()).mockResolvedValue('done');
    const queue = new Queue(api);
    const sent = command();
    await queue.put(sent);
    await vi.waitFor(() => expect(queue.trouble?.title).toBe('De schijf is vol.'));
    expect(await stored()).toBe(1);
    expect(queue.pending).toHaveLength(1);
    const gone = queue.done(sent.id);
    const hurry = setInterval(() => queue.retry(), 5);
    expect(await gone).toBe('done');
    clearInterval(hurry);
    expect(queue.trouble).toBeUndefined();
  });

  it('sends nothing under another name, and keeps it until that worker is back', async () => {
    const tokens = new Session();
    tokens.adopt(tokenOf('fatima'));
    const server = new Api(tokens);
    const send = vi.spyOn(server, 'send').mockRejectedValueOnce(ApiError.lost());
    send.mockResolvedValue('ok');
    const queue = new Queue(server, tokens);
    const sent: Command = { id: uuidv7(), method: 'PUT', path: '/x', label: 'X', body: { a: 1 } };
    await queue.put(sent);
    await vi.waitFor(() => expect(send).toHaveBeenCalledOnce());
    tokens.adopt(tokenOf('joris'));
    const own: Command = { ...sent, id: uuidv7() };
    await queue.put(own);
    expect(await queue.done(own.id)).toBe('ok');
    expect(queue.pending.map(({ command: { worker } }) => worker?.id)).toEqual(['fatima']);
    const other = new Queue(server, tokens);
    await other.ready;
    expect(other.pending.map((pending) => other.isOwn(pending.command))).toEqual([false]);
    tokens.adopt(tokenOf('fatima'));
    expect(await queue.done(sent.id)).toBe('ok');
    expect(send.mock.calls.map((call) => [call[3], call[4]])).toEqual(
      expect.arrayContaining([
        [sent.id, 'fatima'],
        [own.id, 'joris'],
      ]),
    );
  });

  it('keeps sealed bytes and nothing else when the device was sent away', async () => {
    vi.spyOn(api, 'bytes').mockRejectedValue(ApiError.lost());
    vi.spyOn(api, 'send').mockRejectedValue(ApiError.lost());
    const queue = new Queue(api);
    const sealed = command();
    await queue.put(sealed);
    await queue.put({ id: uuidv7(), method: 'PUT', path: '/x', label: 'X', body: { a: 1 } });
    await queue.forgetPlain();
    expect(queue.pending.map(({ command: { id } }) => id)).toEqual([sealed.id]);
    expect(await stored()).toBe(1);
  });

  it('keeps a command through network loss and a reload, and sends it then', async () => {
    const lost = vi.spyOn(api, 'bytes').mockRejectedValue(ApiError.lost());
    const before = new Queue(api);
    const sent = command();
    await before.put(sent);
    await vi.waitFor(() => expect(lost).toHaveBeenCalled());
    expect(before.pending).toHaveLength(1);
    await closeStore();
    const post = vi.spyOn(api, 'bytes').mockResolvedValue('received');
    const after = new Queue(api);
    expect(await after.done(sent.id)).toBe('received');
    expect(post).toHaveBeenCalledWith('/handovers', bytes);
    before.retry();
  });

  it('parks a refused command and goes on with the next', async () => {
    const post = vi.spyOn(api, 'bytes').mockRejectedValueOnce(refusal(409)).mockResolvedValue(1);
    const queue = new Queue(api);
    const [bad, good] = [command(), command()];
    await queue.put(bad);
    await queue.put(good);
    await expect(queue.done(bad.id)).rejects.toMatchObject({ status: 409, title: 'Nee' });
    await vi.waitFor(() => expect(queue.pending).toHaveLength(1));
    expect(queue.pending[0]?.refusal?.status).toBe(409);
    expect(post).toHaveBeenCalledTimes(2);
    expect(await stored()).toBe(1);
    await queue.dismiss(bad.id);
    expect(queue.pending).toHaveLength(0);
    expect(await stored()).toBe(0);
  });

  it('keeps a command of a device that was sent away until it is enrolled again', async () => {
    const revoked = new ApiError({ status: 401, code: 'device.revoked', title: 'Ingetrokken' });
    const post = vi.spyOn(api, 'bytes').mockRejectedValueOnce(revoked).mockResolvedValue('there');
    const queue = new Queue(api);
    const sent = command();
    await queue.put(sent);
    await vi.waitFor(() => expect(post).toHaveBeenCalledOnce());
    expect(queue.pending[0]).toMatchObject({ command: { id: sent.id } });
    expect(queue.pending[0]?.refusal).toBeUndefined();
    expect(await stored()).toBe(1);
    queue.retry();
    expect(await queue.done(sent.id)).toBe('there');
  });

  it('tries a parked command again when asked', async () => {
    vi.spyOn(api, 'bytes').mockRejectedValueOnce(refusal(422)).mockResolvedValue('now');
    const queue = new Queue(api);
    const sent = command();
    await queue.put(sent);
    await expect(queue.done(sent.id)).rejects.toBeInstanceOf(ApiError);
    queue.retry(sent.id);
    expect(await queue.done(sent.id)).toBe('now');
  });

  it('takes the same command once', async () => {
    const post = vi.spyOn(api, 'bytes').mockReturnValue(new Promise(() => undefined));
    const queue = new Queue(api);
    const sent = command();
    await queue.put(sent);
    await queue.put(sent);
    expect(queue.pending).toHaveLength(1);
    expect(post).toHaveBeenCalledOnce();
  });

  it('tells who listens about every change', async () => {
    vi.spyOn(api, 'bytes').mockResolvedValue(undefined);
    const queue = new Queue(api);
    const change = vi.fn();
    queue.on(change);
    const sent = command();
    await queue.put(sent);
    await vi.waitFor(() => expect(queue.pending).toHaveLength(0));
    expect(change).toHaveBeenCalledTimes(2);
  });

  it('goes on with other handovers while a locked desk keeps one unread, and sends it again', async () => {
    const kept = new ApiError({ status: 202, code: 'handover.parked', title: 'Bewaard' });
    const post = vi.spyOn(api, 'bytes').mockRejectedValue(kept);
    const withdraw = vi.spyOn(api, 'send').mockResolvedValue('withdrawn');
    const queue = new Queue(api);
    const [first, second] = [command(), { ...command(), bytes: Uint8Array.of(4) }];
    await queue.put(first);
    await queue.put({ id: uuidv7(), method: 'POST', path: '/x', label: 'intrekken' });
    await queue.put(second);
    await vi.waitFor(() =>
      expect(queue.pending.map(({ parked }) => parked ?? false)).toEqual([true, false, true]),
    );
    expect(withdraw).not.toHaveBeenCalled();
    expect(await stored()).toBe(3);
    post.mockReset().mockResolvedValue('read');
    queue.retry();
    expect(await Promise.all([queue.done(first.id), queue.done(second.id)])).toEqual([
      'read',
      'read',
    ]);
    expect(post.mock.calls.map(([, sent]) => sent)).toEqual([first.bytes, second.bytes]);
    expect(withdraw).toHaveBeenCalledOnce();
    expect(await stored()).toBe(0);
  });
});
