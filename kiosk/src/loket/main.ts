import { html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../elements/hl-banner.js';
import '../elements/hl-drill-bar.js';
import '../elements/hl-enrol-page.js';
import '../elements/hl-locked-page.js';
import { LightElement } from '../elements/light.js';
import { deskLock } from '../lib/desk-lock.js';
import { device } from '../lib/device.js';
import { markDrill } from '../lib/drill.js';
import { juvenileScreen } from '../lib/juvenile-screen.js';
import '../lib/revoked.js';
import { theme } from '../lib/theme.js';
import { watch } from '../lib/watching.js';
import './loket-app.js';
import './loket.css';

/** The loket surface: enrols the tablet once, then shows the board. */
@customElement('hl-loket')
export class Loket extends LightElement {
  @state() private loaded = false;

  constructor() {
    super();
    watch(this, deskLock.on);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    theme.apply();
    void this.start();
  }

  override render() {
    if (!this.loaded) return html`<p class="blad" role="status">Het loket start.</p>`;
    if (deskLock.locked) return html`<hl-locked-page></hl-locked-page>`;
    const identity = device.current;
    if (identity?.profile === 'loket')
      return html`<hl-loket-app @forgotten=${this.forget}></hl-loket-app>`;
    return html`<div class="scherm">
      <hl-drill-bar></hl-drill-bar>
      ${identity ? this.stranger() : this.enrol()}
    </div>`;
  }

  private enrol() {
    return html`<div class="aanmelding">
      <hl-enrol-page kind="loket" @enrolled=${() => this.requestUpdate()}></hl-enrol-page>
    </div>`;
  }

  private stranger() {
    return html`<main class="blad smal">
      <hl-banner
        tone="let"
        heading="Dit is geen tablet van het loket"
        text="Deze browser is aangemeld als iets anders. Vraag de coördinator om een code voor een tablet."
        action="Meld opnieuw aan"
        @acted=${this.forget}
      ></hl-banner>
    </main>`;
  }

  private readonly forget = async (): Promise<void> => {
    await device.forget();
    this.requestUpdate();
  };

  private async start(): Promise<void> {
    const identity = await device.load();
    if (identity) markDrill(identity.mandate.event.drill);
    if (identity?.profile !== 'loket') juvenileScreen.letGo();
    this.loaded = true;
  }
}
