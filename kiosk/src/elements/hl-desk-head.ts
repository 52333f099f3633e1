import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { localTime } from '../lib/dates.js';
import { theme } from '../lib/theme.js';
import './hl-icon.js';
import { LightElement } from './light.js';
import { wordMark } from './word-mark.js';

/** The header of a tablet or laptop: where, the network, the clock, and the buttons of the page. */
@customElement('hl-desk-head')
export class HlDeskHead extends LightElement {
  /** Name of the pop-up, and a second line under it. */
  @property() place = '';
  @property() note = '';
  /** Epoch ms by the server's clock. */
  @property({ type: Number }) now = 0;
  /** Whether the server is heard; undefined where that says nothing. */
  @property({ attribute: false }) connected?: boolean;
  /** When the server was heard last, epoch ms; 0 for never. */
  @property({ type: Number }) heardAt = 0;
  /** What stands before the word mark and before the theme switch. */
  @property({ attribute: false }) lead: unknown = nothing;
  @property({ attribute: false }) actions: unknown = nothing;

  override render() {
    const night = theme.current === 'nacht';
    return html`<header class="kop">
      ${this.lead} ${wordMark()}
      ${
        this.place
          ? html`<span class="plek"><b>${this.place}</b><span>${this.note}</span></span>`
          : nothing
      }
      <span class="duw"></span>
      ${this.network()}
      <span class="uur">${localTime(this.now)}</span>
      ${this.actions}
      <button
        type="button"
        class="knop"
        data-testid="theme-switch"
        aria-label=${night ? 'Lichte kleuren' : 'Donkere kleuren'}
        title=${night ? 'Lichte kleuren' : 'Donkere kleuren'}
        @click=${this.switchTheme}
      >
        <hl-icon name=${night ? 'zon' : 'maan'}></hl-icon>
      </button>
    </header>`;
  }

  private network() {
    if (this.connected === undefined) return nothing;
    return this.connected
      ? html`<span class="net net-goed" role="status" data-testid="network" data-state="open"
          ><hl-icon name="net"></hl-icon><span class="net-woord">Netwerk goed</span></span
        >`
      : html`<span class="net" role="status" data-testid="network" data-state="lost"
          ><hl-icon name="netuit"></hl-icon
          ><span
            >Geen
            verbinding${
              this.heardAt ? html`,<br />bijgewerkt om ${localTime(this.heardAt)}` : nothing
            }</span
          ></span
        >`;
  }

  private readonly switchTheme = (): void => {
    theme.toggle();
    this.requestUpdate();
  };
}
