import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../elements/hl-banner.js';
import '../elements/hl-icon.js';
import '../elements/hl-ticket.js';
import { LightElement } from '../elements/light.js';
import { api, ApiError } from '../lib/api.js';
import { spaced } from '../lib/codes.js';
import type { Card } from '../lib/contract.js';
import { uuidv7 } from '../lib/ids.js';
import { fileLinks } from '../elements/file-links.js';

const BATCHES = [10, 20, 50] as const;

/** Makes and prints the cards that the juveniles get. */
@customElement('hl-beheer-cards')
export class CardsPage extends LightElement {
  @state() private cards?: readonly Card[];
  @state() private count = 20;
  @state() private busy = '';
  @state() private sheet = '';
  @state() private refusal: ApiError | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.run('Kaarten worden opgehaald', () => this.load());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    URL.revokeObjectURL(this.sheet);
  }

  override render() {
    const { cards = [] } = this;
    const free = cards.filter((card) => !card.used).length;
    return html`<div class="lijf beheer">
      <main>
        <div class="titel">
          <h1>Kaarten</h1>
          <p class="zacht" data-testid="cards-count">${cards.length} kaarten, ${free} vrij</p>
        </div>
        ${
          this.refusal
            ? html`<hl-banner tone="stop" heading=${this.refusal.title}></hl-banner>`
            : nothing
        }
        ${
          cards.length === 0 && !this.busy
            ? html`<p>Er zijn nog geen kaarten. Maak ze rechts.</p>`
            : this.list(cards)
        }
      </main>
      <aside class="zij rechts">${this.maker()} ${this.printer(free)}</aside>
    </div>`;
  }

  private list(cards: readonly Card[]) {
    return html`<ul class="kaarten" data-testid="cards">
      ${cards.map(
        (card) =>
          html`<li data-testid="card" data-code=${card.code} data-used=${card.used}>
            <hl-ticket look="plain" .ticket=${card.ticket}></hl-ticket>
            <span class="zacht code-klein">${spaced(card.code)}</span>
            <b>${card.used ? 'gebruikt' : 'vrij'}</b>
          </li>`,
      )}
    </ul>`;
  }

  private maker() {
    return html`<h2>Maak kaarten</h2>
      <div class="antwoorden" role="group" aria-label="Hoeveel kaarten?">
        ${BATCHES.map(
          (count) =>
            html`<button
              type="button"
              class="knop ${count === this.count ? 'gekozen' : ''}"
              aria-pressed=${count === this.count}
              data-testid="cards-${count}"
              @click=${() => (this.count = count)}
            >
              ${count}
            </button>`,
        )}
      </div>
      <button
        type="button"
        class="knop hoofd vol"
        ?disabled=${this.busy !== ''}
        data-testid="make-cards"
        @click=${() => this.run('Kaarten worden gemaakt', () => this.make())}
      >
        Maak ${this.count} kaarten
      </button>
      <p role="status">${this.busy}</p>`;
  }

  private printer(free: number) {
    return html`<h2>Print</h2>
      <p>Alle vrije kaarten, tien op een blad. Op de kaart staat geen naam.</p>
      <button
        type="button"
        class="knop vol"
        ?disabled=${free === 0 || this.busy !== ''}
        data-testid="print-cards"
        @click=${() => this.run('De PDF wordt gemaakt', () => this.print())}
      >
        <hl-icon name="papier"></hl-icon>Print kaarten (PDF)
      </button>
      ${this.sheet ? fileLinks(this.sheet, 'kaarten.pdf') : nothing}`;
  }

  private async load(): Promise<void> {
    this.cards = (await api.get<{ cards: readonly Card[] }>('/cards')).cards;
  }

  private async make(): Promise<void> {
    await api.send('POST', '/cards', { count: this.count }, uuidv7());
    await this.load();
  }

  private async print(): Promise<void> {
    URL.revokeObjectURL(this.sheet);
    this.sheet = URL.createObjectURL(await api.blob('/cards/sheet'));
  }

  private async run(words: string, work: () => Promise<void>): Promise<void> {
    this.busy = `${words}.`;
    this.refusal = undefined;
    try {
      await work();
    } catch (failure) {
      this.refusal = ApiError.of(failure);
    } finally {
      this.busy = '';
    }
  }
}
