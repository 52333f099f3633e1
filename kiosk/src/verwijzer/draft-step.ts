import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import '../elements/hl-choice.js';
import '../elements/hl-field.js';
import '../elements/hl-verdict.js';
import type { HlField } from '../elements/hl-field.js';
import { LightElement } from '../elements/light.js';
import type { Mandate, Offence } from '../lib/contract.js';
import type { Draft } from '../lib/journal.js';
import { lawBook } from '../lib/law-book.js';
import { watch } from '../lib/watching.js';
import type { HandoverDraft, TextKey } from './draft.js';
import { judgementOf, type Judgement } from './judgement.js';
import './next-steps.js';
import { bandOf, finalBand } from './verdict.js';
import './why-dialog.js';
import type { WhyDialog } from './why-dialog.js';
import { answerWords, choicesOf } from './words.js';

interface FieldOptions {
  readonly hint?: string;
  readonly maxBytes?: number;
  readonly type?: 'text' | 'tel' | 'time';
  readonly keyboard?: 'text' | 'tel' | 'decimal';
  readonly capitals?: 'words' | 'characters';
  readonly multiline?: boolean;
  readonly fault?: string;
  /** Shown instead of what stands in the draft. */
  readonly shown?: string;
}

interface Foot {
  readonly label: string;
  readonly testId?: string;
  readonly disabled?: boolean;
  /** The band takes less room where there is much to ask. */
  readonly compact?: boolean;
  /** Shows the verdict as it will be sent: what was not answered is unknown. */
  readonly asSent?: boolean;
}

/** One step of a handover. Writes every keystroke into the draft and emits `answered`. */
export abstract class DraftStep extends LightElement {
  @property({ attribute: false }) draft!: Draft<HandoverDraft>;
  @property({ attribute: false }) mandate!: Mandate;

  constructor() {
    super();
    watch(this, lawBook.on);
  }

  /** What the rules say of the draft as it stands. */
  protected get judgement(): Judgement {
    return judgementOf(this.draft.value, this.mandate, lawBook.law);
  }

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

  /** The verdict and the way on, in the same place on every step. */
  protected foot({
    label,
    testId = 'next',
    disabled = false,
    compact = true,
    asSent = false,
  }: Foot) {
    const { judgement, draft } = this;
    const { verdict } = judgement;
    const band = asSent && verdict ? finalBand(verdict) : bandOf(draft.value, judgement);
    return html`<footer class="voet">
      <hl-verdict
        ?compact=${compact}
        ?asksWhy=${judgement.verdict !== undefined}
        .tone=${band.tone}
        .heading=${band.heading}
        .reason=${band.reason}
        .next=${band.next}
        @why=${() => this.querySelector<WhyDialog>('hl-why-dialog')?.open()}
      ></hl-verdict>
      ${
        judgement.final && !draft.value.despiteVerdict
          ? this.stopped(judgement)
          : html`<button
              class="knop hoofd vol"
              data-testid=${testId}
              ?disabled=${disabled}
              @click=${() => this.emit('completed')}
            >
              ${label}
            </button>`
      }
      <hl-why-dialog .verdict=${judgement.verdict} .law=${lawBook.law}></hl-why-dialog>
    </footer>`;
  }

  /** Nothing more is asked: what to do now, and the way to the desk for who wants to consult. */
  private stopped({ verdict }: Judgement) {
    const { law } = lawBook;
    if (!verdict || !law) return nothing;
    return html`<hl-next-steps
        .route=${law.rules.routes[verdict.route ?? '']}
        .mandate=${this.mandate}
      ></hl-next-steps>
      <button class="knop vol" data-testid="despite-verdict" @click=${this.consult}>
        Toch naar het loket, want ik wil overleggen
      </button>
      <button class="knop hoofd vol" data-testid="ended" @click=${() => this.emit('ended')}>
        Klaar, gooi dit weg
      </button>`;
  }

  private readonly consult = (): void => {
    this.answer({ despiteVerdict: true });
    this.emit('completed');
  };

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
      .value=${options.shown ?? this.draft.value[key]}
      @typed=${(typed: CustomEvent<string>) => this.answer({ [key]: typed.detail })}
    ></hl-field>`;
  }

  /** Short equal answers for one key of the draft; nothing is chosen beforehand. */
  protected choice(
    key: TextKey,
    legend: string,
    words: Readonly<Record<string, string>> = answerWords,
    look: 'row' | 'pairs' | 'list' = 'row',
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

/** @returns the test id of a key of the draft */
export function kebab(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
