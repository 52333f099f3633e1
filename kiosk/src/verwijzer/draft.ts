import { clock } from '../lib/clock.js';
import type { Offence, Ticket } from '../lib/contract.js';
import { latestAt, localTime } from '../lib/dates.js';
import type { Verdict } from '../lib/eligibility/verdict.js';
import type { Declarations, Eligibility, Guardian, HandoverData, Juvenile } from '../lib/handover.js';
import { uuidv7 } from '../lib/ids.js';
import { plainLine } from '../lib/text.js';

/** The answers of a handover that is being made. '' stands for not answered yet. */
export interface HandoverDraft {
  caseId: string;
  /** Id of the handover that this one corrects. */
  replaces: string;
  /** Epoch ms; 0 as long as no handover was begun. */
  begunAt: number;
  cardCode: string;
  ticket?: Ticket | undefined;
  offenceId: string;
  /** The referrer wants the desk to look although the rules say no. */
  despiteVerdict: boolean;
  birthDate: string;
  familyName: string;
  givenNames: string;
  identity: string;
  guardianNumber: string;
  guardianName: string;
  guardianRelation: string;
  caughtInAct: string;
  manner: string;
  suspicionTold: string;
  cautionGiven: string;
  counselTold: string;
  counsel: string;
  admission: string;
  responsive: string;
  priorCheck: string;
  guardianTold: string;
  guardianToldHow: string;
  place: string;
  /** HH:MM in the Netherlands. */
  offenceTime: string;
  recordNumber: string;
  description: string;
  /** Euros as typed, or UNKNOWN. */
  damage: string;
  /** Euros as typed, or UNKNOWN. */
  value: string;
  assistantProsecutor: string;
  /** Whether the hulpofficier agrees. */
  assistantApproves: string;
  publicRoad: string;
  /** F1 to F4. */
  fireworks: string;
  referrerIsVictim: string;
  /** Euros as typed, or UNKNOWN: by all offenders together. */
  damageTotal: string;
  inArea: string;
  /** A figure. */
  priorHalt: string;
  /** A figure. */
  priorHaltViolations: string;
}

/** Keys of the draft that hold text. */
export type TextKey = {
  [K in keyof HandoverDraft]-?: HandoverDraft[K] extends string ? K : never;
}[keyof HandoverDraft];

export const emptyDraft: HandoverDraft = {
  caseId: '',
  replaces: '',
  begunAt: 0,
  cardCode: '',
  offenceId: '',
  despiteVerdict: false,
  birthDate: '',
  familyName: '',
  givenNames: '',
  identity: '',
  guardianNumber: '',
  guardianName: '',
  guardianRelation: '',
  caughtInAct: '',
  manner: '',
  suspicionTold: '',
  cautionGiven: '',
  counselTold: '',
  counsel: '',
  admission: '',
  responsive: '',
  priorCheck: '',
  guardianTold: '',
  guardianToldHow: '',
  place: '',
  offenceTime: '',
  recordNumber: '',
  description: '',
  damage: '',
  value: '',
  assistantProsecutor: '',
  assistantApproves: '',
  publicRoad: '',
  fireworks: '',
  referrerIsVictim: '',
  damageTotal: '',
  inArea: '',
  priorHalt: '',
  priorHaltViolations: '',
};

/** A handover begun now, at this place until the referrer says another. */
export function begin(place: string): HandoverDraft {
  const begunAt = clock.now();
  return { ...emptyDraft, caseId: uuidv7(), begunAt, place, offenceTime: localTime(begunAt) };
}

/** The same handover once more, to be put right; it takes the place of the earlier one. */
export function correctionOf(sent: Readonly<HandoverDraft>): HandoverDraft {
  return { ...emptyDraft, ...sent, caseId: uuidv7(), replaces: sent.caseId };
}

/** One more offence of the same juvenile: card, juvenile and guardian as before, the rest open. */
export function sameJuvenile(sent: Readonly<HandoverDraft>): HandoverDraft {
  const { cardCode, ticket, birthDate, familyName, givenNames, identity } = sent;
  const { guardianNumber, guardianName, guardianRelation, guardianTold, guardianToldHow } = sent;
  const { responsive, priorCheck, priorHalt, priorHaltViolations } = sent;
  return {
    ...begin(sent.place),
    ...{ cardCode, ticket, birthDate, familyName, givenNames, identity },
    ...{ guardianNumber, guardianName, guardianRelation, guardianTold, guardianToldHow },
    ...{ responsive, priorCheck, priorHalt, priorHaltViolations },
  };
}

/** The next of a group: what happened, where and when as before; card and juvenile open. */
export function nextOfGroup(sent: Readonly<HandoverDraft>): HandoverDraft {
  const { offenceId, offenceTime, description, caughtInAct, manner } = sent;
  const { publicRoad, fireworks, referrerIsVictim, inArea, damageTotal } = sent;
  return {
    ...begin(sent.place),
    ...{ offenceId, offenceTime, description, caughtInAct, manner },
    ...{ publicRoad, fireworks, referrerIsVictim, inArea, damageTotal },
  };
}

