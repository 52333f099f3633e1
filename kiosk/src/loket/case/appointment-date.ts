/** The first talk must be held within this many days. */
export const APPOINTMENT_DAYS = 30;

const DAY = 86_400_000;

/**
 * Why a date cannot be an appointment, as a sentence; undefined when it can.
 *
 * @param date the chosen date, YYYY-MM-DD
 * @param today the date of today in the Netherlands, YYYY-MM-DD
 */
export function refusedDate(date: string, today: string): string | undefined {
  const days = (Date.parse(date) - Date.parse(today)) / DAY;
  if (Number.isNaN(days)) {
    return 'Deze datum bestaat niet. Kies een andere datum.';
  }
  if (days < 0) {
    return 'Deze datum is al voorbij. Kies een datum vanaf vandaag.';
  }
  if (days > APPOINTMENT_DAYS) {
    return `Deze datum is over ${days} dagen. De afspraak moet binnen ${APPOINTMENT_DAYS} dagen zijn.`;
  }
  return undefined;
}
