import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import '../../elements/hl-icon.js';
import { clockTime } from '../board/board-words.js';
import '../juvenile/give-tablet.js';
import type { RightsShown, Shown } from '../consent-shapes.js';
import { LANGUAGES } from '../words.js';
import { documentText, readDocument } from './document-text.js';
import { ExplainingForm } from './explaining-form.js';

const MEDIUM_WORDS: Record<RightsShown['medium'], string> = {
  SCREEN: 'op de tablet gelezen',
  PAPER: 'op papier gegeven',
  SPOKEN: 'voorgelezen',
};

/**
 * The rights card comes before any other question. Emits `recorded` when it was read out or given on paper.
 */
@customElement('hl-loket-rights')
export class RightsStep extends ExplainingForm {
  override render() {
    const { explained } = this;
    if (!explained) return nothing;
    return html`<div class="titel">
        <h1>Kent de jongere zijn rechten?</h1>
        <p class="zacht">Eerst de rechten, dan pas de andere vragen.</p>
      </div>
      ${this.done()} ${this.fields(explained)}
      ${this.shown ? this.reading(this.shown) : this.ways()} ${this.refused()}
      ${this.file.rights && !this.shown ? this.on() : nothing}`;
  }

  /** The card was shown, perhaps on the juvenile's own screens: there is nothing more to do here. */
  private on() {
    return html`<div class="voet breed">
      <button
        type="button"
        class="knop hoofd"
        data-testid="rights-next"
        @click=${() => this.emit('recorded')}
      >
        Ga verder
      </button>
    </div>`;
  }

  private done() {
    const { rights } = this.file;
    if (!rights) return nothing;
    const language = LANGUAGES[rights.language] ?? rights.language;
    return html`<p class="bewaard s-goed" data-testid="rights-done">
      <hl-icon name="s-goed"></hl-icon>Om ${clockTime(rights.at)} ${MEDIUM_WORDS[rights.medium]}, in
      het ${language}${rights.interpreter ? ', met een tolk' : ''}, door ${rights.by}.
    </p>`;
  }

  /** Three ways that count the same. */
  private ways() {
    return html`<div class=${this.file.rights ? 'gelijk-rij' : 'voet breed gelijk'}>
      <hl-give-tablet plain .caseId=${this.file.id}></hl-give-tablet>
      <button
        type="button"
        class="knop"
        ?disabled=${this.busy}
        data-testid="rights-read"
        @click=${() => void this.show()}
      >
        <hl-icon name="praat"></hl-icon>Lees de rechten voor
      </button>
      <button
        type="button"
        class="knop"
        ?disabled=${this.busy}
        data-testid="rights-paper"
        @click=${() => void this.onPaper()}
      >
        <hl-icon name="papier"></hl-icon>Geef de kaart op papier
      </button>
    </div>`;
  }

  private reading(shown: Shown) {
    const paper = this.url !== '';
    return html`${documentText(shown, this.url)}
      <div class="voet breed">
        <button
          type="button"
          class="knop hoofd"
          ?disabled=${this.busy}
          data-testid="rights-save"
          @click=${() => void this.record(shown, paper ? 'PAPER' : 'SPOKEN')}
        >
          ${paper ? 'De jongere heeft de kaart' : 'Voorgelezen en begrepen'}
        </button>
        <button type="button" class="knop" @click=${() => this.away()}>Terug</button>
      </div>`;
  }

  private show(): Promise<boolean> {
    return this.working(async () => {
      this.shown = await readDocument(this.file.id, 'RIGHTS', this.language);
    });
  }

  private async onPaper(): Promise<void> {
    if (await this.show()) await this.working(() => this.print('rights', this.language));
  }

  private async record(shown: Shown, medium: RightsShown['medium']): Promise<void> {
    const { language, version } = shown;
    const aloud = medium === 'SPOKEN' || (this.explained?.readAloud ?? false);
    await this.send({
      method: 'POST',
      path: `${this.path}/rights`,
      body: {
        language,
        version,
        medium,
        readAloud: aloud,
        interpreter: this.explained?.interpreter ?? false,
      },
      label: 'Rechtenkaart',
    });
  }
}
