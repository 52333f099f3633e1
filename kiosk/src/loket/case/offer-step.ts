import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../elements/hl-icon.js';
import { api } from '../../lib/api.js';
import { clockTime } from '../board/board-words.js';
import { CommandForm } from '../command-form.js';
import type { Offer, Shown } from '../consent-shapes.js';
import type { CaseFile } from '../shapes.js';
import { LANGUAGES } from '../words.js';
import { documentText, insteadOf, readBinding } from './document-text.js';
import { explainedFields, explainedOf, type ExplainedDraft } from './explained.js';

const MEDIUM_WORDS: Record<Offer['medium'], string> = {
  PRINTED: 'op papier gegeven',
  PDF: 'als PDF gegeven',
  SCREEN: 'op de tablet gelezen',
};

/** The written offer: made, given, and how. Emits `recorded`. */
@customElement('hl-loket-offer')
export class OfferForm extends CommandForm {
  @property({ attribute: false }) file!: CaseFile;
  @state() private explained?: ExplainedDraft;
  @state() private shown?: Shown;
  @state() private url = '';
  /** True when an offer was given before and the worker wants to give it once more. */
  @state() private again = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.explained = explainedOf(this.file);
    // The letter is made at once: nobody comes here for anything else.
    if (this.file.offers.length === 0) void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    URL.revokeObjectURL(this.url);
  }

  override render() {
    const given = this.file.offers.at(-1);
    return given && !this.again ? this.given(given) : this.form();
  }

  private given(offer: Offer) {
    const language = LANGUAGES[offer.language] ?? offer.language;
    return html`<p class="bewaard s-goed" data-testid="offer-done">
      <hl-icon name="s-goed"></hl-icon>Het aanbod is om ${clockTime(offer.at)}
      ${MEDIUM_WORDS[offer.medium]}, in het ${language}, door ${offer.by}.
      ${
        ['INTAKE', 'OFFERED'].includes(this.file.state)
          ? html`<button
              type="button"
              class="knop"
              data-testid="offer-again"
              @click=${() => (this.again = true)}
            >
              Geef het nog eens
            </button>`
          : nothing
      }
    </p>`;
  }

  private form() {
    const { explained } = this;
    if (!explained) return nothing;
    return html`${explainedFields(explained, (part) => this.explain({ ...explained, ...part }))}
    ${this.shown ? this.ready(this.shown) : this.make()} ${this.refused()}`;
  }

  /** Another language is another letter. */
  private explain(explained: ExplainedDraft): void {
    const other = explained.language !== this.explained?.language;
    this.explained = explained;
    if (!other) return;
    delete this.shown;
    void this.load();
  }

  private make() {
    return html`<div class="voet breed">
      <button
        type="button"
        class="knop hoofd"
        ?disabled=${this.busy}
        data-testid="offer-make"
        @click=${() => void this.load()}
      >
        <hl-icon name="papier"></hl-icon
        >${this.busy ? 'De brief wordt gemaakt' : 'Maak de aanbodbrief'}
      </button>
    </div>`;
  }

  private ready(shown: Shown) {
    return html`${insteadOf(this.explained?.language, shown)} ${documentText(shown, this.url)}
      <div class="voet breed gelijk">
        ${this.way('PRINTED', 'De jongere heeft de brief')} ${this.way('PDF', 'Als PDF gegeven')}
        ${this.way('SCREEN', 'Op de tablet gelezen')}
      </div>`;
  }

  private way(medium: Offer['medium'], label: string) {
    return html`<button
      type="button"
      class="knop"
      ?disabled=${this.busy}
      data-testid="offer-${medium}"
      @click=${() => void this.record(medium)}
    >
      ${label}
    </button>`;
  }

  private async load(): Promise<void> {
    const language = this.explained?.language ?? 'nl';
    const path = `/cases/${this.file.id}`;
    await this.working(async () => {
      const shown = await readBinding(this.file.id, 'OFFER', language);
      const pdf = await api.blob(`${path}/documents/offer.pdf?language=${shown.language}`);
      URL.revokeObjectURL(this.url);
      this.url = URL.createObjectURL(pdf);
      this.shown = shown;
    });
  }

  private async record(medium: Offer['medium']): Promise<void> {
    const { shown, explained } = this;
    if (!shown || !explained) return;
    const { language, version } = shown;
    const { readAloud, interpreter } = explained;
    const done = await this.send({
      method: 'POST',
      path: `/cases/${this.file.id}/offers`,
      body: { language, version, medium, readAloud, interpreter },
      label: 'Het aanbod',
    });
    if (done) this.again = false;
  }
}
