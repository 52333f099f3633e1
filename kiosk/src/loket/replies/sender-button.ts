import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../elements/hl-icon.js';
import { LightElement } from '../../elements/light.js';
import { api, ApiError } from '../../lib/api.js';
import { bareNumber, groupNumber } from '../phone.js';
import type { ReplySender } from './shapes.js';

/** The number of a sender, shown only when somebody asks for it; each look is written down. */
@customElement('hl-reply-sender')
export class SenderButton extends LightElement {
  @property() replyId = '';
  @state() private sender?: ReplySender;
  @state() private refusal: ApiError | undefined;

  override render() {
    const { sender } = this;
    if (!sender) {
      return html`<button type="button" class="knop" data-testid="show-sender" @click=${this.show}>
          <hl-icon name="telefoon"></hl-icon>Toon nummer
        </button>
        ${this.refusal ? html`<span class="zacht">${this.refusal.title}</span>` : nothing}`;
    }
    return sender.callable
      ? html`<a class="knop" href="tel:${bareNumber(sender.number)}" data-testid="call-back">
          <hl-icon name="telefoon"></hl-icon>Bel terug: ${groupNumber(sender.number)}
        </a>`
      : html`<span class="afzender" data-testid="no-number"
          >Afzender: <b>${sender.number || 'onbekend'}</b>. Dit kunt u niet bellen.</span
        >`;
  }

  private readonly show = async (): Promise<void> => {
    try {
      this.sender = await api.get<ReplySender>(`/replies/${this.replyId}/sender`);
      this.refusal = undefined;
    } catch (failure) {
      this.refusal = ApiError.of(failure);
    }
  };
}
