import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../elements/hl-choice.js';
import '../../elements/hl-field.js';
import type { Decision } from '../../lib/eligibility/law.js';
import { journal } from '../../lib/journal.js';
import { DraftForm } from '../draft-form.js';
import { overrideWords } from './words.js';

interface OverrideDraft {
  reason: string;
  note: string;
}

function keyOf(caseId: string): string {
  return `case/${caseId}/override`;
}

/** Forgets what was typed, once the server has it. */
export function forgetOverride(caseId: string): Promise<void> {
  return journal.drop(keyOf(caseId));
}

/**
 * Asks why a worker decides otherwise than the rules. Emits `confirmed` with an `Override`, or `closed`. What was typed
 * is kept until `forgetOverride`.
 */
@customElement('hl-loket-override')
export class OverrideForm extends DraftForm<OverrideDraft> {
  @property() caseId = '';
  @property() decision: Decision = 'UNKNOWN';
  /** What still lacks before it can be sent, as a sentence. */
  @property() lacks = '';
  @property({ type: Boolean }) sending = false;
  /** The juvenile was received already: there is nothing to go back to. */
  @property({ type: Boolean }) received = false;

  protected get draftKey(): string {
    return keyOf(this.caseId);
  }

  protected get empty(): OverrideDraft {
    const [only, ...others] = overrideWords(this.decision, this.received).reasons;
    return { reason: only && others.length === 0 ? only.value : '', note: '' };
  }

  override render() {
    const { draft } = this;
    if (!draft) return nothing;
    const words = overrideWords(this.decision, this.received);
    const missing = this.missing(draft.value);
    return html`<section class="kaart" data-testid="override-form">
      <h2>${words.title}</h2>
      <p>${words.text}</p>
      <hl-choice
        legend="Reden"
        look="pairs"
        .choices=${words.reasons}
        .value=${draft.value.reason}
        testId="override-reason"
        @chosen=${(chosen: CustomEvent<string>) => this.edit({ reason: chosen.detail })}
      ></hl-choice>
      <hl-field
        label="Waarom?"
        hint=${words.noteHint}
        multiline
        maxBytes="1000"
        testId="override-note"
        .value=${draft.value.note}
        @typed=${(typed: CustomEvent<string>) => this.edit({ note: typed.detail })}
      ></hl-field>
      ${missing ? html`<p role="status">${missing}</p>` : nothing}
      <div class="knoppen">
        <button
          type="button"
          class="knop hoofd"
          ?disabled=${missing !== '' || this.sending}
          data-testid="override-confirm"
          @click=${() => this.confirm(draft.value)}
        >
          ${this.sending ? 'Wordt verstuurd' : words.confirm}
        </button>
        ${this.received ? nothing : this.cancel(words.cancel)}
      </div>
    </section>`;
  }

  private cancel(word: string) {
    return html`<button
      type="button"
      class="knop"
      data-testid="override-cancel"
      @click=${this.giveUp}
    >
      ${word}
    </button>`;
  }

  private missing({ reason, note }: OverrideDraft): string {
    if (reason === '') return 'Kies eerst een reden.';
    return note.trim() === '' ? 'Schrijf op waarom.' : this.lacks;
  }

  private confirm({ reason, note }: OverrideDraft): void {
    this.emit('confirmed', { decision: this.decision, reason, note: note.trim() });
  }
}
