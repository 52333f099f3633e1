import { html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../../elements/hl-choice.js';
import '../../elements/hl-field.js';
import type { Choice } from '../../elements/hl-choice.js';
import { LightElement } from '../../elements/light.js';

const REASONS: readonly Choice[] = [
  { value: 'TOO_YOUNG', label: 'Jonger dan 12' },
  { value: 'ADULT', label: '18 jaar of ouder' },
  { value: 'NOT_HALT_OFFENCE', label: 'Geen feit voor Halt' },
  { value: 'NO_ADMISSION', label: 'De jongere bekent niet' },
  { value: 'NEEDS_POLICE', label: 'Politie moet het doen' },
  { value: 'MEDICAL', label: 'Heeft medische hulp nodig' },
  { value: 'NOT_ARRIVED', label: 'Niet aangekomen' },
  { value: 'OTHER', label: 'Iets anders' },
];

/** Asks why a handover is declined. Emits `declined` with `{reason, note?}`, or `closed`. */
@customElement('hl-loket-decline')
export class DeclineForm extends LightElement {
  @state() private reason = '';
  @state() private note = '';

  override render() {
    return html`<section class="kaart" data-testid="decline-form">
      <h2>Waarom weigert u?</h2>
      <p>De verwijzer krijgt uw reden meteen te zien.</p>
      <hl-choice
        legend="Reden"
        hideLegend
        .choices=${REASONS}
        .value=${this.reason}
        testId="decline-reason"
        @chosen=${(chosen: CustomEvent<string>) => (this.reason = chosen.detail)}
      ></hl-choice>
      <hl-field
        label="Uitleg"
        hint="Geen namen"
        multiline
        maxBytes="1000"
        testId="decline-note"
        .value=${this.note}
        @typed=${(typed: CustomEvent<string>) => (this.note = typed.detail)}
      ></hl-field>
      <div class="knoppen">
        <button
          type="button"
          class="knop hoofd"
          ?disabled=${this.reason === ''}
          data-testid="decline-confirm"
          @click=${this.confirm}
        >
          ${this.reason === '' ? 'Kies eerst een reden' : 'Ja, weiger deze overdracht'}
        </button>
        <button
          type="button"
          class="knop"
          data-testid="decline-cancel"
          @click=${() => this.emit('closed')}
        >
          Niet weigeren
        </button>
      </div>
    </section>`;
  }

  private readonly confirm = (): void => {
    const note = this.note.trim();
    this.emit('declined', { reason: this.reason, ...(note === '' ? {} : { note }) });
  };
}
