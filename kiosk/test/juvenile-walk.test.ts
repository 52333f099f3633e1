import { describe, expect, it } from 'vitest';
import {
  EMPTY_DRAFT,
  type JuvenileCase,
  type JuvenileDraft,
  type ShownDocument,
} from '../src/loket/juvenile/juvenile-shapes.js';
import { hereFor, LANGUAGES, languageOf } from '../src/loket/juvenile/languages.js';
import { idFrom, saidBy, screenAt, walkOf, type Papers } from '../src/loket/juvenile/walk.js';

const dutch = languageOf('nl');

function fileWith(part: Partial<JuvenileCase> = {}): JuvenileCase {
  return {
    ticket: { colour: 'blauw', animal: 'vos', number: 12, words: 'blauwe vos 12' },
    interpreter: false,
    ageGroup: 'UNDER_16',
    arrivedAt: '2026-11-22T20:00:00Z',
    freeToLeave: 'YES',
    deskPhone: '0612345678',
    state: 'INTAKE',
    rightsShown: false,
    ...part,
  };
}

function shown(language: string, signedOff: boolean, lines: readonly string[]): ShownDocument {
  const blocks = lines.map((line) =>
    line.startsWith('#')
      ? ({ kind: 'HEADING', text: line.slice(1) } as const)
      : ({ kind: 'TEXT', text: line } as const),
  );
  const text = lines.join('\n');
  return {
    document: 'RIGHTS',
    version: 1,
    language,
    signedOff,
    title: '',
    blocks,
    text,
    sha256: '',
  };
}

const papers: Papers = {
  rights: shown('nl', true, ['#Dit zijn jouw rechten', 'Een.', '#Je mag nee zeggen', 'Twee.']),
  offer: shown('nl', true, ['#Een voorstel', 'Drie.']),
};

function idsOf(file: JuvenileCase, part: Partial<JuvenileDraft> = {}): string[] {
  return walkOf(file, papers, { ...EMPTY_DRAFT, ...part }, dutch).map(({ id }) => id);
}

describe('the walk of a juvenile', () => {
  it('begins with who we are and the rights, and asks nothing before', () => {
    expect(idsOf(fileWith())).toEqual(['welcome', 'rights-1', 'rights-2', 'own', 'end']);
  });

  it('tells the desk that the rights were shown at the last of them only', () => {
    const walk = walkOf(fileWith(), papers, EMPTY_DRAFT, dutch);
    expect(walk.filter((one) => one.kind === 'say' && one.endsRights).map(({ id }) => id)).toEqual([
      'rights-2',
    ]);
  });

  it('asks no choice before the desk made the offer', () => {
    expect(idsOf(fileWith({ rightsShown: true }))).toEqual(['own', 'end']);
  });

  it('explains the offer before the choice, and asks how it was only after one', () => {
    const offered = fileWith({ rightsShown: true, state: 'OFFERED' });
    expect(idsOf(offered)).toEqual(['offer-1', 'decide', 'own', 'end']);
    expect(idsOf(offered, { choice: 'YES' })).toEqual([
      'offer-1',
      'decide',
      'confirm',
      'sign',
      'own',
      'end',
    ]);
  });

  it('takes a no with no more taps than a yes, and no signature', () => {
    const offered = fileWith({ rightsShown: true, state: 'OFFERED' });
    expect(idsOf(offered, { choice: 'NO' })).not.toContain('sign');
    expect(idsOf(offered, { choice: 'NO' }).length).toBeLessThan(
      idsOf(offered, { choice: 'YES' }).length,
    );
  });

  it('has no way back once the desk was told', () => {
    const agreed = fileWith({ rightsShown: true, state: 'PENDING_GUARDIAN' });
    expect(idsOf(agreed, { choice: 'YES', told: 'YES' })).toEqual([
      'after',
      'own',
      'felt-information',
      'felt-room',
      'felt-talk',
      'felt-voluntary',
      'end',
    ]);
  });

  it('asks how it was after a no too, but not after later', () => {
    const returned = fileWith({ rightsShown: true, state: 'RETURNED' });
    expect(idsOf(returned, { told: 'NO' })).toContain('felt-voluntary');
    const offered = fileWith({ rightsShown: true, state: 'OFFERED' });
    expect(idsOf(offered, { told: 'LATER' })).toEqual(['after', 'own', 'end']);
  });

  it('says what is true about leaving', () => {
    for (const freeToLeave of ['YES', 'NO', 'UNKNOWN'] as const) {
      const [welcome] = walkOf(fileWith({ freeToLeave }), papers, EMPTY_DRAFT, dutch);
      expect(welcome?.kind === 'say' && welcome.more).toContain(dutch.words.free[freeToLeave]);
    }
  });

  it('stays where it is at both ends, and begins anew at a screen that is gone', () => {
    const walk = walkOf(fileWith(), papers, EMPTY_DRAFT, dutch);
    expect(idFrom(walk, 'welcome', -1)).toBe('welcome');
    expect(idFrom(walk, 'end', 1)).toBe('end');
    expect(screenAt(walk, 'offer-1').id).toBe('welcome');
  });
});

