import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import './hl-banner.js';
import './hl-field.js';
import './hl-head.js';
import './hl-scan.js';
import { LightElement } from './light.js';
import { ApiError } from '../lib/api.js';
import { parseToken, readJoin } from '../lib/codes.js';
import type { PopUp } from '../lib/contract.js';
import { currentPopUp, device, WrongLoketError } from '../lib/device.js';
import { markDrill } from '../lib/drill.js';

interface JoinCode {
  readonly token: string;
  /** Known only when the code was scanned. */
  readonly sealKeyHash?: string;
}

/** What is enrolled, in words. */
const kinds = {
  verwijzer: { name: 'telefoon', label: 'Telefoon' },
  loket: { name: 'tablet', label: 'Tablet' },
} as const;

/** Makes this phone or tablet known to the loket. Emits `enrolled`. */
@customElement('hl-enrol-page')
export class EnrolPage extends LightElement {
  @property() kind: keyof typeof kinds = 'verwijzer';
  @state() private popUp?: PopUp;
  @state() private code: JoinCode | undefined;
  @state() private label = '';
  @state() private drillConfirmed = false;
  @state() private busy = false;
  @state() private codeFault = '';
  @state() private fault = '';

  override connectedCallback(): void {
    super.connectedCallback();
    this.label = kinds[this.kind].label;
    void this.meet();
  }

  override render() {
    return html`<hl-head></hl-head> ${this.code ? this.confirm() : this.askCode()}`;
  }

  private askCode() {
    return html`<main class="inhoud">
      <h1>Meld deze ${kinds[this.kind].name} aan</h1>
      <p>
        De coördinator van het loket maakt een aanmeldcode. Scan de aanmeldcode of typ hem over.
      </p>
      ${this.problem()}
      <hl-scan
        testId="join"
        codeLabel="Of typ de aanmeldcode"
        codeHint="10 letters en cijfers"
        .fault=${this.codeFault}
        @scanned=${(scanned: CustomEvent<string>) => this.read(scanned.detail)}
        @entered=${(entered: CustomEvent<string>) => this.type(entered.detail)}
      ></hl-scan>
    </main>`;
  }

  private confirm() {
    const drill = this.popUp?.drill ?? false;
    const ready = this.popUp && this.label.trim() && (!drill || this.drillConfirmed);
    return html`<main class="inhoud">
        <h1>${this.popUp ? `Welkom bij ${this.popUp.name}` : 'Welkom'}</h1>
        ${this.problem()}
        <hl-field
          label="Toestelnaam"
          hint="Zo herkent het loket deze ${kinds[this.kind].name}."
          testId="device-label"
          maxBytes="40"
          .value=${this.label}
          @typed=${(typed: CustomEvent<string>) => (this.label = typed.detail)}
        ></hl-field>
        ${
          drill
            ? html`<label class="vinkje kaart"
                ><input
                  type="checkbox"
                  data-testid="drill-confirm"
                  .checked=${this.drillConfirmed}
                  @change=${() => (this.drillConfirmed = !this.drillConfirmed)}
                />Dit is een oefening. Alle mensen zijn verzonnen.</label
              >`
            : nothing
        }
      </main>
      <footer class="voet">
        <button
          class="knop hoofd vol"
          data-testid="enrol"
          ?disabled=${!ready || this.busy}
          @click=${this.enrol}
        >
          ${this.busy ? 'Wordt aangemeld' : 'Meld aan'}
        </button>
        <button class="knop vol" @click=${this.startOver}>Andere code</button>
      </footer>`;
  }

  private problem() {
    if (!this.fault) return nothing;
    return html`<hl-banner
      tone="stop"
      heading="Dat lukte niet"
      .text=${this.fault}
      action=${this.popUp ? '' : 'Probeer opnieuw'}
      @acted=${this.meet}
    ></hl-banner>`;
  }

  private readonly meet = async (): Promise<void> => {
    try {
      this.popUp = await currentPopUp();
      this.fault = '';
      markDrill(this.popUp.drill);
    } catch (failure) {
      this.fault = sentence(failure);
    }
  };

  private read(text: string): void {
    const join = readJoin(text);
    if (!join) {
      this.codeFault = 'Dit is geen aanmeldcode van het loket.';
    } else if (join.host !== location.host.toLowerCase()) {
      this.codeFault = `Deze code is voor een ander loket. Open eerst ${join.host}/${this.kind}.`;
    } else {
      this.code = { token: join.token, sealKeyHash: join.keyHash };
      this.codeFault = '';
    }
  }

  private type(typed: string): void {
    const token = parseToken(typed);
    this.codeFault = token ? '' : 'Deze code klopt niet. Kijk hem letter voor letter na.';
    if (token) this.code = { token };
  }

  private readonly startOver = (): void => {
    this.code = undefined;
    this.fault = '';
  };

  private readonly enrol = async (): Promise<void> => {
    if (!this.code) return;
    const { token, sealKeyHash } = this.code;
    const { drillConfirmed } = this;
    const label = this.label.trim();
    this.busy = true;
    try {
      const known = sealKeyHash ? { sealKeyHash } : {};
      await device.enrol({ token }, { label, drillConfirmed, ...known });
      this.emit('enrolled');
    } catch (failure) {
      this.fault = sentence(failure);
      // Another try with this code gives the same answer: the way on is another code.
      if (ApiError.of(failure).code.startsWith('enrolment.token-')) this.code = undefined;
    } finally {
      this.busy = false;
    }
  };
}

function sentence(failure: unknown): string {
  if (failure instanceof WrongLoketError) {
    return 'De sleutel van dit loket is een andere dan in de code. Vraag de coördinator om hulp.';
  }
  const { offline, title, detail } = ApiError.of(failure);
  return offline
    ? 'Er is geen verbinding met het loket. Kijk of u op het goede net zit.'
    : `${title} ${detail}`.trim();
}
