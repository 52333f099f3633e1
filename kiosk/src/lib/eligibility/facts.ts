/**
 * From what somebody declared about a case to the facts that the rules speak of. Pure: no clock,
 * no storage; the server derives the same facts in Java from the same situation.
 */
import { localDate } from '../dates.js';
import { type Law, type Offence, type Rules, validOn } from './law.js';

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
    readonly listed?: boolean;
  };
  readonly mandate?: {
    /** A local date or an instant. */
    readonly from?: string;
    /** Exclusive. */
    readonly to?: string;
    readonly offences?: readonly string[];
    readonly inArea?: string;
  };
  readonly manner?: string;
  readonly publicRoad?: string;
  readonly referrerIsVictim?: string;
  readonly cautionGiven?: string;
  readonly counselDone?: string;
  readonly fireworks?: string;
  readonly damageCents?: number;
  readonly damageTotalCents?: number;
  readonly valueCents?: number;
  readonly admission?: string;
  readonly responsive?: string;
  readonly counsel?: string;
  readonly prior?: {
    readonly check?: string;
    readonly halt?: number;
    readonly haltViolations?: number;
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

/** @returns the known facts of a situation, as far as the table of facts speaks of them */
export function derive(law: Law, situation: Situation): Facts {
  const date = dateOf(situation.offenceAt);
  const offence = law.offences.offences.find(
    (each) => each.id === situation.offenceId && validOn(each, date),
  );
  const all: Record<string, unknown> = {
    ...declared(situation),
    ...aboutPrior(situation),
    age: ageAt(situation.birthDate, date),
    ...aboutOffence(offence),
    boaRefer: offence && boaRefer(offence.refer, situation.referrer?.domain),
    ...aboutMandate(situation, date),
    ...aboutTime(situation),
    domainOk: domainOk(situation, offence),
  };
  const facts = Object.entries(all).filter(([name, value]) => fits(name, value, law.rules.facts));
  return Object.fromEntries(facts) as Facts;
}

/** What the table does not know is as good as unknown, and so is UNKNOWN unless it is about the law. */
function fits(name: string, value: unknown, kinds: Rules['facts']): boolean {
  const kind = kinds[name];
  if (!kind || value === undefined || value === null) return false;
  if (kind.type === 'int') return typeof value !== 'string';
  if (typeof value !== 'string' || (value === 'UNKNOWN' && name !== 'offenceList')) return false;
  const values = kind.type === 'yesno' ? ['YES', 'NO'] : kind.values;
  return values?.includes(value) ?? true;
}

/** @returns the local date of an instant, YYYY-MM-DD */
export function dateOf(instant: string): string {
  return localDate(Date.parse(instant));
}

function declared(situation: Situation): Record<string, unknown> {
  const { referrer, mandate } = situation;
  return {
    offenceId: situation.offenceId,
    feitcode: orElse(situation.feitcode, 'NONE'),
    identity: situation.identity,
    referrerKind: referrer?.kind,
    referrerDomain: referrer?.domain,
    referrerListed: yesNo(referrer?.listed),
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
    hovj: orElse(situation.hovj, 'NOT_ASKED'),
    ovj: orElse(situation.ovj, referrer?.kind === 'PROSECUTOR' ? 'APPROVED' : 'NOT_ASKED'),
    safety: orElse(situation.safety, 'NOT_ASSESSED'),
    guardianTold: situation.guardianTold,
    contactUnsafe: situation.contactUnsafe,
    juvenileConsent: orElse(situation.juvenileConsent, 'NOT_ASKED'),
    guardianConsent: orElse(situation.guardianConsent, 'NOT_ASKED'),
    custody: situation.custody,
    offerHandedOver: situation.offerHandedOver,
    halt: orElse(situation.halt, 'NOT_DECIDED'),
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
  const begun = reached(mandate?.from, offenceAt, date);
  const over = reached(mandate?.to, offenceAt, date);
  const within = begun === undefined || over === undefined ? undefined : begun && !over;
  return {
    withinMandate: yesNo(begun === false || over === true ? false : within),
    offenceInMandate: yesNo(mandate?.offences?.includes(offenceId)),
  };
}

/** Whether an instant, on that local date, is not before a bound; a date begins at local midnight. */
function reached(bound: string | undefined, instant: string, date: string): boolean | undefined {
  if (bound === undefined) return undefined;
  if (bound.includes('T')) {
    const from = Date.parse(bound);
    return Number.isNaN(from) ? undefined : Date.parse(instant) >= from;
  }
  return exists(bound) ? date >= bound : undefined;
}

/** A check that found nothing, or nothing worse than a violation, says so of its parts too. */
function aboutPrior({ prior }: Situation): Record<string, unknown> {
  const none = prior?.check === 'NONE' ? 0 : undefined;
  const records: Record<string, string> = { NONE: 'NO', VIOLATION: 'NO', CRIME: 'YES' };
  return {
    priorCheck: prior?.check,
    priorHalt: prior?.halt ?? none,
    priorHaltViolations: prior?.haltViolations ?? none,
    priorCrimeRecord: orElse(prior?.crimeRecord, records[prior?.check ?? ''] ?? 'UNKNOWN'),
  };
}

/** A standing power is for the domains named; a boa of another one needs a project. */
function boaRefer(refer: Offence['refer'], domain: string | undefined): string {
  if (refer.boa !== 'STRUCTURAL') return refer.boa;
  if (orElse(domain, '') === '') return 'UNKNOWN';
  return refer.domains.includes(domain ?? '') ? 'STRUCTURAL' : 'PROJECT';
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

function yesNo(truth: boolean | undefined): 'YES' | 'NO' | undefined {
  if (truth === undefined) return undefined;
  return truth ? 'YES' : 'NO';
}

function orElse(value: string | undefined, instead: string): string {
  return value === undefined || value === 'UNKNOWN' ? instead : value;
}
