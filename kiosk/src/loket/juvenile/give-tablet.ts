import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../elements/hl-banner.js';
import '../../elements/hl-icon.js';
import { LightElement } from '../../elements/light.js';
import { ApiError } from '../../lib/api.js';
import { device } from '../../lib/device.js';
import { journal } from '../../lib/journal.js';
import { pause } from '../../lib/stream.js';
import { settled } from '../command.js';
import { EMPTY_DRAFT, type JuvenileDraft } from './juvenile-shapes.js';
import { draftKey } from './visit.js';

/** What the worker did last gets this long to reach the server first. */
const SETTLE_MS = 3_000;

/** Gives this tablet to the juvenile of a case; from then on only a PIN opens the desk again. */
@customElement('hl-give-tablet')
export class GiveTablet extends LightElement {
  @property() caseId = '';
  @property() label = 'Geef de tablet aan de jongere';
  /** One of several ways that count the same. */
  @property({ type: Boolean }) plain = false;
  @state() private busy = false;
  @state() private refusal = '';

  override render() {
    return html`<button
        type="button"
        class=${this.plain ? 'knop' : 'knop hoofd vol'}
        ?disabled=${this.busy}
        data-testid="give-tablet"
        @click=${this.give}
      >
        <hl-icon name="hand"></hl-icon>${this.busy ? 'Even wachten' : this.label}
      </button>
      ${this.refusal ? html`<hl-banner tone="stop" text=${this.refusal}></hl-banner>` : nothing}`;
  }

  private readonly give = async (): Promise<void> => {
    this.busy = true;
    this.refusal = '';
    try {
      await Promise.race([settled(), pause(SETTLE_MS, new AbortController().signal)]);
      const draft = await journal.open<JuvenileDraft>(draftKey(this.caseId), EMPTY_DRAFT);
      // A new walk; what was typed and not sent yet is still there.
      draft.set({ at: '', choice: '', told: '', readAloud: false });
      await device.giveToJuvenile(this.caseId);
    } catch (failure) {
      this.refusal = ApiError.of(failure).title;
    } finally {
      this.busy = false;
    }
  };
}
