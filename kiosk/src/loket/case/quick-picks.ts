import { clock } from '../../lib/clock.js';
import { localDate, localTime } from '../../lib/dates.js';
import type { CaseFile, SectionData } from '../shapes.js';
import { relationWord } from '../words.js';
import { APPOINTMENT_DAYS } from './appointment-date.js';

/** What is usually filled in, in one tap. Nothing of it is chosen until somebody taps it. */
export interface QuickPick {
  label: string;
  data: SectionData;
}

/** The quick picks of a section, by field. */
export type QuickPicks = Readonly<Record<string, readonly QuickPick[]>>;

const DAY_MS = 86_400_000;
const DAYS_OFFERED = 10;
/** After school, and before supper. */
const TIMES = ['14:00', '14:30', '15:00', '15:30', '16:00', '16:30', '17:00'];
const short = new Intl.DateTimeFormat('nl-NL', {
  timeZone: 'UTC',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
});

/** The quick picks of a section of this case; most sections have none. */
export function quickPicks(file: CaseFile, section: string): QuickPicks {
  if (section === 'appointment') {
    return { date: workdays(clock.now(), file.terms.appointmentBy), time: TIMES.map(timePick) };
  }
  return section === 'pickup' ? { pickedUpBy: collectors(file), pickedUpAt: [now()] } : {};
}

/**
 * The first working days from the day after tomorrow, up to the last one that the term allows.
 *
 * @param instant epoch ms
 * @param last YYYY-MM-DD
 */
export function workdays(instant: number, last: string): QuickPick[] {
  const today = Date.parse(localDate(instant));
  return Array.from({ length: APPOINTMENT_DAYS }, (_, at) => new Date(today + (at + 2) * DAY_MS))
    .filter((day) => ![0, 6].includes(day.getUTCDay()))
    .map((day) => ({ day, date: day.toISOString().slice(0, 10) }))
    .filter(({ date }) => date <= last)
    .slice(0, DAYS_OFFERED)
    .map(({ day, date }) => ({ label: short.format(day), data: { date } }));
}

function timePick(time: string): QuickPick {
  return { label: time, data: { time } };
}

/** Each guardian who may come: then the juvenile does not go alone. */
function collectors({ guardians }: CaseFile): QuickPick[] {
  return guardians
    .filter(({ state }) => state !== 'DO_NOT_CONTACT')
    .map(({ name, relation }) => {
      const word = relationWord(relation);
      const who = name === undefined ? word : `${name} (${word})`;
      return { label: who, data: { mayLeaveAlone: false, pickedUpBy: who } };
    });
}

function now(): QuickPick {
  const time = localTime(clock.now());
  return { label: `Nu, ${time}`, data: { pickedUpAt: time } };
}
