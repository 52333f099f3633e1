import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Qr } from '../lib/contract.js';
import { LightElement } from './light.js';

/** A QR on a white plate, also at night. The path brings its own white margin. */
@customElement('hl-qr')
export class HlQr extends LightElement {
  @property({ attribute: false }) qr?: Qr;
  /** What the code is, for a screen reader. */
  @property() label = 'QR-code';

  override render() {
    const { qr } = this;
    if (!qr) return nothing;
    return html`<svg
      class="qr"
      role="img"
      aria-label=${this.label}
      viewBox="0 0 ${qr.size} ${qr.size}"
      shape-rendering="crispEdges"
    >
      <path d=${qr.path} />
    </svg>`;
  }
}
