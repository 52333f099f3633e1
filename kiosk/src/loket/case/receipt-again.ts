import { html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../elements/hl-icon.js';
import '../../elements/hl-ticket.js';
import { LightElement } from '../../elements/light.js';
import { clockTime } from '../board/board-words.js';
import type { CaseFile } from '../shapes.js';

/** The receipt once more, for an officer whose phone is gone: large, and with no name but the receiver's. */
@customElement('hl-loket-receipt-again')
export class ReceiptAgain extends LightElement {
  @property({ attribute: false }) file!: CaseFile;
  @state() private open = false;

  override render() {
    if (!this.open) {
      return html`<div class="knoppen">
        <button
          type="button"
          class="knop"
          data-testid="receipt-again"
          @click=${() => (this.open = true)}
        >
          <hl-icon name="papier"></hl-icon>Bewijs opnieuw tonen
        </button>
      </div>`;
    }
    const { ticket, receiptNumber, receivedAt, receivedBy } = this.file;
    return html`<section class="kaart" data-testid="receipt-shown" aria-label="Ontvangstbewijs">
      <h2>Ontvangstbewijs</h2>
      <hl-ticket .ticket=${ticket}></hl-ticket>
      <p class="eenmalig">${receiptNumber ?? 'volgt'}</p>
      <p>
        Overgenomen om <b>${clockTime(receivedAt)}</b> door <b>${receivedBy}</b> van Halt. De
        verwijzer neemt dit nummer over.
      </p>
      <button
        type="button"
        class="knop"
        data-testid="receipt-away"
        @click=${() => (this.open = false)}
      >
        Haal weg
      </button>
    </section>`;
  }
}
