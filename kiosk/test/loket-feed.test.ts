import { beforeEach, describe, expect, it, vi } from 'vitest';
import { api } from '../src/lib/api.js';
import type { OnMessage, OnState } from '../src/lib/stream.js';
import { BoardFeed } from '../src/loket/board/board-feed.js';

interface Line {
  readonly hear: OnMessage;
  readonly state: OnState | undefined;
  readonly beat: (() => void) | undefined;
  readonly signal: AbortSignal;
}

const board = { eventName: 'Kermis', now: '', here: 0, underway: 0, replies: 0, rows: [] };
let lines: Line[] = [];

beforeEach(() => {
  vi.restoreAllMocks();
  lines = [];
  vi.spyOn(api, 'get').mockResolvedValue(board);
  vi.spyOn(api, 'stream').mockImplementation((_path, hear, signal, state, beat) => {
    lines.push({ hear, state, beat, signal });
    return new Promise(() => undefined);
  });
});

function started(): BoardFeed {
  const feed = new BoardFeed(() => undefined);
  feed.start(new AbortController().signal);
  return feed;
}

describe('the feed of the board', () => {
  it('leaves the old line and takes a new one after a sleep', () => {
    const feed = started();
    lines[0]?.state?.('open');
    expect(feed.connected).toBe(true);
    feed.wake();
    expect(feed.connected).toBe(false);
    expect(lines[0]?.signal.aborted).toBe(true);
    lines[0]?.state?.('open');
    expect(feed.connected).toBe(false);
    lines[1]?.state?.('open');
    expect(feed.connected).toBe(true);
  });

  it('holds the alarms until the newest board is there, so that they ring once', () => {
    const feed = started();
    expect(feed.waking).toBe(false);
    feed.wake();
    expect(feed.waking).toBe(true);
    lines[1]?.hear('board', board);
    expect(feed.waking).toBe(false);
  });

  it('rings without the newest board when that stays away', () => {
    vi.useFakeTimers();
    const feed = started();
    feed.wake();
    vi.advanceTimersByTime(10_000);
    expect(feed.waking).toBe(false);
    vi.useRealTimers();
  });

  it('knows how old the board is: the last sign of life counts', () => {
    vi.useFakeTimers();
    const feed = started();
    lines[0]?.beat?.();
    const heardAt = feed.heardAt;
    vi.advanceTimersByTime(60_000);
    lines[0]?.state?.('lost');
    expect(feed.heardAt).toBe(heardAt);
    vi.useRealTimers();
  });
});
