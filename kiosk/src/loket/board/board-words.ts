import { localTime } from '../../lib/dates.js';
import type { Tone } from '../../elements/hl-state.js';
import type { BoardRow } from '../shapes.js';

/** Minutes after which waiting is long, and too long. */
export const LONG_MINUTES = 20;
export const TOO_LONG_MINUTES = 45;

const MINUTE = 60_000;

/** How long someone waits, against the limits. */
export type WaitLimit = 'none' | 'long' | 'too-long';

/** A state as shown: shape and tone first, then the words. */
export interface CellWords {
  icon: string;
  tone: Tone;
  word: string;
  detail?: string | undefined;
  /** True when there is nothing to show yet. */
  empty?: true;
}

/** Whole minutes between an instant and now (epoch ms); never negative. */
export function minutesSince(since: string, now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(since)) / MINUTE));
}

/** Which waiting limit is passed. */
export function waitLimit(minutes: number): WaitLimit {
  if (minutes > TOO_LONG_MINUTES) {
    return 'too-long';
  }
  return minutes > LONG_MINUTES ? 'long' : 'none';
}

/** The time of day of an instant, as 22:09. */
export function clockTime(instant: string): string {
  return localTime(Date.parse(instant));
}

const STATES: Record<BoardRow['state'], Omit<CellWords, 'tone'>> = {
  UNDERWAY: { icon: 'lopen', word: 'Onderweg' },
  AWAITING: { icon: 'klok', word: 'Wacht', detail: 'nog niet overgenomen' },
  OPENED: { icon: 'huis', word: 'Ontvangen' },
  PENDING_APPROVAL: { icon: 'huis', word: 'Ontvangen', detail: 'eerst een besluit' },
  INTAKE: { icon: 'praat', word: 'Intake' },
  NOT_FIT_NOW: { icon: 'pauze', word: 'Kan nu niet', detail: 'wacht op ophalen' },
  OFFERED: { icon: 'papier', word: 'Aanbod' },
  PENDING_GUARDIAN: { icon: 'klok', word: 'Wacht', detail: 'op akkoord ouder' },
  AGREED: { icon: 'papier', word: 'Akkoord' },
  SCHEDULED: { icon: 'klok', word: 'Afspraak', detail: 'mag naar huis' },
  RETURNED: { icon: 'terug', word: 'Terug', detail: 'naar de verwijzer' },
  LEFT: { icon: 'lopen', word: 'Vertrokken' },
  TRANSFERRED: { icon: 'papier', word: 'Overgedragen' },
  ERASED: { icon: 'papier', word: 'Gewist' },
};

/** The words of the state column. */
export function stateWords(state: BoardRow['state']): CellWords {
  return { tone: 'geen', ...STATES[state] };
}

/** The words of the state column of one row, with how many offences and how many came together. */
export function rowWords({ state, offences, newOffences, together }: BoardRow): CellWords {
  const words = stateWords(state);
  const more = [
    words.detail,
    newOffences > 0 ? 'nieuw feit binnen' : offences > 1 ? `${offences} feiten` : undefined,
    together > 1 ? `${together} tegelijk gemeld` : undefined,
  ].filter((word) => word !== undefined);
  return more.length === 0 ? words : { ...words, detail: more.join(', ') };
}
