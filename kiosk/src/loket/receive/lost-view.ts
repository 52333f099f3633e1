import { html, nothing, type TemplateResult } from 'lit';
import '../../elements/hl-banner.js';
import { api } from '../../lib/api.js';
import type { Handover } from '../../lib/contract.js';
import { localTime } from '../../lib/dates.js';

/** Who was first, as long as that is not known. */
export const SOMEBODY = 'Een andere tablet was eerst.';

/** Who received this juvenile and when, in words; the board itself never says who. */
export async function whoWasFirst(handoverId: string): Promise<string> {
  try {
    const { receipt } = await api.get<Handover>(`/handovers/${handoverId}`);
    if (!receipt) return SOMEBODY;
    return `${receipt.by} was eerst, om ${localTime(Date.parse(receipt.at))}.`;
  } catch {
    return SOMEBODY;
  }
}

/** The juvenile is not to be received here any more: why, and the ways on. */
export function lostView(
  heading: string,
  text: string,
  open: (() => void) | undefined,
  leave: () => void,
): TemplateResult {
  return html`<section class="kaart" data-testid="receive-lost">
    <hl-banner tone="let" heading=${heading} text=${text}></hl-banner>
    <div class="knoppen">
      ${
        open
          ? html`<button type="button" class="knop hoofd" data-testid="lost-open" @click=${open}>
              Open de zaak
            </button>`
          : nothing
      }
      <button
        type="button"
        class="knop ${open ? '' : 'hoofd'}"
        data-testid="lost-board"
        @click=${leave}
      >
        Terug naar het bord
      </button>
    </div>
  </section>`;
}
