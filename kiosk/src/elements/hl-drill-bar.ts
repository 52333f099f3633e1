import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { LightElement } from './light.js';

/** The bar that says, on every screen of a drill, that nothing is real. Shown once the page is marked as a drill. */
@customElement('hl-drill-bar')
export class HlDrillBar extends LightElement {
  override render() {
    return html`<div class="oefenbalk" role="status" data-testid="drill-bar">
      <b>OEFENING</b>
      <span class="breed">Alle mensen zijn verzonnen. Er gaat geen sms naar buiten.</span>
      <span class="smal">Niets is echt.</span>
    </div>`;
  }
}
