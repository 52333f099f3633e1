import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../../elements/hl-icon.js';
import { clockTime } from '../board/board-words.js';
import type { Offer, Shown } from '../consent-shapes.js';
import { LANGUAGES } from '../words.js';
import { documentText, insteadOf, readBinding } from './document-text.js';
import type { ExplainedDraft } from './explained.js';
import { ExplainingForm } from './explaining-form.js';

const MEDIUM_WORDS: Record<Offer['medium'], string> = {
  PRINTED: 'op papier gegeven',
  PDF: 'als PDF gegeven',
  SCREEN: 'op de tablet gelezen',
};

/** The written offer: made, given, and how. Emits `recorded`. */
@customElement('hl-loket-offer')
export class OfferForm extends ExplainingForm {
  /** True when an offer was given before and the worker wants to give it once more. */
  @state() private again = false;

  override connectedCallback(): void {
    super.connectedCallback();
    // The letter is made at once: nobody comes here for anything else.
    if (this.file.offers.length === 0) void this.load();
  }

  protected override explain(explained: ExplainedDraft): void {
    const other = explained.language !== this.explained?.language;
    super.explain(explained);
    if (other) void this.load();
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
    return html`${this.fields(explained)} ${this.shown ? this.ready(this.shown) : this.make()}
    ${this.refused()}`;
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

  private load(): Promise<boolean> {
    return this.working(async () => {
      const shown = await readBinding(this.file.id, 'OFFER', this.language);
      await this.print('offer', shown.language);
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
      path: `${this.path}/offers`,
      body: { language, version, medium, readAloud, interpreter },
      label: 'Het aanbod',
    });
    if (done) this.again = false;
  }
}
