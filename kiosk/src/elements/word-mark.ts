import { html, type TemplateResult } from 'lit';

/** The arch with a lamp and a counter, alone or with the name beside it. */
export function wordMark(named = true): TemplateResult {
  const mark = html`<svg viewBox="0 0 40 38" aria-hidden="true">
    <path class="merk-boog" d="M4 35V18C4 9.200 11.200 3 20 3s16 6.200 16 15v17z" />
    <path class="merk-licht" d="M10 25v-7c0-5.400 4.500-9 10-9s10 3.600 10 9v7z" />
    <circle class="merk-mens" cx="20" cy="17.500" r="3.600" />
    <path class="merk-mens" d="M13 25c.7-3.600 3.400-5 7-5s6.300 1.400 7 5z" />
    <rect class="merk-balie" x="1" y="25" width="38" height="5.500" rx="1.500" />
  </svg>`;
  return named ? html`<span class="merk">${mark}Halt-loket</span>` : mark;
}
