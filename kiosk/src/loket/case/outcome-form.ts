import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../elements/hl-choice.js';
import '../../elements/hl-field.js';
import '../../elements/hl-icon.js';
import { ApiError } from '../../lib/api.js';
import { journal, type Draft } from '../../lib/journal.js';
import { LightElement } from '../../elements/light.js';
import { command } from '../command.js';
import '../form-end.js';
import { groupNumber } from '../phone.js';
import type { ContactHow } from '../contact-shapes.js';
import type { Guardian } from '../shapes.js';
import { relationWord } from '../words.js';
import {
  EMPTY_OUTCOME,
  SAID,
  VOICEMAIL,
  missingOutcome,
  toContact,
  type Outcome,
  type OutcomeDraft,
} from './outcome-draft.js';
import { substituteFields } from './substitute-fields.js';

const OUTCOMES: readonly { value: Outcome; icon: string; label: string }[] = [
  { value: 'REACHED', icon: 'praat', label: 'Gesproken' },
  { value: 'NOT_REACHED', icon: 'klok', label: 'Neemt niet\u00a0op' },
  { value: 'VOICEMAIL', icon: 'geluid', label: 'Voicemail' },
  { value: 'WRONG_NUMBER', icon: 'vraagteken', label: 'Verkeerd nummer' },
  { value: 'DO_NOT_CONTACT', icon: 'hand', label: 'Niet bellen' },
];

const ROADS: readonly { value: ContactHow; label: string }[] = [
  { value: 'CALLED', label: 'Ik belde' },
  { value: 'CALLED_BACK', label: 'De ouder belde' },
  { value: 'AT_DESK', label: 'Aan het loket' },
];

/**
 * Records how a call with a guardian ended. Emits `recorded` when the server has it, and
 * `number-wrong` when the number must be put right first.
 */
@customElement('hl-loket-outcome')
export class OutcomeForm extends LightElement {
  @property() caseId = '';
  @property({ attribute: false }) guardian!: Guardian;
  @state() private draft?: Draft<OutcomeDraft>;
  @state() private busy = false;
  @state() private refusal: ApiError | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    const key = `case/${this.caseId}/guardian/${this.guardian.id}`;
    void journal.open(key, EMPTY_OUTCOME).then((draft) => (this.draft = draft));
  }

  override render() {
    const { draft } = this;
    if (!draft) return nothing;
    const asking = draft.value.outcome === '' && !this.guardian.informed;
    return html`<section class="uitkomst ${asking ? 'in-beeld' : ''}">
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
      @click=${() => this.choose(one.value)}
    >
      <hl-icon name=${one.icon}></hl-icon>${one.label}
    </button>`;
  }

  private details(draft: OutcomeDraft) {
    return html`<div class="kaart uitkomst-details" data-testid="outcome-details">
      ${draft.outcome === 'REACHED' ? this.spoken(draft) : nothing}
      ${
        draft.outcome === 'DO_NOT_CONTACT'
          ? html`${this.text('Waarom mag deze ouder niet gebeld worden?', 'reason', draft.reason, true)}
            ${substituteFields(draft.substitute, true, (change) =>
              this.edit({ substitute: { ...draft.substitute, ...change } }),
            )}`
          : nothing
      }
      ${draft.outcome === 'VOICEMAIL' ? this.voicemail(draft) : nothing}
      ${['NOT_REACHED', 'VOICEMAIL', 'WRONG_NUMBER'].includes(draft.outcome) ? this.readAgain() : nothing}
      <hl-form-end
        name="outcome"
        label="Leg dit vast"
        .lacking=${missingOutcome(draft)}
        ?busy=${this.busy}
        .refusal=${this.refusal}
        @save=${this.save}
      ></hl-form-end>
    </div>`;
  }

  private spoken(draft: OutcomeDraft) {
    return html`<hl-choice
        look="row"
        legend="Hoe sprak u elkaar?"
        .choices=${ROADS}
        .value=${draft.how}
        testId="outcome-how"
        @chosen=${(chosen: CustomEvent<string>) => this.edit({ how: chosen.detail as ContactHow })}
      ></hl-choice>
      ${this.text('Met wie sprak u?', 'spokenWith', draft.spokenWith, false)}
      ${draft.spokenWith === '' ? this.whoButton() : nothing}
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

  /** The guardian that was called, in one tap. */
  private whoButton() {
    const { name, relation } = this.guardian;
    const who = name === undefined ? relationWord(relation) : `${name} (${relationWord(relation)})`;
    return html`<div class="knoppen">
      <button
        type="button"
        class="knop"
        data-testid="outcome-who"
        @click=${() => this.edit({ spokenWith: who })}
      >
        <hl-icon name="vink"></hl-icon>${who}
      </button>
    </div>`;
  }

  private voicemail({ words }: OutcomeDraft) {
    return html`<p>Spreek alleen dit in: <b>“${VOICEMAIL}”</b> Geen naam, niets over het kind.</p>
      <label class="vinkje">
        <input
          type="checkbox"
          .checked=${words === VOICEMAIL}
          data-testid="outcome-voicemail"
          @change=${() => this.edit({ words: words === VOICEMAIL ? '' : VOICEMAIL })}
        />
        <span>Dit heb ik ingesproken</span>
      </label>`;
  }

  /** A number that does not answer may be a wrong one: it is read aloud again. */
  private readAgain() {
    const { number } = this.guardian;
    if (number === undefined) return nothing;
    return html`<div class="knoppen" data-testid="outcome-read-again">
      <p>
        Lees het nummer nog eens voor aan de jongere:<br /><b class="nummer"
          >${groupNumber(number)}</b
        >
      </p>
      <button
        type="button"
        class="knop"
        data-testid="outcome-number-wrong"
        @click=${() => this.emit('number-wrong')}
      >
        Nummer klopt niet: verbeter
      </button>
    </div>`;
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

  /** The question that was held in view makes room for the rest of the form. */
  private choose(outcome: Outcome): void {
    const first = this.draft?.value.outcome === '';
    this.edit({ outcome });
    if (first) {
      void this.updateComplete.then(() => {
        this.querySelector('.uitkomst')?.scrollIntoView({ block: 'start' });
      });
    }
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
    const path = `/cases/${this.caseId}/guardians/${this.guardian.id}`;
    try {
      await command({
        method: 'POST',
        path: `${path}/contacts`,
        body: toContact(draft.value),
        label: 'Gesprek met de ouder',
      });
      await draft.clear();
      scrollTo({ top: 0 });
      this.emit('recorded');
    } catch (failure) {
      this.refusal = ApiError.of(failure);
    } finally {
      this.busy = false;
    }
  };
}
