import { instantAt, localDate } from '../../lib/dates.js';
import type { Situation } from '../../lib/eligibility/facts.js';
import { type Law, type Offence, validOn } from '../../lib/eligibility/law.js';
import type { Verdict } from '../../lib/eligibility/verdict.js';
import type { MandateTerms } from './shapes.js';

/** What is filled in, by the name of the field; empty is unknown. */
export type Answers = Readonly<Record<string, string>>;

/** A field of the form. `fact` is the fact in the files whose label and values it has. */
export interface Field {
  readonly name: string;
  readonly kind:
    'choice' | 'yesno' | 'euros' | 'count' | 'date' | 'time' | 'birth' | 'offence' | 'feitcode';
  readonly fact?: string;
  /** Where the files have no label for it. */
  readonly label?: string;
}

/** The whole form, in groups. Every fact of a situation is in it. */
export const FORM: readonly { readonly heading: string; readonly fields: readonly Field[] }[] = [
  {
    heading: 'Het feit',
    fields: [
      { name: 'offenceId', kind: 'offence', label: 'Feit' },
      { name: 'feitcode', kind: 'feitcode', fact: 'feitcode' },
      { name: 'offenceDate', kind: 'date', label: 'Datum van het feit' },
      { name: 'offenceTime', kind: 'time', label: 'Tijd van het feit' },
      { name: 'publicRoad', kind: 'yesno', fact: 'publicRoad' },
      { name: 'fireworks', kind: 'choice', fact: 'fireworks' },
      { name: 'valueCents', kind: 'euros', fact: 'valueCents' },
      { name: 'damageCents', kind: 'euros', fact: 'damageCents' },
      { name: 'damageTotalCents', kind: 'euros', fact: 'damageTotalCents' },
    ],
  },
  {
    heading: 'De jongere',
    fields: [
      { name: 'birth', kind: 'birth', fact: 'age', label: 'Geboortedatum' },
      { name: 'identity', kind: 'choice', fact: 'identity' },
      { name: 'manner', kind: 'choice', fact: 'manner' },
      { name: 'responsive', kind: 'choice', fact: 'responsive' },
      { name: 'priorCheck', kind: 'choice', fact: 'priorCheck' },
      { name: 'priorHalt', kind: 'count', fact: 'priorHalt' },
      { name: 'priorHaltViolations', kind: 'count', fact: 'priorHaltViolations' },
      { name: 'priorCrimeRecord', kind: 'yesno', fact: 'priorCrimeRecord' },
    ],
  },
  {
    heading: 'De verwijzer en het mandaat',
    fields: [
      { name: 'referrerKind', kind: 'choice', fact: 'referrerKind' },
      { name: 'referrerDomain', kind: 'choice', fact: 'referrerDomain' },
      { name: 'referrerListed', kind: 'yesno', fact: 'referrerListed' },
      { name: 'withMandate', kind: 'yesno', label: 'Met het mandaat van dit loket' },
      { name: 'inArea', kind: 'yesno', fact: 'inArea' },
      { name: 'referrerIsVictim', kind: 'yesno', fact: 'referrerIsVictim' },
      { name: 'cautionGiven', kind: 'yesno', fact: 'cautionGiven' },
      { name: 'counsel', kind: 'choice', fact: 'counsel' },
      { name: 'counselDone', kind: 'yesno', fact: 'counselDone' },
      { name: 'admission', kind: 'choice', fact: 'admission' },
      { name: 'guardianTold', kind: 'yesno', fact: 'guardianTold' },
    ],
  },
  {
    heading: 'Besluiten van anderen',
    fields: [
      { name: 'hovj', kind: 'choice', fact: 'hovj' },
      { name: 'ovj', kind: 'choice', fact: 'ovj' },
      { name: 'halt', kind: 'choice', fact: 'halt' },
    ],
  },
  {
    heading: 'Aan het loket',
    fields: [
      { name: 'safety', kind: 'choice', fact: 'safety' },
      { name: 'contactUnsafe', kind: 'yesno', fact: 'contactUnsafe' },
      { name: 'offerHandedOver', kind: 'yesno', fact: 'offerHandedOver' },
      { name: 'juvenileConsent', kind: 'choice', fact: 'juvenileConsent' },
      { name: 'guardianConsent', kind: 'choice', fact: 'guardianConsent' },
      { name: 'custody', kind: 'yesno', fact: 'custody' },
      { name: 'wantsHelp', kind: 'yesno', fact: 'wantsHelp' },
      { name: 'firstHearing', kind: 'date', label: 'Datum van het eerste verhoor' },
      { name: 'received', kind: 'date', label: 'Datum van ontvangst bij Halt' },
      { name: 'appointment', kind: 'date', label: 'Datum van het startgesprek' },
      { name: 'judged', kind: 'date', label: 'Datum van de beoordeling' },
    ],
  },
];

