const DAY = 86_400_000;
const SOON_DAYS = 30;

/**
 * Says that a mandate is over or nearly so.
 *
 * @param to instant, exclusive
 * @param now epoch ms
 * @returns a sentence, or '' when there is time enough
 */
export function endsSoon(to: string, now: number): string {
  const left = Date.parse(to) - now;
  if (left <= 0) return 'Dit mandaat is afgelopen. Nieuwe feiten vallen er niet meer onder.';
  const days = Math.ceil(left / DAY);
  if (days > SOON_DAYS) return '';
  return days === 1
    ? 'Dit mandaat loopt binnen een dag af.'
    : `Dit mandaat loopt over ${days} dagen af.`;
}
