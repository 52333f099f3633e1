import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import './hl-banner.js';
import './hl-icon.js';
import { LightElement } from './light.js';

const least = 4;
const most = 6;
const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** Big keys for a PIN of four to six digits; a keyboard works too. Emits `entered` with the digits. */
@customElement('hl-pin-pad')
export class HlPinPad extends LightElement {
  @property() heading = '';
  @property() text = '';
  /** What went wrong the last time, as a sentence. */
  @property() fault = '';
  @property({ type: Boolean }) busy = false;
  @state() private pin = '';

  private lifetime?: AbortController;

  override connectedCallback(): void {
    super.connectedCallback();
    this.lifetime = new AbortController();
    addEventListener('keydown', this.typed, { signal: this.lifetime.signal });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.lifetime?.abort();
    this.pin = '';
  }

  override render() {
    const { length } = this.pin;
    return html`<section class="kaart pin" data-testid="pin-pad">
      <div class="pin-kop">
        <h1>${this.heading}</h1>
        <p>${this.text}</p>
        <p class="pin-stippen" role="status" aria-label="${length} cijfers ingevuld">
          ${Array.from({ length: most }, (_, at) => html`<i class=${at < length ? 'vol' : ''}></i>`)}
        </p>
        ${this.fault ? html`<hl-banner tone="stop" text=${this.fault}></hl-banner>` : nothing}
        ${this.busy ? html`<p role="status">Even wachten.</p>` : nothing}
      </div>
      <div class="pin-toetsen">
        ${digits.map((digit) => this.key(digit))}
        <button
          type="button"
          class="knop"
          aria-label="Wis laatste cijfer"
          data-testid="pin-erase"
          @click=${this.erase}
        >
          <hl-icon name="terug"></hl-icon>
        </button>
        ${this.key('0')}
        <button
          type="button"
          class="knop hoofd"
          ?disabled=${length < least || this.busy}
          data-testid="pin-done"
          @click=${this.done}
        >
          Klaar
        </button>
      </div>
    </section>`;
  }

  private key(digit: string) {
    return html`<button
      type="button"
      class="knop cijfer"
      data-testid="pin-${digit}"
      @click=${() => this.add(digit)}
    >
      ${digit}
    </button>`;
  }

  private add(digit: string): void {
    if (this.pin.length < most) this.pin += digit;
  }

  private readonly erase = (): void => {
    this.pin = this.pin.slice(0, -1);
  };

  private readonly done = (): void => {
    if (this.pin.length < least || this.busy) return;
    const { pin } = this;
    this.pin = '';
    this.emit('entered', pin);
  };

  private readonly typed = (key: KeyboardEvent): void => {
    if (/^[0-9]$/.test(key.key)) this.add(key.key);
    else if (key.key === 'Backspace') this.erase();
    else if (key.key === 'Enter') this.done();
    else return;
    key.preventDefault();
  };
}
