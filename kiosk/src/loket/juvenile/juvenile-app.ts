import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../elements/hl-drill-bar.js';
import '../../elements/hl-icon.js';
import { LightElement } from '../../elements/light.js';
import { clock } from '../../lib/clock.js';
import type { SignedIn } from '../../lib/contract.js';
import { localTime } from '../../lib/dates.js';
import type { Shift } from '../../lib/shift.js';
import '../shift-panel.js';
import './juvenile.css';
import { hereFor } from './languages.js';
import './language-bar.js';
import { askButton, backButton, decideText, footOf, helpRow, noButton, troubles } from './frame.js';
import { ownScreen } from './own-screen.js';
import {
  afterScreen,
  confirmScreen,
  decideScreen,
  endScreen,
  feltScreen,
  sayScreen,
  spoken,
} from './screens.js';
import { signWith } from './sign.js';
import { signFoot, signScreen } from './sign-screen.js';
import { Reader } from './speech.js';
import { Visit } from './visit.js';

const TICK_MS = 5_000;

/**
 * The tablet while a juvenile holds it: one sentence at a time, in the language of choice. Nothing of the desk is in
 * reach; a worker comes back by PIN.
 */
@customElement('hl-juvenile')
export class JuvenileApp extends LightElement {
  @property() caseId = '';
  @property({ attribute: false }) shift!: Shift;
  @property({ attribute: false }) colleagues: readonly SignedIn[] = [];
  /** The juvenile wants a worker. */
  @state() private asking = false;
  /** A worker is about to give a PIN. */
  @state() private opening = false;
  @state() private ifNo = false;
  @state() private withoutSign = false;
  @state() private now = clock.now();

  private visit!: Visit;
  private readonly reader = new Reader(() => this.requestUpdate());
  private lifetime = new AbortController();
  private shown = '';

  override connectedCallback(): void {
    super.connectedCallback();
    this.lifetime = new AbortController();
    const { signal } = this.lifetime;
    this.visit = new Visit(this.caseId, () => this.requestUpdate(), signWith);
    const ticking = setInterval(() => (this.now = clock.now()), TICK_MS);
    signal.addEventListener('abort', () => clearInterval(ticking));
    void this.visit.load(signal);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.lifetime.abort();
    this.reader.stop();
    void this.visit.leave();
  }

  override render() {
    if (this.opening) return this.workerPanel();
    const { visit } = this;
    const { language } = visit;
    return html`<div class="scherm jongere" lang=${language.code} dir=${language.dir}>
      <hl-drill-bar lang="nl" dir="ltr"></hl-drill-bar>
      <header class="balk">
        <hl-language-bar
          .current=${language}
          @spoken=${(chosen: CustomEvent<string>) =>
            visit.speak(chosen.detail, this.lifetime.signal)}
        ></hl-language-bar>
        ${this.hours()}
        ${
          language.words.draft
            ? html`<p class="nog-niet" data-testid="draft-language">${language.words.draft}</p>`
            : nothing
        }
      </header>
      ${this.body()}
    </div>`;
  }

  /** The sentence of a new screen is where the reader of the screen, and the keyboard, go on. */
  override updated(): void {
    const { visit } = this;
    const at = `${visit.ready ? visit.screen.id : ''} ${this.asking} ${this.opening}`;
    if (!visit.ready || at === this.shown) return;
    const first = this.shown === '';
    this.shown = at;
    this.reader.stop();
    if (first) return;
    scrollTo(0, 0);
    this.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }

  private hours() {
    const { file, language } = this.visit;
    return html`<p class="uur">
      <b>${localTime(this.now)}</b>
      ${file ? html`<span data-testid="here-for">${hereFor(language, file.arrivedAt, this.now)}</span>` : nothing}
    </p>`;
  }

  private body() {
    const { visit } = this;
    if (this.asking) return this.asked();
    if (!visit.ready) return this.waiting();
    return html`<main class="jongere-blad ${visit.screen.kind}" data-screen=${visit.screen.id}>
      <div class="jongere-midden">${this.screen()}</div>
      ${troubles(visit)}
      <div class="jongere-voet">${this.foot()}</div>
    </main>`;
  }

