import type { Offence } from '../lib/contract.js';
import type { Verdict } from '../lib/eligibility/verdict.js';
import type {
  Declarations,
  Eligibility,
  Guardian,
  HandoverData,
  Juvenile,
} from '../lib/handover.js';
import { plainLine } from '../lib/text.js';
import { cents, offenceAt, type HandoverDraft } from './draft.js';

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
