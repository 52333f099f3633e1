import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../elements/hl-choice.js';
import '../../elements/hl-field.js';
import { LightElement } from '../../elements/light.js';
import type { Decision } from '../../lib/eligibility/law.js';
import { overrideWords } from './words.js';

/** Asks why a worker decides otherwise than the rules. Emits `confirmed` with an `Override`, or `closed`. */
@customElement('hl-loket-override')
export class OverrideForm extends LightElement {
  @property() decision: Decision = 'UNKNOWN';
  /** What still lacks before it can be sent, as a sentence. */
  @property() lacks = '';
  @property({ type: Boolean }) busy = false;
  /** The juvenile was received already: there is nothing to go back to. */
  @property({ type: Boolean }) received = false;
  @state() private reason = '';
  @state() private note = '';

  override connectedCallback(): void {
    super.connectedCallback();
    const [only, ...others] = overrideWords(this.decision, this.received).reasons;
    if (only && others.length === 0) this.reason = only.value;
  }

  override render() {
    const words = overrideWords(this.decision, this.received);
    const missing = this.missing();
    return html`<section class="kaart" data-testid="override-form">
      <h2>${words.title}</h2>
      <p>${words.text}</p>
      <hl-choice
        legend="Reden"
        look="pairs"
        .choices=${words.reasons}
        .value=${this.reason}
        testId="override-reason"
        @chosen=${(chosen: CustomEvent<string>) => (this.reason = chosen.detail)}
      ></hl-choice>
      <hl-field
        label="Waarom?"
        hint=${words.noteHint}
        multiline
        maxBytes="1000"
        testId="override-note"
        .value=${this.note}
        @typed=${(typed: CustomEvent<string>) => (this.note = typed.detail)}
      ></hl-field>
      ${missing ? html`<p role="status">${missing}</p>` : nothing}
      <div class="knoppen">
        <button
          type="button"
          class="knop hoofd"
          ?disabled=${missing !== '' || this.busy}
          data-testid="override-confirm"
          @click=${this.confirm}
        >
          ${this.busy ? 'Wordt verstuurd' : words.confirm}
        </button>
        ${this.received ? nothing : this.cancel(words.cancel)}
      </div>
    </section>`;
  }

  private cancel(word: string) {
    return html`<button
      type="button"
      class="knop"
      data-testid="override-cancel"
      @click=${() => this.emit('closed')}
    >
      ${word}
    </button>`;
  }

  private missing(): string {
    if (this.reason === '') return 'Kies eerst een reden.';
    return this.note.trim() === '' ? 'Schrijf op waarom.' : this.lacks;
  }

  private readonly confirm = (): void => {
    const { decision, reason } = this;
    this.emit('confirmed', { decision, reason, note: this.note.trim() });
  };
}
