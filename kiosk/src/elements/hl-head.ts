import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { theme } from '../lib/theme.js';
import './hl-icon.js';
import { LightElement } from './light.js';
import { wordMark } from './word-mark.js';

/**
 * The header: word mark or a heading with a way back, the network, and the sun/night switch.
 * Emits `back`.
 */
@customElement('hl-head')
export class HlHead extends LightElement {
  /** Shown instead of the word mark. */
  @property() heading = '';
  /** Small words beside the word mark, for instance the name of the pop-up. */
  @property() note = '';
  @property({ type: Boolean }) canGoBack = false;
  /** Hides the network word where the surface shows its own. */
  @property({ type: Boolean }) hideNetwork = false;
  @state() private online = navigator.onLine;

  private lifetime?: AbortController;

  override connectedCallback(): void {
    super.connectedCallback();
    this.lifetime = new AbortController();
    const { signal } = this.lifetime;
    addEventListener('online', () => (this.online = true), { signal });
    addEventListener('offline', () => (this.online = false), { signal });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.lifetime?.abort();
  }

  override render() {
    return html`<header class="kop ${this.canGoBack ? 'diep' : ''}">
      ${
        this.canGoBack
          ? html`<button
              type="button"
              class="knop kaal icoon"
              aria-label="Terug"
              data-testid="back"
              @click=${() => this.emit('back')}
            >
              <hl-icon name="terug"></hl-icon>
            </button>`
          : nothing
      }
      ${this.heading ? html`<b class="merk">${this.heading}</b>` : wordMark()}
      ${this.note ? html`<span class="zacht">${this.note}</span>` : nothing}
      <span class="duw"></span>
      ${this.hideNetwork || this.online ? nothing : this.network()} ${this.themeSwitch()}
    </header>`;
  }

  private network() {
    return html`<span class="net" role="status"
      ><hl-icon name="netuit"></hl-icon><span class="net-woord">Geen net</span></span
    >`;
  }

  private themeSwitch() {
    const night = theme.current === 'nacht';
    return html`<button
      type="button"
      class="knop kaal icoon"
      aria-label=${night ? 'Naar dagkleuren' : 'Naar nachtkleuren'}
      data-testid="theme-switch"
      @click=${this.switchTheme}
    >
      <hl-icon name=${night ? 'zon' : 'maan'}></hl-icon>
    </button>`;
  }

  private readonly switchTheme = (): void => {
    theme.toggle();
    this.requestUpdate();
  };
}
