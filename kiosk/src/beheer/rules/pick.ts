import { html, type TemplateResult } from 'lit';

/** A labelled list to choose one from. */
export function pick(
  label: string,
  value: string,
  options: Readonly<Record<string, string>>,
  testId: string,
  chosen: (value: string) => void,
): TemplateResult {
  return html`<label class="veld">
    <span class="vraag-kop">${label}</span>
    <select
      class="invoer"
      data-testid=${testId}
      .value=${value}
      @change=${(change: Event) => {
        if (change.currentTarget instanceof HTMLSelectElement) chosen(change.currentTarget.value);
      }}
    >
      ${Object.entries(options).map(
        ([key, words]) => html`<option value=${key} ?selected=${key === value}>${words}</option>`,
      )}
    </select>
  </label>`;
}
