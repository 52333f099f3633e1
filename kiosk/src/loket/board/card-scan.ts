import { html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../elements/hl-scan.js';
import { LightElement } from '../../elements/light.js';
import { api, ApiError } from '../../lib/api.js';
import { readCard } from '../../lib/codes.js';
import type { Card } from '../../lib/contract.js';
import type { Board, BoardRow } from '../shapes.js';

/** Finds a row by the juvenile's card. Emits `found` with the row, or `closed`. */
@customElement('hl-loket-card-scan')
export class CardScan extends LightElement {
  @property({ attribute: false }) board!: Board;
  @state() private fault = '';

  override render() {
    return html`<main class="blad smal">
      <div class="titel"><h1>Scan de kaart van de jongere</h1></div>
      <hl-scan
        testId="card-scan"
        codeLabel="Of typ de code van de kaart"
        .fault=${this.fault}
        @scanned=${this.read}
        @entered=${this.read}
      ></hl-scan>
      <button
        type="button"
        class="knop"
        data-testid="card-scan-close"
        @click=${() => this.emit('closed')}
      >
        Terug naar het bord
      </button>
    </main>`;
  }

  private readonly read = async ({ detail }: CustomEvent<string>): Promise<void> => {
    const seen = readCard(detail, location.host);
    if (seen.kind !== 'card') {
      this.fault =
        seen.kind === 'foreign'
          ? 'Deze kaart is van een ander loket.'
          : 'Dit is geen kaart van het loket. Kijk de code na.';
      return;
    }
    try {
      this.find(await api.get<Card>(`/cards/${seen.code}`));
    } catch (failure) {
      this.fault = ApiError.of(failure).title;
    }
  };

  private find({ ticket, used, handoverId }: Card): void {
    const row = this.board.rows.find(
      (one: BoardRow) => one.id === handoverId || one.ticket.words === ticket.words,
    );
    if (row) {
      this.emit('found', row);
      return;
    }
    this.fault = used
      ? `De kaart van ${ticket.words} staat niet meer op het bord.`
      : `Met de kaart van ${ticket.words} is nog niemand overgedragen.`;
  }
}
