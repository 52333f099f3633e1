import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import './hl-banner.js';
import './hl-field.js';
import { LightElement } from './light.js';

/** Asks for name and password. Emits `submitted` with `{login, password}`. */
@customElement('hl-sign-in')
export class HlSignIn extends LightElement {
  @property() heading = 'Wie bent u?';
  @property() text = '';
  @property() action = 'Meld aan';
  /** What went wrong the last time, as a sentence. */
  @property() fault = '';
  @property({ type: Boolean }) busy = false;
  @state() private login = '';
  @state() private password = '';

  override render() {
    return html`<form class="kaart" data-testid="sign-in" @submit=${this.submit}>
      <h1>${this.heading}</h1>
      ${this.text ? html`<p>${this.text}</p>` : nothing}
      <hl-field
        label="Naam"
        capitals="none"
        autocomplete="username"
        testId="login"
        .value=${this.login}
        @typed=${(typed: CustomEvent<string>) => (this.login = typed.detail)}
      ></hl-field>
      <hl-field
        label="Wachtwoord"
        type="password"
        capitals="none"
        autocomplete="current-password"
        testId="password"
        .value=${this.password}
        @typed=${(typed: CustomEvent<string>) => (this.password = typed.detail)}
      ></hl-field>
      ${this.fault ? html`<hl-banner tone="stop" text=${this.fault}></hl-banner>` : nothing}
      <button class="knop hoofd vol" ?disabled=${this.busy} data-testid="sign-in-submit">
        ${this.busy ? 'Even wachten' : this.action}
      </button>
    </form>`;
  }

  private readonly submit = (submitted: Event): void => {
    submitted.preventDefault();
    const { login, password } = this;
    if (!this.busy && login !== '' && password !== '') this.emit('submitted', { login, password });
  };
}
