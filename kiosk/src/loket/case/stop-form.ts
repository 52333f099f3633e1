import { html, type TemplateResult } from 'lit';
import '../reason-form.js';
import type { Reason } from '../reason-form.js';
import type { Stop } from './side-bar.js';
import { STOPS } from './stop-words.js';

/** Asks why a case stops. */
export function stopForm(
  caseId: string,
  to: Stop,
  stop: (why: Reason) => void,
  close: () => void,
): TemplateResult {
  return html`<hl-loket-reason
    .caseId=${caseId}
    .words=${STOPS[to]}
    @confirmed=${(confirmed: CustomEvent<Reason>) => stop(confirmed.detail)}
    @closed=${close}
  ></hl-loket-reason>`;
}
