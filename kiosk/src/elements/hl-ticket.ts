import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Ticket } from '../lib/contract.js';
import { animals } from './animals.js';
import { LightElement } from './light.js';

/** The juvenile's ticket: animal, colour word and number. The only name a board may show. */
@customElement('hl-ticket')
export class HlTicket extends LightElement {
  @property({ attribute: false }) ticket?: Ticket;
  /** `plain` for a row of a list, `card` with the torn edge, `large` for one to hold up. */
  @property() look: 'plain' | 'card' | 'large' = 'card';
  /** A second line under the words, for instance since when the juvenile is here. */
  @property() note = '';

  override render() {
    const { ticket } = this;
    if (!ticket) return nothing;
    const words = html`<span data-testid="ticket-words"
      >${ticket.words}${this.note ? html`<br /><span class="zacht">${this.note}</span>` : nothing}
    </span>`;
    if (this.look === 'plain') return html`${this.animal(ticket)}${words}`;
    return html`<div class="ticket ${this.look === 'large' ? 'groot' : ''}" data-testid="ticket">
      ${this.animal(ticket)}<span class="rits"></span>${words}
    </div>`;
  }

  private animal({ colour, animal }: Ticket) {
    return html`<span class="dier k-${colour}"
      ><svg viewBox="0 0 48 48" aria-hidden="true">${animals[animal]}</svg></span
    >`;
  }
}
