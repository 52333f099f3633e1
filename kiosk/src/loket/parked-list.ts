import { html, nothing, type TemplateResult } from 'lit';
import '../elements/hl-banner.js';
import { queue } from '../lib/queue.js';
import { refusalText } from './command.js';

/**
 * What was typed before a reload and is not at the server: waiting, or refused.
 * A refused command stays until somebody tries again or takes it away.
 */
export function parkedList(): TemplateResult {
  const refused = queue.pending.filter((pending) => pending.refusal !== undefined);
  const rest = queue.pending.filter((pending) => pending.refusal === undefined);
  const waiting = rest.filter(({ command }) => queue.isOwn(command)).length;
  const others = rest.flatMap(({ command }) =>
    command.worker && !queue.isOwn(command) ? [command.worker.name] : [],
  );
  return html`${
    waiting === 0
      ? nothing
      : html`<p class="wachtrij" role="status" data-testid="queue-waiting">
          ${waiting === 1 ? '1 wijziging wacht' : `${waiting} wijzigingen wachten`} op verzending.
          Niets gaat verloren. ${queue.trouble?.title}
        </p>`
  }
  ${[...new Set(others)].map((name) => held(name, others.filter((one) => one === name).length))}
  ${refused.map(
    ({ command, refusal }) =>
      html`<section class="melding s-stop geweigerd" role="alert" data-testid="queue-refused">
        <hl-icon name="s-stop"></hl-icon>
        <div>
          <b>${command.label}: niet gelukt</b>
          <span>${refusal?.title}<br />${refusal ? refusalText(refusal) : ''}</span>
          <div class="knoppen">
            <button type="button" class="knop" @click=${() => queue.retry(command.id)}>
              Probeer opnieuw
            </button>
            <button type="button" class="knop" @click=${() => queue.dismiss(command.id)}>
              Haal weg
            </button>
          </div>
        </div>
      </section>`,
  )}`;
}

/** What a colleague did is sent under the colleague's own name, or not yet. */
function held(name: string, count: number) {
  return html`<p class="wachtrij" role="status" data-testid="queue-held">
    ${count === 1 ? '1 wijziging' : `${count} wijzigingen`} van <b>${name}</b>
    ${count === 1 ? 'wacht' : 'wachten'} tot ${name} dit scherm weer opent.
  </p>`;
}
