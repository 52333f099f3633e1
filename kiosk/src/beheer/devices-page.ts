import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../elements/hl-banner.js';
import '../elements/hl-icon.js';
import '../elements/hl-state.js';
import { LightElement } from '../elements/light.js';
import { api, ApiError } from '../lib/api.js';
import { localTime } from '../lib/dates.js';
import { device } from '../lib/device.js';
import type { DeviceRow } from './shapes.js';
import { PROFILE_WORDS, referrerWords } from './words.js';

/** Every device of the pop-up; a lost one is revoked here. */
@customElement('hl-beheer-devices')
export class DevicesPage extends LightElement {
  @state() private devices?: readonly DeviceRow[];
  @state() private asking = '';
  @state() private refusal: ApiError | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override render() {
    const { devices = [] } = this;
    const active = devices.filter((one) => one.revokedAt === undefined).length;
    return html`<main class="blad">
      <div class="titel">
        <h1>Toestellen</h1>
        <p class="zacht">${active} in gebruik</p>
      </div>
      ${
        this.refusal
          ? html`<hl-banner
              tone="stop"
              heading=${this.refusal.title}
              action="Probeer opnieuw"
              @acted=${() => this.load()}
            ></hl-banner>`
          : nothing
      }
      <ul class="toestellen" data-testid="devices">
        ${devices.map((one) => this.row(one))}
      </ul>
    </main>`;
  }

  private row(one: DeviceRow) {
    const own = one.id === device.current?.deviceId;
    return html`<li class="kaart toestel" data-testid="device" data-label=${one.label}>
      <div>
        <h2>${one.label}</h2>
        <p>
          ${PROFILE_WORDS[one.profile]}${one.referrer ? `: ${referrerWords(one.referrer)}` : ''}
        </p>
        <p class="zacht">Aangemeld om ${localTime(Date.parse(one.enrolledAt))}</p>
      </div>
      ${
        one.revokedAt === undefined
          ? html`<hl-state
              tone="goed"
              word="In gebruik"
              note=${own ? 'dit toestel' : ''}
            ></hl-state>`
          : html`<hl-state
              tone="stop"
              word="Ingetrokken"
              note="om ${localTime(Date.parse(one.revokedAt))}"
            ></hl-state>`
      }
      ${own ? html`<span></span>` : one.revokedAt ? this.replaceButton(one) : this.revokeButtons(one)}
    </li>`;
  }

  /** Whose phone is gone gets another one, at once. */
  private replaceButton({ referrer }: DeviceRow) {
    return referrer
      ? html`<a class="knop" href="#/aanmelden/${referrer.id}" data-testid="replace"
          >Meld een andere telefoon aan</a
        >`
      : html`<span></span>`;
  }

  private revokeButtons(one: DeviceRow) {
    if (this.asking !== one.id) {
      return html`<button
        type="button"
        class="knop"
        data-testid="revoke"
        @click=${() => (this.asking = one.id)}
      >
        Kwijt of stuk
      </button>`;
    }
    return html`<div class="knoppen" role="group" aria-label="Weet u het zeker?">
      <p>Dit toestel kan dan niets meer en wist wat erop staat. Wat bij het loket is, blijft.</p>
      <button
        type="button"
        class="knop hoofd"
        data-testid="revoke-confirm"
        @click=${() => this.revoke(one.id)}
      >
        Ja, sluit het af
      </button>
      <button
        type="button"
        class="knop"
        data-testid="revoke-cancel"
        @click=${() => (this.asking = '')}
      >
        Nee
      </button>
    </div>`;
  }

  private async load(): Promise<void> {
    this.refusal = undefined;
    try {
      this.devices = (await api.get<{ devices: readonly DeviceRow[] }>('/devices')).devices;
    } catch (failure) {
      this.refusal = ApiError.of(failure);
    }
  }

  private async revoke(id: string): Promise<void> {
    this.asking = '';
    try {
      await api.send('DELETE', `/devices/${id}`);
      await this.load();
    } catch (failure) {
      this.refusal = ApiError.of(failure);
    }
  }
}
