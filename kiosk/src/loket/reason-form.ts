import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../elements/hl-choice.js';
import '../elements/hl-field.js';
import type { Choice } from '../elements/hl-choice.js';
import { journal } from '../lib/journal.js';
import { DraftForm } from './draft-form.js';

/** What a form that asks for a reason says. `name` is the head of its test ids. */
export interface ReasonWords {
  name: string;
  title: string;
  text: string;
  reasons: readonly Choice[];
  noteHint: string;
  confirm: string;
  cancel: string;
}

/** A reason as chosen. */
export interface Reason {
  reason: string;
  note?: string;
}

interface ReasonDraft {
  reason: string;
  note: string;
}

function keyOf(caseId: string, name: string): string {
  return `case/${caseId}/reason/${name}`;
}

/** Forgets what was typed in the form of this name, once the server has it. */
export function forgetReason(caseId: string, { name }: ReasonWords): Promise<void> {
  return journal.drop(keyOf(caseId, name));
}

/**
 * Asks why, with a list of reasons and room for a note. Emits `confirmed` with a `Reason`, or `closed`. What was typed
 * is kept until `forgetReason`.
 */
@customElement('hl-loket-reason')
export class ReasonForm extends DraftForm<ReasonDraft> {
  @property() caseId = '';
  @property({ attribute: false }) words!: ReasonWords;
  /** Chosen beforehand. */
  @property() preset = '';

  protected get draftKey(): string {
    return keyOf(this.caseId, this.words.name);
  }

  protected get empty(): ReasonDraft {
    return { reason: this.preset, note: '' };
  }

  override render() {
    const { words, draft } = this;
    if (!draft) return nothing;
    const { reason, note } = draft.value;
    return html`<section class="kaart" data-testid="${words.name}-form">
      <h1>${words.title}</h1>
      <p>${words.text}</p>
      <hl-choice
        legend="Reden"
        .choices=${words.reasons}
        .value=${reason}
        testId="${words.name}-reason"
        @chosen=${(chosen: CustomEvent<string>) => this.edit({ reason: chosen.detail })}
      ></hl-choice>
      <hl-field
        label="Uitleg"
        hint=${words.noteHint}
        multiline
        maxBytes="1000"
        testId="${words.name}-note"
        .value=${note}
        @typed=${(typed: CustomEvent<string>) => this.edit({ note: typed.detail })}
      ></hl-field>
      <div class="knoppen">
        <button
          type="button"
          class="knop hoofd"
          ?disabled=${reason === ''}
          data-testid="${words.name}-confirm"
          @click=${() => this.confirm(draft.value)}
        >
          ${reason === '' ? 'Kies eerst een reden' : words.confirm}
        </button>
        <button type="button" class="knop" data-testid="${words.name}-cancel" @click=${this.giveUp}>
          ${words.cancel}
        </button>
      </div>
    </section>`;
  }

  private confirm({ reason, note }: ReasonDraft): void {
    const said = note.trim();
    this.emit('confirmed', { reason, ...(said === '' ? {} : { note: said }) });
  }
}
