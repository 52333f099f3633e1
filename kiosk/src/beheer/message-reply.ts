import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../elements/hl-banner.js';
import '../elements/hl-field.js';
import '../elements/hl-icon.js';
import { LightElement } from '../elements/light.js';
import { api, ApiError } from '../lib/api.js';
import { uuidv7 } from '../lib/ids.js';

/** Answers a simulated text as the guardian who got it: the desk hears it as it would a real one. */
@customElement('hl-message-reply')
export class MessageReply extends LightElement {
  @property() messageId = '';
  @state() private open = false;
  @state() private text = '';
  @state() private sent = '';
  @state() private busy = false;
  @state() private refusal: ApiError | undefined;
  /** Of the text as it is typed now: trying again is the same command. */
  private commandId = uuidv7();

  override render() {
    if (!this.open) {
      return html`${this.sent === '' ? nothing : this.done()}
        <button type="button" class="knop" data-testid="answer" @click=${() => (this.open = true)}>
          Antwoord als ouder
        </button>`;
    }
    return html`<hl-field
        label="Antwoord"
        hint="Alsof u de ouder bent. Ten hoogste een sms."
        testId="answer-text"
        maxBytes="320"
        multiline
        .value=${this.text}
        @typed=${(typed: CustomEvent<string>) => this.type(typed.detail)}
      ></hl-field>
      ${this.refusal ? html`<hl-banner tone="stop" heading=${this.refusal.title}></hl-banner>` : nothing}
      <div class="knoppen">
        <button
          type="button"
          class="knop hoofd"
          ?disabled=${this.text.trim() === '' || this.busy}
          data-testid="answer-send"
          @click=${this.send}
        >
          ${this.busy ? 'Wordt verstuurd' : 'Verstuur als ouder'}
        </button>
        <button type="button" class="knop" @click=${() => (this.open = false)}>Niet doen</button>
      </div>`;
  }

  private done() {
    return html`<p data-testid="answered">
      Geantwoord: “<bdi>${this.sent}</bdi>”. Kijk op de tablet van het loket.
    </p>`;
  }

  private type(text: string): void {
    this.text = text;
    this.commandId = uuidv7();
  }

  private readonly send = async (): Promise<void> => {
    this.busy = true;
    this.refusal = undefined;
    const path = `/drill/messages/${this.messageId}/reply`;
    try {
      await api.send('POST', path, { text: this.text.trim() }, this.commandId);
      this.sent = this.text.trim();
      this.type('');
      this.open = false;
    } catch (failure) {
      this.refusal = ApiError.of(failure);
    } finally {
      this.busy = false;
    }
  };
}
