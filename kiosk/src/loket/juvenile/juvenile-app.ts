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
import { ownScreen } from './own-screen.js';
import {
  afterScreen,
  choices,
  confirmScreen,
  decideScreen,
  endScreen,
  feltScreen,
  sayScreen,
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
      </header>
      ${
        language.words.draft
          ? html`<p class="nog-niet" data-testid="draft-language">${language.words.draft}</p>`
          : nothing
      }
      ${this.body()}
    </div>`;
  }

  /** The sentence of a new screen is where the reader of the screen, and the keyboard, go on. */
  override updated(): void {
    const { visit } = this;
    const at = `${visit.ready} ${visit.screen?.id} ${this.asking} ${this.opening}`;
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
      ${this.troubles()}
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
      <div class="jongere-voet">${this.askButton()}</div>
    </main>`;
  }

  private asked() {
    const { language } = this.visit;
    return html`<main class="jongere-blad" data-screen="asking">
      <div class="jongere-midden">${endScreen(language, true, this.open)}</div>
      <div class="jongere-voet">
        <button
          type="button"
          class="knop hoofd"
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
        return sayScreen(screen, language, this.helps(this.spoken(screen.text)));
      case 'decide':
        return decideScreen(file, language, this.ifNo, this.helps(this.decideText(), this.noButton()));
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
    const { screen, draft, language } = visit;
    const { words } = language;
    switch (screen.kind) {
      case 'decide':
        return html`${choices(language, draft.choice, (choice) => visit.choose(choice))}
          <div class="terug-rij">${this.backButton()}</div>`;
      case 'sign':
        return signFoot(visit, this.withoutSign, (without) => (this.withoutSign = without));
      case 'confirm':
        return this.mainButton(words.confirm, () =>
          draft.choice === 'YES' ? visit.go(1) : void visit.decide('unsigned'),
        );
      case 'own':
        return this.mainButton(
          draft.ownWords.trim() === '' ? words.skip : words.ownSave,
          () => void visit.saveOwnWords(),
        );
      case 'felt':
        return this.mainButton(words.skip, () => void visit.feel(screen.question, undefined), true);
      case 'end':
        return this.backButton();
      default:
        return this.mainButton(words.next, () => void visit.next());
    }
  }

  private mainButton(text: string, act: () => void, quiet = false): TemplateResult {
    const { busy, language } = this.visit;
    return html`${this.backButton()}<button
        type="button"
        class="knop ${quiet ? '' : 'hoofd'} duw"
        ?disabled=${busy}
        data-testid="next"
        @click=${act}
      >
        ${busy ? language.words.loading : text}
      </button>`;
  }

  private backButton(): TemplateResult {
    const { visit } = this;
    if (visit.isFirst) return html``;
    return html`<button
      type="button"
      class="knop"
      data-testid="back"
      ?disabled=${visit.busy}
      @click=${() => visit.go(-1)}
    >
      <hl-icon name="terug"></hl-icon>${visit.language.words.back}
    </button>`;
  }

  /** Read aloud, ask for help, and what else a screen has. */
  private helps(text = '', more: TemplateResult | typeof nothing = nothing): TemplateResult {
    const { words } = this.visit.language;
    const { reading, voiceless } = this.reader;
    return html`<div class="hulp">
        ${
          text
            ? html`<button
                type="button"
                class="knop"
                data-testid="read-aloud"
                @click=${() => this.read(text)}
              >
                <hl-icon name=${reading ? 'geluiduit' : 'geluid'}></hl-icon>${
                  reading ? words.stopReading : words.readAloud
                }
              </button>`
            : nothing
        }
        ${more} ${this.askButton()}
      </div>
      <p role="status" class="stemloos" data-testid="no-voice">${voiceless ? words.noVoice : ''}</p>`;
  }

  private askButton() {
    return html`<button
      type="button"
      class="knop"
      data-testid="ask-worker"
      @click=${() => (this.asking = true)}
    >
      <hl-icon name="hand"></hl-icon>${this.visit.language.words.askWorker}
    </button>`;
  }

  private noButton() {
    const { words } = this.visit.language;
    return html`<button
      type="button"
      class="knop"
      aria-expanded=${this.ifNo}
      data-testid="what-if-no"
      @click=${() => (this.ifNo = !this.ifNo)}
    >
      <hl-icon name="vraagteken"></hl-icon>${words.whatIfNo}
    </button>`;
  }

  private decideText(): string {
    const { words } = this.visit.language;
    const all = [words.choose, `${words.yes}.`, `${words.no}.`, `${words.later}.`];
    return [...all, ...(this.ifNo ? words.ifNo : [])].join(' ');
  }

  private spoken(text: string): string {
    return text;
  }

  private read(text: string): void {
    if (this.reader.reading) this.reader.stop();
    else if (this.reader.read(text, this.visit.language)) this.visit.keep({ readAloud: true });
  }

  private troubles() {
    const { busy, refusal, language } = this.visit;
    const { words } = language;
    if (busy) return html`<p class="melding" role="status">${words.saving}</p>`;
    if (!refusal) return nothing;
    return html`<div class="melding" role="status" data-testid="refused">
      <p>${refusal.temporary ? words.offline : words.refused}</p>
      ${refusal.temporary ? nothing : html`<p lang="nl" dir="ltr">${refusal.title}</p>`}
    </div>`;
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
