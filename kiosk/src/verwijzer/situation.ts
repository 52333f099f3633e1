import type { Mandate } from '../lib/contract.js';
import type { Situation } from '../lib/eligibility/facts.js';
import type { Eligibility, HandoverData } from '../lib/handover.js';

/**
 * What the rules are asked about a handover. The desk makes the same of what it receives, so that
 * both judge the same case; whatever a handover does not hold is unknown.
 *
 * @param capturedAt epoch ms on the loket's clock
 */
export function situationOf(data: HandoverData, mandate: Mandate, capturedAt: number): Situation {
  const { declarations: said, juvenile, eligibility: asked = {} } = data;
  const situation: Record<string, unknown> = {
    offenceId: data.offenceId,
    offenceAt: new Date(data.offenceAt).toISOString(),
    judgedAt: new Date(capturedAt).toISOString(),
    birthDate: juvenile.birthDate,
    identity: juvenile.identity,
    referrer: referrer(mandate),
    mandate: terms(mandate, data.place, asked),
    manner: data.manner,
    publicRoad: asked.publicRoad,
    referrerIsVictim: asked.referrerIsVictim,
    cautionGiven: said.cautionGiven,
    fireworks: asked.fireworks,
    damageCents: data.damageCents,
    damageTotalCents: asked.damageTotalCents,
    valueCents: data.valueCents,
    admission: said.admission,
    responsive: said.responsive,
    counsel: said.counsel,
    prior: prior(said.priorCheck, asked),
    hovj: { YES: 'APPROVED', NO: 'REFUSED', UNKNOWN: 'NOT_ASKED' }[
      asked.assistantApproves ?? 'UNKNOWN'
    ],
    guardianTold: said.guardianTold,
  };
  return known(situation) as unknown as Situation;
}

function referrer({ referrer: own }: Mandate) {
  return known({ kind: own?.kind, domain: own?.domain, listed: own !== undefined });
}

function terms({ from, to, offences, area }: Mandate, place: string, { inArea }: Eligibility) {
  if (!from || !to) return undefined;
  const said = inArea === 'UNKNOWN' ? undefined : inArea;
  const named = area?.places.some((each) => each.toLowerCase() === place.trim().toLowerCase());
  const inside = said ?? (named ? 'YES' : undefined);
  return known({ from, to, offences: offences.map(({ id }) => id), inArea: inside });
}

/** A check that found nothing says that there is nothing; one that was not made says nothing. */
function prior(check: string | undefined, { priorHalt, priorHaltViolations }: Eligibility) {
  if (!check || check === 'UNKNOWN') return undefined;
  const none = check === 'NONE' ? 0 : undefined;
  return known({
    check,
    halt: none ?? priorHalt,
    haltViolations: none ?? priorHaltViolations,
    crimeRecord: check === 'CRIME' ? 'YES' : 'NO',
  });
}

function known(all: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const entries = Object.entries(all);
  return Object.fromEntries(
    entries.filter(([, value]) => value !== undefined && value !== '' && value !== 'UNKNOWN'),
  );
}
