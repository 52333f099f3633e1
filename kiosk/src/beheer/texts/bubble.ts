import { html } from 'lit';

/** A text as a phone shows it. */
export function bubble(text: string, language: string, rightToLeft: boolean) {
  return html`<div class="telefoon" aria-label="Zo staat het op een telefoon" role="group">
    <p class="van" aria-hidden="true">Halt</p>
    <p
      class="ballon"
      lang=${language}
      dir=${rightToLeft ? 'rtl' : 'ltr'}
      data-testid="text-bubble"
      .textContent=${text}
    ></p>
  </div>`;
}
