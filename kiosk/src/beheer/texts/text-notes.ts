import { html, nothing } from 'lit';
import '../../elements/hl-icon.js';
import type { TextFinding, TextKind } from './shapes.js';
import { PLACE_WORDS } from './words.js';

/** What there is to say about a text, faults first. */
export function findingList(findings: readonly TextFinding[]) {
  return html`<ul
    class="bevindingen"
    id="tekst-bevindingen"
    aria-live="polite"
    data-testid="text-findings"
  >
    ${findings.map(
      ({ level, code, sentence }) =>
        html`<li class="s-${level === 'FAULT' ? 'stop' : 'let'}" data-code=${code}>
          <hl-icon name=${level === 'FAULT' ? 's-stop' : 's-let'}></hl-icon>${sentence}
        </li>`,
    )}
  </ul>`;
}

/** What may stand between braces. */
export function placeList({ required, optional }: TextKind) {
  if (required.length + optional.length === 0) return nothing;
  const line = (word: string, must: boolean) =>
    html`<li>
      <code>{${word}}</code> ${PLACE_WORDS[word] ?? word}${must ? ', moet erin' : ', mag erin'}
    </li>`;
  return html`<div>
    <h2>Open plaatsen</h2>
    <ul class="plaatsen">
      ${required.map((word) => line(word, true))} ${optional.map((word) => line(word, false))}
    </ul>
  </div>`;
}
