import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../elements/hl-icon.js';
import { LightElement } from '../elements/light.js';
import { api } from '../lib/api.js';
import { localTime } from '../lib/dates.js';

interface Refused {
  readonly id: number;
  readonly parkedAt: string;
  readonly code: string;
  readonly reason: string;
}

/** What phones sent while the desk was locked and could not be taken in afterwards; nothing when all went well. */
@customElement('hl-beheer-parked')
export class BeheerParked extends LightElement {
  @state() private refused: readonly Refused[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override render() {
    if (this.refused.length === 0) return nothing;
    return html`<section class="melding s-let" data-testid="parked-refused">
      <hl-icon name="s-let"></hl-icon>
      <div>
        <b>Niet aangenomen van toen het loket op slot was: ${this.refused.length}</b>
        <span
          >De verwijzer ziet het op de telefoon. Bel wie u kent, of wacht tot de jongere bij het
          loket komt.</span
        >
        <ul>
          ${this.refused.map(
            ({ parkedAt, reason, code }) =>
              html`<li data-code=${code}>${localTime(Date.parse(parkedAt))}: ${reason}</li>`,
          )}
        </ul>
      </div>
    </section>`;
  }

  /** Only the coordinator may see it; for anyone else there is nothing here. */
  private async load(): Promise<void> {
    const list = await api
      .get<{ refused: readonly Refused[] }>('/parked-handovers')
      .catch(() => undefined);
    this.refused = list?.refused ?? [];
  }
}
