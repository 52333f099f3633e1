import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../elements/hl-choice.js';
import '../../elements/hl-field.js';
import { journal, type Draft } from '../../lib/journal.js';
import { CommandForm } from '../command-form.js';
import type { Channel, DecisionAnswer, Shown } from '../consent-shapes.js';
import type { CaseFile, Guardian } from '../shapes.js';
import { bareNumber, groupNumber } from '../phone.js';
import { relationWord } from '../words.js';
import type { DecisionWords } from './decision-words.js';
import { documentText, insteadOf, readBinding } from './document-text.js';
import { explainedFields, explainedOf, languageOf, type ExplainedDraft } from './explained.js';

interface DecisionDraft extends ExplainedDraft {
  answer: DecisionAnswer | '';
  channel: Channel | '';
  words: string;
  adult: 'YES' | 'NO' | '';
  victim: boolean;
}

/**
 * Records what somebody decided after the text was read out. No answer is chosen beforehand, and no
 * is as easy as yes; by what road it came is filled in where that is known. Emits `recorded`, or `closed`.
 */
@customElement('hl-loket-decision')
export class DecisionForm extends CommandForm {
  @property({ attribute: false }) file!: CaseFile;
  @property({ attribute: false }) words!: DecisionWords;
  @property({ attribute: false }) guardian?: Guardian;
  @state() private draft?: Draft<DecisionDraft>;
  @state() private shown?: Shown;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.open();
  }

  override render() {
    const { draft, words } = this;
    if (!draft) return nothing;
    const { value } = draft;
    return html`<section class="formulier" data-testid="decision-form">
      ${this.shown ? html`${insteadOf(value.language, this.shown)} ${documentText(this.shown)}` : nothing}
      ${words.channels.length > 1 ? this.channel(value) : nothing}
      ${explainedFields(value, (part) => this.explain(part))}
      ${this.asksAge() ? this.adult(value) : nothing}
      <hl-choice
        look="list"
        legend=${this.guardian ? 'Wat zegt de ouder?' : 'Wat zegt de jongere?'}
        .choices=${words.answers}
        .value=${value.answer}
        testId="decision-answer"
        @chosen=${(chosen: CustomEvent<DecisionAnswer>) => this.edit({ answer: chosen.detail })}
      ></hl-choice>
      ${this.guardian ? this.said(value) : nothing} ${this.refused()} ${this.buttons(value)}
    </section>`;
  }

  private channel(value: DecisionDraft) {
    const number = this.guardian?.number;
    return html`<hl-choice
        look="row"
        legend="Hoe?"
        .choices=${this.words.channels}
        .value=${value.channel}
        testId="decision-channel"
        @chosen=${(chosen: CustomEvent<Channel>) => this.edit({ channel: chosen.detail })}
      ></hl-choice>
      ${
        number !== undefined && ['', 'PHONE'].includes(value.channel)
          ? html`<p>
              <a
                class="knop"
                href="tel:${bareNumber(number)}"
                data-testid="decision-dial"
                @click=${() => this.edit({ channel: 'PHONE' })}
                >Bel ${groupNumber(number)}</a
              >
            </p>`
          : nothing
      }`;
  }

  /** A mother, a father and a legal guardian are of age; of anybody else it is asked. */
  private asksAge(): boolean {
    return this.guardian?.relation === 'OTHER';
  }

  private adult(value: DecisionDraft) {
    return html`<hl-yesno
      strict
      question="Is deze persoon 18 jaar of ouder?"
      .value=${value.adult}
      testId="decision-adult"
      @chosen=${(chosen: CustomEvent<'YES' | 'NO'>) => this.edit({ adult: chosen.detail })}
    ></hl-yesno>`;
  }

  private said(value: DecisionDraft) {
    return html`<button
        type="button"
        class="knop ${value.victim ? 'gekozen' : ''}"
        aria-pressed=${value.victim}
        data-testid="decision-victim"
        @click=${() => this.edit({ victim: !value.victim })}
      >
        ${value.victim ? '✓ ' : ''}Deze ouder is zelf slachtoffer
      </button>
      <div class="knoppen" role="group" aria-label="Wat de ouder zei">
        ${this.words.said.map(
          (said, index) =>
            html`<button
              type="button"
              class="knop"
              data-testid="decision-said-${index + 1}"
              @click=${() => this.edit({ words: said })}
            >
              ${said}
            </button>`,
        )}
      </div>
      <hl-field
        label="In eigen woorden van de ouder"
        multiline
        .maxBytes=${700}
        testId="decision-words"
        .value=${value.words}
        @typed=${(typed: CustomEvent<string>) => this.edit({ words: typed.detail })}
      ></hl-field>`;
  }

  private buttons(value: DecisionDraft) {
    const lacking = this.lacking(value);
    return html`<div class="voet breed">
      <button
        type="button"
        class="knop hoofd"
        ?disabled=${lacking !== '' || this.busy}
        data-testid="decision-save"
        @click=${() => void this.save(value)}
      >
        ${this.busy ? 'Wordt verstuurd' : 'Leg dit vast'}
      </button>
      <button
        type="button"
        class="knop"
        data-testid="decision-cancel"
        @click=${() => this.emit('closed')}
      >
        Niet doen
      </button>
      <span>${lacking}</span>
    </div>`;
  }

  private lacking({ answer, channel, words, adult }: DecisionDraft): string {
    if (channel === '') return 'Kies hoe.';
    if (this.asksAge() && adult === '') return 'Vraag of deze persoon 18 jaar of ouder is.';
    if (answer === '') return 'Kies een antwoord.';
    return this.guardian && words.trim() === '' ? 'Schrijf op wat de ouder zei.' : '';
  }

  private async open(): Promise<void> {
    const who = this.guardian?.id ?? 'juvenile';
    this.draft = await journal.open<DecisionDraft>(`case/${this.file.id}/decision/${who}`, {
      ...explainedOf(this.file),
      ...(this.guardian ? { language: languageOf(this.guardian) } : {}),
      answer: '',
      // The juvenile sits at the table; a guardian is called from here, or came.
      channel: this.guardian ? '' : 'IN_PERSON',
      words: '',
      adult: '',
      victim: false,
    });
    await this.load();
  }

  private async load(): Promise<void> {
    const { draft, words } = this;
    if (!draft) return;
    await this.working(async () => {
      this.shown = await readBinding(this.file.id, words.document, draft.value.language);
    });
  }

  private explain(part: Partial<ExplainedDraft>): void {
    this.edit(part);
    if (part.language !== undefined) void this.load();
  }

  private edit(change: Partial<DecisionDraft>): void {
    this.draft?.set(change);
    this.requestUpdate();
  }

  private async save(value: DecisionDraft): Promise<void> {
    const { shown, guardian, words } = this;
    if (!shown) return;
    const said = value.words.trim();
    await this.send(
      {
        method: 'POST',
        path: `/cases/${this.file.id}/decisions`,
        body: {
          person: words.person,
          purpose: 'PROGRAMME',
          answer: value.answer,
          document: shown.document,
          version: shown.version,
          language: shown.language,
          channel: value.channel,
          readAloud: value.readAloud,
          interpreter: value.interpreter,
          ...(said === '' ? {} : { words: said }),
          ...(guardian
            ? {
                guardianId: guardian.id,
                ...(value.adult === '' ? {} : { adult: value.adult === 'YES' }),
                ...(value.victim ? { victim: true } : {}),
                ...(value.channel === 'PHONE' ? { number: guardian.number } : {}),
              }
            : { cannotSign: true }),
        },
        label: guardian
          ? `Besluit van ${relationWord(guardian.relation)}`
          : 'Besluit van de jongere',
      },
      () => {
        void this.draft?.clear();
        this.emit('recorded');
      },
    );
  }
}
