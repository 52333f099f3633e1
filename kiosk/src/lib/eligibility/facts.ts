/**
 * From what somebody declared about a case to the facts that the rules speak of. Pure: no clock,
 * no storage; the server derives the same facts in Java from the same situation.
 */
import { localDate } from '../dates.js';
import { type Law, type Offence, validOn } from './law.js';

export interface Interval {
  readonly min: number;
  readonly max: number;
}

export type Fact = string | number | Interval;

/** The known facts by name; what is absent is unknown. */
export type Facts = Readonly<Record<string, Fact | undefined>>;

export type YesNo = 'YES' | 'NO' | 'UNKNOWN';

/** What the referrer or the desk declares. All but two may be absent; UNKNOWN equals absent. */
export interface Situation {
  readonly offenceId: string;
  /** Instants are ISO 8601 with Z. */
  readonly offenceAt: string;
  readonly judgedAt?: string;
  readonly feitcode?: string;
  /** YYYY-MM-DD, or YYYY-MM or YYYY when day or month is unknown. */
  readonly birthDate?: string;
  readonly identity?: string;
  readonly referrer?: {
    readonly kind?: string;
    readonly domain?: string;
    readonly listed?: boolean | 'UNKNOWN';
  };
  readonly mandate?: {
    readonly from: string;
    /** Exclusive. */
    readonly to: string;
    readonly offences: readonly string[];
    readonly inArea?: string;
  };
  readonly manner?: string;
  readonly publicRoad?: string;
  readonly referrerIsVictim?: string;
  readonly cautionGiven?: string;
  readonly counselDone?: string;
  readonly fireworks?: string;
  readonly damageCents?: number | 'UNKNOWN';
  readonly damageTotalCents?: number | 'UNKNOWN';
  readonly valueCents?: number | 'UNKNOWN';
  readonly admission?: string;
  readonly responsive?: string;
  readonly counsel?: string;
  readonly prior?: {
    readonly check?: string;
    readonly halt?: number | 'UNKNOWN';
    readonly haltViolations?: number | 'UNKNOWN';
    readonly crimeRecord?: string;
  };
  readonly hovj?: string;
  readonly ovj?: string;
  readonly safety?: string;
  readonly guardianTold?: string;
  readonly contactUnsafe?: string;
  readonly juvenileConsent?: string;
  readonly guardianConsent?: string;
  readonly custody?: string;
  readonly offerHandedOver?: string;
  readonly halt?: string;
  readonly receivedAt?: string;
  readonly firstHearingAt?: string;
  readonly appointmentAt?: string;
  readonly wantsHelp?: string;
}

const DAY = 86_400_000;

/** @returns the known facts of a situation */
export function derive(law: Law, situation: Situation): Facts {
  const date = dateOf(situation.offenceAt);
  const offence = law.offences.offences.find(
    (each) => each.id === situation.offenceId && validOn(each, date),
  );
  const all: Record<string, unknown> = {
    ...declared(situation),
    age: ageAt(situation.birthDate, date),
    ...aboutOffence(offence),
    ...aboutMandate(situation, date),
    ...aboutTime(situation),
    domainOk: domainOk(situation, offence),
  };
  const facts = Object.entries(all).filter(([name, value]) => isKnown(name, value));
  return Object.fromEntries(facts) as Facts;
}

/** That the law does not say whether an offence is on the list is known; any other UNKNOWN is not. */
function isKnown(name: string, value: unknown): boolean {
  return value !== undefined && value !== null && (value !== 'UNKNOWN' || name === 'offenceList');
}

/** @returns the local date of an instant, YYYY-MM-DD */
export function dateOf(instant: string): string {
  return localDate(Date.parse(instant));
}

function declared(situation: Situation): Record<string, unknown> {
  const { referrer, prior, mandate } = situation;
  return {
    feitcode: situation.feitcode,
    identity: situation.identity,
    referrerKind: referrer?.kind,
    referrerDomain: referrer?.domain,
    referrerListed: typeof referrer?.listed === 'boolean' ? yesNo(referrer.listed) : undefined,
    inArea: mandate?.inArea,
    manner: situation.manner,
    publicRoad: situation.publicRoad,
    referrerIsVictim: situation.referrerIsVictim,
    cautionGiven: situation.cautionGiven,
    counselDone: situation.counselDone,
    fireworks: situation.fireworks,
    damageCents: situation.damageCents,
    damageTotalCents: situation.damageTotalCents,
    valueCents: situation.valueCents,
    admission: situation.admission,
    responsive: situation.responsive,
    counsel: situation.counsel,
    priorCheck: prior?.check,
    priorHalt: prior?.halt,
    priorHaltViolations: prior?.haltViolations,
    priorCrimeRecord: prior?.crimeRecord,
    hovj: orElse(situation.hovj, 'NOT_ASKED'),
    ovj: orElse(situation.ovj, 'NOT_ASKED'),
    safety: orElse(situation.safety, 'NOT_ASSESSED'),
    guardianTold: situation.guardianTold,
    contactUnsafe: situation.contactUnsafe,
    juvenileConsent: orElse(situation.juvenileConsent, 'NOT_ASKED'),
    guardianConsent: orElse(situation.guardianConsent, 'NOT_ASKED'),
    custody: situation.custody,
    offerHandedOver: situation.offerHandedOver,
    halt: situation.halt,
    wantsHelp: situation.wantsHelp,
  };
}

