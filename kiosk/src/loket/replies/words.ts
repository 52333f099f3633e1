import type { Choice } from '../../elements/hl-choice.js';
import { clockTime } from '../board/board-words.js';
import type { SentText } from '../contact-shapes.js';
import type { BoardRow } from '../shapes.js';
import { relationWord } from '../words.js';
import type { DismissalReason, ReplyCause, ReplyList, ThreadEntry, TriageReply } from './shapes.js';

const WAITS: Partial<Record<ReplyCause, { word: string; why: string }>> = {
  WHICH_CASE: {
    word: 'Vraag welke zaak',
    why: 'Dit nummer hoort bij meer dan een zaak.',
  },
  OTHER_CODE: {
    word: 'De code klopt niet',
    why: 'Het nummer is bekend, maar de code is van een andere zaak.',
  },
  UNKNOWN_NUMBER: {
    word: 'Onbekend nummer',
    why: 'Naar dit nummer stuurden wij geen sms. Een code alleen bewijst niets.',
  },
  TAKEN_BACK: { word: 'Teruggehaald', why: 'Een collega haalde dit bericht terug.' },
};

/** Why a text waits: a word, and a sentence. */
export function waitWords({ cause, asked, suggested }: TriageReply): { word: string; why: string } {
  const { word, why } = WAITS[cause] ?? { word: 'Zonder zaak', why: '' };
  if (asked) return { word, why: `${why} De afzender is per sms om de 4 cijfers gevraagd.` };
  if (cause === 'WHICH_CASE') return { word, why: `${why} Bel terug om te vragen welke.` };
  return suggested.length > 0 && cause === 'UNKNOWN_NUMBER'
    ? { word, why: `${why} Bel terug voordat u koppelt.` }
    : { word, why };
}

/** That the same number wrote more than once. */
export function alikeWords({ alike }: TriageReply): string {
  if (alike === 0) return '';
  return alike === 1
    ? 'Van dit nummer wacht nog een bericht.'
    : `Van dit nummer wachten nog ${alike} berichten.`;
}

/** That more wait than stand on the screen. */
export function moreWords({ waiting, replies }: ReplyList): string {
  return waiting <= replies.length
    ? ''
    : `Er wachten ${waiting} berichten. Hier staan de ${replies.length} oudste; de rest volgt als deze weg zijn.`;
}

/** Why a text belongs nowhere, to choose from. */
export const DISMISSALS: readonly (Choice & { value: DismissalReason })[] = [
  { value: 'WRONG_NUMBER', label: 'Verkeerd verstuurd' },
  { value: 'ADVERTISING', label: 'Reclame of automatisch bericht' },
  { value: 'NOT_READABLE', label: 'Er staat niets leesbaars' },
  { value: 'CALLED_BACK', label: 'Teruggebeld, hoort bij geen zaak' },
  { value: 'OTHER', label: 'Iets anders' },
];

/** A reason in words. */
export function dismissalWords(reason: DismissalReason): string {
  return DISMISSALS.find(({ value }) => value === reason)?.label ?? '';
}

/** Cases to choose from: the suggested ones first, then who else is here. */
export function caseChoices(
  { suggested }: TriageReply,
  rows: readonly BoardRow[],
): (Choice & { value: string })[] {
  const first = suggested.map(({ caseId, ticket }) => ({
    value: caseId,
    label: ticket.words,
    note: 'hoort hier misschien bij',
  }));
  const rest = rows
    .filter(({ id, state }) => state !== 'UNDERWAY' && state !== 'AWAITING' && !isIn(first, id))
    .map(({ id, ticket, since }) => ({
      value: id,
      label: ticket.words,
      note: `hier sinds ${clockTime(since)}`,
    }));
  return [...first, ...rest];
}

function isIn(choices: readonly { value: string }[], id: string): boolean {
  return choices.some(({ value }) => value === id);
}

const FATES: Record<SentText['state'], string> = {
  QUEUED: 'gaat nog weg',
  CLAIMED: 'wordt verstuurd',
  ACCEPTED: 'verstuurd',
  DELIVERED: 'op het toestel',
  FAILED: 'niet aangekomen',
  EXPIRED: 'niet aangekomen',
  CANCELLED: 'niet verstuurd',
  IN_DOUBT: 'misschien verstuurd',
};

/** To or from whom a text went, when, and what became of it. */
export function entryHead(entry: ThreadEntry): string {
  const way = entry.way === 'SENT' ? 'Aan' : 'Van';
  const fate = entry.state ? [FATES[entry.state]] : [];
  return [`${clockTime(entry.at)} ${way} ${whoWords(entry)}`, ...fate].join(', ');
}

function whoWords({ who }: ThreadEntry): string {
  if (who.relation === undefined) return 'een ander nummer';
  const person = who.name
    ? `${relationWord(who.relation)} ${who.name}`
    : relationWord(who.relation);
  return who.former ? `het oude, foute nummer van ${person}` : person;
}

/** How a text came to be in this case, when that is worth knowing. */
export function entryNote({ way, automatic, cause, linkedBy, who }: ThreadEntry): string {
  if (way === 'SENT')
    return automatic ? 'Ging vanzelf uit, omdat het nummer bij meer zaken hoort.' : '';
  if (who.former) return 'Dit nummer was fout. De afzender is misschien een vreemde.';
  if (cause === 'HAND') return `Gekoppeld door ${linkedBy ?? 'een collega'}.`;
  return cause === 'ANSWERED' ? 'De afzender noemde later de code van deze zaak.' : '';
}

/** The words of a text as they came; what is empty says so. */
export function shownText(text: string): string {
  return text.trim() === '' ? 'Leeg bericht' : text;
}
