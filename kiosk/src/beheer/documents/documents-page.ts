import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { api } from '../../lib/api.js';
import { ReadingPage } from '../reading-page.js';
import '../texts/texts.css';
import { kindCard, named } from '../written.js';
import './document-view.js';
import './documents.css';
import type { DocumentKind, DocumentOverview } from './shapes.js';
import { exists, standing, USE_WORDS, versionsOf } from './words.js';

const PAGE = { place: 'documenten', name: 'document' };

/** The documents of the desk: which there are, in which language, and whether somebody signed them. */
@customElement('hl-beheer-documents')
export class DocumentsPage extends ReadingPage<DocumentOverview> {
  /** Which document, from the address: `RIGHTS/ar`; empty for the list. */
  @property() chosen = '';

  override render() {
    const { held } = this;
    const open = held && named(this.chosen, held);
    if (held && open && exists(open.kind.id, open.language.code)) {
      return html`<hl-document-view
        .overview=${held}
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
      ${this.whenRead('De documenten worden opgehaald.', (overview) =>
        overview.kinds.map((kind) => card(overview, kind)),
      )}
    </main>`;
  }

  protected override read(): Promise<DocumentOverview> {
    return api.get<DocumentOverview>('/documents');
  }
}

function card(overview: DocumentOverview, { id, name }: DocumentKind) {
  const tiles = overview.languages
    .filter(({ code }) => exists(id, code))
    .map((language) => ({ language, standing: standing(versionsOf(overview, id, language.code)) }));
  return kindCard({ id, name, when: USE_WORDS[id] }, tiles, PAGE);
}