/** When the offence happened, epoch ms: at the typed time, else when the handover was begun. */
export function offenceAt({ offenceTime, begunAt }: Readonly<HandoverDraft>): number {
  return offenceTime ? latestAt(offenceTime, clock.now()) : begunAt;
}

/** @returns cents, or undefined when the text is no amount in euros */
export function cents(euros: string): number | undefined {
  const match = /^€?\s*(\d{1,7})(?:[.,](\d{1,2}))?$/.exec(euros.trim());
  if (!match?.[1]) return undefined;
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

/**
 * What is sent of a draft. Every answer comes from a tile whose values are those of the contract.
 *
 * @param offence the chosen offence, which decides what matters about it
 * @param verdict what this phone said, when it could say anything
 */
export function toData(
  draft: Readonly<HandoverDraft>,
  offence: Offence,
  verdict?: Pick<Verdict, 'decision' | 'provisional'>,
): HandoverData {
  const { offenceId, place, description, recordNumber } = draft;
  return {
    cardCode: given(draft.cardCode),
    offenceId,
    offenceAt: offenceAt(draft),
    place: plainLine(place).trim(),
    description: given(description),
    manner: draft.manner as HandoverData['manner'],
    caughtInAct: draft.caughtInAct as HandoverData['caughtInAct'],
    damageCents: offence.asksDamage ? cents(draft.damage) : undefined,
    valueCents: offence.asksValue ? cents(draft.value) : undefined,
    recordNumber: given(recordNumber),
    declarations: declarations(draft, offence),
    juvenile: juvenile(draft),
    guardian: guardian(draft),
    replaces: given(draft.replaces),
    eligibility: { ...eligibility(draft, offence), ...said(verdict) },
  };
}

function declarations(draft: Readonly<HandoverDraft>, offence: Offence) {
  const how = draft.guardianTold === 'YES' ? draft.guardianToldHow : '';
  const prosecutor = offence.kind === 'CRIME' ? draft.assistantProsecutor : '';
  return {
    cautionGiven: given(draft.cautionGiven),
    suspicionTold: given(draft.suspicionTold),
    counselTold: given(draft.counselTold),
    counsel: given(draft.counsel),
    admission: given(draft.admission),
    responsive: given(draft.responsive),
    priorCheck: given(draft.priorCheck),
    guardianTold: given(draft.guardianTold),
    guardianToldHow: given(how),
    assistantProsecutor: given(prosecutor),
  } as Declarations;
}

/** What an earlier choice of offence brought up is not told of this one. */
function eligibility(draft: Readonly<HandoverDraft>, offence: Offence): Eligibility {
  const asked = (fact: string, value: string) =>
    (offence.asks ?? [fact]).includes(fact) ? given(value) : undefined;
  const fireworks = asked('fireworks', draft.fireworks);
  const found = draft.priorCheck === 'VIOLATION' || draft.priorCheck === 'CRIME';
  return {
    publicRoad: asked('publicRoad', draft.publicRoad),
    fireworks: fireworks === 'UNKNOWN' ? undefined : fireworks,
    referrerIsVictim: asked('referrerIsVictim', draft.referrerIsVictim),
    damageTotalCents: offence.asksDamage ? cents(draft.damageTotal) : undefined,
    inArea: given(draft.inArea),
    priorHalt: found ? count(draft.priorHalt) : undefined,
    priorHaltViolations: found ? count(draft.priorHaltViolations) : undefined,
    assistantApproves: given(draft.assistantApproves),
  } as Eligibility;
}

function said(verdict: Pick<Verdict, 'decision' | 'provisional'> | undefined): Eligibility {
  if (!verdict) return {};
  const { decision, provisional } = verdict;
  return { phoneDecision: decision, phoneProvisional: provisional ? 'YES' : 'NO' };
}

function count(figure: string): number | undefined {
  return /^[0-9]$/.test(figure) ? Number(figure) : undefined;
}

function juvenile({ familyName, givenNames, birthDate, identity }: Readonly<HandoverDraft>) {
  return {
    familyName: given(familyName),
    givenNames: given(givenNames),
    birthDate: given(birthDate),
    identity: given(identity),
  } as Juvenile;
}

function guardian(draft: Readonly<HandoverDraft>): Guardian | undefined {
  const { guardianName, guardianNumber, guardianRelation } = draft;
  const known = {
    name: given(guardianName),
    relation: given(guardianRelation),
    number: given(guardianNumber),
  };
  return Object.values(known).some(Boolean) ? (known as Guardian) : undefined;
}

function given(value: string): string | undefined {
  return plainLine(value).trim() || undefined;
}
