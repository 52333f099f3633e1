import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { api } from '../../lib/api.js';
import { ReadingPage } from '../reading-page.js';
import { kindCard, named, versionsIn, type Standing } from '../written.js';
import type { TextId, TextKind, TextLanguage, TextOverview } from './shapes.js';
import './text-editor.js';
import './texts.css';
import { unsavedText } from './unsaved.js';
import { KIND_WORDS, standing } from './words.js';

const PAGE = { place: 'teksten', name: 'text' };

/** The texts that guardians get: which there are, in which language, and whether somebody signed them. */
@customElement('hl-beheer-texts')
export class TextsPage extends ReadingPage<TextOverview> {
  /** Which text, from the address: `BRIDGE/ar`; empty for the list. */
  @property() chosen = '';

  override render() {
    const { held } = this;
    const open = held && named(this.chosen, held);
    if (held && open) {
      return html`<hl-text-editor
        .overview=${held}
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
      ${this.whenRead('De teksten worden opgehaald.', (overview) =>
        overview.kinds.map((kind) => card(overview, kind)),
      )}
    </main>`;
  }

  protected override read(): Promise<TextOverview> {
    return api.get<TextOverview>('/texts');
  }
}

function card(overview: TextOverview, { id }: TextKind) {
  const tiles = overview.languages
    .filter((language) => id !== 'PROBE' || versionsOf(overview, id, language).length > 0)
    .map((language) => ({ language, standing: standingOf(overview, id, language) }));
  return kindCard({ id, ...KIND_WORDS[id] }, tiles, PAGE);
}

/** The versions of a text in a language, newest first. */
export function versionsOf({ texts }: TextOverview, id: TextId, language: TextLanguage) {
  return versionsIn(texts, id, language);
}

const UNSAVED = { tone: 'let', word: 'Nog niet bewaard', note: 'u was hier bezig' } as const;

function standingOf(overview: TextOverview, id: TextId, language: TextLanguage): Standing {
  return unsavedText(id, language.code) === undefined
    ? standing(versionsOf(overview, id, language))
    : UNSAVED;
}
