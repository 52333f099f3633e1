import { clock } from '../lib/clock.js';
import type { Ticket } from '../lib/contract.js';
import { latestAt, localTime } from '../lib/dates.js';
import { uuidv7 } from '../lib/ids.js';

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
