import { html, nothing, type TemplateResult } from 'lit';
import '../elements/hl-icon.js';

/** Back to the board. */
export function backButton(back: () => void): TemplateResult {
  return html`<button type="button" class="knop" data-testid="to-board" @click=${back}>
    <hl-icon name="terug"></hl-icon>Bord
  </button>`;
}

/** Whether the board may be heard. */
export function soundButton(on: boolean, turn: () => Promise<void>): TemplateResult {
  return html`<button
    type="button"
    class="knop"
    aria-pressed=${on}
    data-testid="sound-switch"
    @click=${turn}
  >
    <hl-icon name=${on ? 'geluid' : 'geluiduit'}></hl-icon>
    ${on ? 'Geluid aan' : 'Geluid uit'}
  </button>`;
}

/** Closes the screen of whoever is signed in. */
export function closeButton(signedIn: boolean, leave: () => void) {
  return signedIn
    ? html`<button type="button" class="knop" data-testid="sign-out" @click=${leave}>
        <hl-icon name="slot"></hl-icon>Sluit scherm
      </button>`
    : nothing;
}