/** A date without a time counts from noon, so that no clock change moves it to another day. */
const noon = '12:00';
/** Passed on as they are: the names are those of a situation. */
const plain = [
  ...['feitcode', 'identity', 'manner', 'publicRoad', 'referrerIsVictim', 'cautionGiven'],
  ...['counselDone', 'fireworks', 'admission', 'responsive', 'counsel', 'hovj', 'ovj', 'safety'],
  ...['guardianTold', 'contactUnsafe', 'juvenileConsent', 'guardianConsent', 'custody'],
  ...['offerHandedOver', 'halt', 'wantsHelp'],
];

/** @returns the situation that is filled in; undefined as long as feit, date or time lacks */
export function situationOf(answers: Answers, mandate?: MandateTerms): Situation | undefined {
  const { offenceId, offenceDate, offenceTime } = answers;
  if (!offenceId || !offenceDate || !offenceTime) return undefined;
  return present({
    offenceId,
    offenceAt: instant(offenceDate, offenceTime),
    ...Object.fromEntries(plain.map((name) => [name, answers[name]])),
    birthDate: birthOf(answers),
    referrer: present({
      kind: answers.referrerKind,
      domain: answers.referrerDomain,
      listed: answers.referrerListed ? answers.referrerListed === 'YES' : undefined,
    }),
    mandate: mandateOf(answers, mandate),
    valueCents: cents(answers.valueCents),
    damageCents: cents(answers.damageCents),
    damageTotalCents: cents(answers.damageTotalCents),
    prior: present({
      check: answers.priorCheck,
      halt: count(answers.priorHalt),
      haltViolations: count(answers.priorHaltViolations),
      crimeRecord: answers.priorCrimeRecord,
    }),
    firstHearingAt: dayAt(answers.firstHearing),
    receivedAt: dayAt(answers.received),
    appointmentAt: dayAt(answers.appointment),
    judgedAt: dayAt(answers.judged),
  }) as Situation;
}

/** @returns the offences that somebody may choose for a date, by their group */
export function choosable(
  { offences }: Law,
  date: string,
): ReadonlyMap<string, readonly Offence[]> {
  const groups = new Map<string, Offence[]>();
  for (const offence of offences.offences.filter((each) => !date || validOn(each, date))) {
    groups.set(offence.group, [...(groups.get(offence.group) ?? []), offence]);
  }
  return groups;
}

/** @returns the names of the fields of a form that a fact is asked with */
export function fieldOfFact(fact: string): string | undefined {
  return FORM.flatMap(({ fields }) => fields).find((field) => field.fact === fact)?.name;
}

/** @returns the parts in which two verdicts differ; what is absent equals null */
export function disagreement(here: Verdict, there: Verdict): readonly (keyof Verdict)[] {
  const names = Object.keys(here) as (keyof Verdict)[];
  return names.filter((name) => known(here[name]) !== known(there[name]));
}

function known(value: unknown): string {
  return JSON.stringify(ordered(value) ?? null);
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, held]) => held !== null && held !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, held]) => [name, ordered(held)]),
  );
}

/** YYYY, YYYY-MM or YYYY-MM-DD; without a year there is no date. */
function birthOf({ birthYear, birthMonth, birthDay }: Answers): string | undefined {
  if (!/^\d{4}$/.test(birthYear ?? '')) return undefined;
  if (!/^\d{1,2}$/.test(birthMonth ?? '')) return birthYear;
  const month = `${birthYear ?? ''}-${(birthMonth ?? '').padStart(2, '0')}`;
  return /^\d{1,2}$/.test(birthDay ?? '') ? `${month}-${(birthDay ?? '').padStart(2, '0')}` : month;
}

function mandateOf({ withMandate, inArea }: Answers, mandate?: MandateTerms) {
  if (withMandate !== 'YES' || !mandate) return present({ inArea });
  const { from, to, offences } = mandate;
  return present({ from, to, offences: offences.map(({ id }) => id), inArea });
}

function dayAt(date: string | undefined): string | undefined {
  return date ? instant(date, noon) : undefined;
}

function instant(date: string, time: string): string {
  return new Date(instantAt(date, time)).toISOString().replace('.000Z', 'Z');
}

/** Euros as typed, for instance "12,50". */
function cents(text: string | undefined): number | undefined {
  if (!/^\d{1,7}([.,]\d{1,2})?$/.test(text ?? '')) return undefined;
  return Math.round(Number((text ?? '').replace(',', '.')) * 100);
}

function count(text: string | undefined): number | undefined {
  return /^\d{1,2}$/.test(text ?? '') ? Number(text) : undefined;
}

/** Only what is known; nothing when nothing is. */
function present<T extends object>(values: T): Partial<T> | undefined {
  const known = Object.entries(values).filter(([, value]) => value !== undefined && value !== '');
  return known.length > 0 ? (Object.fromEntries(known) as Partial<T>) : undefined;
}

/** @returns the local date and time of an instant as the form has them */
export function momentOf(now: number): Answers {
  const time = new Intl.DateTimeFormat('nl-NL', {
    timeZone: 'Europe/Amsterdam',
    hour: '2-digit',
    minute: '2-digit',
  });
  return { offenceDate: localDate(now), offenceTime: time.format(now) };
}
