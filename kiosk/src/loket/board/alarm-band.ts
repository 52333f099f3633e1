import { html, type TemplateResult } from 'lit';
import '../../elements/hl-icon.js';
import type { CallTask } from './call-task.js';

/** The band that asks for the most urgent call. */
export function alarmBand(task: CallTask, call: () => void): TemplateResult {
  return html`<section class="alarm" role="alert" data-testid="alarm-band">
    <hl-icon name="s-bel"></hl-icon>
    <div>
      <h2>${task.title}</h2>
      <p>${task.why}</p>
    </div>
    <button type="button" class="knop alarm" data-testid="alarm-call" @click=${call}>
      <hl-icon name="telefoon"></hl-icon>${task.take}
    </button>
  </section>`;
}
