import { fill, type Language } from './languages.js';
import {
  FELT,
  type Felt,
  type JuvenileCase,
  type JuvenileDraft,
  type ShownDocument,
} from './juvenile-shapes.js';
import type { PictureName } from './pictures.js';

/** One sentence and one picture. */
export interface Say {
  readonly kind: 'say';
  readonly id: string;
  readonly group: string;
  readonly heading: string;
  readonly text: string;
  /** The Dutch beside a translation that nobody checked. */
  readonly dutch?: string;
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

const rightsPictures: readonly PictureName[] = ['card', 'lawyer', 'quiet', 'together', 'talk'];
const offerPictures: readonly PictureName[] = ['desk', 'paper', 'talk', 'doors', 'together'];

/**
 * The juvenile's walk, screen by screen; each is one tap from the next.
 *
 * 1. Who we are, whether you may leave (2 taps).
 * 2. The rights card, a tap for each sentence, as long as it was not shown.
 * 3. Once the desk made the offer: the offer, a tap for each sentence; yes, no or later (1 tap), is
 *    that your choice (1 tap), and for yes the signature.
 * 4. What you want to say yourself; four faces; give the tablet back.
 */
export function walkOf(
  file: JuvenileCase,
  papers: Papers,
  draft: Readonly<JuvenileDraft>,
  language: Language,
): Screen[] {
  const end: Screen[] = [{ kind: 'own', id: 'own' }, ...feltAfter(file, draft), { kind: 'end', id: 'end' }];
  if (draft.told !== '') return [{ kind: 'after', id: 'after' }, ...end];
  if (file.asks.includes('RIGHTS')) {
    return [...welcome(file, language), ...rights(papers, language), ...end];
  }
  if (file.state !== 'OFFERED') return end;
  return [...offer(papers, language), ...decision(draft), ...end];
}

/** How it was, is asked at the end only: once something was chosen. */
function feltAfter({ state }: JuvenileCase, { told }: Readonly<JuvenileDraft>): Screen[] {
  const chosen = ['AGREED', 'PENDING_GUARDIAN', 'SCHEDULED', 'RETURNED'].includes(state);
  const asked = told === '' ? chosen : told !== 'LATER';
  if (!asked) return [];
  return FELT.map((question, at) => ({ kind: 'felt', id: `felt-${question}`, question, n: at + 1 }));
}

function welcome(file: JuvenileCase, { words }: Language): Say[] {
  const steps: [string, PictureName][] = [
    [words.who, 'desk'],
    [words.what, 'talk'],
    [words.free[file.freeToLeave], file.freeToLeave === 'YES' ? 'path' : 'wait'],
  ];
  return steps.map(([text, picture], at) => ({
    kind: 'say',
    id: `welcome-${at + 1}`,
    group: '',
    heading: '',
    text,
    picture,
    n: at + 1,
    total: steps.length,
  }));
}

function rights({ rights: shown, rightsDutch }: Papers, { words }: Language): Say[] {
  const steps = saidBy(shown, rightsDutch, 'rights', words.rights, rightsPictures);
  const last = steps.pop();
  return last ? [...steps, { ...last, endsRights: true }] : [];
}

function offer({ offer: shown, offerDutch }: Papers, { words }: Language): Say[] {
  return saidBy(shown, offerDutch, 'offer', words.offer, offerPictures);
}

/** A document, one block a screen, under the heading it stands below. */
export function saidBy(
  shown: ShownDocument | undefined,
  dutch: ShownDocument | undefined,
  id: string,
  group: string,
  pictures: readonly PictureName[],
): Say[] {
  if (!shown) return [];
  const helps = !shown.signedOff && dutch && dutch.language !== shown.language;
  const said: Omit<Say, 'n' | 'total'>[] = [];
  let heading = '';
  shown.blocks.forEach(({ kind, text }, at) => {
    if (kind === 'HEADING') {
      heading = at === 0 ? '' : text;
      return;
    }
    const picture = pictures[said.length % pictures.length] ?? 'card';
    const beside = helps ? dutch.blocks[at] : undefined;
    said.push({
      kind: 'say',
      id: `${id}-${said.length + 1}`,
      group,
      heading,
      text,
      picture,
      ...(beside ? { dutch: beside.text } : {}),
    });
  });
  return said.map((one, at) => ({ ...one, n: at + 1, total: said.length }));
}

function decision({ choice }: Readonly<JuvenileDraft>): Screen[] {
  return [
    { kind: 'decide', id: 'decide' },
    ...(choice === '' ? [] : [{ kind: 'confirm', id: 'confirm' } as const]),
    ...(choice === 'YES' ? [{ kind: 'sign', id: 'sign' } as const] : []),
  ];
}

/** The screen with this id; the first when there is none. */
export function screenAt(walk: readonly Screen[], id: string): Screen {
  return walk.find((screen) => screen.id === id) ?? (walk[0] as Screen);
}

/** The id of the screen so many further on, or before; the ends stay where they are. */
export function idFrom(walk: readonly Screen[], id: string, by: 1 | -1): string {
  const at = walk.findIndex((screen) => screen.id === id);
  const to = Math.min(Math.max(Math.max(at, 0) + by, 0), walk.length - 1);
  return (walk[to] as Screen).id;
}

/** "4 van 5". */
export function progress({ words }: Language, n: number, total: number): string {
  return fill(words.progress, { n, total });
}
