import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../elements/hl-banner.js';
import { LightElement } from '../elements/light.js';
import type { ApiError } from '../lib/api.js';
import { refusalText } from './command.js';

/**
 * How a form ends: why it was refused, the one thing to do, the way out, and what is still missing. Emits `save`, and
 * `closed` when it was decided otherwise.
 */
@customElement('hl-form-end')
export class FormEnd extends LightElement {
  /** What the button says. */
  @property() label = '';
  /** What it says while the server is asked. */
  @property() waiting = 'Wordt verstuurd';
  /** What is not filled in yet, as a sentence; empty when everything is. */
  @property() lacking = '';
  @property({ type: Boolean }) busy = false;
  /** Whether there is a way out. */
  @property({ type: Boolean }) closable = false;
  @property({ attribute: false }) refusal: ApiError | undefined;
  /** First part of the test ids. */
  @property() name = '';
  /** Second part of that of the button. */
  @property() act = 'save';

  override render() {
    const { refusal, name } = this;
    return html`${
        refusal
          ? html`<hl-banner
              tone="stop"
              heading=${refusal.title}
              text=${refusalText(refusal)}
            ></hl-banner>`
          : nothing
      }
      <div class="knoppen">
        <button
          type="button"
          class="knop hoofd"
          ?disabled=${this.lacking !== '' || this.busy}
          data-testid="${name}-${this.act}"
          @click=${() => this.emit('save')}
        >
          ${this.busy ? this.waiting : this.label}
        </button>
        ${
          this.closable
            ? html`<button
                type="button"
                class="knop"
                data-testid="${name}-cancel"
                @click=${() => this.emit('closed')}
              >
                Niet doen
              </button>`
            : nothing
        }
        <span data-testid="${name}-missing">${this.lacking}</span>
      </div>`;
  }
}
