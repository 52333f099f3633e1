import type { BoardRow, CaseStateName } from '../shapes.js';
import { LONG_MINUTES, minutesSince, TOO_LONG_MINUTES, type WaitLimit } from './board-words.js';

/** How long a juvenile waits, which limit that passed, and what is to be done. */
export interface Waiting {
  /** Minutes since the juvenile came. */
  total: number;
  /** Minutes in this state. */
  inState: number;
  limit: WaitLimit;
}

type Waiter = Pick<BoardRow, 'since' | 'state'> & { stateSince?: string };

/**
 * Which limit is passed: 20 minutes in one state is long, 45 in all is too long. A child is kept no longer than needed
 * (Internationaal Verdrag inzake de Rechten van het Kind, art. 37 onder b, https://wetten.overheid.nl/BWBV0002508).
 */
export function waiting({ since, state, stateSince }: Waiter, now: number): Waiting {
  const total = minutesSince(since, now);
  const inState = minutesSince(stateSince ?? since, now);
  const here = state !== 'UNDERWAY' && state !== 'AWAITING';
  const limit =
    here && total > TOO_LONG_MINUTES ? 'too-long' : inState > LONG_MINUTES ? 'long' : 'none';
  return { total, inState, limit: !here && inState > TOO_LONG_MINUTES ? 'too-long' : limit };
}

/** What is passed, under a name that changes when it gets worse or begins anew in another state. */
export function waitAlarm(row: Waiter & { id: string }, now: number): string | undefined {
  const { limit } = waiting(row, now);
  if (limit === 'none') return undefined;
  return limit === 'too-long' ? `${row.id}:too-long` : `${row.id}:long:${row.state}`;
}

interface Next {
  /** For the board, after the state. */
  short: string;
  /** For the case screen. */
  sentence: string;
}

const NEXT: Partial<Record<BoardRow['state'], Next>> = {
  UNDERWAY: {
    short: 'bel de verwijzer',
    sentence: 'Vraag de verwijzer waar de jongere blijft.',
  },
  AWAITING: { short: 'bel de verwijzer', sentence: 'Vraag de verwijzer waar de jongere blijft.' },
  OPENED: { short: 'begin de intake', sentence: 'Begin de intake, of spreek af wie dat doet.' },
  PENDING_APPROVAL: {
    short: 'bel nog eens',
    sentence:
      'Bel de hulpofficier of de officier nog eens. Duurt het te lang? Vraag de coördinator.',
  },
  INTAKE: {
    short: 'doe het aanbod',
    sentence: 'Ga naar het aanbod. Wat nog niet is gevraagd, kan Halt later vragen.',
  },
  NOT_FIT_NOW: {
    short: 'bel wie ophaalt',
    sentence: 'Bel wie de jongere ophaalt, en maak een afspraak voor een andere dag.',
  },
  OFFERED: {
    short: 'later mag ook',
    sentence: 'Later beslissen mag. Geef het aanbod mee, en bel wie de jongere ophaalt.',
  },
  PENDING_GUARDIAN: {
    short: 'maak de afspraak',
    sentence: 'Bel de ouder nog eens, of maak alvast de afspraak: het akkoord mag later komen.',
  },
  AGREED: { short: 'maak de afspraak', sentence: 'Maak de afspraak voor het eerste gesprek.' },
  SCHEDULED: {
    short: 'mag naar huis',
    sentence: 'Alles is klaar. Bel wie de jongere ophaalt.',
  },
};

/** What to do next, shorter than a sentence. */
export function nextShort(state: BoardRow['state']): string | undefined {
  return NEXT[state]?.short;
}

/** That somebody waits too long, and what to do next; undefined when no limit is passed. */
export function waitWords(
  {
    receivedAt,
    state,
    stateSince,
  }: { receivedAt: string; state: CaseStateName; stateSince?: string },
  now: number,
): { heading: string; text: string; tone: 'let' | 'stop' } | undefined {
  const next = NEXT[state];
  const { limit, total, inState } = waiting(
    { since: receivedAt, state, ...(stateSince ? { stateSince } : {}) },
    now,
  );
  if (limit === 'none' || !next) return undefined;
  const late = limit === 'too-long';
  return {
    tone: late ? 'stop' : 'let',
    heading: late
      ? `Wacht te lang: al ${total} minuten hier`
      : `Wacht lang: al ${inState} minuten in deze stap`,
    text: `${next.sentence}${late ? ' Zeg het de coördinator.' : ''}`,
  };
}
