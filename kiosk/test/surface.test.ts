import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const key = 'halt-loket/juvenile';
const kept = new Map<string, string>();
const replace = vi.fn();
const define = vi.fn();

// It makes its canvas at once, and Node has none.
vi.mock('../src/lib/scanner.js', () => ({ scan: vi.fn() }));

beforeEach(() => {
  vi.resetModules();
  kept.clear();
  replace.mockClear();
  define.mockClear();
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
    removeItem: (name: string) => kept.delete(name),
  });
  vi.stubGlobal('location', { hash: '', replace });
  // A browser has none of the elements on a new page, a test has those of the last one.
  vi.stubGlobal('customElements', { get: () => undefined, define });
});

afterEach(() => vi.unstubAllGlobals());

describe('while a juvenile holds the tablet', () => {
  it.each([
    ['verwijzer', 'hl-verwijzer', () => import('../src/verwijzer/main.js')],
    ['beheer', 'hl-beheer', () => import('../src/beheer/main.js')],
  ])('%s leads to the screen of the juvenile and starts nothing', async (_, element, open) => {
    kept.set(key, 'case-1');
    await open();
    expect(replace).toHaveBeenCalledExactlyOnceWith('/loket');
    expect(define).not.toHaveBeenCalledWith(element, expect.anything());
  });

  it('the page that asks who you are leads there too and asks the server nothing', async () => {
    kept.set(key, 'case-1');
    const fetched = vi.fn();
    vi.stubGlobal('fetch', fetched);
    await import('../src/plain.js');
    expect(replace).toHaveBeenCalledExactlyOnceWith('/loket');
    expect(fetched).not.toHaveBeenCalled();
  });
});

describe('a surface', () => {
  it('starts on a device that no juvenile holds', async () => {
    const { startUnlessHeld } = await import('../src/lib/surface.js');
    const start = vi.fn();
    startUnlessHeld(start);
    expect(start).toHaveBeenCalledOnce();
    expect(replace).not.toHaveBeenCalled();
  });

  it.each(['pageshow', 'storage'])(
    'that was open before the tablet was given away is left at its %s',
    async (event) => {
      const { startUnlessHeld } = await import('../src/lib/surface.js');
      startUnlessHeld(vi.fn());
      kept.set(key, 'case-1');
      dispatchEvent(new Event(event));
      expect(replace).toHaveBeenCalledWith('/loket');
    },
  );

  it('is left when a token says that a juvenile holds the tablet', async () => {
    const { startUnlessHeld } = await import('../src/lib/surface.js');
    const { session } = await import('../src/lib/session.js');
    startUnlessHeld(vi.fn());
    session.adopt({
      accessToken: 'x',
      expiresAt: '2026-11-22T21:00:00Z',
      deviceId: 'd',
      profile: 'loket',
      juvenileCase: 'case-1',
    });
    expect(replace).toHaveBeenCalledWith('/loket');
  });
});

describe('the surface of the referrer', () => {
  it.each([
    ['loket', '/loket'],
    ['beheer', '/beheer'],
  ] as const)('shows a device of %s the way to its own surface', async (profile, href) => {
    const { strangerPage } = await import('../src/verwijzer/stranger-page.js');
    const page = strangerPage(profile);
    expect(page.values).toContain(href);
    expect(page.strings.join('')).not.toContain('<button');
  });
});
