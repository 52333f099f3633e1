import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Journal } from '../src/lib/journal.js';
import { closeStore, store } from '../src/lib/store.js';

interface Note {
  name: string;
  bytes?: Uint8Array;
}

beforeEach(async () => {
  await (await store()).clear('drafts');
});

describe('a draft', () => {
  it('survives reopening', async () => {
    const before = await new Journal().open<Note>('note', { name: '' });
    before.set({ name: 'Noor' });
    before.set({ bytes: Uint8Array.of(1, 2, 3) });
    await before.flush();
    await closeStore();
    const after = await new Journal().open<Note>('note', { name: '' });
    expect(after.value).toEqual({ name: 'Noor', bytes: Uint8Array.of(1, 2, 3) });
  });

  it('is on disk by itself, at once', async () => {
    const draft = await new Journal().open<Note>('note', { name: '' });
    draft.set({ name: 'N' });
    draft.set({ name: 'Noor' });
    const kept = async () => (await new Journal().open<Note>('note', { name: '' })).value.name;
    await vi.waitFor(async () => expect(await kept()).toBe('Noor'), { timeout: 100, interval: 5 });
  });

  it('lies encrypted: no plain text on disk', async () => {
    const draft = await new Journal().open<Note>('note', { name: '' });
    draft.set({ name: 'Onmiskenbaar' });
    await draft.flush();
    const [sealed] = await (await store()).getAll('drafts');
    const onDisk = new TextDecoder('latin1').decode(sealed?.bytes);
    expect(onDisk.length).toBeGreaterThan(20);
    expect(onDisk).not.toContain('Onmiskenbaar');
    expect(onDisk).not.toContain('name');
  });

  it('is encrypted under a key that cannot be read out', async () => {
    const draft = await new Journal().open<Note>('note', { name: '' });
    draft.set({ name: 'Noor' });
    await draft.flush();
    const [key] = await (await store()).getAll('keys');
    expect(key?.extractable).toBe(false);
  });

  it('is gone after clearing, also when a change was still on its way', async () => {
    const draft = await new Journal().open<Note>('note', { name: '' });
    draft.set({ name: 'Noor' });
    await draft.clear();
    expect(draft.value.name).toBe('');
    expect((await new Journal().open<Note>('note', { name: '' })).value.name).toBe('');
  });

  it('is one and the same for everyone who opens it', async () => {
    const journal = new Journal();
    const [one, other] = await Promise.all([
      journal.open<Note>('note', { name: '' }),
      journal.open<Note>('note', { name: '' }),
    ]);
    one.set({ name: 'Noor' });
    expect(other.value.name).toBe('Noor');
    await journal.flush();
  });
});

describe('the drafts of a case', () => {
  it('are gone after it was erased, opened or not, and those of others stay', async () => {
    const before = new Journal();
    for (const key of ['juvenile/a', 'case/a/words', 'case/b/words', 'receive/a']) {
      (await before.open<Note>(key, { name: '' })).set({ name: 'Noor' });
    }
    await before.flush();
    const after = new Journal();
    const open = await after.open<Note>('juvenile/a', { name: '' });
    await after.forgetCase('a');
    expect(open.value.name).toBe('');
    expect(await after.keys()).toEqual(['case/b/words']);
  });
});
