import type { CaseFile, Guardian } from '../shapes.js';
import { SECTIONS } from './sections.js';

/** A step of the case as the side bar shows it. */
export interface Step {
  id: string;
  label: string;
  done: boolean;
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

/** The steps of a case, in order. */
export function stepsOf(file: CaseFile): Step[] {
  return [
    { id: 'receipt', label: 'Ontvangst', done: true },
    { id: 'guardian', label: 'Ouder spreken', done: isContactDone(file.guardians) },
    ...SECTIONS.map((section) => ({
      id: section.name,
      label: section.step,
      done: (file.intake[section.name]?.version ?? 0) > 0,
    })),
    { id: 'words', label: 'Zelf zeggen', done: false, optional: true },
    { id: 'care', label: 'Zorg en herstel', done: false, optional: true },
    { id: 'dossier', label: 'Dossier', done: false },
    { id: 'transfer', label: 'Overdragen', done: false },
  ];
}

/** The first step after this one that is not done; the last step when all are. */
export function stepAfter(file: CaseFile, id: string): string {
  const steps = stepsOf(file);
  const from = steps.findIndex((step) => step.id === id);
  const next = steps.slice(from + 1).find((step) => !step.done && !step.optional);
  return (next ?? steps.at(-1))?.id ?? 'receipt';
}
