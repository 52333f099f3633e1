import type { Tone } from '../elements/hl-state.js';
import type { Decision } from '../lib/eligibility/law.js';
import type { Verdict as Judged } from '../lib/eligibility/verdict.js';
import type { HandoverDraft } from './draft.js';
import type { Judgement } from './judgement.js';

/** What can be said on the phone, with the reason and what to do. */
export interface Verdict {
  readonly tone: Tone;
  readonly heading: string;
  readonly reason: string;
  readonly next: string;
}

type Words = Omit<Verdict, 'reason'> & { readonly reason?: string };

const toDesk = 'Breng de jongere naar het loket.';
const provisional = 'Voorlopig: Halt kijkt nog of er eerder iets was.';

const words: Readonly<Record<Decision, Words>> = {
  DIRECT: { tone: 'goed', heading: 'Mag naar het loket', next: toDesk },
  PENDING_PARENT: {
    tone: 'goed',
    heading: 'Mag naar het loket',
    reason: 'De ouder moet nog instemmen.',
    next: `${toDesk} Het loket belt de ouder.`,
  },
  PENDING_SOBER: {
    tone: 'let',
    heading: 'Nu niet aanspreekbaar',
    next: `${toDesk} Er komt nu geen aanbod.`,
  },
  NEEDS_HOVJ: {
    tone: 'vraag',
    heading: 'Vraag de hulpofficier',
    next: 'Bel de hulpofficier en noteer naam en tijd.',
  },
  NEEDS_OVJ: {
    tone: 'vraag',
    heading: 'Vraag de officier van justitie',
    next: 'Overleg met de hulpofficier; de officier van justitie beslist.',
  },
  UNKNOWN: { tone: 'vraag', heading: 'Een mens beslist', next: 'Het loket kijkt mee.' },
  NOT_HALT: { tone: 'stop', heading: 'Niet naar Halt', next: 'Doe wat hieronder staat.' },
  STOP: { tone: 'stop', heading: 'Eerst hulp', next: 'Doe wat hieronder staat.' },
};

/** The verdict on a draft as it stands; it begins with "Tot nu toe" as long as something may still change it. */
export function bandOf(draft: Readonly<HandoverDraft>, judgement: Judgement): Verdict {
  const { verdict, left, sofar, final } = judgement;
  if (!draft.offenceId) return undecided('Kies eerst wat er is gebeurd.');
  if (!verdict) {
    const reason = 'Deze telefoon heeft de regels nog niet gekregen. Ze komen zodra er net is.';
    return { ...undecided(reason), next: `${toDesk} Het loket kijkt mee.` };
  }
  if (left.length === 0 || final) return finalBand(verdict);
  const said = words[sofar];
  const reason = [...reasons(verdict, sofar), said.reason].find(Boolean) ?? 'niets in de weg.';
  const more = left.length === 1 ? 'Nog 1 vraag.' : `Nog ${left.length} vragen.`;
  return {
    tone: said.tone,
    heading: `Tot nu toe: ${lower(said.heading)}`,
    reason: `${said.reason ?? reason} ${more}`.trim(),
    next: said.tone === 'vraag' ? said.next : '',
  };
}

/** The verdict as it is sent: what was not answered is unknown. */
export function finalBand(verdict: Judged): Verdict {
  const { decision } = verdict;
  const { tone, heading, reason, next } = words[decision];
  const fired = verdict.fired.find(
    ({ effect, value }) => effect === 'DECISION' && value === decision,
  );
  const mayGo = decision === 'DIRECT' || decision === 'PENDING_PARENT';
  const warned = verdict.provisional && mayGo;
  const why = reason ?? fired?.sentence ?? 'Nog niet alles is bekend.';
  return {
    tone: warned ? 'let' : tone,
    heading,
    reason: warned ? [provisional, reason].filter(Boolean).join(' ') : why,
    next: fired?.next ?? next,
  };
}

function reasons({ fired }: Judged, decision: Decision): readonly string[] {
  const own = fired.filter(({ effect, value }) => effect === 'DECISION' && value === decision);
  return own.map(({ sentence }) => sentence);
}

function undecided(reason: string): Verdict {
  return { ...words.UNKNOWN, reason };
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** What must be known before a handover can be sent at all, as words for a list. */
export function blocking(draft: Readonly<HandoverDraft>): readonly string[] {
  return lacking([
    ['wat er is gebeurd', draft.offenceId],
    ['heterdaad of niet', draft.caughtInAct],
    ['hoe u de jongere trof', draft.manner],
    ['de plaats', draft.place.trim()],
  ]);
}

/** What the desk will ask for because it was left open, as words for a list. */
export function leftOpen(
  draft: Readonly<HandoverDraft>,
  { left }: Pick<Judgement, 'left'>,
): readonly string[] {
  const wanted = (key: (typeof left)[number]) => (left.includes(key) ? '' : 'niet nodig');
  return lacking([
    ['geboortedatum', draft.birthDate],
    ['naam', draft.familyName.trim()],
    ['hoe u weet wie het is', draft.identity],
    ['verdenking', draft.suspicionTold],
    ['cautie', wanted('cautionGiven')],
    ['recht op advocaat', draft.counselTold],
    ['of de jongere bekent', wanted('admission')],
    ['of de jongere aanspreekbaar is', wanted('responsive')],
    ['of er eerder iets was', wanted('priorCheck')],
    ['of de ouder het weet', draft.guardianTold],
    ['PV-nummer', draft.recordNumber.trim()],
  ]);
}

/** @returns the words of which the value is empty */
function lacking(facts: readonly (readonly [word: string, value: string])[]): readonly string[] {
  return facts.filter(([, value]) => !value).map(([word]) => word);
}
