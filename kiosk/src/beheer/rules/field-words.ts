import type { Branch, Law } from '../../lib/eligibility/law.js';
import { conditionSentence } from './conditions.js';
import {
  dayWords,
  DECISION_WORDS,
  euros,
  gateWords,
  KIND_WORDS,
  LIST_WORDS,
  surenessOf,
  warningWords,
} from './words.js';

const FIELDS: Readonly<Record<string, string>> = {
  id: 'kenmerk',
  version: 'versie',
  validFrom: 'geldig vanaf',
  validTo: 'geldig tot en met',
  offenceSet: 'voor de feiten',
  branches: 'voorwaarden en gevolg',
  lawRef: 'artikel',
  source: 'bronnen',
  certainty: 'zekerheid',
  reviewedBy: 'nagekeken door',
  reviewedOn: 'nagekeken op',
  testCases: 'proefgevallen',
  label: 'naam',
  qualification: 'omschrijving',
  law: 'artikel',
  kind: 'soort',
  feitcodes: 'feitcodes',
  list: 'lijst',
  ceilings: 'grenzen',
  asks: 'wat telt',
  investigate: 'opsporen',
  refer: 'verwijzen',
  group: 'groep',
  icon: 'plaatje',
  conditions: 'waar u op let',
  verifiedOn: 'nagezocht op',
  type: 'vorm',
  values: 'antwoorden',
  question: 'vraag',
  by: 'wie het zegt',
  heading: 'kop',
  steps: 'stappen',
  title: 'titel',
  url: 'adres',
  readOn: 'gelezen op',
  article: 'artikel',
  paragraph: 'lid',
  text: 'tekst',
  name: 'naam',
  minAge: 'vanaf leeftijd',
  maxAge: 'tot en met leeftijd',
  police: 'politie',
  boaDomains: 'domeinen van de boa',
  domains: 'domeinen',
  number: 'nummer',
  mandate: 'mandaat',
  offences: 'feiten',
  usual: 'vaak gekozen',
  referrers: 'verwijzers',
  organisation: 'organisatie',
  domain: 'domein',
  approvals: 'akkoord',
  prosecutor: 'officier van justitie',
  mayor: 'burgemeester',
  office: 'kantoor',
  reference: 'kenmerk',
  date: 'datum',
  area: 'gebied',
  places: 'plaatsen',
  place: 'plaats',
  municipality: 'gemeente',
  apvVersion: 'APV',
  projectplanRef: 'project',
  numbers: 'nummers',
  desk: 'loket',
  firstAid: 'EHBO',
  emergency: 'nood',
  zsm: 'ZSM',
  neighbourhood: 'wijkinterventie',
  care: 'zorg',
  hours: 'uren open',
  host: 'adres',
  workers: 'medewerkers',
  roles: 'rollen',
  valueCents: 'waarde (2010)',
  damageOffenderCents: 'schade per dader (2010)',
  damageTotalCents: 'schade in totaal (2010)',
  value2024Cents: 'waarde (2024)',
  damageOffender2024Cents: 'schade per dader (2024)',
  damageTotal2024Cents: 'schade in totaal (2024)',
};

/** @returns what a field of a file, or a path of fields, is called; an unknown one as it stands */
export function fieldName(name: string): string {
  const parts = name.split(' / ').map((part) => FIELDS[part] ?? part);
  return parts.join(', ');
}

/**
 * Old and new in words. When the words would be the same although the files differ, both are shown
 * as they stand in the file, so that nothing stays hidden.
 */
export function fieldWords(
  name: string,
  before: unknown,
  after: unknown,
  law?: Law,
): readonly [string, string] {
  const [was, is] = [words(name, before, law), words(name, after, law)];
  return was === is ? [JSON.stringify(before), JSON.stringify(after)] : [was, is];
}

function words(name: string, value: unknown, law?: Law): string {
  if (value === undefined) return 'staat er niet';
  if (value === null) return name === 'validTo' ? 'geen einde' : 'niets';
  if (name === 'branches' && Array.isArray(value))
    return branchWords(value as readonly Branch[], law);
  if (typeof value === 'string') return textWords(name, value);
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) {
    return value.join(', ') || 'geen';
  }
  return raw(value);
}

function textWords(name: string, value: string): string {
  if (name === 'certainty') return `${surenessOf(value, []).word} (${value})`;
  if (name === 'list') return LIST_WORDS[value] ?? value;
  if (name === 'kind') return KIND_WORDS[value] ?? value;
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? dayWords(value) : value;
}

function branchWords(branches: readonly Branch[], law?: Law): string {
  const one = ({ when, then, ifUnknown }: Branch) =>
    [
      conditionSentence(when, law?.rules.facts ?? {}),
      consequence(then, law),
      ifUnknown ? `Niet bekend: ${consequence(ifUnknown, law)}` : '',
    ]
      .filter(Boolean)
      .join('\n');
  return branches.map(one).join('\n\n');
}

function consequence(then: Branch['then'], law?: Law): string {
  const { sentence, next, route, provisional, lawUnknown } = then;
  const heading = route && (law?.rules.routes[route]?.heading ?? route);
  const marks = [heading, provisional && 'voorlopig', lawUnknown && 'wet niet bekend'];
  const note = marks.filter(Boolean).join(', ');
  const said = [sentence, next].filter(Boolean).join(' ');
  return `→ ${effect(then)}${note ? ` (${note})` : ''}: “${said}”`;
}

function effect(then: Branch['then']): string {
  if (then.effect === 'DECISION') return DECISION_WORDS[then.decision].words;
  if (then.effect === 'GATE') return gateWords(then.gate);
  return then.effect === 'WARNING' ? warningWords(then.warning) : 'advies';
}

function raw(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'ja' : 'nee';
  if (typeof value !== 'object' || value === null) return String(value);
  const all = Object.entries(value).map(([key, held]: [string, unknown]) => {
    const own = Array.isArray(value) ? '' : `${fieldName(key)}: `;
    const cents = key.endsWith('Cents') && typeof held === 'number' ? ` (${euros(held)})` : '';
    const inner = typeof held === 'object' && held !== null ? JSON.stringify(held) : raw(held);
    return `${own}${inner}${cents}`;
  });
  return all.join('\n') || 'leeg';
}
