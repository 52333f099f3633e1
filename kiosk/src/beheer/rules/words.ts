import type { Tone } from '../../elements/hl-state.js';
import type { Consequence, Decision, Law, Source } from '../../lib/eligibility/law.js';

type Words = Readonly<Record<string, string>>;

/** A decision as the referrer would hear it. */
export const DECISION_WORDS: Readonly<Record<Decision, { tone: Tone; words: string }>> = {
  DIRECT: { tone: 'goed', words: 'Mag naar Halt' },
  PENDING_PARENT: { tone: 'goed', words: 'Mag naar Halt, de ouders moeten nog instemmen' },
  PENDING_SOBER: { tone: 'let', words: 'Nu niet aanspreekbaar, nu geen aanbod' },
  NEEDS_HOVJ: { tone: 'vraag', words: 'De hulpofficier van justitie beslist' },
  NEEDS_OVJ: { tone: 'vraag', words: 'De officier van justitie beslist' },
  UNKNOWN: { tone: 'vraag', words: 'Een mens beslist' },
  NOT_HALT: { tone: 'stop', words: 'Niet naar Halt' },
  STOP: { tone: 'stop', words: 'Stop: eerst hulp' },
};

const GATE_WORDS: Words = {
  SAFETY_FIRST: 'eerst veiligheid en gezondheid',
  COUNSEL: 'eerst een advocaat',
  JUVENILE_CONSENT: 'eerst instemming van de jongere',
  WRITTEN_OFFER: 'eerst het aanbod op papier',
  GUARDIAN_TOLD: 'eerst een ouder inlichten',
  SAFE_CONTACT: 'eerst veilig contact',
};

const WARNING_WORDS: Words = {
  REPEAT_CHECK: 'eerdere feiten zijn niet nagekeken',
  LATE_RECEIPT: 'laat ontvangen',
  LATE_APPOINTMENT: 'late afspraak',
};

export const LIST_WORDS: Words = {
  LISTED: 'op de lijst van Halt-feiten',
  LISTED_2024: 'op de lijst van 2024',
  ONLY_2010: 'op de lijst van 2010; van 2024 is het niet bekend',
  PROSECUTOR: 'alleen met toestemming van de officier van justitie',
  SERIOUS: 'te ernstig voor Halt',
  UNKNOWN: 'niet bekend',
  NOT_FOR_MINORS: 'alleen voor mensen van 18 jaar en ouder',
};

export const KIND_WORDS: Words = {
  VIOLATION: 'overtreding',
  CRIME: 'misdrijf',
  UNKNOWN: 'niet bekend of het een overtreding of misdrijf is',
};

export const POLICE_WORDS: Words = {
  YES: 'ja',
  HOVJ: 'na de hulpofficier van justitie',
  OVJ: 'na de officier van justitie',
  NO: 'nee',
  UNKNOWN: 'niet bekend',
};

export const BOA_WORDS: Words = {
  STRUCTURAL: 'ja, altijd',
  PROJECT: 'alleen als het mandaat het noemt',
  NO: 'nee',
  UNKNOWN: 'niet bekend',
};

const decided: Words = { APPROVED: 'akkoord', REFUSED: 'geweigerd', NOT_ASKED: 'niet gevraagd' };
const agreed: Words = {
  NOT_ASKED: 'nog niet gevraagd',
  AGREES: 'stemt in',
  REFUSES: 'stemt niet in',
  DISAGREE: 'zijn het niet eens',
};

/** What each value of a fact is called. */
const VALUE_WORDS: Readonly<Record<string, Words>> = {
  identity: {
    DOCUMENT: 'ID-bewijs',
    POLICE_CHECK: 'de politie keek na',
    GUARDIAN_CONFIRMS: 'een ouder bevestigt',
    STATED: 'alleen zelf gezegd',
    NONE: 'staat niet vast',
  },
  manner: { STOPPED: 'staande gehouden', ARRESTED: 'aangehouden', SUMMONED: 'ontboden' },
  responsive: { YES: 'ja', NO: 'nee', LIMITED: 'een beetje' },
  admission: { YES: 'ja', NO: 'nee', PARTLY: 'deels' },
  counsel: {
    PRESENT: 'was erbij',
    CONSULTED: 'gesproken',
    WAIVED: 'wil geen advocaat',
    NOT_APPLICABLE: 'niet van toepassing',
  },
  priorCheck: { NONE: 'niets gevonden', VIOLATION: 'een overtreding', CRIME: 'een misdrijf' },
  hovj: decided,
  ovj: decided,
  safety: { SAFE: 'veilig', EMERGENCY: 'nood', NOT_ASSESSED: 'nog niet bekeken' },
  juvenileConsent: agreed,
  guardianConsent: {
    ...agreed,
    NOT_NEEDED: 'niet meer nodig',
    AGREES: 'stemmen in',
    REFUSES: 'stemmen niet in',
  },
  halt: { ACCEPTS: 'neemt aan', DECLINES: 'neemt niet aan', NOT_DECIDED: 'nog niet besloten' },
  feitcode: { NONE: 'geen' },
  offenceKind: KIND_WORDS,
  offenceList: LIST_WORDS,
  policeRefer: POLICE_WORDS,
  boaRefer: BOA_WORDS,
  referrerKind: {
    POLICE: 'politie',
    BOA: 'boa',
    KMAR: 'marechaussee',
    PROSECUTOR: 'officier van justitie',
    OTHER: 'iemand anders',
  },
};

