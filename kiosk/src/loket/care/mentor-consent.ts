import { html, type TemplateResult } from 'lit';
import '../ask-permission.js';
import { lastWord, type Said } from '../said.js';
import type { CaseFile } from '../shapes.js';

/**
 * Whether Halt may contact the helper that the juvenile named, in words. Without a yes of the juvenile, and under 16 of
 * a guardian as well, it may not.
 */
export function mentorWords(decisions: readonly Said[], guardianPermits: boolean): string {
  if (!says(decisions, 'JUVENILE')) {
    return 'Neem geen contact op: de jongere heeft daar nog geen ja op gezegd.';
  }
  if (guardianPermits && !says(decisions, 'GUARDIAN')) {
    return 'Neem nog geen contact op: de jongere zei ja, en een ouder moet het ook goed vinden.';
  }
  return 'Contact opnemen mag: daar is ja op gezegd. Intrekken kan altijd.';
}

/** Whether the last word of this person on contact with the helper is a yes. */
function says(decisions: readonly Said[], person: Said['person']): boolean {
  return lastWord(decisions, 'MENTOR', person)?.answer === 'YES';
}

/** Asks whether Halt may contact whom the juvenile named. */
export function askMentor(file: CaseFile, guardianPermits: boolean, name: string): TemplateResult {
  const who = name.trim() || 'de persoon die jij koos';
  const ofChild = name.trim() || 'de persoon die uw kind koos';
  return html`<hl-loket-ask
    purpose="MENTOR"
    .file=${file}
    .question=${`Mag Halt contact opnemen met ${who}? Nee zeggen mag, en heeft geen gevolgen.`}
    .guardianQuestion=${
      guardianPermits
        ? `Mag Halt contact opnemen met ${ofChild}? Nee zeggen mag, en heeft geen gevolgen.`
        : ''
    }
  ></hl-loket-ask>`;
}
