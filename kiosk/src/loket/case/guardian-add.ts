import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../elements/hl-banner.js';
import { LightElement } from '../../elements/light.js';
import { ApiError } from '../../lib/api.js';
import { uuidv7 } from '../../lib/ids.js';
import { journal, type Draft } from '../../lib/journal.js';
import { command, refusalText } from '../command.js';
import '../receive/guardian-form.js';
import {
  emptyGuardian,
  faultOfNumber,
  missingGuardian,
  noteOfNumber,
  toGuardian,
  type GuardianDraft,
} from '../receive/receipt-draft.js';

/** A guardian who became known later. Emits `recorded`, or `closed`. */
@customElement('hl-loket-guardian-add')
export class GuardianAddForm extends LightElement {
  @property() caseId = '';
  @property({ type: Number }) position = 2;
  @state() private draft?: Draft<GuardianDraft>;
  @state() private busy = false;
  @state() private refusal: ApiError | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    const key = `case/${this.caseId}/guardian-new`;
    void journal
      .open<GuardianDraft>(key, emptyGuardian(uuidv7()))
      .then((draft) => (this.draft = draft));
  }

  override render() {
    const { draft } = this;
    if (!draft) return nothing;
    const fault = faultOfNumber([draft.value], 0);
    const missing = missingGuardian(draft.value, this.position - 1, fault);
    return html`<hl-loket-guardian-form
        heading="Nog een ouder of verzorger"
        .guardian=${draft.value}
        .numberFault=${fault}
        .numberNote=${noteOfNumber([draft.value], 0)}
        @edited=${(edited: CustomEvent<Partial<GuardianDraft>>) => this.edit(edited.detail)}
      ></hl-loket-guardian-form>
      ${
        this.refusal
          ? html`<hl-banner
              tone="stop"
              heading=${this.refusal.title}
              text=${refusalText(this.refusal)}
            ></hl-banner>`
          : nothing
      }
      <div class="voet breed">
        <p class="wat-nog" role="status" data-testid="add-missing">
          ${missing.length === 0 ? 'De sms gaat meteen uit.' : `Nog nodig: ${missing.join('; ')}.`}
        </p>
        <button
          type="button"
          class="knop"
          data-testid="add-cancel"
          @click=${() => this.emit('closed')}
        >
          Niet doen
        </button>
        <button
          type="button"
          class="knop hoofd"
          ?disabled=${missing.length > 0 || this.busy}
          data-testid="add-save"
          @click=${this.save}
        >
          ${this.busy ? 'Wordt verstuurd' : 'Voeg toe'}
        </button>
      </div>`;
  }

  private edit(change: Partial<GuardianDraft>): void {
    this.draft?.set(change);
    this.requestUpdate();
  }

  private readonly save = async (): Promise<void> => {
    const { draft } = this;
    if (!draft) return;
    this.busy = true;
    this.refusal = undefined;
    try {
      await command({
        method: 'POST',
        path: `/cases/${this.caseId}/guardians`,
        body: toGuardian(draft.value),
        label: 'Nog een ouder',
      });
      await draft.clear();
      draft.set({ id: uuidv7() });
      this.emit('recorded');
    } catch (failure) {
      this.refusal = ApiError.of(failure);
    } finally {
      this.busy = false;
    }
  };
}
