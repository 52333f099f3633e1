import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../elements/hl-scan.js';
import '../elements/hl-ticket.js';
import { api, ApiError } from '../lib/api.js';
import { readCard } from '../lib/codes.js';
import type { Card } from '../lib/contract.js';
import { DraftStep } from './draft-step.js';
import { records } from './records.js';

const usedWords = 'Deze kaart is al gebruikt. Pak een nieuwe kaart.';

/** Which card does the juvenile have? Emits `completed` once a card is known or done without. */
@customElement('hl-step-card')
export class StepCard extends DraftStep {
  @state() private fault = '';
  @state() private looking = false;

  override render() {
    const { ticket, cardCode } = this.draft.value;
    return html`<main class="inhoud">
        <h1 tabindex="-1">Scan de kaart van de jongere</h1>
        ${ticket ? html`<hl-ticket look="large" .ticket=${ticket}></hl-ticket>` : nothing}
        <hl-scan
          testId="card"
          codeLabel="Of typ de code van de kaart"
          codeHint="8 letters en cijfers"
          .fault=${this.fault}
          @scanned=${this.read}
          @entered=${this.read}
        ></hl-scan>
        <p role="status">${this.looking ? 'De kaart wordt opgezocht.' : ''}</p>
      </main>
      <footer class="voet">
        ${
          cardCode
            ? html`<button class="knop hoofd vol" data-testid="next" @click=${this.complete}>
                Verder met deze kaart
              </button>`
            : html`<button class="knop vol" data-testid="no-card" @click=${this.complete}>
                Zonder kaart verder
              </button>`
        }
      </footer>`;
  }

  private readonly read = async (seen: CustomEvent<string>): Promise<void> => {
    const card = readCard(seen.detail, this.mandate.event.host);
    if (card.kind === 'foreign') {
      this.fault = 'Deze kaart is van een ander loket. Pak een kaart van dit loket.';
    } else if (card.kind === 'invalid') {
      this.fault =
        'Deze kaartcode klopt niet. Kijk hem letter voor letter na, of pak een andere kaart.';
    } else if (card.code === this.draft.value.cardCode) {
      this.complete();
    } else if (!this.looking) {
      await this.lookUp(card.code);
    }
  };

  private async lookUp(cardCode: string): Promise<void> {
    this.looking = true;
    try {
      if (this.isOurs(cardCode))
        throw new ApiError({ code: 'card.used', title: usedWords, status: 409 });
      const { used, ticket } = await api.get<Card>(`/cards/${cardCode}`);
      this.fault = used ? usedWords : '';
      if (!used) this.take({ cardCode, ticket });
    } catch (failure) {
      const refusal = ApiError.of(failure);
      // Without the network the code itself is enough: its check character was right.
      if (refusal.temporary) this.take({ cardCode, ticket: undefined });
      else this.fault = sentence(refusal);
    } finally {
      this.looking = false;
    }
  }

  /** Handed out by this phone tonight; known without network too. */
  private isOurs(cardCode: string): boolean {
    return records.list.some((sent) => sent.cardCode === cardCode);
  }

  private take(card: Pick<typeof this.draft.value, 'cardCode' | 'ticket'>): void {
    this.answer(card);
    this.complete();
  }

  private readonly complete = (): void => this.emit('completed');
}

function sentence({ status, title }: ApiError): string {
  return status === 404 ? 'Deze kaart is hier niet bekend. Pak een andere kaart.' : title;
}
