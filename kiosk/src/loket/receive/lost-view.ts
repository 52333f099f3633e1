import { html, type TemplateResult } from 'lit';
import '../../elements/hl-banner.js';

/** The juvenile is not to be received here any more: why, and the ways on. */
export function lostView(
  heading: string,
  text: string,
  open: () => void,
  leave: () => void,
): TemplateResult {
  return html`<section class="kaart" data-testid="receive-lost">
    <hl-banner tone="let" heading=${heading} text=${text}></hl-banner>
    <div class="knoppen">
      <button type="button" class="knop hoofd" data-testid="lost-open" @click=${open}>
        Open de zaak
      </button>
      <button type="button" class="knop" data-testid="lost-board" @click=${leave}>
        Terug naar het bord
      </button>
    </div>
  </section>`;
}
