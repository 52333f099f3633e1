import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { api, ApiError } from '../src/lib/api.js';
import { journal } from '../src/lib/journal.js';
import { queue, type Command } from '../src/lib/queue.js';
import { EMPTY_DRAFT, type JuvenileDraft } from '../src/loket/juvenile/juvenile-shapes.js';
import { draftKey, Visit } from '../src/loket/juvenile/visit.js';

const caseId = '01990000-0000-7000-8000-000000000001';
const sent: Command[] = [];
let state = 'OFFERED';
let rightsShown = true;
let refusal: ApiError | undefined;
let visit: Visit;

function answerOf(path: string): unknown {
  if (path.endsWith('/juvenile')) {
    return {
      ageGroup: 'UNDER_16',
      arrivedAt: '2026-11-22T20:00:00Z',
      freeToLeave: 'YES',
      interpreter: true,
      language: 'en',
      state,
      rightsShown,
    };
  }
  if (path.endsWith('/own-words')) return { version: 2, text: 'Bel mijn oma.' };
  const [, document, language] = /shown\/(\w+)\?language=(\w+)/.exec(path) ?? [];
  const blocks = [
    { kind: 'HEADING', text: 'Kop' },
    { kind: 'TEXT', text: 'Tekst.' },
  ];
  const signedOff = language === 'nl' || language === 'en';
  return { document, version: 3, language, signedOff, blocks, text: 'Kop\nTekst.' };
}

beforeEach(async () => {
  vi.stubGlobal('document', { documentElement: { dataset: {} } });
  sent.length = 0;
  state = 'OFFERED';
  rightsShown = true;
  refusal = undefined;
  vi.spyOn(api, 'get').mockImplementation((path) => Promise.resolve(answerOf(path) as never));
  vi.spyOn(queue, 'put').mockImplementation((command) => {
    sent.push(command);
    return Promise.resolve();
  });
  vi.spyOn(queue, 'done').mockImplementation(() =>
    refusal ? Promise.reject(refusal) : Promise.resolve({ version: 3 } as never),
  );
  vi.spyOn(queue, 'dismiss').mockResolvedValue();
  (await journal.open<JuvenileDraft>(draftKey(caseId), EMPTY_DRAFT)).set({ ...EMPTY_DRAFT });
  visit = new Visit(
    caseId,
    () => undefined,
    () => Promise.resolve({ statement: 's', image: 'i' }),
  );
});

afterEach(async () => {
  await journal.flush();
  vi.restoreAllMocks();
});

const body = (): unknown => sent.at(-1)?.body;

