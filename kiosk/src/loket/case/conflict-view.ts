import { html, type TemplateResult } from 'lit';
import '../../elements/hl-banner.js';
import type { SectionData } from '../shapes.js';
import { fieldWords, type FieldSpec } from './sections.js';

/** Both versions of a section, side by side, and the choice between them. */
export function conflictView(
  fields: readonly FieldSpec[],
  mine: SectionData,
  theirs: SectionData,
  keep: (version: 'mine' | 'theirs') => void,
): TemplateResult {
  return html`<section class="kaart" data-testid="conflict">
    <hl-banner
      tone="let"
      heading="Iemand anders heeft dit ook gewijzigd"
      text="Kies welke versie klopt."
    ></hl-banner>
    <table class="vergelijk">
      <thead>
        <tr>
          <th scope="col">Vraag</th>
          <th scope="col">Uw versie</th>
          <th scope="col">De andere versie</th>
        </tr>
      </thead>
      <tbody>
        ${fields.map(
          (field) =>
            html`<tr>
              <th scope="row">${field.label}</th>
              <td>${fieldWords(field, mine)}</td>
              <td>${fieldWords(field, theirs)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    <div class="knoppen">
      <button type="button" class="knop" data-testid="conflict-mine" @click=${() => keep('mine')}>
        Mijn versie klopt
      </button>
      <button
        type="button"
        class="knop"
        data-testid="conflict-theirs"
        @click=${() => keep('theirs')}
      >
        De andere versie klopt
      </button>
    </div>
  </section>`;
}
