import type { Stop } from '../../elements/hl-track.js';
import type { Tone } from '../../elements/hl-state.js';
import { clockTime } from '../board/board-words.js';
import { countdown } from '../board/contact-words.js';
import { dueAt } from '../board/escalation.js';
import type {
  BoardGuardian,
  ContactEntry,
  ContactState,
  Guardian,
  WrongNumberReason,
} from '../shapes.js';

const DAY_MS = 86_400_000;

/** The head of the call panel. */
export interface CallWords {
  tone: Tone;
  shape: string;
  word: string;
  detail: string;
}

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
    stop(history, 'SMS_DELIVERED', 'Op het toestel'),
    reached
      ? { word: 'Gesproken', note: clockTime(reached.at), done: true }
      : { word: 'Gesproken: nog niet', note: 'wie, wanneer, wat gezegd', done: false },
  ];
}

/**
 * What must be done about one guardian now.
 *
 * @param now epoch ms
 * @param cell the guardian's cell on the board, which tells since when
 */
export function callWords(guardian: Guardian, now: number, cell?: BoardGuardian): CallWords {
  if (guardian.state === 'REACHED') {
    return { tone: 'goed', shape: 's-goed', word: 'Gesproken', detail: spokenWords(guardian) };
  }
  const letter = guardian.followUp.letters.find(({ way }) => way === 'HANDED_OVER');
  if (letter) {
    const detail = `Om ${clockTime(letter.at)} aan ${letter.to}.`;
    return { tone: 'goed', shape: 's-goed', word: 'Brief gegeven', detail };
  }
  if (guardian.state === 'DO_NOT_CONTACT') {
    const detail = guardian.doNotContactReason ?? 'Zo is het afgesproken.';
    return { tone: 'geen', shape: 's-streep', word: 'Niet bellen', detail };
  }
  const due = dueAt(cell ?? guardian) ?? now;
  return due <= now
    ? { tone: 'stop', shape: 's-bel', word: 'Bel nu', detail: lateWords(guardian, now - due) }
    : { tone: 'let', shape: 's-let', word: 'Bel de ouder', detail: leftWords(guardian, due - now) };
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

const WHY: Partial<Record<ContactState, string>> = {
  NOT_TRIED: 'De sms gaat niet uit.',
  SMS_ACCEPTED: 'De sms is niet op het toestel.',
  SMS_DELIVERED: 'De sms is op het toestel, niemand is gesproken.',
  SMS_FAILED: 'De sms is niet aangekomen.',
  NOT_REACHED: 'Niet bereikt. Probeer het opnieuw.',
};

function lateWords({ state }: Guardian, late: number): string {
  const why = WHY[state] ?? 'Nog niet gesproken.';
  // What never had a time to be done by is due, not late.
  return late > DAY_MS ? why : `${why} ${countdown(late)} te laat.`;
}

function leftWords({ state }: Guardian, left: number): string {
  const time = countdown(left);
  switch (state) {
    case 'NOT_TRIED':
      return `De sms gaat uit. Nog ${time}.`;
    case 'SMS_ACCEPTED':
      return `Sms nog niet op het toestel. Bel nu, of binnen ${time}.`;
    case 'NOT_REACHED':
      return `Niet bereikt. Bel weer over ${time}.`;
    default:
      return `Sms op het toestel. Bel binnen ${time}.`;
  }
}
