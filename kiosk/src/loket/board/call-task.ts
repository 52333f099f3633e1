import type { BoardRow } from '../shapes.js';
import { isCallDue, minutesSince, waitLimit } from './board-words.js';

/** The most urgent telephone call: who, why, and how late. */
export interface CallTask {
  row: BoardRow;
  title: string;
  why: string;
}

/** The call that should be made first, or undefined when no call is due. */
export function callTask(rows: readonly BoardRow[], now: number): CallTask | undefined {
  const due = rows.filter((row) => isCallDue(row.guardian, now));
  const [first] = due.sort((a, b) => deadline(a) - deadline(b));
  if (first === undefined) {
    return undefined;
  }
  const words = [reason(first), late(first, now)].filter((part) => part !== '');
  return {
    row: first,
    title: `Bel de ouder van ${first.ticket.words}`,
    why: words.join(' '),
  };
}

/** Every limit that is passed now; a new member means a sound. */
export function limitsPassed(rows: readonly BoardRow[], now: number): Set<string> {
  const passed = new Set<string>();
  for (const row of rows) {
    const limit = waitLimit(minutesSince(row.since, now));
    if (limit !== 'none') {
      passed.add(`${row.id}:${limit}`);
    }
    if (isCallDue(row.guardian, now)) {
      passed.add(`${row.id}:call`);
    }
  }
  return passed;
}

function deadline(row: BoardRow): number {
  return Date.parse(row.guardian.callBefore ?? row.since);
}

function reason(row: BoardRow): string {
  switch (row.guardian.state) {
    case 'NOT_TRIED':
      return 'De sms gaat niet uit. Bel zelf.';
    case 'SMS_FAILED':
      return 'De sms is niet aangekomen.';
    case 'SMS_DELIVERED':
      return 'Sms is afgeleverd, maar niemand is gesproken.';
    case 'NOT_REACHED':
      return 'De ouder is nog niet bereikt.';
    default:
      return 'De ouder is nog niet gesproken.';
  }
}

function late(row: BoardRow, now: number): string {
  if (row.guardian.callBefore === undefined) {
    return '';
  }
  const minutes = minutesSince(row.guardian.callBefore, now);
  if (minutes === 0) {
    return '';
  }
  return minutes === 1 ? '1 minuut te laat.' : `${minutes} minuten te laat.`;
}
