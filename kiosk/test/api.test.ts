import { afterEach, describe, expect, it, vi } from 'vitest';
import { Api, ApiError } from '../src/lib/api.js';
import type { Token } from '../src/lib/contract.js';
import { deskLock } from '../src/lib/desk-lock.js';
import { Session } from '../src/lib/session.js';

function token(accessToken: string, livesMs: number): Token {
  const expiresAt = new Date(Date.now() + livesMs).toISOString();
  return { accessToken, expiresAt, deviceId: 'd', profile: 'verwijzer' };
}

function apiWith(first: Token, renewed = token('new', 900_000)) {
  const session = new Session();
  session.adopt(first);
  session.renewer = vi.fn(() => Promise.resolve(renewed));
  return { api: new Api(session), session };
}

function answers(...responses: (Response | Error)[]) {
  const fetching = vi.fn<typeof fetch>();
  for (const response of responses) {
    if (response instanceof Error) fetching.mockRejectedValueOnce(response);
    else fetching.mockResolvedValueOnce(response);
  }
  vi.stubGlobal('fetch', fetching);
  return fetching;
}

function bearerOf(call: Parameters<typeof fetch> | undefined): string | null {
  return new Headers(call?.[1]?.headers).get('Authorization');
}

afterEach(() => vi.unstubAllGlobals());

describe('the api', () => {
  it('turns a problem into an ApiError with the words of the server', async () => {
    const problem = {
      status: 409,
      code: 'other-content',
      title: 'Dit nummer is al gebruikt.',
      invalidParams: [{ pointer: '/id', reason: 'bestaat al' }],
    };
    answers(Response.json(problem, { status: 409 }));
    const { api } = apiWith(token('a', 900_000));
    const failure = await api.get('/x').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ApiError);
    expect(failure).toMatchObject({ ...problem, offline: false, temporary: false });
  });

  it('survives a refusal that is no problem document', async () => {
    answers(new Response('<h1>Bad gateway</h1>', { status: 502 }));
    const { api } = apiWith(token('a', 900_000));
    await expect(api.get('/x')).rejects.toMatchObject({ status: 502, temporary: true });
  });

  it('says offline when there is no answer', async () => {
    answers(new TypeError('failed to fetch'));
    const { api } = apiWith(token('a', 900_000));
    await expect(api.get('/x')).rejects.toMatchObject({ offline: true, temporary: true });
  });

  it('renews the token before it runs out', async () => {
    const fetching = answers(Response.json({}));
    const { api, session } = apiWith(token('old', 50_000));
    await api.get('/x');
    expect(session.renewer).toHaveBeenCalledOnce();
    expect(bearerOf(fetching.mock.calls[0])).toBe('Bearer new');
  });

  it('renews once on a 401 and sends the same request again', async () => {
    const fetching = answers(new Response(null, { status: 401 }), Response.json({ ok: true }));
    const { api } = apiWith(token('old', 900_000));
    expect(await api.send('POST', '/x', { a: 1 }, 'command')).toEqual({ ok: true });
    const [first, second] = fetching.mock.calls;
    expect([bearerOf(first), bearerOf(second)]).toEqual(['Bearer old', 'Bearer new']);
    expect(second?.[1]?.body).toBe(first?.[1]?.body);
    expect(new Headers(second?.[1]?.headers).get('Idempotency-Key')).toBe('command');
  });

  it('gives up after a second 401', async () => {
    answers(new Response(null, { status: 401 }), new Response(null, { status: 401 }));
    const { api } = apiWith(token('old', 900_000));
    await expect(api.get('/x')).rejects.toMatchObject({ status: 401 });
  });

  it('renews once for requests at the same time', async () => {
    answers(Response.json(1), Response.json(2));
    const { api, session } = apiWith(token('old', 0));
    await Promise.all([api.get('/x'), api.get('/y')]);
    expect(session.renewer).toHaveBeenCalledOnce();
  });
});

describe('a stream', () => {
  it('gives each message whole, however the bytes are cut, and reconnects', async () => {
    const text = ': hartslag\n\nevent: board\ndata: {"now":"é"}\n\n';
    const bytes = new TextEncoder().encode(text);
    const cut = () =>
      new Response(
        new ReadableStream<Uint8Array>({
          start(controller) {
            for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
            controller.close();
          },
        }),
      );
    answers(cut(), cut());
    const { api } = apiWith(token('a', 900_000));
    const stop = new AbortController();
    const heard: unknown[] = [];
    const states: string[] = [];
    const hear = (name: string, data: unknown) => {
      if (heard.push([name, data]) === 2) stop.abort();
    };
    await api.stream('/board/stream', hear, stop.signal, (state) => states.push(state));
    expect(heard).toEqual(Array(2).fill(['board', { now: 'é' }]));
    expect(states).toEqual(['open', 'lost', 'open']);
  });

  it('ends when the device is sent away, and does not knock again and again', async () => {
    const sentAway = { status: 401, code: 'device.revoked', title: 'Dit toestel is ingetrokken.' };
    const fetching = answers(new Response(null, { status: 401 }));
    const { api, session } = apiWith(token('old', 900_000));
    session.renewer = () => Promise.reject(new ApiError(sentAway));
    const following = api.stream('/x', vi.fn(), new AbortController().signal);
    await expect(following).rejects.toMatchObject(sentAway);
    expect(fetching).toHaveBeenCalledOnce();
  });

  it('ends with the refusal when it may not be followed', async () => {
    answers(new Response(null, { status: 403 }));
    const { api } = apiWith(token('a', 900_000));
    const following = api.stream('/x', vi.fn(), new AbortController().signal);
    await expect(following).rejects.toMatchObject({ status: 403 });
  });

  const locked = () => Response.json({ code: 'loket.locked', title: 'Op slot' }, { status: 503 });

  it('hands sealed bytes to a locked desk without a token, and tells that they wait', async () => {
    const body = { code: 'handover.parked', title: 'Bewaard bij het loket' };
    const fetching = answers(Response.json(body, { status: 202 }));
    const { api, session } = apiWith(token('old', 0));
    session.renewer = () => ApiError.from(locked()).then((failure) => Promise.reject(failure));
    const failure = await api.bytes('/handovers', Uint8Array.of(1)).catch((e: unknown) => e);
    expect(failure).toMatchObject({ ...body, parked: true, temporary: true });
    expect(bearerOf(fetching.mock.calls[0])).toBeNull();
  });

  it('takes the 202 of a command as its answer: the desk is not locked, and nothing is sent again', async () => {
    deskLock.mark(false);
    answers(Response.json({ id: 'x', state: 'SCHEDULED' }, { status: 202 }));
    const { api } = apiWith(token('a', 900_000));
    const answer = await api.send('POST', '/cases/x/transfer', undefined, 'id');
    expect(answer).toEqual({ id: 'x', state: 'SCHEDULED' });
    expect(deskLock.locked).toBe(false);
  });

  it('tells the page that the desk is locked', async () => {
    deskLock.mark(false);
    answers(locked());
    const { api } = apiWith(token('a', 900_000));
    await expect(api.get('/board')).rejects.toMatchObject({ locked: true, temporary: true });
    expect(deskLock.locked).toBe(true);
  });
});
