import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../elements/hl-choice.js';
import '../../elements/hl-field.js';
import '../../elements/hl-icon.js';
import type { Choice } from '../../elements/hl-choice.js';
import { LightElement } from '../../elements/light.js';
import { ApiError } from '../../lib/api.js';
import { uuidv7 } from '../../lib/ids.js';
import { journal, type Draft } from '../../lib/journal.js';
import { command } from '../command.js';
import '../form-end.js';
import { bareNumber, groupNumber, isNumber } from '../phone.js';
import type { Guardian } from '../shapes.js';
import { WRONG_NUMBER_WORDS } from './guardian-words.js';

/** The right number as typed so far. */
interface NumberDraft {
  id: string;
  number: string;
  readBack: boolean;
  reason: string;
}

const REASONS: readonly Choice[] = Object.entries(WRONG_NUMBER_WORDS).map(([value, label]) => ({
  value,
  label,
}));

/** Puts a wrong number right. Emits `recorded` when the server has it, or `closed`. */
@customElement('hl-loket-number')
export class NumberForm extends LightElement {
  @property() caseId = '';
  @property({ attribute: false }) guardian!: Guardian;
  @state() private draft?: Draft<NumberDraft>;
  @state() private busy = false;
  @state() private refusal: ApiError | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    const key = `case/${this.caseId}/number/${this.guardian.id}`;
    const empty = { id: uuidv7(), number: '', readBack: false, reason: '' };
    void journal.open<NumberDraft>(key, empty).then((draft) => (this.draft = draft));
  }

  override render() {
    const { draft, guardian } = this;
    if (!draft) return nothing;
    const { number, reason } = draft.value;
    return html`<section class="kaart" data-testid="number-form">
      <h1>Wat is het goede nummer?</h1>
      <p>
        Nu staat er <b>${groupNumber(guardian.number ?? '')}</b>. Wat nog niet is verstuurd naar dat
        nummer, gaat niet meer weg. De sms gaat meteen naar het nieuwe nummer.
      </p>
      <hl-field
        label="Nieuw nummer van de ouder"
        type="tel"
        keyboard="tel"
        testId="number-new"
        .value=${number}
        @typed=${(typed: CustomEvent<string>) =>
          this.edit({ number: typed.detail, readBack: false })}
      ></hl-field>
      ${isNumber(number) ? this.readAloud(draft.value) : nothing}
      <hl-choice
        look="row"
        legend="Waarom klopte het oude nummer niet?"
        .choices=${REASONS}
        .value=${reason}
        testId="number-reason"
        @chosen=${(chosen: CustomEvent<string>) => this.edit({ reason: chosen.detail })}
      ></hl-choice>
      <hl-form-end
        name="number"
        label="Dit is het goede nummer"
        closable
        .lacking=${missing(draft.value)}
        ?busy=${this.busy}
        .refusal=${this.refusal}
        @save=${this.save}
      ></hl-form-end>
    </section>`;
  }

  private readAloud({ number, readBack }: NumberDraft) {
    return html`<div class="knoppen">
      <p>Lees voor:<br /><b class="nummer" data-testid="number-aloud">${groupNumber(number)}</b></p>
      ${
        readBack
          ? html`<span class="bewaard s-goed"
              ><hl-icon name="s-goed"></hl-icon>Voorgelezen en klopt</span
            >`
          : html`<button
              type="button"
              class="knop"
              data-testid="number-read-back"
              @click=${() => this.edit({ readBack: true })}
            >
              <hl-icon name="vink"></hl-icon>Voorgelezen en klopt
            </button>`
      }
    </div>`;
  }

  private edit(change: Partial<NumberDraft>): void {
    this.draft?.set(change);
    this.requestUpdate();
  }

  private readonly save = async (): Promise<void> => {
    const { draft } = this;
    if (!draft) return;
    this.busy = true;
    this.refusal = undefined;
    const { id, number, readBack, reason } = draft.value;
    try {
      await command({
        method: 'POST',
        path: `/cases/${this.caseId}/guardians/${this.guardian.id}/numbers`,
        body: { id, number: bareNumber(number), readBack, reason },
        label: 'Nummer van de ouder verbeteren',
      });
      await draft.clear();
      this.emit('recorded');
    } catch (failure) {
      this.refusal = ApiError.of(failure);
    } finally {
      this.busy = false;
    }
  };
}

function missing({ number, readBack, reason }: NumberDraft): string {
  if (!isNumber(number)) return 'Vul het nieuwe nummer in.';
  if (!readBack) return 'Lees het nummer eerst voor.';
  return reason === '' ? 'Kies waarom het oude niet klopte.' : '';
}
