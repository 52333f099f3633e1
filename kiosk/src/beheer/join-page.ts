import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../elements/hl-banner.js';
import '../elements/hl-choice.js';
import '../elements/hl-icon.js';
import '../elements/hl-qr.js';
import { LightElement } from '../elements/light.js';
import { api, ApiError } from '../lib/api.js';
import { spaced } from '../lib/codes.js';
import type { Profile } from '../lib/contract.js';
import { device } from '../lib/device.js';
import type { Invitation } from './shapes.js';
import { referrerWords, timeLeft } from './words.js';

const KINDS = [
  { value: 'verwijzer', label: 'Telefoon van een verwijzer' },
  { value: 'loket', label: 'Tablet van het loket' },
];

/** Shows the one-time code with which a telephone or tablet joins. */
@customElement('hl-beheer-join')
export class JoinPage extends LightElement {
  /** Epoch ms by the server's clock. */
  @property({ type: Number }) now = 0;
  /** Of whom the phone is, where that is known already: the code is made at once. */
  @property() forReferrer = '';
  @state() private profile: Profile | '' = '';
  @state() private referrerId = '';
  @state() private invitation: Invitation | undefined;
  @state() private busy = false;
  @state() private refusal: ApiError | undefined;

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('forReferrer') || !this.forReferrer) return;
    this.choose({ profile: 'verwijzer', referrerId: this.forReferrer });
    void this.invite();
  }

  override render() {
    return html`<div class="lijf beheer">
      <main>
        <div class="titel"><h1>Meld een toestel aan</h1></div>
        ${
          this.refusal
            ? html`<hl-banner tone="stop" heading=${this.refusal.title}></hl-banner>`
            : nothing
        }
        ${this.invitation ? this.steps(this.invitation) : this.explain()}
      </main>
      <aside class="zij rechts">${this.chooser()}</aside>
    </div>`;
  }

  private explain() {
    return html`<p>
      Kies rechts wat voor toestel het is. Daarna ziet u hier twee QR-codes: de eerste opent de app,
      de tweede meldt het toestel aan.
    </p>`;
  }

  private chooser() {
    return html`<hl-choice
        look="list"
        legend="Wat voor toestel?"
        .choices=${KINDS}
        .value=${this.profile}
        testId="profile"
        @chosen=${(chosen: CustomEvent<Profile>) => this.choose({ profile: chosen.detail })}
      ></hl-choice>
      ${this.profile === 'verwijzer' ? this.referrers() : nothing}
      <button
        type="button"
        class="knop hoofd vol"
        ?disabled=${!this.complete || this.busy}
        data-testid="new-code"
        @click=${this.invite}
      >
        ${this.invitation ? 'Nieuwe code' : 'Maak code'}
      </button>`;
  }

  private referrers() {
    const choices = (device.current?.mandate.referrers ?? []).map((referrer) => ({
      value: referrer.id,
      label: referrerWords(referrer),
    }));
    return html`<hl-choice
      look="list"
      legend="Van wie is de telefoon?"
      .choices=${choices}
      .value=${this.referrerId}
      testId="referrer"
      @chosen=${(chosen: CustomEvent<string>) => this.choose({ referrerId: chosen.detail })}
    ></hl-choice>`;
  }

  private steps(invitation: Invitation) {
    const left = timeLeft(invitation.expiresAt, this.now);
    if (left === '0:00') {
      return html`<hl-banner
        tone="let"
        heading="Deze code is verlopen"
        text="Een code werkt tien minuten. Maak een nieuwe code."
      ></hl-banner>`;
    }
    return html`<ol class="aanmelden">
        <li>
          <h2>1. Open de app</h2>
          <p>Scan met de camera van het toestel.</p>
          <hl-qr .qr=${invitation.appQr} label="QR-code van de app"></hl-qr>
          <p class="adres">${invitation.appUrl}</p>
        </li>
        <li>
          <h2>2. Scan in de app</h2>
          <p>Scan met de app zelf. De code werkt een keer.</p>
          <hl-qr .qr=${invitation.qr} label="QR-code om aan te melden"></hl-qr>
          <p>Of typ deze code:</p>
          <p class="nummer" data-testid="join-code">${spaced(invitation.token, 5)}</p>
        </li>
      </ol>
      <p class="bewaard" role="timer" data-testid="join-left">
        <hl-icon name="klok"></hl-icon>Nog ${left} minuten geldig
      </p>`;
  }

  private get complete(): boolean {
    return this.profile === 'loket' || (this.profile === 'verwijzer' && this.referrerId !== '');
  }

  private choose(change: { profile?: Profile; referrerId?: string }): void {
    Object.assign(this, change);
    this.invitation = undefined;
  }

  private readonly invite = async (): Promise<void> => {
    const { profile, referrerId } = this;
    this.busy = true;
    this.refusal = undefined;
    try {
      const body = { profile, ...(profile === 'verwijzer' ? { referrerId } : {}) };
      this.invitation = await api.send<Invitation>('POST', '/invitations', body);
    } catch (failure) {
      this.refusal = ApiError.of(failure);
    } finally {
      this.busy = false;
    }
  };
}
