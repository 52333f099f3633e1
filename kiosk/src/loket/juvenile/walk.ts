import { fill, type Language } from './languages.js';
import {
  FELT,
  type Felt,
  type JuvenileCase,
  type JuvenileDraft,
  type ShownBlock,
  type ShownDocument,
} from './juvenile-shapes.js';
import type { PictureName } from './pictures.js';

/** One sentence and one picture, with a few words more. */
export interface Say {
  readonly kind: 'say';
  readonly id: string;
  /** What the row is about, for instance the rights; empty at the welcome. */
  readonly group: string;
  readonly sentence: string;
  readonly more: readonly string[];
  /** The Dutch beside a translation that nobody checked. */
  readonly dutch?: readonly string[];
  readonly picture: PictureName;
  /** Place in its row, from 1. */
  readonly n: number;
  readonly total: number;
  /** Where "Verder" tells the desk that the rights card was seen whole. */
  readonly endsRights?: true;
}

/** A screen of the juvenile's walk. */
export type Screen =
  | Say
  | { readonly kind: 'decide' | 'confirm' | 'sign' | 'after' | 'own' | 'end'; readonly id: string }
  | { readonly kind: 'felt'; readonly id: string; readonly question: Felt; readonly n: number };

/** The documents, in the language of the juvenile and in Dutch. */
export interface Papers {
  readonly rights?: ShownDocument;
  readonly rightsDutch?: ShownDocument;
  readonly offer?: ShownDocument;
  readonly offerDutch?: ShownDocument;
}

/** By section of the document. */
const rightsPictures: readonly PictureName[] = [
  'card',
  'quiet',
  'path',
  'doors',
  'lawyer',
  'together',
  'talk',
  'family',
  'paper',
  'desk',
];
const offerPictures: readonly PictureName[] = ['paper', 'desk', 'doors', 'talk', 'path', 'family'];

/** More letters than this do not stand on one screen. */
const SCREEN_LETTERS = 240;

/**
 * The juvenile's walk, screen by screen; each is one tap from the next.
 *
 * 1. Who we are, and whether you may leave (1 tap).
 * 2. The rights card, a tap for each right, as long as it was not shown.
 * 3. Once the desk made the offer: the offer, a tap for each part; yes, no or later (1 tap), is
 *    that your choice (1 tap), and for yes the signature (1 tap beside what is drawn).
 * 4. What you want to say yourself (1 tap, or to skip it); after a choice four faces (a tap each);
 *    give the tablet back.
 */
export function walkOf(
  file: JuvenileCase,
  papers: Papers,
  draft: Readonly<JuvenileDraft>,
  language: Language,
): Screen[] {
  const end: Screen[] = [
    { kind: 'own', id: 'own' },
    ...feltAfter(file, draft),
    { kind: 'end', id: 'end' },
  ];
  if (draft.told !== '') return [{ kind: 'after', id: 'after' }, ...end];
  if (!file.rightsShown) {
    return [welcome(file, language), ...rights(file, papers, language), ...end];
  }
  if (file.state !== 'OFFERED') return end;
  return [...offer(papers, language), ...decision(draft), ...end];
}

/** How it was, is asked at the end only: once something was chosen. */
function feltAfter({ state }: JuvenileCase, { told }: Readonly<JuvenileDraft>): Screen[] {
  const chosen = ['AGREED', 'PENDING_GUARDIAN', 'SCHEDULED', 'RETURNED'].includes(state);
  const asked = told === '' ? chosen : told !== 'LATER';
  if (!asked) return [];
  return FELT.map((question, at) => ({
    kind: 'felt',
    id: `felt-${question}`,
    question,
    n: at + 1,
  }));
}

function welcome({ freeToLeave }: JuvenileCase, { words }: Language): Say {
  return {
    kind: 'say',
    id: 'welcome',
    group: '',
    sentence: words.who,
    more: [words.what, words.free[freeToLeave]],
    picture: 'desk',
    n: 1,
    total: 1,
  };
}

function rights(file: JuvenileCase, papers: Papers, { words }: Language): Say[] {
  const pictures = rightsPictures.map((name) =>
    name === 'path' && file.freeToLeave !== 'YES' ? 'wait' : name,
  );
  const row = saidBy(papers.rights, papers.rightsDutch, 'rights', words.rights, pictures);
  return row.map((said) => (said.n === said.total ? { ...said, endsRights: true } : said));
}

function offer({ offer: shown, offerDutch }: Papers, { words }: Language): Say[] {
  return saidBy(shown, offerDutch, 'offer', words.offer, offerPictures);
}

/** What stands under one heading, or as much of it as fits on a screen. */
interface Part {
  readonly section: number;
  readonly heading: string;
  readonly lines: string[];
}

function partsOf(blocks: readonly ShownBlock[]): Part[] {
  const parts: Part[] = [];
  let heading = '';
  let section = -1;
  for (const { kind, text } of blocks) {
    if (kind === 'HEADING') {
      heading = text;
      section += 1;
      continue;
    }
    const last = parts.at(-1);
    const letters = last?.lines.join('').length ?? 0;
    if (last?.section === section && letters + text.length <= SCREEN_LETTERS) last.lines.push(text);
    else parts.push({ section, heading, lines: [text] });
  }
  return parts;
}

/** A document in screens: its headings as sentences, and what is under them. */
export function saidBy(
  shown: ShownDocument | undefined,
  dutch: ShownDocument | undefined,
  id: string,
  group: string,
  pictures: readonly PictureName[],
): Say[] {
  if (!shown) return [];
  const parts = partsOf(shown.blocks);
  const helps = !shown.signedOff && dutch !== undefined && dutch.language !== shown.language;
  // A language may need more screens: all that stands under the same heading goes beside it.
  const dutchParts = helps ? partsOf(dutch.blocks) : [];
  return parts.map(({ section, heading, lines }, at) => {
    const beside = dutchParts.filter((part) => part.section === section);
    return {
      kind: 'say',
      id: `${id}-${at + 1}`,
      group,
      sentence: heading,
      more: lines,
      ...(beside[0] ? { dutch: [beside[0].heading, ...beside.flatMap((part) => part.lines)] } : {}),
      picture: pictures[section % pictures.length] ?? 'card',
      n: at + 1,
      total: parts.length,
    };
  });
}

function decision({ choice }: Readonly<JuvenileDraft>): Screen[] {
  return [
    { kind: 'decide', id: 'decide' },
    ...(choice === '' ? [] : [{ kind: 'confirm', id: 'confirm' } as const]),
    ...(choice === 'YES' ? [{ kind: 'sign', id: 'sign' } as const] : []),
  ];
}

const nowhere: Screen = { kind: 'end', id: 'end' };

/** The screen with this id; the first when there is none. */
export function screenAt(walk: readonly Screen[], id: string): Screen {
  return walk.find((screen) => screen.id === id) ?? walk[0] ?? nowhere;
}

/** The id of the screen so many further on, or before; the ends stay where they are. */
export function idFrom(walk: readonly Screen[], id: string, by: 1 | -1): string {
  const at = walk.findIndex((screen) => screen.id === id);
  const to = Math.min(Math.max(Math.max(at, 0) + by, 0), walk.length - 1);
  return (walk[to] ?? nowhere).id;
}

/** "4 van 5". */
export function progress({ words }: Language, n: number, total: number): string {
  return fill(words.progress, { n, total });
}
