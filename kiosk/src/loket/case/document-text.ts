import { html, nothing, type TemplateResult } from 'lit';
import { fileLinks } from '../../elements/file-links.js';
import { api } from '../../lib/api.js';
import type { Block, DocumentId, Shown } from '../consent-shapes.js';

/** A document as the juvenile or the guardian gets it, with its PDF when there is one. */
export function documentText(shown: Shown, url = ''): TemplateResult {
  const dir = shown.rightToLeft ? 'rtl' : 'ltr';
  return html`<section class="kaart stuk" data-testid="document" data-document=${shown.document}>
    ${shown.signedOff ? nothing : unchecked()}
    <div lang=${shown.language} dir=${dir}>
      <h2>${shown.title}</h2>
      ${shown.blocks.slice(1).map(block)}
    </div>
    ${url === '' ? nothing : fileLinks(url, `${shown.document.toLowerCase()}-${shown.language}.pdf`)}
  </section>`;
}

/** Says why a text is Dutch when another language was chosen. */
export function insteadOf(chosen: string | undefined, shown: Shown) {
  return chosen === undefined || chosen === shown.language
    ? nothing
    : html`<p class="s-let" data-testid="document-dutch">
        In die taal is deze tekst nog niet nagekeken. De Nederlandse telt: neem er een tolk bij.
      </p>`;
}

function unchecked() {
  return html`<p class="s-let" data-testid="document-draft">
    <b>Deze vertaling is nog niet nagekeken.</b> Zij helpt bij het uitleggen. De Nederlandse tekst
    telt: neem er een tolk bij.
  </p>`;
}

function block({ kind, text }: Block) {
  switch (kind) {
    case 'HEADING':
      return html`<h3>${text}</h3>`;
    case 'ITEM':
      return html`<p class="punt">${text}</p>`;
    default:
      return html`<p>${text}</p>`;
  }
}

/** A document of a case in this language. */
export function readDocument(caseId: string, document: DocumentId, language: string) {
  return api.get<Shown>(`/cases/${caseId}/shown/${document}?language=${language}`);
}

/** The text that may be decided on: in this language when somebody signed it, else in Dutch. */
export async function readBinding(caseId: string, document: DocumentId, language: string) {
  const shown = await readDocument(caseId, document, language);
  return shown.signedOff ? shown : readDocument(caseId, document, 'nl');
}
