import { html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../elements/hl-field.js';
import { CommandForm } from '../command-form.js';
import type { Decision } from '../consent-shapes.js';

/** Takes a yes back; as easy as giving it. Emits `recorded` or `closed`. */
@customElement('hl-loket-withdraw')
export class WithdrawForm extends CommandForm {
  @property() caseId = '';
  @property({ attribute: false }) decision!: Decision;
  @state() private said = '';

  override render() {
    return html`<section class="kaart" data-testid="withdraw-form">
      <h1>Wordt het akkoord ingetrokken?</h1>
      <p>Dat mag altijd. De zaak gaat dan terug naar de verwijzer.</p>
      <hl-field
        label="Wat is er gezegd?"
        hint="Hoeft niet"
        multiline
        .maxBytes=${700}
        testId="withdraw-words"
        .value=${this.said}
        @typed=${(typed: CustomEvent<string>) => (this.said = typed.detail)}
      ></hl-field>
      ${this.refused()}
      <div class="knoppen">
        <button
          type="button"
          class="knop hoofd"
          ?disabled=${this.busy}
          data-testid="withdraw-confirm"
          @click=${() => void this.save()}
        >
          Ja, ingetrokken
        </button>
        <button
          type="button"
          class="knop"
          data-testid="withdraw-cancel"
          @click=${() => this.emit('closed')}
        >
          Niet doen
        </button>
      </div>
    </section>`;
  }

  private async save(): Promise<void> {
    const words = this.said.trim();
    await this.send({
      method: 'POST',
      path: `/cases/${this.caseId}/decisions/${this.decision.id}/withdrawal`,
      body: words === '' ? {} : { words },
      label: 'Akkoord ingetrokken',
    });
  }
}
