import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LightElement } from './light.js';

/** The bar that says, on every screen of a drill, that nothing is real. */
@customElement('hl-drill-bar')
export class HlDrillBar extends LightElement {
  /** Whether this pop-up is a drill. */
  @property({ type: Boolean }) active = false;

  override render() {
    if (!this.active) return nothing;
    return html`<div class="oefenbalk" role="status" data-testid="drill-bar">
      <b>OEFENING</b> <span>Alle mensen zijn verzonnen.</span>
    </div>`;
  }
}