/** @returns what a value of a fact is called; an unknown value as it stands */
export function valueWords(fact: string, value: string): string {
  const known = VALUE_WORDS[fact]?.[value];
  if (known !== undefined) return known;
  return { YES: 'ja', NO: 'nee', UNKNOWN: 'niet bekend' }[value] ?? value;
}

/** @returns what a branch brings about, in words */
export function effectWords(then: Consequence, { rules }: Law): string {
  const route = then.route ? `. ${rules.routes[then.route]?.heading ?? then.route}` : '';
  if (then.effect === 'DECISION') return DECISION_WORDS[then.decision].words + route;
  if (then.effect === 'GATE') return `Nog te doen: ${gateWords(then.gate)}`;
  if (then.effect === 'WARNING') return `Let op: ${warningWords(then.warning)}`;
  return `Advies${route}`;
}

export function gateWords(gate: string): string {
  return GATE_WORDS[gate] ?? gate;
}

export function warningWords(warning: string): string {
  return WARNING_WORDS[warning] ?? warning;
}

/** @returns cents as euros, for instance "€ 150" or "€ 12,50" */
export function euros(cents: number): string {
  const whole = cents % 100 === 0;
  return `€ ${(cents / 100).toFixed(whole ? 0 : 2).replace('.', ',')}`;
}

/** @returns a date of the files, for instance "22-11-2026" */
export function dayWords(date: string): string {
  return date.slice(0, 10).split('-').reverse().join('-');
}

/** @returns for which dates of the offence a record counts */
export function validityWords(from: string, to: string | null): string {
  const since = `Voor feiten vanaf ${dayWords(from)}`;
  return to === null ? since : `${since} tot en met ${dayWords(to)}`;
}

/** How sure something is: what the reader sees, and the filter that finds it. */
export interface Sureness {
  readonly group: SurenessGroup;
  readonly tone: Tone;
  readonly word: string;
  readonly note: string;
}

export type SurenessGroup = 'verified' | 'old' | 'unverified' | 'own';

export const SURENESS_GROUPS: Readonly<Record<SurenessGroup, string>> = {
  unverified: 'Niet geverifieerd',
  old: 'Oude bron',
  verified: 'Geverifieerd',
  own: 'Opgave of keuze',
};

/**
 * @param certainty as in the files
 * @param sources where it was read
 */
export function surenessOf(certainty: string, sources: readonly Source[]): Sureness {
  switch (certainty) {
    case 'V':
      return { group: 'verified', tone: 'goed', word: 'Geverifieerd', note: '' };
    case 'V-old':
      return { group: 'old', tone: 'info', word: 'Oude bron', note: ageOfSource(sources) };
    case 'S':
      return { group: 'own', tone: 'info', word: 'Opgave van Halt', note: '' };
    case 'I':
      return {
        group: 'own',
        tone: 'info',
        word: 'Keuze van dit loket',
        note: 'geen bron in de wet',
      };
    case 'M':
      return unverified('uit het hoofd opgeschreven');
    case '?':
      return unverified('gezocht en niet gevonden');
    default:
      return unverified(`zekerheid ${certainty}`);
  }
}

function unverified(note: string): Sureness {
  return { group: 'unverified', tone: 'let', word: 'Niet geverifieerd', note };
}

/** The latest year that the first dated title names; else the day on which it was read. */
function ageOfSource(sources: readonly Source[]): string {
  for (const { title } of sources) {
    const years = title.match(/\b(?:19|20)\d{2}\b/g);
    if (years)
      return `${title.includes('van voor') ? 'van voor' : 'van'} ${years.sort().at(-1) ?? ''}`;
  }
  const read = sources[0]?.readOn;
  return read ? `gelezen op ${dayWords(read)}` : '';
}

/** @returns the sources of a record, in its order */
export function sourcesOf(
  keys: string | readonly string[],
  known: Readonly<Record<string, Source>>,
): readonly Source[] {
  const all: readonly string[] = typeof keys === 'string' ? [keys] : keys;
  return all.flatMap((key) => known[key] ?? []);
}

/** A key such as 1a2b3c4d5e6f…, in groups to read aloud. */
export function keyWords(fingerprint: string): string {
  return `${fingerprint.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ')}…`;
}
