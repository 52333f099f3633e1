import { html, nothing, type TemplateResult } from 'lit';
import { fileLinks } from '../../elements/file-links.js';
import type { Block, Shown } from '../consent-shapes.js';

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
