import { html, type TemplateResult } from 'lit';
import type { SectionData } from '../shapes.js';
import type { QuickPick } from './quick-picks.js';
import type { FieldSpec } from './sections.js';

/** A field with its quick picks below it. */
export function withQuickPicks(
  field: FieldSpec,
  data: SectionData,
  picks: readonly QuickPick[],
  view: TemplateResult,
  pick: (part: SectionData) => void,
): TemplateResult {
  return html`<div class="met-keuzes ${field.half ? 'half' : ''}">
    ${view}
    <div class="knoppen snel" role="group" aria-label="${field.label}, snel gekozen">
      ${picks.map((one, index) => button(one, data, `quick-${field.name}-${index + 1}`, pick))}
    </div>
  </div>`;
}

function button(
  { label, data: part }: QuickPick,
  data: SectionData,
  testId: string,
  pick: (part: SectionData) => void,
) {
  const chosen = Object.entries(part).every(([name, value]) => data[name] === value);
  return html`<button
    type="button"
    class="knop ${chosen ? 'gekozen' : ''}"
    aria-pressed=${chosen}
    data-testid=${testId}
    @click=${() => pick(part)}
  >
    ${label}
  </button>`;
}
