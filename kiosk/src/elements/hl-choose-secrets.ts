import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import './hl-banner.js';
import './hl-field.js';
import './hl-pin-pad.js';
import { LightElement } from './light.js';
import { ApiError } from '../lib/api.js';
import type { WorkerName } from '../lib/contract.js';
import { device } from '../lib/device.js';

const shortest = 10;

/** Lets a worker choose a password after a one-time one, and a PIN where tablets are shared. Emits `chosen`. */
@customElement('hl-choose-secrets')
export class HlChooseSecrets extends LightElement {
  @property({ attribute: false }) worker!: WorkerName;
  @state() private password = '';
  @state() private again = '';
  /** True once the password was typed twice. */
  @state() private passwordDone = false;
  @state() private pin = '';
  @state() private fault = '';
  @state() private busy = false;

  override render() {
    const { choose } = this.worker;
    if (choose.includes('PASSWORD') && !this.passwordDone) return this.askPassword();
    return html`<hl-pin-pad
      data-testid="pin-choose"
      heading=${this.pin ? 'Nog een keer' : 'Kies uw pincode'}
      text=${
        this.pin
          ? 'Toets dezelfde pincode nog eens in.'
          : '4 tot 6 cijfers. Hiermee opent u dit scherm vannacht in een paar tellen.'
      }
      .fault=${this.fault}
      ?busy=${this.busy}
      @entered=${(entered: CustomEvent<string>) => this.enter(entered.detail)}
    ></hl-pin-pad>`;
  }

  private askPassword() {
    const { password, again } = this;
    const ready = password.length >= shortest && password === again && !this.busy;
    return html`<form class="kaart" data-testid="password-choose" @submit=${this.keepPassword}>
      <h1>Kies uw eigen wachtwoord</h1>
      <p>Het wachtwoord dat u kreeg werkt daarna niet meer.</p>
      ${this.field('Nieuw wachtwoord', 'password-new', password, (text) => (this.password = text))}
      ${this.field('Nog een keer', 'password-again', again, (text) => (this.again = text))}
      ${this.fault ? html`<hl-banner tone="stop" text=${this.fault}></hl-banner>` : nothing}
      <button class="knop hoofd vol" ?disabled=${!ready} data-testid="password-keep">
        ${again && password !== again ? 'De twee zijn niet gelijk' : 'Ga verder'}
      </button>
    </form>`;
  }

  private field(label: string, testId: string, value: string, change: (text: string) => void) {
    return html`<hl-field
      label=${label}
      hint=${testId === 'password-new' ? 'Ten minste 10 tekens' : ''}
      type="password"
      capitals="none"
      autocomplete="new-password"
      testId=${testId}
      .value=${value}
      @typed=${(typed: CustomEvent<string>) => change(typed.detail)}
    ></hl-field>`;
  }

  private readonly keepPassword = (submitted: Event): void => {
    submitted.preventDefault();
    if (this.password.length < shortest || this.password !== this.again) return;
    this.fault = '';
    this.passwordDone = true;
    if (!this.worker.choose.includes('PIN')) void this.keep();
  };

  private enter(pin: string): void {
    this.fault = '';
    if (!this.pin) {
      this.pin = pin;
    } else if (this.pin === pin) {
      void this.keep();
    } else {
      this.pin = '';
      this.fault = 'De twee pincodes waren niet gelijk. Kies opnieuw.';
    }
  }

  private async keep(): Promise<void> {
    const { password, pin } = this;
    this.busy = true;
    try {
      await device.choose({ ...(password ? { password } : {}), ...(pin ? { pin } : {}) });
      this.emit('chosen');
    } catch (failure) {
      const { code, title } = ApiError.of(failure);
      this.fault = title;
      if (code.startsWith('password.')) this.passwordDone = false;
    } finally {
      this.pin = '';
      this.busy = false;
    }
  }
}