function aboutOffence(offence: Offence | undefined): Record<string, unknown> {
  if (!offence) return { offenceKnown: 'NO' };
  const { asks, ceilings } = offence;
  return {
    offenceKnown: 'YES',
    offenceKind: offence.kind,
    offenceList: offence.list,
    policeRefer: offence.refer.police,
    boaRefer: offence.refer.boa,
    asksValue: yesNo(asks.includes('value')),
    asksDamage: yesNo(asks.includes('damage')),
    asksPublicRoad: yesNo(asks.includes('publicRoad')),
    asksFireworks: yesNo(asks.includes('fireworks')),
    asksReferrerIsVictim: yesNo(asks.includes('referrerIsVictim')),
    valueCeilingCents: ceilings.valueCents,
    damageCeilingCents: ceilings.damageOffenderCents,
    damageTotalCeilingCents: ceilings.damageTotalCents,
    valueCeiling2024Cents: ceilings.value2024Cents,
    damageCeiling2024Cents: ceilings.damageOffender2024Cents,
    damageTotalCeiling2024Cents: ceilings.damageTotal2024Cents,
  };
}

function aboutMandate({ mandate, offenceId, offenceAt }: Situation, date: string) {
  if (!mandate) return {};
  const reached = (bound: string) =>
    bound.length === 10 ? date >= bound : Date.parse(offenceAt) >= Date.parse(bound);
  return {
    withinMandate: yesNo(reached(mandate.from) && !reached(mandate.to)),
    offenceInMandate: yesNo(mandate.offences.includes(offenceId)),
  };
}

function domainOk({ referrer }: Situation, offence: Offence | undefined): string | undefined {
  const domain = orElse(referrer?.domain, '');
  if (referrer?.kind !== 'BOA' || domain === '' || !offence) return undefined;
  return yesNo(offence.investigate.boaDomains.includes(domain));
}

function aboutTime(situation: Situation): Record<string, number | undefined> {
  const heard = situation.firstHearingAt ?? situation.offenceAt;
  const { receivedAt, appointmentAt, judgedAt = situation.offenceAt } = situation;
  return {
    daysToReceipt: daysBetween(heard, receivedAt),
    daysToAppointment: daysBetween(receivedAt, appointmentAt),
    monthsSinceHearing: monthsBegun(dateOf(heard), dateOf(judgedAt)),
  };
}

function daysBetween(from: string | undefined, to: string | undefined): number | undefined {
  if (from === undefined || to === undefined) return undefined;
  return Math.max(0, Math.round((Date.parse(dateOf(to)) - Date.parse(dateOf(from))) / DAY));
}

/** The fewest calendar months after which `to` is reached; a month that lacks the day ends it early. */
function monthsBegun(from: string, to: string): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number);
  const lastDay = new Date(Date.UTC(toYear, toMonth, 0)).getUTCDate();
  const months = (toYear - fromYear) * 12 + toMonth - fromMonth;
  return Math.max(0, toDay > Math.min(fromDay, lastDay) ? months + 1 : months);
}

/** The age on a local date: whole years, or the youngest and oldest that it can be. */
function ageAt(birthDate: string | undefined, date: string): Fact | undefined {
  const born = birthDate === undefined ? undefined : earliestAndLatest(birthDate);
  if (!born) return undefined;
  const max = yearsBetween(born[0], date);
  const min = Math.max(0, yearsBetween(born[1], date));
  if (max < 0) return undefined;
  return min === max ? max : { min, max };
}

/** Who is born on 29 February turns a year older on 1 March in a year without that day. */
function yearsBetween(born: string, date: string): number {
  const had = date.slice(5) >= born.slice(5) ? 0 : 1;
  return Number(date.slice(0, 4)) - Number(born.slice(0, 4)) - had;
}

function earliestAndLatest(text: string): readonly [string, string] | undefined {
  if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(text)) return undefined;
  const [year = '', month, day] = text.split('-');
  const from = `${year}-${month ?? '01'}-${day ?? '01'}`;
  const lastDay = new Date(Date.UTC(Number(year), Number(month ?? 12), 0)).getUTCDate();
  const to = `${year}-${month ?? '12'}-${day ?? String(lastDay).padStart(2, '0')}`;
  return exists(from) && exists(to) ? [from, to] : undefined;
}

function exists(date: string): boolean {
  const read = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(date);
}

function yesNo(truth: boolean): 'YES' | 'NO' {
  return truth ? 'YES' : 'NO';
}

function orElse(value: string | undefined, instead: string): string {
  return value === undefined || value === 'UNKNOWN' ? instead : value;
}