describe('the visit of a juvenile', () => {
  it('speaks the language that a worker noted, until another one is chosen', async () => {
    const { signal } = new AbortController();
    await visit.load(signal);
    expect(visit.language.code).toBe('en');
    await visit.speak('ar', signal);
    expect(visit.language.code).toBe('ar');
    expect(visit.ready).toBe(true);
  });

  it('tells the rights with what was shown and how', async () => {
    rightsShown = false;
    await visit.load(new AbortController().signal);
    visit.keep({ readAloud: true, at: 'rights-1' });
    await visit.next();
    expect(sent[0]?.path).toBe(`/cases/${caseId}/rights`);
    expect(body()).toEqual({
      language: 'en',
      version: 3,
      medium: 'SCREEN',
      readAloud: true,
      interpreter: true,
    });
    expect(visit.draft.at).toBe('own');
  });

  it('binds a yes to the Dutch text where nobody checked the translation', async () => {
    await visit.load(new AbortController().signal);
    await visit.speak('uk', new AbortController().signal);
    visit.choose('YES');
    await visit.decide('signed');
    expect(body()).toMatchObject({
      answer: 'YES',
      document: 'CONSENT',
      language: 'nl',
      version: 3,
      signature: { statement: 's', image: 'i' },
    });
  });

  it('takes a yes without a signature as a normal way, and a no without anything', async () => {
    await visit.load(new AbortController().signal);
    visit.choose('YES');
    await visit.decide('unsigned');
    expect(body()).toMatchObject({ answer: 'YES', cannotSign: true });
    visit.choose('NO');
    await visit.decide('unsigned');
    expect(body()).not.toHaveProperty('cannotSign');
    expect(body()).toMatchObject({ answer: 'NO', person: 'JUVENILE', channel: 'SCREEN' });
  });

  it('forgets what was drawn once it is told, and only then', async () => {
    await visit.load(new AbortController().signal);
    visit.choose('YES');
    visit.keep({ strokes: [[1, 2, 3, 4]], name: 'Sam' });
    refusal = new ApiError({ status: 409, code: 'consent.not-fit', title: 'Nu niet.' });
    await visit.decide('signed');
    expect(visit.refusal?.title).toBe('Nu niet.');
    expect(visit.draft.strokes).toEqual([[1, 2, 3, 4]]);
    refusal = undefined;
    await visit.decide('signed');
    expect(visit.draft).toMatchObject({ strokes: [], name: '', told: 'YES', at: 'after' });
  });

  it('begins where the browser was killed', async () => {
    await visit.load(new AbortController().signal);
    visit.choose('YES');
    visit.keep({ at: 'sign', strokes: [[1, 2, 3, 4]] });
    await journal.flush();
    const again = new Visit(caseId, () => undefined, vi.fn());
    await again.load(new AbortController().signal);
    expect(again.screen.kind).toBe('sign');
    expect(again.draft.strokes).toEqual([[1, 2, 3, 4]]);
  });

  it('keeps a yes that came too late, says what to do, and takes it at the next tap', async () => {
    const late = {
      id: 'late',
      method: 'POST',
      path: `/cases/${caseId}/decisions`,
      label: 'Keuze',
    } as const;
    const dismissed = vi.spyOn(queue, 'dismiss').mockResolvedValue();
    const pending = vi.spyOn(queue, 'pending', 'get').mockReturnValue([{ command: late }]);
    const title = 'Deze handtekening kwam te laat aan.';
    refusal = new ApiError({ status: 409, code: 'consent.signature-time', title });
    const draft = await journal.open<JuvenileDraft>(draftKey(caseId), EMPTY_DRAFT);
    draft.set({ choice: 'YES', at: 'sign', strokes: [[1, 2, 3, 4]] });
    await visit.load(new AbortController().signal);
    await vi.waitFor(() => expect(visit.refusal?.title).toBe(title));
    expect(dismissed).toHaveBeenCalledWith('late');
    expect(visit.screen.kind).toBe('sign');
    expect(visit.draft.strokes).toEqual([[1, 2, 3, 4]]);
    pending.mockReturnValue([]);
    refusal = undefined;
    await visit.decide('signed');
    expect(body()).toMatchObject({ answer: 'YES', signature: { statement: 's', image: 'i' } });
    expect(visit.draft.told).toBe('YES');
  });

  it('goes on from the words that were saved before', async () => {
    await visit.load(new AbortController().signal);
    expect(visit.draft.ownWords).toBe('Bel mijn oma.');
    visit.keep({ at: 'own', ownWords: 'Bel ook mijn opa.' });
    await visit.saveOwnWords();
    expect(body()).toEqual({ version: 2, text: 'Bel ook mijn opa.' });
    expect(visit.draft.ownVersion).toBe(3);
  });

  it('counts how it was without skipped answers, and takes it well when it was counted before', async () => {
    state = 'AGREED';
    await visit.load(new AbortController().signal);
    visit.keep({ at: 'felt-information' });
    await visit.feel('information', 'GOOD');
    await visit.feel('room', undefined);
    await visit.feel('talk', 'BAD');
    refusal = new ApiError({ status: 409, code: 'experience.given' });
    await visit.feel('voluntary', undefined);
    expect(body()).toEqual({ language: 'en', answers: { INFORMATION: 'YES', HEARD: 'NO' } });
    expect(visit.screen.kind).toBe('end');
    expect(visit.refusal).toBeUndefined();
  });

  it('keeps nothing on the tablet of a walk that was walked to its end', async () => {
    state = 'AGREED';
    await visit.load(new AbortController().signal);
    visit.keep({ at: 'own', ownWords: 'Bel mijn tante.', strokes: [[1, 2, 3, 4]], name: 'Sam' });
    await visit.saveOwnWords();
    await visit.feel('voluntary', undefined);
    visit.keep({ at: 'felt-voluntary' });
    await visit.feel('voluntary', 'GOOD');
    expect(visit.screen.kind).toBe('end');
    expect(visit.draft).toMatchObject({ ownWords: '', strokes: [], name: '', felt: {} });
    await visit.load(new AbortController().signal);
    expect(visit.draft.ownWords).toBe('');
    await visit.leave();
    expect(await journal.keys()).not.toContain(draftKey(caseId));
  });

  it('keeps the words of a walk that was broken off, and no signature', async () => {
    await visit.load(new AbortController().signal);
    visit.keep({ at: 'sign', ownWords: 'Bel mijn tante.', strokes: [[1, 2, 3, 4]], name: 'Sam' });
    await visit.leave();
    expect(visit.draft).toMatchObject({ ownWords: 'Bel mijn tante.', strokes: [], name: '' });
  });

  it('sends nothing when every question was skipped', async () => {
    state = 'AGREED';
    await visit.load(new AbortController().signal);
    visit.keep({ at: 'felt-voluntary' });
    await visit.feel('voluntary', undefined);
    expect(sent).toEqual([]);
  });
});
