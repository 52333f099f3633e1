import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../elements/hl-state.js';
import { LightElement } from '../elements/light.js';
import type { Handover } from '../lib/contract.js';
import { localTime } from '../lib/dates.js';
import { isReceiptGenuine } from '../lib/receipt.js';

/** The receipt: who took over, when, and whether the loket really signed it. */
@customElement('hl-receipt-card')
export class ReceiptCard extends LightElement {
  @property({ attribute: false }) handover!: Handover;
  @property() receiptKey = '';
  @property() payloadHash = '';
  @state() private genuine?: boolean;

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('handover')) void this.check();
  }

  override render() {
    const { receipt } = this.handover;
    if (!receipt) return nothing;
    return html`<section class="kaart" aria-label="Ontvangstbewijs" data-testid="receipt">
      <h2>Ontvangstbewijs</h2>
      <dl class="overzicht">
        <div>
          <dt>Nummer</dt>
          <dd data-testid="receipt-number">${receipt.number}</dd>
        </div>
        <div>
          <dt>Tijd</dt>
          <dd>${localTime(Date.parse(receipt.at))}</dd>
        </div>
        <div>
          <dt>Door</dt>
          <dd>${receipt.by}</dd>
        </div>
      </dl>
      ${this.signature()}
    </section>`;
  }

  private signature() {
    if (this.genuine === undefined)
      return html`<p role="status">De handtekening wordt nagekeken.</p>`;
    return this.genuine
      ? html`<hl-state
          tone="goed"
          word="Ondertekend door het loket"
          data-testid="receipt-signed"
        ></hl-state>`
      : html`<hl-state
          tone="stop"
          word="De handtekening klopt niet"
          note="Bel het loket."
          data-testid="receipt-unsigned"
        ></hl-state>`;
  }

  private async check(): Promise<void> {
    this.genuine = await isReceiptGenuine(this.handover, this.receiptKey, this.payloadHash);
  }
}
