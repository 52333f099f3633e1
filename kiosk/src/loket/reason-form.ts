import { html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../elements/hl-choice.js';
import '../elements/hl-field.js';
import type { Choice } from '../elements/hl-choice.js';
import { LightElement } from '../elements/light.js';

/** What a form that asks for a reason says. `name` is the head of its test ids. */
export interface ReasonWords {
  name: string;
  title: string;
  text: string;
  reasons: readonly Choice[];
  noteHint: string;
  confirm: string;
  cancel: string;
}

/** A reason as chosen. */
export interface Reason {
  reason: string;
  note?: string;
}

/** Asks why, with a list of reasons and room for a note. Emits `confirmed` with a `Reason`, or `closed`. */
@customElement('hl-loket-reason')
export class ReasonForm extends LightElement {
  @property({ attribute: false }) words!: ReasonWords;
  /** Chosen beforehand. */
  @property() preset = '';
  @state() private reason = '';
  @state() private note = '';

  override connectedCallback(): void {
    super.connectedCallback();
    this.reason = this.preset;
  }

  override render() {
    const { words } = this;
    return html`<section class="kaart" data-testid="${words.name}-form">
      <h1>${words.title}</h1>
      <p>${words.text}</p>
      <hl-choice
        legend="Reden"
        .choices=${words.reasons}
        .value=${this.reason}
        testId="${words.name}-reason"
        @chosen=${(chosen: CustomEvent<string>) => (this.reason = chosen.detail)}
      ></hl-choice>
      <hl-field
        label="Uitleg"
        hint=${words.noteHint}
        multiline
        maxBytes="1000"
        testId="${words.name}-note"
        .value=${this.note}
        @typed=${(typed: CustomEvent<string>) => (this.note = typed.detail)}
      ></hl-field>
      <div class="knoppen">
        <button
          type="button"
          class="knop hoofd"
          ?disabled=${this.reason === ''}
          data-testid="${words.name}-confirm"
          @click=${this.confirm}
        >
          ${this.reason === '' ? 'Kies eerst een reden' : words.confirm}
        </button>
        <button
          type="button"
          class="knop"
          data-testid="${words.name}-cancel"
          @click=${() => this.emit('closed')}
        >
          ${words.cancel}
        </button>
      </div>
    </section>`;
  }

  private readonly confirm = (): void => {
    const note = this.note.trim();
    this.emit('confirmed', { reason: this.reason, ...(note === '' ? {} : { note }) });
  };
}
