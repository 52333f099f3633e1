import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../elements/hl-banner.js';
import '../../elements/hl-state.js';
import { LightElement } from '../../elements/light.js';
import { api, ApiError } from '../../lib/api.js';
import '../texts/texts.css';
import './document-view.js';
import './documents.css';
import type { DocumentKind, DocumentLanguage, DocumentOverview } from './shapes.js';
import { exists, standing, USE_WORDS, versionsOf } from './words.js';

/** The documents of the desk: which there are, in which language, and whether somebody signed them. */
@customElement('hl-beheer-documents')
export class DocumentsPage extends LightElement {
  /** Which document, from the address: `RIGHTS/ar`; empty for the list. */
  @property() chosen = '';
  @state() private overview?: DocumentOverview;
  @state() private refusal: ApiError | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override render() {
    const { overview } = this;
    const open = overview && this.open(overview);
    if (overview && open) {
      return html`<hl-document-view
        .overview=${overview}
        .kind=${open.kind}
        .language=${open.language}
        @changed=${() => this.load()}
      ></hl-document-view>`;
    }
    return html`<main class="blad teksten">
      <div class="titel">
        <h1>Documenten</h1>
        <p class="zacht">
          Dit leest of krijgt men aan het loket. Een concept is alleen hulp naast het Nederlands.
        </p>
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
    return this.refusal ? nothing : html`<p role="status">De documenten worden opgehaald.</p>`;
  }

  private open({ kinds, languages }: DocumentOverview) {
    const [id = '', code = ''] = this.chosen.split('/');
    const kind = kinds.find((one) => one.id === id);
    const language = languages.find((one) => one.code === code);
    return kind && language && exists(kind.id, code) ? { kind, language } : undefined;
  }

  private kind(overview: DocumentOverview, kind: DocumentKind) {
    return html`<section class="kaart" aria-labelledby="document-${kind.id}">
      <div class="soort">
        <h2 id="document-${kind.id}">${kind.name}</h2>
        <p class="zacht">${USE_WORDS[kind.id]}</p>
      </div>
      <ul class="talen">
        ${overview.languages
          .filter(({ code }) => exists(kind.id, code))
          .map((language) => tile(overview, kind, language))}
      </ul>
    </section>`;
  }

  private async load(): Promise<void> {
    try {
      this.overview = await api.get<DocumentOverview>('/documents');
      this.refusal = undefined;
    } catch (failure) {
      this.refusal = ApiError.of(failure);
    }
  }
}

function tile(overview: DocumentOverview, { id }: DocumentKind, language: DocumentLanguage) {
  const { tone, word, note } = standing(versionsOf(overview, id, language.code));
  return html`<li>
    <a href="#/documenten/${id}/${language.code}" data-testid="document-${id}-${language.code}">
      <b>${language.name}</b>
      <hl-state tone=${tone} word=${word} note=${note}></hl-state>
    </a>
  </li>`;
}
