import { localTime } from '../../lib/dates.js';
import { relationWord } from '../words.js';
import type { Tone } from '../../elements/hl-state.js';
import type { BoardGuardian, BoardRow } from '../shapes.js';

/** Minutes after which waiting is long, and too long. */
export const LONG_MINUTES = 20;
export const TOO_LONG_MINUTES = 45;

const MINUTE = 60_000;

/** A gateway takes a text within this time, or the parent is called instead. */
const ACCEPTED_WITHIN_MS = 15_000;

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
  PENDING_APPROVAL: { icon: 'klok', word: 'Wacht', detail: 'op een besluit' },
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

/** Whether the guardian must be called now. */
export function isCallDue(guardian: BoardGuardian, now: number): boolean {
  if (
    guardian.state === 'CALL_DUE' ||
    guardian.state === 'SMS_FAILED' ||
    textHangs(guardian, now)
  ) {
    return true;
  }
  const open = ['NOT_TRIED', 'SMS_ACCEPTED', 'SMS_DELIVERED', 'NOT_REACHED'];
  return (
    open.includes(guardian.state) &&
    guardian.callBefore !== undefined &&
    Date.parse(guardian.callBefore) <= now
  );
}

/** Whether no gateway took the text in time: then somebody must call, whatever the cause. */
export function textHangs({ state, at }: BoardGuardian, now: number): boolean {
  return state === 'NOT_TRIED' && at !== undefined && now - Date.parse(at) >= ACCEPTED_WITHIN_MS;
}

/** The words of the guardian column at an instant (epoch ms). Only a spoken contact is green. */
export function guardianWords(guardian: BoardGuardian, now: number): CellWords {
  if (isCallDue(guardian, now)) {
    return { icon: 's-bel', tone: 'stop', word: 'Bel nu', detail: whyCall(guardian) };
  }
  switch (guardian.state) {
    case 'NONE':
      return { icon: 's-streep', tone: 'geen', word: 'Na ontvangst', empty: true };
    case 'REACHED':
      return { icon: 's-goed', tone: 'goed', word: 'Gesproken', detail: spokenDetail(guardian) };
    case 'NOT_REACHED':
      return { icon: 's-open', tone: 'geen', word: 'Niet bereikt', detail: callBefore(guardian) };
    case 'DO_NOT_CONTACT':
      return { icon: 's-streep', tone: 'geen', word: 'Niet bellen', detail: 'afgesproken' };
    case 'SMS_DELIVERED':
      return waiting('Nog niet gesproken', 'sms afgeleverd', guardian);
    case 'SMS_ACCEPTED':
      return waiting('Sms verstuurd', 'nog niet gesproken', guardian);
    default:
      return { icon: 's-open', tone: 'geen', word: 'Sms gaat uit', detail: 'nog niet gesproken' };
  }
}

function waiting(word: string, detail: string, guardian: BoardGuardian): CellWords {
  const before = callBefore(guardian);
  return {
    icon: 's-envelop',
    tone: 'geen',
    word,
    detail: before === undefined ? detail : `${detail}, ${before}`,
  };
}

function callBefore(guardian: BoardGuardian): string | undefined {
  return guardian.callBefore === undefined
    ? undefined
    : `bel voor ${clockTime(guardian.callBefore)}`;
}

function spokenDetail(guardian: BoardGuardian): string {
  const parts = [
    guardian.at === undefined ? undefined : clockTime(guardian.at),
    guardian.relation === undefined ? undefined : relationWord(guardian.relation),
  ];
  return parts.filter((part) => part !== undefined).join(', ');
}

function whyCall(guardian: BoardGuardian): string {
  switch (guardian.state) {
    case 'NOT_TRIED':
      return 'sms gaat niet uit, bel zelf';
    case 'SMS_FAILED':
      return 'sms is niet aangekomen';
    case 'SMS_DELIVERED':
      return 'sms afgeleverd, niet gesproken';
    case 'NOT_REACHED':
      return 'nog niet bereikt, bel opnieuw';
    default:
      return 'nog niet gesproken';
  }
}
