import { html, type TemplateResult } from 'lit';

/** What a select needs. */
export interface SelectField {
  label: string;
  value: string;
  options: Record<string, string>;
  testId: string;
  half?: boolean;
  chosen: (value: string) => void;
}

/** A labelled list to choose one from; an empty value shows "Kies". */
export function selectField(field: SelectField): TemplateResult {
  const options = Object.entries(field.options);
  return html`<label class="veld ${field.half ? 'half' : ''}">
    <span class="vraag-kop">${field.label}</span>
    <select
      class="invoer"
      data-testid=${field.testId}
      .value=${field.value}
      @change=${(change: Event) => {
        if (change.currentTarget instanceof HTMLSelectElement) {
          field.chosen(change.currentTarget.value);
        }
      }}
    >
      <option value="" ?selected=${field.value === ''}>Kies</option>
      ${options.map(
        ([value, label]) =>
          html`<option value=${value} ?selected=${value === field.value}>${label}</option>`,
      )}
    </select>
  </label>`;
}
