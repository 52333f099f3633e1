import type { TextsOut } from '../shapes.js';
import { clockTime } from './board-words.js';

/** What somebody should look at while texts do go out, in sentences; none when all is well. */
export function textTroubles({
  sentence,
  since,
  possibleDoubles,
  unknownReports,
}: TextsOut): readonly string[] {
  const way = sentence === undefined ? undefined : `${sentence}${from(since)}`;
  const unknown =
    unknownReports === 0
      ? undefined
      : `${count(unknownReports, 'melding', 'meldingen')} over aflevering met een onbekende code: meld dit aan de beheerder.`;
  const doubles =
    possibleDoubles === 0 || (way === undefined && unknown === undefined)
      ? undefined
      : `${count(possibleDoubles, 'sms is', 'sms’jes zijn')} mogelijk dubbel aangekomen.`;
  return [way, unknown, doubles].filter((part) => part !== undefined);
}

function from(since: string | undefined): string {
  return since === undefined ? '' : ` Sinds ${clockTime(since)}.`;
}

function count(number: number, one: string, more: string): string {
  return `${number} ${number === 1 ? one : more}`;
}
