import type { CaseFile, Guardian } from '../shapes.js';
import { SECTIONS } from './sections.js';

/** A step of the case as the side bar shows it. */
export interface Step {
  id: string;
  label: string;
  done: boolean;
}

/** Whether a guardian needs no more calls: spoken, or not to be called. */
export function isSettled(guardian: Guardian): boolean {
  return guardian.informed || guardian.state === 'DO_NOT_CONTACT';
}

/** The steps of a case, in order. */
export function stepsOf(file: CaseFile): Step[] {
  return [
    { id: 'receipt', label: 'Ontvangst', done: true },
    { id: 'guardian', label: 'Ouder spreken', done: file.guardians.every(isSettled) },
    ...SECTIONS.map((section) => ({
      id: section.name,
      label: section.step,
      done: (file.intake[section.name]?.version ?? 0) > 0,
    })),
    { id: 'dossier', label: 'Dossier', done: false },
  ];
}

/** The first step after this one that is not done; the last step when all are. */
export function stepAfter(file: CaseFile, id: string): string {
  const steps = stepsOf(file);
  const from = steps.findIndex((step) => step.id === id);
  const next = steps.slice(from + 1).find((step) => !step.done);
  return (next ?? steps.at(-1))?.id ?? 'receipt';
}
