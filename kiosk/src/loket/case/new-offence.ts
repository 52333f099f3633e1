import { html, nothing } from 'lit';
import '../../elements/hl-banner.js';
import type { CaseFile } from '../shapes.js';

/** One more offence on the same card came after receipt; `add` gets the id of its handover. */
export function newOffence({ newOffences }: CaseFile, add: (handoverId: string) => void) {
  const [first] = newOffences;
  if (first === undefined) return nothing;
  return html`<hl-banner
    tone="let"
    heading="Er is nog een feit voor deze jongere"
    text="Het kwam op dezelfde kaart binnen, na de ontvangst."
    action="Hoort bij deze zaak"
    data-testid="new-offence"
    @acted=${() => add(first)}
  ></hl-banner>`;
}
