import { html } from 'lit';
import { property } from 'lit/decorators.js';
import '../elements/hl-choice.js';
import '../elements/hl-field.js';
import type { HlField } from '../elements/hl-field.js';
import { LightElement } from '../elements/light.js';
import type { Mandate, Offence } from '../lib/contract.js';
import type { Draft } from '../lib/journal.js';
import type { HandoverDraft, TextKey } from './draft.js';
import { answerWords, choicesOf } from './words.js';

interface FieldOptions {
  readonly hint?: string;
  readonly maxBytes?: number;
  readonly type?: 'text' | 'tel' | 'time';
  readonly keyboard?: 'text' | 'tel' | 'decimal';
  readonly capitals?: 'words' | 'characters';
  readonly multiline?: boolean;
  readonly fault?: string;
}

/** One step of a handover. Writes every keystroke into the draft and emits `answered`. */
export abstract class DraftStep extends LightElement {
  @property({ attribute: false }) draft!: Draft<HandoverDraft>;
  @property({ attribute: false }) mandate!: Mandate;

  /** Where a person begins on this step. */
  protected get beginning(): HTMLElement | null {
    return this.querySelector('h1');
  }

  protected override firstUpdated(): void {
    void this.begin();
  }

  private async begin(): Promise<void> {
    await Promise.all(
      Array.from(this.querySelectorAll<HlField>('hl-field'), (field) => field.updateComplete),
    );
    this.beginning?.focus({ preventScroll: true });
  }

  protected get offence(): Offence | undefined {
    const { offenceId } = this.draft.value;
    return this.mandate.offences.find(({ id }) => id === offenceId);
  }

  protected answer(part: Partial<HandoverDraft>): void {
    this.draft.set(part);
    this.requestUpdate();
    this.emit('answered');
  }

  /** A text field for one key of the draft. */
  protected field(key: TextKey, label: string, options: FieldOptions = {}) {
    return html`<hl-field
      .label=${label}
      .hint=${options.hint ?? ''}
      .fault=${options.fault ?? ''}
      .maxBytes=${options.maxBytes ?? 0}
      .type=${options.type ?? 'text'}
      .keyboard=${options.keyboard ?? 'text'}
      .capitals=${options.capitals ?? 'sentences'}
      .multiline=${options.multiline ?? false}
      goesOn
      .testId=${kebab(key)}
      .value=${this.draft.value[key]}
      @typed=${(typed: CustomEvent<string>) => this.answer({ [key]: typed.detail })}
    ></hl-field>`;
  }

  /** Short equal answers for one key of the draft; nothing is chosen beforehand. */
  protected choice(
    key: TextKey,
    legend: string,
    words: Readonly<Record<string, string>> = answerWords,
    look: 'row' | 'pairs' = 'row',
  ) {
    return html`<hl-choice
      .look=${look}
      .legend=${legend}
      .choices=${choicesOf(words)}
      .testId=${kebab(key)}
      .value=${this.draft.value[key]}
      @chosen=${(chosen: CustomEvent<string>) => this.answer({ [key]: chosen.detail })}
    ></hl-choice>`;
  }
}

function kebab(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
