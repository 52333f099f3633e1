import type { Branch, Expression } from '../../lib/eligibility/law.js';
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
};

/** @returns what a field of a file is called; an unknown one as it stands */
export function fieldName(name: string): string {
  return FIELDS[name] ?? name;
}

/**
 * Old and new in words. When the words would be the same although the files differ, both are shown
 * as they stand in the file, so that nothing stays hidden.
 */
export function fieldWords(
  name: string,
  before: unknown,
  after: unknown,
): readonly [string, string] {
  const [was, is] = [words(name, before), words(name, after)];
  return was === is ? [raw(before), raw(after)] : [was, is];
}

function words(name: string, value: unknown): string {
  if (value === undefined) return 'staat er niet';
  if (value === null) return name === 'validTo' ? 'geen einde' : 'niets';
  if (name === 'branches' && Array.isArray(value)) return branchWords(value as readonly Branch[]);
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

/** Facts go by their names in the file here: their labels may differ between the versions. */
function branchWords(branches: readonly Branch[]): string {
  const one = ({ when, then, ifUnknown }: Branch) =>
    [sentence(when), consequence(then), ifUnknown ? `Niet bekend: ${consequence(ifUnknown)}` : '']
      .filter(Boolean)
      .join('\n');
  return branches.map(one).join('\n\n');
}

function sentence(when: Expression): string {
  return conditionSentence(when, {});
}

function consequence(then: Branch['then']): string {
  const { effect, sentence: said, next, route, provisional, lawUnknown, ...rest } = then;
  const what =
    effect === 'DECISION'
      ? DECISION_WORDS[then.decision].words
      : effect === 'GATE'
        ? gateWords(then.gate)
        : effect === 'WARNING'
          ? warningWords(then.warning)
          : 'advies';
  const marks = [
    route && `route ${route}`,
    provisional && 'voorlopig',
    lawUnknown && 'wet niet bekend',
  ];
  const note = marks.filter(Boolean).join(', ');
  const more = Object.keys(rest).filter((key) => !['decision', 'gate', 'warning'].includes(key));
  return `→ ${what}${note ? ` (${note})` : ''}: “${said}”${next ? ` “${next}”` : ''}${more.join(' ')}`;
}

function raw(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return String(value);
  const all = Object.entries(value).map(([key, held]: [string, unknown]) => {
    const own = Array.isArray(value) ? '' : `${key}: `;
    const cents = key.endsWith('Cents') && typeof held === 'number' ? ` (${euros(held)})` : '';
    const inner = typeof held === 'object' && held !== null ? JSON.stringify(held) : String(held);
    return `${own}${inner}${cents}`;
  });
  return all.join('\n') || 'leeg';
}
