import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import './hl-icon.js';
import { shapeOf, type Tone } from './hl-state.js';
import { LightElement } from './light.js';

/** The band across the screen that says what the rules say, why, and what to do now. */
@customElement('hl-verdict')
export class HlVerdict extends LightElement {
  @property() tone: Tone = 'vraag';
  @property() heading = '';
  @property() reason = '';
  /** What the reader does now. */
  @property() next = '';
  /** Takes less room. */
  @property({ type: Boolean, reflect: true }) compact = false;
  /** Tapping it anywhere asks why: emits `why`. */
  @property({ type: Boolean }) asksWhy = false;

  override render() {
    return html`<section
      class="oordeel s-${this.tone}"
      aria-live="polite"
      data-testid="verdict"
      data-tone=${this.tone}
    >
      <hl-icon name=${shapeOf(this.tone)}></hl-icon>
      <h2>${this.heading}</h2>
      <p class="oordeel-tekst">
        ${this.reason}${this.next ? html` <b>${this.next}</b>` : nothing}
        ${
          this.asksWhy
            ? html`<button
                type="button"
                class="waarom-knop"
                data-testid="why"
                @click=${() => this.emit('why')}
              >
                Waarom?
              </button>`
            : nothing
        }
      </p>
    </section>`;
  }
}
