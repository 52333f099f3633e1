import { html, type TemplateResult } from 'lit';
import '../../elements/hl-clock-banner.js';

/** Says on the board that the tablet and the desk differ in time. `now` is epoch ms by the server's clock. */
export function clocks(now: number): TemplateResult {
  return html`<hl-clock-banner
    .now=${now}
    advice="zeg het dan de coördinator: de tijden op ontvangstbewijzen kloppen nu niet."
  ></hl-clock-banner>`;
}
