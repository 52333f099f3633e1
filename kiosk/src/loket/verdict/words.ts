import type { Tone } from '../../elements/hl-state.js';
import type { Decision } from '../../lib/eligibility/law.js';
import type { ReasonWords } from '../reason-form.js';
import type { Authority, DeskVerdict } from '../shapes.js';

/** The tone of each decision. */
export const TONES: Readonly<Record<Decision, Tone>> = {
  DIRECT: 'goed',
  PENDING_PARENT: 'goed',
  PENDING_SOBER: 'let',
  NEEDS_HOVJ: 'vraag',
  NEEDS_OVJ: 'vraag',
  UNKNOWN: 'vraag',
  NOT_HALT: 'stop',
  STOP: 'stop',
};

/** A decision as part of a sentence. */
export const DECISION_WORDS: Readonly<Record<Decision, string>> = {
  DIRECT: 'mag naar Halt',
  PENDING_PARENT: 'mag naar Halt, ouder moet nog instemmen',
  PENDING_SOBER: 'nu geen aanbod',
  NEEDS_HOVJ: 'eerst de hulpofficier',
  NEEDS_OVJ: 'eerst de officier van justitie',
  UNKNOWN: 'niet zeker',
  NOT_HALT: 'niet naar Halt',
  STOP: 'eerst hulp',
};

/** How sure it is that a rule says what the law says. */
const CERTAINTIES: Readonly<Record<string, string>> = {
  V: 'Geverifieerd',
  'V-old': 'Geverifieerd in een oudere tekst',
  S: 'Uit de opdracht van dit loket',
  I: 'Werkafspraak, geen wet',
};

/** In words, and whether nobody verified it. */
export function certaintyWords(mark: string): { tone: Tone; word: string } {
  const sure = CERTAINTIES[mark];
  return { tone: sure ? 'geen' : 'let', word: sure ?? 'Niet geverifieerd' };
}

/** Who decides. */
export const AUTHORITY_WORDS: Readonly<Record<Authority, string>> = {
  ASSISTANT: 'hulpofficier',
  PROSECUTOR: 'officier van justitie',
};

/** Why a worker decides otherwise than the rules. */
export const OVERRIDE_REASONS = [
  { value: 'FACT_KNOWN_NOW', label: 'Wij weten nu wat onbekend was' },
  { value: 'RULE_DOES_NOT_FIT', label: 'De regel past hier niet' },
  { value: 'VOLUNTARY', label: 'Vrijwillig gesprek, geen straf' },
  { value: 'CARE_FIRST', label: 'Eerst opvang en de ouders' },
  { value: 'HELPED', label: 'De hulp is geweest, het is veilig' },
  { value: 'OTHER', label: 'Iets anders' },
] as const;

/**
 * The form that asks why somebody decides otherwise.
 *
 * @param received whether the juvenile was received already, and only the intake waits
 */
export function overrideWords(decision: Decision, received: boolean): ReasonWords {
  const reasons =
    decision === 'STOP'
      ? OVERRIDE_REASONS.filter(({ value }) => value === 'HELPED')
      : OVERRIDE_REASONS.filter(({ value }) => value !== 'HELPED');
  return {
    name: 'override',
    title: decision === 'STOP' ? 'Is de hulp geweest?' : 'Waarom beslist u anders?',
    text: 'De regels zijn advies. U beslist en uw naam staat erbij.',
    reasons,
    noteHint: 'In uw eigen woorden, zonder namen',
    confirm: received || decision === 'STOP' ? 'Ja, begin de intake' : 'Ja, neem toch over',
    cancel: 'Niet doen',
  };
}

/** A reason of the list, for a summary. */
export function overrideReason(value: string): string {
  return OVERRIDE_REASONS.find((reason) => reason.value === value)?.label ?? value;
}

const DECLINED_FOR: readonly (readonly [start: string, reason: string])[] = [
  ['R-AGE-1', 'TOO_YOUNG'],
  ['R-AGE-3', 'ADULT'],
  ['R-ID', 'NEEDS_POLICE'],
  ['R-OFF', 'NOT_HALT_OFFENCE'],
  ['R-VAL', 'NOT_HALT_OFFENCE'],
  ['R-DRUG', 'NOT_HALT_OFFENCE'],
  ['R-CONF', 'NO_ADMISSION'],
  ['R-REF', 'NEEDS_POLICE'],
  ['R-SAFE', 'MEDICAL'],
];

/** The reason to decline that fits what the rules say; empty when none does. */
export function declineReason({ decision, fired }: DeskVerdict): string {
  const weighing = fired.find(({ effect, value }) => effect === 'DECISION' && value === decision);
  return DECLINED_FOR.find(([start]) => weighing?.id.startsWith(start))?.[1] ?? '';
}

/** What the desk does next, by what the verdict needs; empty when the band says enough. */
export function needWords({ needs, decision }: DeskVerdict): string {
  switch (needs) {
    case 'ASSISTANT':
      return 'U kunt overnemen. De intake wacht op akkoord van de hulpofficier.';
    case 'PROSECUTOR':
      return 'U kunt overnemen. De intake wacht op akkoord van de officier van justitie.';
    case 'OVERRIDE':
      return 'Weiger en zeg de verwijzer wat nu kan. Toch overnemen? Dan zegt u waarom.';
    case 'HELP':
      return 'Daarna gaat u hier verder.';
    case 'NOTHING':
      return decision === 'PENDING_SOBER'
        ? 'Neem over, bel de ouder en laat ophalen. Geen handtekening nu.'
        : '';
  }
}

/** What still holds for the desk once the juvenile was received; empty when the screen itself says it. */
export function settledWords({ decision }: DeskVerdict): string {
  return decision === 'PENDING_SOBER' ? 'Bel de ouder en laat ophalen. Geen handtekening nu.' : '';
}

/** Whether it may go to Halt, but somebody still has to look for earlier offences. */
export function isProvisional({ provisional, decision }: DeskVerdict): boolean {
  return provisional && TONES[decision] === 'goed';
}

/** Why the rules say so, without saying the heading again; what is not known when nothing else decided it. */
export function reasonWords(verdict: DeskVerdict): string {
  const law = verdict.lawUnknown ? 'De wet is op dit punt niet zeker.' : '';
  return [because(verdict), law].filter((part) => part !== '').join(' ');
}

function because(verdict: DeskVerdict): string {
  if (isProvisional(verdict)) return 'Voorlopig: eerdere feiten zijn nog niet nagekeken.';
  const { because: sentence, heading, open } = verdict;
  if (sentence !== undefined) {
    const again = `${heading}. `;
    return sentence.startsWith(again) ? sentence.slice(again.length) : sentence;
  }
  if (open.length === 0) return '';
  const unknown = open.map(({ label }) => label.toLowerCase()).join(' en ');
  return `Nog niet bekend: ${unknown}. Vraag het de verwijzer.`;
}
