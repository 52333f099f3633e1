import { html, nothing, type TemplateResult } from 'lit';
import '../../elements/hl-choice.js';
import '../../elements/hl-field.js';
import { groupNumber, isNumber } from '../phone.js';
import type { SubstituteDraft } from './substitute-draft.js';

const WHO = [
  { value: 'ADULT', label: 'Een andere volwassene' },
  { value: 'SAFE_HOME', label: 'Veilig Thuis regelt het' },
  { value: 'POLICE', label: 'De politie regelt het' },
];

const LATER = { value: 'LATER', label: 'Dat zoeken wij nog uit' };

/**
 * Asks who comes instead of a guardian who must be left alone.
 *
 * @param later whether it may be found out later
 */
export function substituteFields(
  draft: SubstituteDraft,
  later: boolean,
  edit: (change: Partial<SubstituteDraft>) => void,
): TemplateResult {
  return html`<hl-choice
      look="row"
      legend="Wie komt er in plaats van deze ouder?"
      .choices=${later ? [...WHO, LATER] : WHO}
      .value=${draft.who}
      testId="substitute-who"
      @chosen=${(chosen: CustomEvent<string>) =>
        edit({ who: chosen.detail as SubstituteDraft['who'] })}
    ></hl-choice>
    ${draft.who === 'ADULT' ? adult(draft, edit) : nothing}`;
}

function adult(draft: SubstituteDraft, edit: (change: Partial<SubstituteDraft>) => void) {
  const field = (name: 'name' | 'relation' | 'number', label: string, type: string) =>
    html`<hl-field
      class=${name === 'number' ? '' : 'half'}
      label=${label}
      type=${type}
      keyboard=${type}
      testId="substitute-${name}"
      .value=${draft[name]}
      @typed=${(typed: CustomEvent<string>) => edit({ [name]: typed.detail })}
    ></hl-field>`;
  return html`<div class="velden">
      ${field('name', 'Naam', 'text')} ${field('relation', 'Wie is dat voor de jongere?', 'text')}
      ${field('number', 'Telefoonnummer', 'tel')}
    </div>
    ${
      isNumber(draft.number)
        ? html`<p>
            Lees voor:<br /><b class="nummer" data-testid="substitute-aloud"
              >${groupNumber(draft.number)}</b
            >
          </p>`
        : nothing
    }`;
}
