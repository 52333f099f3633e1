import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../elements/hl-banner.js';
import '../../elements/hl-icon.js';
import { LightElement } from '../../elements/light.js';
import { api, ApiError } from '../../lib/api.js';
import { command, refusalText } from '../command.js';
import '../replies/sender-button.js';
import type { ThreadEntry } from '../replies/shapes.js';
import { entryHead, entryNote, shownText } from '../replies/words.js';
import { routeHash } from '../route.js';

/** The texts of a case, both ways. Opening it is reading it; nothing here makes a guardian spoken to. */
@customElement('hl-loket-thread')
export class ThreadStep extends LightElement {
  @property() caseId = '';
  /** How many the board says nobody read. */
  @property({ type: Number }) unread = 0;
  @state() private entries?: readonly ThreadEntry[];
  @state() private refusal: ApiError | undefined;
  @state() private takenBack = false;
  /** What was new when this screen was opened; it stays marked here. */
  private readonly fresh = new Set<string>();

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('unread');
    if (before !== undefined && this.unread > 0) void this.load();
  }

  override render() {
    return html`<div class="titel">
        <h1>Sms-berichten</h1>
        <p class="zacht">Een antwoord per sms is geen gesprek. Bel terug, en leg dat vast.</p>
      </div>
      ${this.refusal ? this.refused(this.refusal) : nothing}
      ${this.takenBack ? this.away() : nothing} ${this.list()}
      <div class="voet breed">
        <p class="zacht">U kunt hier geen sms typen: alleen vaste teksten gaan uit.</p>
        <a
          class="knop hoofd"
          href=${routeHash({ page: 'case', id: this.caseId, step: 'guardian' })}
          data-testid="thread-call"
          ><hl-icon name="telefoon"></hl-icon>Bel terug</a
        >
      </div>`;
  }

  private list() {
    const { entries } = this;
    if (!entries) {
      return this.refusal ? nothing : html`<p role="status">De berichten worden opgehaald.</p>`;
    }
    if (entries.length === 0) return html`<p>Er is nog geen sms verstuurd of ontvangen.</p>`;
    return html`<ol class="draad" data-testid="thread">
      ${entries.map((entry) => this.entry(entry))}
    </ol>`;
  }

  private entry(entry: ThreadEntry) {
    const received = entry.way === 'RECEIVED';
    const note = entryNote(entry);
    return html`<li
      class=${received ? 'van' : 'aan'}
      data-testid=${received ? 'received' : 'sent'}
      data-cause=${entry.cause ?? nothing}
    >
      <p class="draad-kop">
        ${entryHead(entry)}${this.fresh.has(entry.id) ? html` <b class="nieuw">Nieuw</b>` : nothing}
      </p>
      <p class="sms-woorden" dir="auto" .textContent=${shownText(entry.text)}></p>
      ${note === '' ? nothing : html`<p class="zacht">${note}</p>`}
      ${received ? this.actions(entry) : nothing}
    </li>`;
  }

  private actions(entry: ThreadEntry) {
    return html`<div class="knoppen">
      ${
        entry.who.relation === undefined || entry.who.former
          ? html`<hl-reply-sender .replyId=${entry.id}></hl-reply-sender>`
          : nothing
      }
      <button
        type="button"
        class="knop klein"
        data-testid="take-back"
        @click=${() => this.takeBack(entry.id)}
      >
        Hoort niet bij deze zaak
      </button>
    </div>`;
  }

  private refused(refusal: ApiError) {
    return html`<hl-banner
      tone="stop"
      heading=${refusal.title}
      text=${refusalText(refusal)}
    ></hl-banner>`;
  }

  private away() {
    return html`<hl-banner
      tone="goed"
      heading="Het bericht is uit deze zaak gehaald."
      text="Het ligt nu bij de sms zonder zaak: die staat boven het bord."
    ></hl-banner>`;
  }

  private async takeBack(id: string): Promise<void> {
    try {
      await command({ method: 'POST', path: `/replies/${id}/return`, label: 'Sms uit de zaak' });
      this.takenBack = true;
      await this.load();
    } catch (failure) {
      this.refusal = ApiError.of(failure);
    }
  }

  private async load(): Promise<void> {
    const path = `/cases/${this.caseId}/thread`;
    try {
      this.entries = (await api.get<{ entries: ThreadEntry[] }>(path)).entries;
      this.refusal = undefined;
      await this.markRead(path, this.entries);
    } catch (failure) {
      this.refusal = ApiError.of(failure);
    }
  }

  private async markRead(path: string, entries: readonly ThreadEntry[]): Promise<void> {
    const replies = entries.filter(({ unread }) => unread).map(({ id }) => id);
    const fresh = replies.filter((id) => !this.fresh.has(id));
    if (fresh.length === 0 || !this.isConnected) return;
    fresh.forEach((id) => this.fresh.add(id));
    this.requestUpdate();
    await this.updateComplete;
    // Nothing counts as read that nobody could see.
    this.querySelector('.draad .nieuw')?.scrollIntoView({ block: 'center' });
    await command({
      method: 'POST',
      path: `${path}/read`,
      body: { replies },
      label: 'Sms gelezen',
    });
  }
}
