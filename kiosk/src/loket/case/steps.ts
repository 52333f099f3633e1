import type { CaseFile, Guardian } from '../shapes.js';
import { relationWord } from '../words.js';
import { sectionNamed, type SectionName } from './sections.js';

/** A step of the case as the side bar shows it. */
export interface Step {
  id: string;
  label: string;
  done: boolean;
  /** Why it can not be done yet; empty when it can. */
  locked: string;
  /** Never asks to be done: the flow goes past it. */
  optional?: true;
}

/** Whether a guardian needs no more calls: spoken, or not to be called and somebody else comes. */
export function isSettled(guardian: Guardian): boolean {
  return guardian.informed || guardian.followUp.substitute?.spokenAt !== undefined;
}

/** Whether nobody has to be called any more: a guardian knows, or somebody comes instead of all. */
export function isContactDone(guardians: readonly Guardian[]): boolean {
  const callable = guardians.filter(({ state }) => state !== 'DO_NOT_CONTACT');
  return callable.length > 0 ? callable.every(isSettled) : guardians.some(isSettled);
}

/** What is arranged with others, also for who can not talk now. */
const ASKED_OF_NO_JUVENILE = ['appointment', 'pickup'];

/** The guardians who still have to be called, by name. */
export function stillToCall(guardians: readonly Guardian[]): string[] {
  return isContactDone(guardians)
    ? []
    : guardians
        .filter((guardian) => guardian.state !== 'DO_NOT_CONTACT' && !isSettled(guardian))
        .map(({ name, relation }) => name ?? relationWord(relation));
}

/** Why a step can not be done yet, in one sentence; empty when it can. */
function lockOf(file: CaseFile, id: string): string {
  if (['receipt', 'guardian', 'rights', 'dossier', 'transfer'].includes(id)) return '';
  if (file.state === 'NOT_FIT_NOW' && ASKED_OF_NO_JUVENILE.includes(id)) return '';
  if (file.rights === undefined) {
    return 'Laat eerst de rechtenkaart zien. Dan mag u dit vragen.';
  }
  if (id === 'consent' && file.state === 'NOT_FIT_NOW') {
    return 'De jongere kan nu niet praten. Nu geen aanbod en geen handtekening.';
  }
  return '';
}

const DECIDED = ['AGREED', 'SCHEDULED', 'RETURNED', 'LEFT', 'TRANSFERRED', 'ERASED'];
const FIXED = ['SCHEDULED', 'TRANSFERRED', 'ERASED'];

function sectionStep(file: CaseFile, name: SectionName): Step {
  const label = sectionNamed(name)?.step ?? name;
  return step(file, name, label, (file.intake[name]?.version ?? 0) > 0);
}

function step(file: CaseFile, id: string, label: string, done: boolean): Step {
  return { id, label, done, locked: done ? '' : lockOf(file, id) };
}

/** The steps of a case, in the order of the evening: rights before every question. */
export function stepsOf(file: CaseFile): Step[] {
  return [
    step(file, 'receipt', 'Ontvangst', true),
    step(file, 'rights', 'Rechten', file.rights !== undefined),
    sectionStep(file, 'language'),
    step(file, 'guardian', 'Ouder spreken', isContactDone(file.guardians)),
    sectionStep(file, 'identity'),
    sectionStep(file, 'contact'),
    step(file, 'consent', 'Aanbod en besluit', DECIDED.includes(file.state)),
    step(file, 'appointment', 'Afspraak', FIXED.includes(file.state)),
    sectionStep(file, 'pickup'),
    { ...step(file, 'words', 'Zelf zeggen', false), optional: true },
    { ...step(file, 'care', 'Zorg en herstel', false), optional: true },
    { ...step(file, 'dossier', 'Dossier', false), optional: true },
    step(file, 'transfer', 'Overdragen', false),
  ];
}

/** Until one of these the case can not be given on. */
const GIVEN_ON = ['SCHEDULED', 'RETURNED', 'LEFT', 'TRANSFERRED', 'ERASED'];

/**
 * The first step after this one that is not done; else the first that was passed by, and the last step when all are
 * done. The rights stand before every question, and the transfer only comes when the case can go.
 */
export function stepAfter(file: CaseFile, id: string): string {
  const steps = stepsOf(file);
  const open = (one: Step) =>
    !one.done && !one.optional && one.locked === '' && one.id !== 'transfer' && one.id !== id;
  const from = steps.findIndex((one) => one.id === id);
  const next = steps.slice(from + 1).find(open);
  if (next) return next.id;
  return (GIVEN_ON.includes(file.state) ? undefined : steps.find(open)?.id) ?? 'transfer';
}