  private waiting() {
    const { refusal, language } = this.visit;
    const { words } = language;
    return html`<main class="jongere-blad">
      <div class="jongere-midden">
        <div class="jongere-tekst breed">
          <h1 class="zin" tabindex="-1" role="status">
            ${refusal ? (refusal.temporary ? words.offline : words.refused) : words.loading}
          </h1>
          ${refusal && !refusal.temporary ? html`<p lang="nl" dir="ltr">${refusal.title}</p>` : nothing}
        </div>
      </div>
      <div class="jongere-voet">${askButton(language, () => (this.asking = true))}</div>
    </main>`;
  }

  private asked() {
    const { language } = this.visit;
    return html`<main class="jongere-blad" data-screen="asking">
      <div class="jongere-midden">${endScreen(language, true, this.open)}</div>
      <div class="jongere-voet">
        <button
          type="button"
          class="knop hoofd duw"
          data-testid="go-on"
          @click=${() => (this.asking = false)}
        >
          ${language.words.goOn}
        </button>
      </div>
    </main>`;
  }

  private screen(): TemplateResult {
    const { visit } = this;
    const { screen, language, draft, file } = visit;
    if (!file) return html``;
    switch (screen.kind) {
      case 'say':
        return sayScreen(screen, language, this.helps(spoken(screen)));
      case 'decide':
        return decideScreen(
          file,
          language,
          this.ifNo,
          this.helps(
            decideText(language, this.ifNo),
            html`${backButton(visit)} ${this.noButton()}`,
          ),
        );
      case 'confirm':
        return confirmScreen(draft.choice, language, this.helps());
      case 'sign':
        return signScreen(visit, this.withoutSign, this.helps(visit.consent.shown?.text ?? ''));
      case 'after':
        return afterScreen(file, draft.told, language, this.helps());
      case 'own':
        return ownScreen(visit, this.helps());
      case 'felt':
        return feltScreen(
          screen,
          language,
          draft.felt[screen.question],
          (mood) => void visit.feel(screen.question, mood),
          this.helps(language.words[screen.question]),
        );
      case 'end':
        return endScreen(language, false, this.open);
    }
  }

  private foot(): TemplateResult {
    const { visit } = this;
    if (visit.screen.kind === 'sign') {
      return signFoot(visit, this.withoutSign, (without) => (this.withoutSign = without));
    }
    return footOf(visit);
  }

  /** Read aloud, ask for help, and what else a screen has. */
  private helps(text = '', more: TemplateResult | typeof nothing = nothing): TemplateResult {
    return helpRow(this.visit.language, this.reader, text, {
      read: (what) => this.read(what),
      ask: () => (this.asking = true),
      more,
    });
  }

  private noButton() {
    return noButton(this.visit.language, this.ifNo, () => (this.ifNo = !this.ifNo));
  }

  private read(text: string): void {
    if (this.reader.reading) this.reader.stop();
    else if (this.reader.read(text, this.visit.language)) this.visit.keep({ readAloud: true });
  }

  private workerPanel() {
    return html`<div class="scherm" lang="nl" data-testid="juvenile-pin">
      <hl-drill-bar></hl-drill-bar>
      <hl-loket-shift
        .shift=${this.shift}
        .colleagues=${this.colleagues}
        .worker=${this.shift.signedIn}
      ></hl-loket-shift>
      <div class="blad smal terug-naar-jongere">
        <button
          type="button"
          class="knop vol"
          data-testid="back-to-juvenile"
          @click=${() => (this.opening = false)}
        >
          <hl-icon name="terug"></hl-icon>Terug naar het scherm van de jongere
        </button>
      </div>
    </div>`;
  }

  private readonly open = (): void => {
    this.opening = true;
  };
}

/** The juvenile's screens of a case, on a tablet that several workers share. */
export function juvenilePage(caseId: string, shift: Shift): TemplateResult {
  return html`<hl-juvenile
    .caseId=${caseId}
    .shift=${shift}
    .colleagues=${shift.colleagues}
  ></hl-juvenile>`;
}
