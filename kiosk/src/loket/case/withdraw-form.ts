import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../elements/hl-field.js';
import type { Decision } from '../consent-shapes.js';
import { DraftForm } from '../draft-form.js';

/** Takes a yes back; as easy as giving it. Emits `recorded` or `closed`. */
@customElement('hl-loket-withdraw')
export class WithdrawForm extends DraftForm<{ words: string }> {
  @property() caseId = '';
  @property({ attribute: false }) decision!: Decision;

  protected get draftKey(): string {
    return `case/${this.caseId}/withdrawal/${this.decision.id}`;
  }

  protected get empty() {
    return { words: '' };
  }

  override render() {
    const { draft } = this;
    if (!draft) return nothing;
    return html`<section class="kaart" data-testid="withdraw-form">
      <h1>Wordt het akkoord ingetrokken?</h1>
      <p>Dat mag altijd. De zaak gaat dan terug naar de verwijzer.</p>
      <hl-field
        label="Wat is er gezegd?"
        hint="Hoeft niet"
        multiline
        .maxBytes=${700}
        testId="withdraw-words"
        .value=${draft.value.words}
        @typed=${(typed: CustomEvent<string>) => this.edit({ words: typed.detail })}
      ></hl-field>
      ${this.refused()}
      <div class="knoppen">
        <button
          type="button"
          class="knop hoofd"
          ?disabled=${this.busy}
          data-testid="withdraw-confirm"
          @click=${() => void this.save(draft.value.words.trim())}
        >
          Ja, ingetrokken
        </button>
        <button type="button" class="knop" data-testid="withdraw-cancel" @click=${this.giveUp}>
          Niet doen
        </button>
      </div>
    </section>`;
  }

  private async save(words: string): Promise<void> {
    await this.send(
      {
        method: 'POST',
        path: `/cases/${this.caseId}/decisions/${this.decision.id}/withdrawal`,
        body: words === '' ? {} : { words },
        label: 'Akkoord ingetrokken',
      },
      () => void this.done(),
    );
  }
}
