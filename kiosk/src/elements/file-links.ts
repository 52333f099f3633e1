import { html, type TemplateResult } from 'lit';

/** The two ways to a file that was just made: look at it, or keep it. */
export function fileLinks(url: string, fileName: string): TemplateResult {
  return html`<div class="knoppen" data-testid="file-ready">
    <a class="knop" href=${url} target="_blank" rel="noopener" data-testid="file-open">Bekijk</a>
    <a class="knop" href=${url} download=${fileName} data-testid="file-download">Bewaar</a>
  </div>`;
}
