import { html, nothing } from 'lit';
import '../../elements/hl-icon.js';
import type { FileProblem } from '../../lib/api-error.js';

/** What is wrong with files, each with its place and the reason; nothing when nothing is. */
export function problemList(heading: string, problems: readonly FileProblem[]) {
  if (problems.length === 0) return nothing;
  return html`<section class="melding s-stop" role="alert" data-testid="file-problems">
    <hl-icon name="s-stop"></hl-icon>
    <div>
      <b>${heading}</b>
      <ul class="punten">
        ${problems.map(
          ({ file, line, reason }) =>
            html`<li data-testid="file-problem">
              <b>${file}${line > 0 ? `, regel ${line}` : nothing}</b><span>${reason}</span>
            </li>`,
        )}
      </ul>
    </div>
  </section>`;
}
