import type { Tone } from '../elements/hl-state.js';
import type { Offence } from '../lib/contract.js';
import { ageOn } from '../lib/dates.js';
import { offenceAt, type HandoverDraft } from './draft.js';

/** What can be said on the phone, with the reason and what to do. */
export interface Verdict {
  readonly tone: Tone;
  readonly heading: string;
  readonly reason: string;
  readonly next: string;
}

const youngest = 12;
const adult = 18;

const tooYoung: Verdict = {
  tone: 'stop',
  heading: 'Niet naar Halt',
  reason: 'Jonger dan 12 jaar toen het gebeurde.',
  next: 'Bel de ouders. De politie doet een zorgmelding.',
};

const tooOld: Verdict = {
  tone: 'stop',
  heading: 'Niet naar Halt',
  reason: '18 jaar of ouder toen het gebeurde.',
  next: 'Maak proces-verbaal.',
};

/** The age decides here; everything else is for a person at the desk. */
export function verdictOf(draft: Readonly<HandoverDraft>, offence: Offence | undefined): Verdict {
  const age = draft.birthDate ? ageOn(draft.birthDate, offenceAt(draft)) : undefined;
  if (age !== undefined && age < youngest) return tooYoung;
  if (age !== undefined && age >= adult) return tooOld;
  return humanDecides(draft, offence);
}

function humanDecides(draft: Readonly<HandoverDraft>, offence: Offence | undefined): Verdict {
  const first = lacking([
    ['feit', draft.offenceId],
    ['geboortedatum', draft.birthDate],
  ]);
  const later = lacking([
    ['identiteit', draft.identity],
    ['bekentenis', draft.admission],
    ['cautie', draft.cautionGiven],
  ]);
  const open = first.length > 0 ? first : later;
  const needed = open.length > 0 ? `Nog nodig: ${open.join(', ')}.` : '';
  const looks = first.length > 0 ? '' : 'Het loket kijkt of dit naar Halt kan. ';
  const next = offence?.kind === 'CRIME' ? 'Dit is een misdrijf: bel de hulpofficier.' : '';
  return { tone: 'vraag', heading: 'Een mens beslist', reason: looks + needed, next };
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
export function leftOpen(draft: Readonly<HandoverDraft>): readonly string[] {
  return lacking([
    ['geboortedatum', draft.birthDate],
    ['naam', draft.familyName.trim()],
    ['hoe u weet wie het is', draft.identity],
    ['verdenking', draft.suspicionTold],
    ['cautie', draft.cautionGiven],
    ['recht op advocaat', draft.counselTold],
    ['of de jongere bekent', draft.admission],
    ['of de ouder het weet', draft.guardianTold],
    ['PV-nummer', draft.recordNumber.trim()],
  ]);
}

/** @returns the words of which the value is empty */
function lacking(facts: readonly (readonly [word: string, value: string])[]): readonly string[] {
  return facts.filter(([, value]) => !value).map(([word]) => word);
}
