import { relationWord } from '../words.js';
import type { BoardGuardian, BoardRow } from '../shapes.js';
import { clockTime, type CellWords } from './board-words.js';
import { contactOf, type Contact, type NextPerson } from './escalation.js';

/** A length of time that is seen to run, as 1:34; never negative. */
export function countdown(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1_000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Who is next, in words. */
export function personWords(who: NextPerson, row: BoardRow): string {
  switch (who) {
    case 'receiver':
      return row.receivedBy ?? 'wie vrij is';
    case 'anybody':
      return 'wie vrij is';
    case 'coordinator':
      return 'coördinator';
  }
}

/** Why somebody must call now, as part of a sentence. */
export function dueWords(guardian: BoardGuardian): string {
  switch (guardian.state) {
    case 'NOT_TRIED':
      return 'sms gaat niet uit';
    case 'SMS_ACCEPTED':
      return 'sms niet op het toestel';
    case 'SMS_DELIVERED':
      return 'op het toestel, niet gesproken';
    case 'SMS_FAILED':
      return 'sms niet aangekomen';
    case 'NOT_REACHED':
      return 'niet bereikt, bel opnieuw';
    case 'DO_NOT_CONTACT':
      return 'ouder niet bellen';
    default:
      return 'nog niet gesproken';
  }
}

/** The words of the guardian column at an instant (epoch ms). Only who knows is green. */
export function guardianWords(row: BoardRow, now: number): CellWords {
  const contact = contactOf(row, now);
  switch (contact.kind) {
    case 'none':
      return { icon: 's-streep', tone: 'geen', word: 'Na ontvangst', empty: true };
    case 'spoken':
      return knows('Gesproken', contact.guardian.at, contact.guardian);
    case 'letter':
      return knows(
        'Brief gegeven',
        contact.guardian.letterAt ?? contact.guardian.at,
        contact.guardian,
      );
    case 'substituted':
      return { icon: 's-streep', tone: 'geen', word: 'Niet bellen', detail: 'vervanger gesproken' };
    case 'claimed':
      return {
        icon: 'telefoon',
        tone: 'let',
        word: `${contact.by} belt`,
        detail: `${whom(row, contact.guardian)}nog ${countdown(contact.until - now)}`,
      };
    case 'due':
      return due(row, contact);
    case 'waiting':
      return contact.late ? nobody(row, contact, now) : waiting(row, contact, now);
  }
}

type Task = Extract<Contact, { kind: 'due' | 'waiting' }>;

function due(row: BoardRow, { guardian, who }: Task): CellWords {
  const detail = `${whom(row, guardian)}${dueWords(guardian)} (${personWords(who, row)})`;
  return { icon: 's-bel', tone: 'stop', word: dueTitle(guardian), detail };
}

/** What is to be done, in two words. */
export function dueTitle({ state, substitute }: BoardGuardian): string {
  if (state !== 'DO_NOT_CONTACT') return 'Bel nu';
  return substitute === 'NAMED' ? 'Bel vervanger' : 'Zoek vervanger';
}

function nobody(row: BoardRow, { dueAt, who }: Task, now: number): CellWords {
  const detail = `${personWords(who, row)}, bel weer over ${countdown(dueAt - now)}`;
  return { icon: 's-bel', tone: 'stop', word: 'Niemand gesproken', detail };
}

function waiting(row: BoardRow, { guardian, dueAt }: Task, now: number): CellWords {
  const left = countdown(dueAt - now);
  const who = whom(row, guardian);
  switch (guardian.state) {
    case 'NOT_TRIED':
      return { icon: 's-open', tone: 'geen', word: 'Sms gaat uit', detail: `${who}nog ${left}` };
    case 'SMS_ACCEPTED': {
      const detail = `${who}nog niet op het toestel, ${left}`;
      return { icon: 's-envelop', tone: 'geen', word: 'Sms verstuurd', detail };
    }
    case 'NOT_REACHED': {
      const detail = `${who}bel weer over ${left}`;
      return { icon: 's-open', tone: 'geen', word: 'Niet bereikt', detail };
    }
    default: {
      const detail = `${who}op het toestel, bel binnen ${left}`;
      return { icon: 's-envelop', tone: 'geen', word: 'Nog niet gesproken', detail };
    }
  }
}

/** Which guardian, when there is more than one. */
function whom({ guardians }: BoardRow, { relation, state }: BoardGuardian): string {
  return guardians.length > 1 && state !== 'DO_NOT_CONTACT' ? `${relationWord(relation)}: ` : '';
}

function knows(word: string, at: string, { relation }: BoardGuardian): CellWords {
  const detail = `${clockTime(at)}, ${relationWord(relation)}`;
  return { icon: 's-goed', tone: 'goed', word, detail };
}
