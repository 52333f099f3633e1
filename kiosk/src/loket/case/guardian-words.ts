import type { Stop } from '../../elements/hl-track.js';
import type { Tone } from '../../elements/hl-state.js';
import { clockTime, isCallDue } from '../board/board-words.js';
import type { ContactEntry, ContactState, Guardian, WrongNumberReason } from '../shapes.js';

/** The head of the call panel. */
export interface CallWords {
  tone: Tone;
  shape: string;
  word: string;
  detail: string;
}

const CONTACT_WORDS: Record<ContactState, string> = {
  NOT_TRIED: 'Nog niets gedaan',
  SMS_ACCEPTED: 'Sms verstuurd',
  SMS_DELIVERED: 'Sms afgeleverd',
  SMS_FAILED: 'Sms niet aangekomen',
  CALL_DUE: 'Bellen is nodig',
  REACHED: 'Gesproken',
  NOT_REACHED: 'Niet bereikt',
  DO_NOT_CONTACT: 'Niet bellen',
};

/** Why a number was wrong, in words. */
export const WRONG_NUMBER_WORDS: Record<WrongNumberReason, string> = {
  MISTYPED: 'Verkeerd getypt',
  MISHEARD: 'Verkeerd verstaan',
  SOMEBODY_ELSE_ANSWERED: 'Iemand anders nam op',
  OTHER: 'Iets anders',
};

/** The track of one guardian: sent, delivered, spoken. */
export function contactTrack(guardian: Guardian): Stop[] {
  const { history } = guardian;
  const reached = history.find((entry) => entry.state === 'REACHED');
  return [
    stop(history, 'SMS_ACCEPTED', 'Sms verstuurd'),
    stop(history, 'SMS_DELIVERED', 'Sms afgeleverd'),
    reached
      ? { word: 'Gesproken', note: clockTime(reached.at), done: true }
      : { word: 'Gesproken: nog niet', note: 'wie, wanneer, wat gezegd', done: false },
  ];
}

/** What must be done about one guardian now (epoch ms). */
export function callWords(guardian: Guardian, now: number): CallWords {
  if (guardian.state === 'REACHED') {
    return { tone: 'goed', shape: 's-goed', word: 'Gesproken', detail: spokenWords(guardian) };
  }
  if (guardian.state === 'DO_NOT_CONTACT') {
    const detail = guardian.doNotContactReason ?? 'Zo is het afgesproken.';
    return { tone: 'geen', shape: 's-streep', word: 'Niet bellen', detail };
  }
  if (isCallDue(guardian, now)) {
    return { tone: 'stop', shape: 's-bel', word: 'Bel nu', detail: deadlineWords(guardian, now) };
  }
  return {
    tone: 'let',
    shape: 's-let',
    word: 'Bel de ouder',
    detail: deadlineWords(guardian, now),
  };
}

/** One line of the history. */
export function historyWords(entry: ContactEntry): string {
  const parts = [
    CONTACT_WORDS[entry.state],
    entry.spokenWith === undefined ? '' : `met ${entry.spokenWith}`,
    quoted(entry.words ?? entry.reason),
    entry.by === undefined ? '' : `door ${entry.by}`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function quoted(text: string | undefined): string {
  return text === undefined || text === '' ? '' : `“${text}”`;
}

function stop(history: readonly ContactEntry[], state: ContactState, word: string): Stop {
  const entry = history.find((one) => one.state === state);
  return entry
    ? { word, note: clockTime(entry.at), done: true }
    : { word, note: 'nog niet', done: false };
}

function spokenWords({ history }: Guardian): string {
  const reached = history.findLast((entry) => entry.state === 'REACHED');
  if (!reached) return '';
  const who = reached.spokenWith === undefined ? '' : ` met ${reached.spokenWith}`;
  return `Om ${clockTime(reached.at)}${who}.`;
}

function deadlineWords({ callBefore, state }: Guardian, now: number): string {
  if (state === 'SMS_FAILED') return 'De sms is niet aangekomen.';
  if (callBefore === undefined) return 'Afgeleverd is nog niet ingelicht.';
  const minutes = Math.round((Date.parse(callBefore) - now) / 60_000);
  const time = clockTime(callBefore);
  if (minutes > 0) return `Voor ${time}, nog ${minutesWord(minutes)}`;
  return minutes === 0 ? `Voor ${time}, nu` : `Voor ${time}, ${minutesWord(-minutes)} te laat`;
}

function minutesWord(minutes: number): string {
  return minutes === 1 ? '1 minuut' : `${minutes} minuten`;
}
