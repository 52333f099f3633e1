import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../elements/hl-choice.js';
import '../../elements/hl-icon.js';
import { LightElement } from '../../elements/light.js';
import { clockTime } from '../board/board-words.js';
import type { BoardRow } from '../shapes.js';
import './sender-button.js';
import type { TriageReply } from './shapes.js';
import { alikeWords, caseChoices, DISMISSALS, shownText, waitWords } from './words.js';

/** What is decided about a text. */
export interface Deciding {
  reply: TriageReply;
  kind: 'link' | 'dismissal';
  /** A case, or a reason. */
  value: string;
  /** In words. */
  label: string;
  /** The same for all others of this number. */
  alike: boolean;
}

/** One text that waits for a decision. Emits `decided` with a `Deciding`. */
@customElement('hl-reply-card')
export class ReplyCard extends LightElement {
  @property({ attribute: false }) reply!: TriageReply;
  @property({ attribute: false }) rows: readonly BoardRow[] = [];
  @property({ type: Boolean }) busy = false;
  @state() private asking: Deciding['kind'] | undefined;
  @state() private chosen = '';

  override render() {
    const { reply } = this;
    const { word, why } = waitWords(reply);
    return html`<article class="kaart sms" data-testid="reply" data-cause=${reply.cause}>
      <h2><hl-icon name="s-envelop"></hl-icon>${word}<small>${clockTime(reply.at)}</small></h2>
      <p
        class="sms-woorden"
        dir="auto"
        data-testid="reply-text"
        .textContent=${shownText(reply.text)}
      ></p>
      <p class="zacht">${why} ${alikeWords(reply)}</p>
      ${this.asking ? this.form(this.asking) : this.buttons()}
    </article>`;
  }

  private buttons() {
    return html`<div class="knoppen">
      <button type="button" class="knop" data-testid="reply-link" @click=${() => this.ask('link')}>
        Koppel aan een zaak
      </button>
      <button
        type="button"
        class="knop"
        data-testid="reply-dismiss"
        @click=${() => this.ask('dismissal')}
      >
        Hoort nergens bij
      </button>
      <hl-reply-sender .replyId=${this.reply.id}></hl-reply-sender>
    </div>`;
  }

  private form(kind: Deciding['kind']) {
    const links = kind === 'link';
    const choices = links ? caseChoices(this.reply, this.rows) : DISMISSALS;
    const choice = choices.find(({ value }) => value === this.chosen);
    const verb = links ? `Koppel aan ${choice?.label ?? ''}` : 'Leg weg';
    return html`${
        choices.length === 0
          ? html`<p><b>Er is nu geen zaak om aan te koppelen.</b></p>`
          : html`<hl-choice
              look="pairs"
              legend=${links ? 'Bij welke zaak hoort het?' : 'Waarom hoort het nergens bij?'}
              .choices=${choices}
              .value=${this.chosen}
              testId="reply-choice"
              @chosen=${(chosen: CustomEvent<string>) => (this.chosen = chosen.detail)}
            ></hl-choice>`
      }
      <div class="knoppen">
        ${
          choices.length === 0
            ? nothing
            : html`<button
                type="button"
                class="knop hoofd"
                ?disabled=${!choice || this.busy}
                data-testid="reply-confirm"
                @click=${() => choice && this.decide(kind, choice.value, choice.label)}
              >
                ${choice ? verb : links ? 'Kies eerst een zaak' : 'Kies eerst een reden'}
              </button>`
        }
        ${links || this.reply.alike === 0 ? nothing : this.all(choice)}
        <button
          type="button"
          class="knop"
          data-testid="reply-cancel"
          @click=${() => (this.asking = undefined)}
        >
          Niet doen
        </button>
      </div>`;
  }

  /** The way out when one number sends dozens. */
  private all(choice: { value: string; label: string } | undefined) {
    return html`<button
      type="button"
      class="knop"
      ?disabled=${!choice || this.busy}
      data-testid="reply-confirm-all"
      @click=${() => choice && this.decide('dismissal', choice.value, choice.label, true)}
    >
      Alles van dit nummer afdoen (${this.reply.alike + 1})
    </button>`;
  }

  private ask(kind: Deciding['kind']): void {
    this.asking = kind;
    this.chosen = '';
  }

  private decide(kind: Deciding['kind'], value: string, label: string, alike = false): void {
    this.emit('decided', { reply: this.reply, kind, value, label, alike } satisfies Deciding);
  }
}
