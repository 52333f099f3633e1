import { html, nothing, type TemplateResult } from 'lit';
import type { Shown } from './shapes.js';

type Block = Shown['blocks'][number];

/** A document as it reads, in its own language and direction. */
export function sheet(shown: Shown): TemplateResult {
  return html`<article
    class="papier"
    lang=${shown.language}
    dir=${shown.rightToLeft ? 'rtl' : 'ltr'}
    data-testid="document-sheet"
  >
    ${shown.notice ? html`<p class="papier-concept">${shown.notice}</p>` : nothing}
    ${grouped(shown.blocks).map((group, index) => part(group, index === 0))}
  </article>`;
}

/** The blocks with items that stand together as one group. */
export function grouped(blocks: readonly Block[]): Block[][] {
  const groups: Block[][] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (block.kind === 'ITEM' && last?.[0]?.kind === 'ITEM') last.push(block);
    else groups.push([block]);
  }
  return groups;
}

function part(group: readonly Block[], title: boolean) {
  const [first] = group;
  if (!first) return nothing;
  if (first.kind === 'ITEM') {
    return html`<ul>
      ${group.map(({ text }) => html`<li>${text}</li>`)}
    </ul>`;
  }
  if (first.kind === 'TEXT') return html`<p>${first.text}</p>`;
  return title ? html`<h2 class="papier-titel">${first.text}</h2>` : html`<h3>${first.text}</h3>`;
}
