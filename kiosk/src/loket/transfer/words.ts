import type { CellWords } from '../board/board-words.js';
import { clockTime, minutesSince } from '../board/board-words.js';
import type { BoardTransfer, PackageView } from './shapes.js';

/** After this time a transfer that did not arrive is an alarm. */
export const TRANSFER_ALARM_MINUTES = 15;

/** One step of a package: what it is called, and when it was done. */
export interface Step {
  label: string;
  at?: string | undefined;
}

/** The steps of a package in order; those without a time are still to come. */
export function stepsOfPackage(one: PackageView): Step[] {
  if (one.paper) return [{ label: 'Op papier gegeven', at: one.confirmedAt }];
  return [
    { label: 'Dossier klaargezet', at: one.assembledAt },
    { label: 'Ondertekend en verzegeld', at: one.sealedAt },
    { label: 'Aangekomen bij de ontvanger', at: one.sentAt },
    { label: 'Ontvangst bevestigd', at: one.confirmedAt },
  ];
}

/** Whether a transfer waits so long that somebody must look at it. */
export function isAlarm(transfer: BoardTransfer | undefined, now: number): boolean {
  if (transfer === undefined) return false;
  return transfer.state === 'ALARM' || minutesSince(transfer.since, now) >= TRANSFER_ALARM_MINUTES;
}

/** The mark of a transfer on the board. */
export function transferWords(transfer: BoardTransfer, now: number): CellWords {
  if (isAlarm(transfer, now)) {
    return {
      icon: 's-stop',
      tone: 'stop',
      word: 'Overdracht lukt niet',
      detail: `al ${minutesSince(transfer.since, now)} min`,
    };
  }
  return transfer.state === 'WAITING'
    ? {
        icon: 's-let',
        tone: 'let',
        word: 'Overdracht wacht',
        detail: `sinds ${clockTime(transfer.since)}`,
      }
    : { icon: 'papier', tone: 'geen', word: 'Wordt overgedragen' };
}
