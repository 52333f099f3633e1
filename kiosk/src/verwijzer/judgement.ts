import { clock } from '../lib/clock.js';
import type { Mandate } from '../lib/contract.js';
import { decisions, type Decision, type Law } from '../lib/eligibility/law.js';
import { judge, type Fired, type Verdict } from '../lib/eligibility/verdict.js';
import type { HandoverDraft, TextKey } from './draft.js';
import { situationOf } from './situation.js';
import { toData } from './to-data.js';

/** What the rules say of a draft, and what they could still want to know. */
export interface Judgement {
  /** Absent without an offence, or without rules. */
  readonly verdict?: Verdict;
  /** What is certain whatever may still be answered; the same as the verdict when nothing is left. */
  readonly sofar: Decision;
  /** Questions to show, in the order of the rules: those that can still change it, and what was answered. */
  readonly questions: readonly TextKey[];
  /** Those of them, and of the fixed fields, that have no answer yet. */
  readonly left: readonly TextKey[];
  /** Nothing that may still be answered can bring it to Halt. */
  readonly final: boolean;
}

/** The field of the draft in which a fact of the rules is answered. */
export const fieldOf: Readonly<Partial<Record<string, TextKey>>> = {
  age: 'birthDate',
  identity: 'identity',
  manner: 'manner',
  publicRoad: 'publicRoad',
  fireworks: 'fireworks',
  referrerIsVictim: 'referrerIsVictim',
  valueCents: 'value',
  damageCents: 'damage',
  damageTotalCents: 'damageTotal',
  inArea: 'inArea',
  cautionGiven: 'cautionGiven',
  counsel: 'counsel',
  admission: 'admission',
  responsive: 'responsive',
  priorCheck: 'priorCheck',
  priorCrimeRecord: 'priorCheck',
  priorHalt: 'priorHalt',
  priorHaltViolations: 'priorHaltViolations',
  hovj: 'assistantApproves',
};

/** Facts that are asked with the offence that they belong to only. */
const ofOffence: Readonly<Partial<Record<TextKey, string>>> = {
  publicRoad: 'publicRoad',
  fireworks: 'fireworks',
  referrerIsVictim: 'referrerIsVictim',
  value: 'value',
  damage: 'damage',
  damageTotal: 'damage',
};

/** Asked on a screen of their own, whatever the rules say. */
const fixed: readonly TextKey[] = ['birthDate', 'identity', 'manner'];

/** What is asked as long as this phone has no rules. */
const withoutRules: readonly TextKey[] = [
  'value',
  'damage',
  'cautionGiven',
  'counsel',
  'admission',
  'responsive',
  'priorCheck',
];

/** @returns what the rules say of a draft now */
export function judgementOf(
  draft: Readonly<HandoverDraft>,
  mandate: Mandate,
  law: Law | undefined,
): Judgement {
  const offence = mandate.offences.find(({ id }) => id === draft.offenceId);
  if (!offence) return open(draft, []);
  const ours = (key: TextKey) => !ofOffence[key] || (offence.asks ?? []).includes(ofOffence[key]);
  if (!law) {
    const { asksDamage, asksValue } = offence;
    const asked = { damage: asksDamage, value: asksValue } as Partial<Record<TextKey, boolean>>;
    return open(
      draft,
      withoutRules.filter((key) => asked[key] ?? !(key in asked)),
    );
  }
  const situation = situationOf(toData(draft, offence), mandate, clock.now());
  const verdict = judge(law, situation);
  const sofar = certain(verdict);
  const asked = new Set(verdict.ask.map((fact) => fieldFor(fact, draft)));
  if (matters(verdict, judge(law, { ...situation, hovj: 'APPROVED' }), sofar)) {
    asked.add('assistantApproves');
  }
  const order = Object.keys(law.rules.facts).map((fact) => fieldFor(fact, draft));
  const fields = [...new Set(order)].filter((key): key is TextKey => key !== undefined);
  const final = sofar === 'NOT_HALT' || sofar === 'STOP';
  const shown = fields.filter((key) => ours(key) && (asked.has(key) || draft[key] !== ''));
  return {
    verdict,
    sofar,
    questions: shown.filter((key) => !fixed.includes(key) && (!final || draft[key] !== '')),
    left: final ? [] : shown.filter((key) => draft[key] === ''),
    final,
  };
}

function open(draft: Readonly<HandoverDraft>, questions: readonly TextKey[]): Judgement {
  const first: readonly TextKey[] = ['offenceId', 'birthDate', 'identity'];
  const left = [...first, ...questions].filter((key) => draft[key] === '');
  return { sofar: 'UNKNOWN', questions, left, final: false };
}

/** How often somebody was at Halt is asked once it is known that there was something. */
function fieldFor(fact: string, { priorCheck }: Readonly<HandoverDraft>): TextKey | undefined {
  const field = fieldOf[fact];
  const found = priorCheck === 'VIOLATION' || priorCheck === 'CRIME';
  if (field === 'priorHalt' || field === 'priorHaltViolations') return found ? field : 'priorCheck';
  return field;
}

/** The worst decision of a rule that nothing can take back. */
function certain({ fired, open: doubtful }: Verdict): Decision {
  const firm = fired.filter(({ effect, id }) => effect === 'DECISION' && !doubtful.includes(id));
  const ranks = firm.map(({ value }) => decisions.indexOf(value as Decision));
  return decisions[Math.max(0, ...ranks)] ?? 'DIRECT';
}

/** Whether it makes a difference that the hulpofficier agrees, and nothing worse is certain. */
function matters(without: Verdict, agreed: Verdict, sofar: Decision): boolean {
  const needed = (verdict: Verdict) => verdict.fired.filter(needsAssistant).length;
  const worse = decisions.indexOf(sofar) > decisions.indexOf('NEEDS_HOVJ');
  return needed(agreed) < needed(without) && !worse;
}

function needsAssistant({ effect, value }: Fired): boolean {
  return effect === 'DECISION' && value === 'NEEDS_HOVJ';
}