describe('a document in screens', () => {
  const long = 'x'.repeat(200);

  it('has a sentence and a few words a screen, and loses nothing', () => {
    const said = saidBy(
      shown('nl', true, ['#A', 'een', 'twee', '#B', long, long]),
      undefined,
      'offer',
      '',
      ['desk'],
    );
    expect(said.map(({ sentence, more }) => [sentence, ...more])).toEqual([
      ['A', 'een', 'twee'],
      ['B', long],
      ['B', long],
    ]);
    expect(said.map(({ n, total }) => [n, total])).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
  });

  it('shows the Dutch beside what nobody checked, also where it is cut elsewhere', () => {
    const said = saidBy(
      shown('ar', false, ['#١', 'أ', '#٢', long, long]),
      shown('nl', true, ['#Een', 'een', '#Twee', 'twee', 'drie']),
      'rights',
      '',
      ['desk'],
    );
    expect(said.map(({ dutch: beside }) => beside)).toEqual([
      ['Een', 'een'],
      ['Twee', 'twee', 'drie'],
      ['Twee', 'twee', 'drie'],
    ]);
  });

  it('shows a checked translation alone', () => {
    const [said] = saidBy(
      shown('en', true, ['#One', 'one']),
      shown('nl', true, ['#Een', 'een']),
      'rights',
      '',
      ['desk'],
    );
    expect(said?.dutch).toBeUndefined();
  });
});

describe('the words of the juvenile', () => {
  it.each(LANGUAGES.map(({ code, words }) => [code, words] as const))(
    'are all there in %s, with the same places',
    (_, words) => {
      for (const [name, sentence] of Object.entries(dutch.words)) {
        const other: unknown = words[name as keyof typeof words];
        if (name === 'draft') continue;
        const flat = (value: unknown): string => JSON.stringify(value);
        expect(flat(other).replace(/[[\]{}",]/g, '')).not.toBe('');
        expect(flat(other).match(/\{\w+\}/g)).toEqual(flat(sentence).match(/\{\w+\}/g));
      }
    },
  );

  it('say of every translation but English that nobody checked it', () => {
    const drafts = LANGUAGES.filter(({ words }) => words.draft !== '').map(({ code }) => code);
    expect(drafts).toEqual(['de', 'fr', 'pl', 'tr', 'ar', 'uk']);
  });

  it('never speak of a culprit, or promise no record', () => {
    const all = JSON.stringify(LANGUAGES.map(({ words }) => words));
    expect(all).not.toMatch(/dader|strafblad|schuldig/i);
  });

  it.each([
    ['nl', 7, 'je bent hier 7 minuten'],
    ['nl', 1, 'je bent hier 1 minuut'],
    ['en', 0, 'you have been here 0 minutes'],
    ['ar', 7, 'أنت هنا منذ 7 دقائق'],
  ])('in %s say how long %i minutes are', (code, minutes, sentence) => {
    const now = Date.parse('2026-11-22T20:00:00Z') + minutes * 60_000;
    expect(hereFor(languageOf(code), '2026-11-22T20:00:00Z', now)).toBe(sentence);
  });

  it('never count less than nothing when the clocks differ', () => {
    expect(hereFor(dutch, '2026-11-22T20:00:00Z', Date.parse('2026-11-22T19:59:00Z'))).toContain(
      '0 minuten',
    );
  });
});
