import { html, nothing, type TemplateResult } from 'lit';
import '../../elements/hl-icon.js';
import type { SectionLayout } from '../case/section-form.js';
import type { CareName } from './shapes.js';
import { MELDCODE_STEPS, VEILIG_THUIS } from './meldcode.js';
import { SIGNALS, SIGNALS_SENTENCE } from './signals.js';

/** A number that can be called by touching it. */
export function callLink(number: string, words: string): TemplateResult {
  return html`<a class="knop" href="tel:${number.replace(/[ -]/g, '')}" data-testid="call-line"
    ><hl-icon name="telefoon"></hl-icon>${words} ${number}</a
  >`;
}

/** Each signal can be opened; what was written under one stays in view. */
const signalLayout: SectionLayout = (spec, data, view) => {
  const field = (name: string) => spec.fields.find((one) => one.name === name);
  const one = (name: string) => {
    const found = field(name);
    return found ? view(found) : nothing;
  };
  return html`<p class="kaart" data-testid="signals-sentence">${SIGNALS_SENTENCE}</p>
    <div class="signalen">
      ${Object.entries(SIGNALS).map(
        ([id, words]) =>
          html`<details data-testid=${id} ?open=${typeof data[id] === 'string'}>
            <summary>${words}</summary>
            <div class="velden">${one(id)} ${one(`${id}-by`)}</div>
          </details>`,
      )}
    </div>
    ${one('discussed')}`;
};

const meldcodeLayout: SectionLayout = (spec, _data, view) =>
  html`<div class="knoppen">
      ${callLink(VEILIG_THUIS, 'Veilig Thuis')} ${callLink('112', 'Direct gevaar')}
      <p class="zacht">Gratis, dag en nacht. Advies vragen kan zonder een naam te noemen.</p>
    </div>
    <ol class="meldcode">
      ${MELDCODE_STEPS.map((words, index) => {
        const field = spec.fields[index];
        return html`<li data-testid="meldcode-${index + 1}">
          <h2>Stap ${index + 1}: <span>${words}</span></h2>
          ${field ? view(field) : nothing}
        </li>`;
      })}
    </ol>`;

/** How the fields of a part stand on the screen, when not simply one below the other. */
export const LAYOUTS: Partial<Record<CareName, SectionLayout>> = {
  signals: signalLayout,
  meldcode: meldcodeLayout,
};
