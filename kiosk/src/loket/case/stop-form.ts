import { html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../elements/hl-choice.js';
import '../../elements/hl-field.js';
import type { Choice } from '../../elements/hl-choice.js';
import { LightElement } from '../../elements/light.js';
import type { Stop } from './side-bar.js';

const REASONS: Record<Stop, readonly Choice[]> = {
  NOT_FIT_NOW: [
    { value: 'DRUNK', label: 'Dronken of onder invloed' },
    { value: 'ILL', label: 'Ziek of gewond' },
    { value: 'UPSET', label: 'Overstuur' },
    { value: 'OTHER', label: 'Iets anders' },
  ],
  LEFT: [
    { value: 'PICKED_UP', label: 'Opgehaald' },
    { value: 'WALKED_AWAY', label: 'Zelf weggelopen' },
    { value: 'OTHER', label: 'Iets anders' },
  ],
};

const WORDS: Record<Stop, { title: string; text: string; confirm: string }> = {
  NOT_FIT_NOW: {
    title: 'Waarom kan de jongere nu niet praten?',
    text: 'Er komt nu geen aanbod en geen handtekening. U kunt de intake later hervatten.',
    confirm: 'Ja, zet de intake stil',
  },
  LEFT: {
    title: 'Is de jongere vertrokken?',
    text: 'De zaak stopt hier. U kunt de intake daarna niet meer hervatten.',
    confirm: 'Ja, de jongere is vertrokken',
  },
};

/** Asks why a case stops. Emits `confirmed` with `{to, reason, note?}`, or `closed`. */
@customElement('hl-loket-stop')
export class StopForm extends LightElement {
  @property() to: Stop = 'NOT_FIT_NOW';
  @state() private reason = '';
  @state() private note = '';

  override render() {
    const words = WORDS[this.to];
    return html`<section class="kaart" data-testid="stop-form">
      <h1>${words.title}</h1>
      <p>${words.text}</p>
      <hl-choice
        legend="Reden"
        .choices=${REASONS[this.to]}
        .value=${this.reason}
        testId="stop-reason"
        @chosen=${(chosen: CustomEvent<string>) => (this.reason = chosen.detail)}
      ></hl-choice>
      <hl-field
        label="Uitleg"
        hint="Hoeft niet"
        multiline
        maxBytes="1000"
        testId="stop-note"
        .value=${this.note}
        @typed=${(typed: CustomEvent<string>) => (this.note = typed.detail)}
      ></hl-field>
      <div class="knoppen">
        <button
          type="button"
          class="knop hoofd"
          ?disabled=${this.reason === ''}
          data-testid="stop-confirm"
          @click=${this.confirm}
        >
          ${this.reason === '' ? 'Kies eerst een reden' : words.confirm}
        </button>
        <button
          type="button"
          class="knop"
          data-testid="stop-cancel"
          @click=${() => this.emit('closed')}
        >
          Niet doen
        </button>
      </div>
    </section>`;
  }

  private readonly confirm = (): void => {
    const note = this.note.trim();
    this.emit('confirmed', {
      to: this.to,
      reason: this.reason,
      ...(note === '' ? {} : { note }),
    });
  };
}
