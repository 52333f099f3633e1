import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import '../../elements/hl-banner.js';
import { LightElement } from '../../elements/light.js';
import { api, ApiError } from '../../lib/api.js';
import { clockTime } from '../board/board-words.js';
import { command, refusalText } from '../command.js';
import type { BoardRow } from '../shapes.js';
import './reply-card.js';
import type { Deciding } from './reply-card.js';
import type { ReplyList, TriageReply } from './shapes.js';
import { dismissalWords, moreWords, shownText } from './words.js';

/** The texts without a case: a person says where each belongs, and can take that back. */
@customElement('hl-loket-replies')
export class RepliesPage extends LightElement {
  /** How many the board says there are; another number is a reason to look again. */
  @property({ type: Number }) waiting = 0;
  @property({ attribute: false }) rows: readonly BoardRow[] = [];
  @state() private list?: ReplyList;
  @state() private refusal: ApiError | undefined;
  @state() private busy = false;
  /** What was decided last here. */
  @state() private done: { id: string; words: string; alike: boolean } | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.get('waiting') !== undefined && this.waiting !== this.list?.waiting) {
      void this.load();
    }
  }

  override render() {
    return html`<main class="blad berichten" data-testid="replies-page">
      <div class="titel">
        <h1>Sms zonder zaak</h1>
        <p class="zacht">
          Kies bij welke zaak een bericht hoort. Weet u het niet zeker? Bel terug. Een sms terug
          typen kan niet: alleen vaste teksten gaan uit.
        </p>
      </div>
      ${this.refusal ? this.refused(this.refusal) : nothing} ${this.undo()}
      ${this.list ? this.cards(this.list) : this.refusal ? nothing : html`<p role="status">De berichten worden opgehaald.</p>`}
    </main>`;
  }

  private refused(refusal: ApiError) {
    return html`<hl-banner
      tone="let"
      heading=${refusal.title}
      text=${refusalText(refusal)}
      data-testid="reply-refused"
    ></hl-banner>`;
  }

  private undo() {
    const { done } = this;
    if (!done) return nothing;
    return html`<hl-banner
      tone="goed"
      heading=${done.words}
      action="Maak ongedaan"
      data-testid="reply-done"
      @acted=${() => this.takeBack(done.id, done.alike)}
    ></hl-banner>`;
  }

  private cards(list: ReplyList) {
    const { replies, dismissed } = list;
    const more = moreWords(list);
    return html`${more === '' ? nothing : html`<hl-banner tone="let" heading=${more} data-testid="more-replies"></hl-banner>`}
    ${
      replies.length === 0
        ? html`<p data-testid="no-replies">
            <b>Er wacht geen bericht.</b> U kunt terug naar het bord.
          </p>`
        : repeat(
            replies,
            ({ id }) => id,
            (reply) =>
              html`<hl-reply-card
                .reply=${reply}
                .rows=${this.rows}
                .busy=${this.busy}
                @decided=${(decided: CustomEvent<Deciding>) => this.decide(decided.detail)}
              ></hl-reply-card>`,
          )
    }
    ${dismissed.length === 0 ? nothing : this.aside(dismissed)}`;
  }

  private aside(dismissed: readonly TriageReply[]) {
    return html`<details class="weggelegd">
      <summary class="knop" data-testid="dismissed">
        Weggelegd in deze dienst: ${dismissed.length}
      </summary>
      <ul>
        ${dismissed.map(
          ({ id, at, text, reason, by }) =>
            html`<li class="kaart sms">
              <p class="sms-woorden" dir="auto" .textContent=${shownText(text)}></p>
              <p class="zacht">
                ${clockTime(at)}.
                ${reason ? dismissalWords(reason) : ''}${by ? `, door ${by}` : ''}.
              </p>
              <button type="button" class="knop" @click=${() => this.takeBack(id)}>
                Haal terug
              </button>
            </li>`,
        )}
      </ul>
    </details>`;
  }

  private async decide({ reply, kind, value, label, alike }: Deciding): Promise<void> {
    const { id } = reply;
    const links = kind === 'link';
    const body = links ? { caseId: value } : { reason: value, ...(alike ? { alike } : {}) };
    const aside = alike ? `Weggelegd: ${reply.alike + 1} berichten.` : 'Weggelegd.';
    const words = links ? `Gekoppeld aan ${label}.` : aside;
    await this.send(`/replies/${id}/${kind}`, body, { id, words, alike });
  }

  private async takeBack(id: string, alike = false): Promise<void> {
    await this.send(`/replies/${id}/return`, alike ? { alike } : undefined, undefined);
  }

  private async send(path: string, body: unknown, done: RepliesPage['done']): Promise<void> {
    this.busy = true;
    this.refusal = undefined;
    this.done = undefined;
    try {
      await command({ method: 'POST', path, body, label: 'Sms zonder zaak' });
      this.done = done;
      await this.load();
    } catch (failure) {
      await this.load();
      this.refusal = ApiError.of(failure);
    } finally {
      this.busy = false;
    }
  }

  private async load(): Promise<void> {
    try {
      this.list = await api.get<ReplyList>('/replies');
      this.refusal = undefined;
    } catch (failure) {
      this.refusal = ApiError.of(failure);
    }
  }
}
