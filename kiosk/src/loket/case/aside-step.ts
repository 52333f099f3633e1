import { html, type TemplateResult } from 'lit';
import '../care/care-step.js';
import '../care/own-words-step.js';
import type { CaseFile } from '../shapes.js';
import './dossier-step.js';
import './thread-step.js';

/** The steps that stand beside the questions, or undefined when this is none of them. */
export function asideStep(
  file: CaseFile,
  step: string,
  unread: number,
  goOn: () => void,
  recorded: () => void,
): TemplateResult | undefined {
  switch (step) {
    case 'messages':
      return html`<hl-loket-thread .caseId=${file.id} .unread=${unread}></hl-loket-thread>`;
    case 'dossier':
      return html`<hl-loket-dossier .caseId=${file.id}></hl-loket-dossier>`;
    case 'words':
      return html`<hl-loket-own-words .caseId=${file.id} @saved=${goOn}></hl-loket-own-words>`;
    case 'care':
      return html`<hl-loket-care
        .file=${file}
        @passed=${goOn}
        @recorded=${recorded}
      ></hl-loket-care>`;
    default:
      return undefined;
  }
}
