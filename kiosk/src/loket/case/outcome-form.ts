import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../elements/hl-banner.js';
import '../../elements/hl-field.js';
import '../../elements/hl-icon.js';
import { ApiError } from '../../lib/api.js';
import { journal, type Draft } from '../../lib/journal.js';
import { LightElement } from '../../elements/light.js';
import { command, refusalText } from '../command.js';
import {
  EMPTY_OUTCOME,
  SAID,
  missingOutcome,
  toContact,
  type Outcome,
  type OutcomeDraft,
} from './outcome-draft.js';

const OUTCOMES: readonly { value: Outcome; icon: string; label: string }[] = [
  { value: 'REACHED', icon: 'praat', label: 'Gesproken' },
  { value: 'NOT_REACHED', icon: 'klok', label: 'Neemt niet\u00a0op' },
  { value: 'WRONG_NUMBER', icon: 'vraagteken', label: 'Verkeerd nummer' },
  { value: 'DO_NOT_CONTACT', icon: 'hand', label: 'Niet bellen' },
];

/** Records how a call with a guardian ended. Emits `recorded` when the server has it. */
@customElement('hl-loket-outcome')
export class OutcomeForm extends LightElement {
  @property() caseId = '';
  @property() guardianId = '';
  @state() private draft?: Draft<OutcomeDraft>;
  @state() private busy = false;
  @state() private refusal: ApiError | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    const key = `case/${this.caseId}/guardian/${this.guardianId}`;
    void journal.open(key, EMPTY_OUTCOME).then((draft) => (this.draft = draft));
  }

  override render() {
    const { draft } = this;
    if (!draft) return nothing;
    return html`<section class="uitkomst">
      <h2>Hoe liep het gesprek?</h2>
      <div class="uitkomst-knoppen" role="group" aria-label="Hoe liep het gesprek?">
        ${OUTCOMES.map((one) => this.outcomeButton(one, draft.value.outcome))}
      </div>
      ${draft.value.outcome === '' ? nothing : this.details(draft.value)}
    </section>`;
  }

  private outcomeButton(one: (typeof OUTCOMES)[number], chosen: string) {
    return html`<button
      type="button"
      class="knop ${one.value === chosen ? 'gekozen' : ''}"
      aria-pressed=${one.value === chosen}
      data-testid="outcome-${one.value}"
      @click=${() => this.edit({ outcome: one.value })}
    >
      <hl-icon name=${one.icon}></hl-icon>${one.label}
    </button>`;
  }

  private details(draft: OutcomeDraft) {
    const missing = missingOutcome(draft);
    return html`<div class="kaart uitkomst-details" data-testid="outcome-details">
      ${draft.outcome === 'REACHED' ? this.spoken(draft) : nothing}
      ${
        draft.outcome === 'DO_NOT_CONTACT'
          ? this.text('Waarom mag deze ouder niet gebeld worden?', 'reason', draft.reason, true)
          : nothing
      }
      ${
        this.refusal
          ? html`<hl-banner
              tone="stop"
              heading=${this.refusal.title}
              text=${refusalText(this.refusal)}
            ></hl-banner>`
          : nothing
      }
      <div class="knoppen">
        <button
          type="button"
          class="knop hoofd"
          ?disabled=${missing !== '' || this.busy}
          data-testid="outcome-save"
          @click=${this.save}
        >
          ${this.busy ? 'Wordt verstuurd' : 'Leg dit vast'}
        </button>
        <span>${missing}</span>
      </div>
    </div>`;
  }

  private spoken(draft: OutcomeDraft) {
    return html`${this.text('Met wie sprak u?', 'spokenWith', draft.spokenWith, false)}
      <fieldset class="vraag">
        <legend>Wat heeft u gezegd?</legend>
        ${SAID.map(
          (sentence, index) =>
            html`<label class="vinkje">
              <input
                type="checkbox"
                .checked=${draft.said.includes(sentence)}
                data-testid="outcome-said-${index + 1}"
                @change=${() => this.toggle(sentence)}
              />
              <span>${sentence}</span>
            </label>`,
        )}
      </fieldset>
      ${this.text('Wat nog meer?', 'words', draft.words, true)}`;
  }

  private text(
    label: string,
    name: 'spokenWith' | 'words' | 'reason',
    value: string,
    multiline: boolean,
  ) {
    return html`<hl-field
      .label=${label}
      .value=${value}
      ?multiline=${multiline}
      .maxBytes=${name === 'spokenWith' ? 80 : 700}
      .testId="outcome-${name}"
      @typed=${(typed: CustomEvent<string>) => this.edit({ [name]: typed.detail })}
    ></hl-field>`;
  }

  private toggle(sentence: string): void {
    const said = this.draft?.value.said ?? [];
    const without = said.filter((one) => one !== sentence);
    this.edit({ said: without.length === said.length ? [...said, sentence] : without });
  }

  private edit(change: Partial<OutcomeDraft>): void {
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
        path: `/cases/${this.caseId}/guardians/${this.guardianId}/contacts`,
        body: toContact(draft.value),
        label: 'Gesprek met de ouder',
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
