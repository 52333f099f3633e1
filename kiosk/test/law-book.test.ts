import { beforeEach, describe, expect, it } from 'vitest';
import type { Api } from '../src/lib/api.js';
import { LawBook } from '../src/lib/law-book.js';
import { closeStore, store } from '../src/lib/store.js';

/** A loket that has these versions; it counts how often it is asked. */
function loket(...versions: readonly string[]) {
  const asked: string[] = [];
  const get = (path: string): Promise<unknown> => {
    asked.push(path);
    const version = versions.find((each) => path === `/rules/${each}`);
    if (!version) return Promise.reject(new Error('no network'));
    return Promise.resolve({ version, rules: { version }, offences: { version } });
  };
  return { asked, api: { get } as unknown as Api };
}

describe('the rules of a phone', () => {
  beforeEach(async () => {
    await (await store()).clear('laws');
  });

  it('are fetched once for each version, and kept through a restart', async () => {
    const { asked, api } = loket('1');
    const book = new LawBook(api);
    await book.take('1');
    await book.take('1');
    expect(asked).toEqual(['/rules/1']);
    await closeStore();
    const restarted = new LawBook(loket().api);
    await restarted.load();
    expect(restarted.version).toBe('1');
  });

  it('stay in use until newer ones are here', async () => {
    const book = new LawBook(loket('1').api);
    await book.take('1');
    await expect(book.take('2')).rejects.toThrow('no network');
    expect(book.version).toBe('1');
  });

  it('are replaced by newer ones, and whoever watches hears it', async () => {
    const book = new LawBook(loket('1', '2').api);
    await book.take('1');
    let heard = 0;
    book.on(() => heard++);
    await book.take('2');
    expect([book.version, heard]).toEqual(['2', 1]);
    expect(await (await store()).getAllKeys('laws')).toEqual(['2']);
  });

  it('are absent on a phone that never got any', async () => {
    const book = new LawBook(loket().api);
    await book.load();
    expect(book.law).toBeUndefined();
  });
});
