import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import './hl-icon.js';
import { shapeOf, type Tone } from './hl-state.js';
import { LightElement } from './light.js';

/** A message that stays until its cause is gone. Emits `acted` when its button is pressed. */
@customElement('hl-banner')
export class HlBanner extends LightElement {
  @property() tone: Tone = 'let';
  @property() heading = '';
  @property() text = '';
  /** Label of the button; without it there is none. */
  @property() action = '';

  override render() {
    if (!this.heading && !this.text) return nothing;
    const urgent = this.tone === 'stop' || this.tone === 'let';
    return html`<div
      class="melding s-${this.tone}"
      role=${urgent ? 'alert' : 'status'}
      data-testid="banner"
    >
      <hl-icon name=${shapeOf(this.tone)}></hl-icon>
      <div>${this.heading ? html`<b>${this.heading}</b>` : nothing}<span>${this.text}</span></div>
      ${
        this.action
          ? html`<button type="button" class="knop" @click=${() => this.emit('acted')}>
              ${this.action}
            </button>`
          : nothing
      }
    </div>`;
  }
}
