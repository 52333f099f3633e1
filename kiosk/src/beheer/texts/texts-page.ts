import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../elements/hl-banner.js';
import '../../elements/hl-state.js';
import { LightElement } from '../../elements/light.js';
import { api, ApiError } from '../../lib/api.js';
import type { TextId, TextKind, TextLanguage, TextOverview } from './shapes.js';
import './text-editor.js';
import './texts.css';
import { unsavedText } from './unsaved.js';
import { KIND_WORDS, standing } from './words.js';

/** The texts that guardians get: which there are, in which language, and whether somebody signed them. */
@customElement('hl-beheer-texts')
export class TextsPage extends LightElement {
  /** Which text, from the address: `BRIDGE/ar`; empty for the list. */
  @property() chosen = '';
  @state() private overview?: TextOverview;
  @state() private refusal: ApiError | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override render() {
    const { overview } = this;
    const open = overview && this.open(overview);
    if (overview && open) {
      return html`<hl-text-editor
        .overview=${overview}
        .kind=${open.kind}
        .language=${open.language}
        @changed=${() => this.load()}
      ></hl-text-editor>`;
    }
    return html`<main class="blad teksten">
      <div class="titel">
        <h1>Teksten</h1>
        <p class="zacht">Dit lezen ouders op hun telefoon. Een concept wordt nooit verstuurd.</p>
      </div>
      ${
        this.refusal
          ? html`<hl-banner
              tone="stop"
              heading=${this.refusal.title}
              action="Probeer opnieuw"
              @acted=${() => this.load()}
            ></hl-banner>`
          : nothing
      }
      ${overview ? overview.kinds.map((kind) => this.kind(overview, kind)) : this.waiting()}
    </main>`;
  }

  private waiting() {
    return this.refusal ? nothing : html`<p role="status">De teksten worden opgehaald.</p>`;
  }

  private open({ kinds, languages }: TextOverview) {
    const [id = '', code = ''] = this.chosen.split('/');
    const kind = kinds.find((one) => one.id === id);
    const language = languages.find((one) => one.code === code);
    return kind && language ? { kind, language } : undefined;
  }

  private kind(overview: TextOverview, { id }: TextKind) {
    const { name, when } = KIND_WORDS[id];
    return html`<section class="kaart" aria-labelledby="soort-${id}">
      <div class="soort">
        <h2 id="soort-${id}">${name}</h2>
        <p class="zacht">${when}</p>
      </div>
      <ul class="talen">
        ${overview.languages
          .filter((language) => id !== 'PROBE' || versionsOf(overview, id, language).length > 0)
          .map((language) => tile(overview, id, language))}
      </ul>
    </section>`;
  }

  private async load(): Promise<void> {
    try {
      this.overview = await api.get<TextOverview>('/texts');
      this.refusal = undefined;
    } catch (failure) {
      this.refusal = ApiError.of(failure);
    }
  }
}

/** The versions of a text in a language, newest first. */
export function versionsOf({ texts }: TextOverview, id: TextId, { code }: TextLanguage) {
  return texts.find((one) => one.id === id && one.language === code)?.versions ?? [];
}

const UNSAVED = { tone: 'let', word: 'Nog niet bewaard', note: 'u was hier bezig' } as const;

function tile(overview: TextOverview, id: TextId, language: TextLanguage) {
  const { tone, word, note } =
    unsavedText(id, language.code) === undefined
      ? standing(versionsOf(overview, id, language))
      : UNSAVED;
  return html`<li>
    <a href="#/teksten/${id}/${language.code}" data-testid="text-${id}-${language.code}">
      <b>${language.name}</b>
      <hl-state tone=${tone} word=${word} note=${note}></hl-state>
    </a>
  </li>`;
}
