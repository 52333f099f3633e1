import { html, type TemplateResult } from 'lit';
import '../../elements/hl-choice.js';
import '../../elements/hl-date-field.js';
import '../../elements/hl-field.js';
import '../../elements/hl-yesno.js';
import { dayInWords } from '../../lib/dates.js';
import { choicesOf } from '../../verwijzer/words.js';
import { selectField } from '../select-field.js';
import type { FieldValue, SectionData } from '../shapes.js';
import type { FieldSpec } from './sections.js';

/** One question of a section. `change` gets the new value. */
export function fieldView(
  field: FieldSpec,
  data: SectionData,
  fault: string,
  change: (value: FieldValue) => void,
): TemplateResult {
  const value = data[field.name];
  const text = typeof value === 'string' ? value : '';
  const testId = `field-${field.name}`;
  switch (field.kind) {
    case 'yesno':
      return html`<hl-yesno
        strict
        .question=${field.label}
        .value=${typeof value === 'boolean' ? (value ? 'YES' : 'NO') : ''}
        .testId=${testId}
        @chosen=${(chosen: CustomEvent<string>) => change(chosen.detail === 'YES')}
      ></hl-yesno>`;
    case 'choice':
      return html`<hl-choice
        look="row"
        .legend=${field.label}
        .choices=${choicesOf(field.options ?? {})}
        .value=${text}
        .testId=${testId}
        @chosen=${(chosen: CustomEvent<string>) => change(chosen.detail)}
      ></hl-choice>`;
    case 'select':
      return selectField({
        label: field.label,
        value: text,
        options: field.options ?? {},
        testId,
        chosen: change,
      });
    case 'tick':
      return tick(field.label, value === true, testId, change);
    case 'money':
      return money(field, value, testId, change);
    default:
      return line(field, text, fault, testId, change);
  }
}

function line(
  field: FieldSpec,
  text: string,
  fault: string,
  testId: string,
  change: (value: FieldValue) => void,
) {
  return html`<hl-field
    ?multiline=${field.kind === 'lines'}
    .goesOn=${field.kind === 'text' || field.kind === 'tel'}
    maxBytes=${field.kind === 'lines' ? 900 : 0}
    class=${field.half ? 'half' : ''}
    .label=${field.label}
    .hint=${field.hint ?? dateHint(field, text)}
    .type=${field.kind === 'lines' ? 'text' : field.kind}
    .keyboard=${field.kind === 'tel' ? 'tel' : 'text'}
    .value=${text}
    .fault=${fault}
    .testId=${testId}
    @typed=${(typed: CustomEvent<string>) => change(typed.detail)}
  ></hl-field>`;
}

function tick(label: string, ticked: boolean, testId: string, change: (value: boolean) => void) {
  return html`<label class="vinkje">
    <input
      type="checkbox"
      data-testid=${testId}
      .checked=${ticked}
      @change=${({ currentTarget }: Event) => {
        if (currentTarget instanceof HTMLInputElement) change(currentTarget.checked);
      }}
    /><span>${label}</span>
  </label>`;
}

function money(
  field: FieldSpec,
  value: FieldValue | undefined,
  testId: string,
  change: (value: FieldValue) => void,
) {
  return html`<hl-field
    class=${field.half ? 'half' : ''}
    .label=${field.label}
    .hint=${field.hint ?? ''}
    keyboard="numeric"
    .value=${typeof value === 'number' ? String(value / 100) : ''}
    .testId=${testId}
    @typed=${(typed: CustomEvent<string>) => change(centsOf(typed.detail))}
  ></hl-field>`;
}

/** Whole euros as cents; anything else is no amount. */
function centsOf(typed: string): number | null {
  const euros = typed.trim();
  return /^\d{1,6}$/.test(euros) ? Number(euros) * 100 : null;
}

function dateHint({ kind }: FieldSpec, text: string): string {
  const day = kind === 'date' ? Date.parse(text) : Number.NaN;
  return Number.isNaN(day) ? '' : dayInWords(day);
}
