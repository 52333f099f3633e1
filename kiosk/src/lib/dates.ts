const zone = 'Europe/Amsterdam';
const dayFormat = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });
const timeFormat = new Intl.DateTimeFormat('nl-NL', {
  timeZone: zone,
  hour: '2-digit',
  minute: '2-digit',
});
const wordsFormat = new Intl.DateTimeFormat('nl-NL', {
  timeZone: zone,
  weekday: 'long',
  day: 'numeric',
  month: 'long',
});

/** The three fields of a date as typed. */
export interface DateParts {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

/** @returns the date in the Netherlands at an instant (epoch ms), YYYY-MM-DD */
export function localDate(instant: number): string {
  return dayFormat.format(instant);
}

/** @returns the time in the Netherlands at an instant (epoch ms), HH:MM */
export function localTime(instant: number): string {
  return timeFormat.format(instant);
}

/** @returns the day in words, for instance "zaterdag 21 november" */
export function dayInWords(instant: number): string {
  return wordsFormat.format(instant);
}

/** @returns YYYY-MM-DD, or '' when the parts make no date that exists */
export function dateOf({ day, month, year }: DateParts): string {
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^\d{4}$/.test(year)) return '';
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const read = new Date(`${text}T00:00:00Z`);
  const exists = !Number.isNaN(read.getTime()) && read.toISOString().startsWith(text);
  return exists && Number(year) >= 1900 ? text : '';
}

/** @returns the fields of YYYY-MM-DD */
export function partsOf(date: string): DateParts {
  const [year = '', month = '', day = ''] = date.split('-');
  return { day, month, year };
}

/**
 * The age in whole years, by the calendar of the Netherlands. Who is born on 29 February turns a
 * year older on 1 March in a year without that day.
 *
 * @param birthDate YYYY-MM-DD
 * @param instant epoch ms
 * @returns undefined when born after the instant
 */
export function ageOn(birthDate: string, instant: number): number | undefined {
  const today = localDate(instant);
  const had = today.slice(5) >= birthDate.slice(5) ? 0 : 1;
  const age = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4)) - had;
  return age < 0 ? undefined : age;
}

/**
 * The instant of a wall-clock time in the Netherlands.
 *
 * @param date YYYY-MM-DD
 * @param time HH:MM
 * @returns epoch ms
 */
export function instantAt(date: string, time: string): number {
  const guess = Date.parse(`${date}T${time}:00Z`);
  const first = guess - offsetAt(guess);
  return guess - offsetAt(first);
}

function offsetAt(instant: number): number {
  const wall = Date.parse(`${localDate(instant)}T${localTime(instant)}:00Z`);
  return wall - Math.floor(instant / 60_000) * 60_000;
}

/**
 * The latest instant at or before now with this wall-clock time: an offence lies in the past, so
 * a time later than now was yesterday.
 */
export function latestAt(time: string, now: number): number {
  const today = instantAt(localDate(now), time);
  return today <= now ? today : instantAt(localDate(now - 86_400_000), time);
}
