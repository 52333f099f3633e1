import { html, type TemplateResult } from 'lit';
import '../../elements/hl-banner.js';
import { api, type ApiError } from '../../lib/api.js';
import { uuidv7 } from '../../lib/ids.js';
import { journal, type Draft } from '../../lib/journal.js';
import { refusalText } from '../command.js';
import { goOnFrom, type Place } from '../route.js';
import type { HandoverContent } from '../shapes.js';
import { carryOver } from './carry-over.js';
import { lostView } from './lost-view.js';
import { emptyReceipt, type ReceiptDraft } from './receipt-draft.js';

/** How a handover ended before this tablet received it. */
export type Ended = 'WITHDRAWN' | 'DECLINED';

/** Goes on to the correction of a handover, with all that was typed for the earlier one. */
export async function carryTo(
  from: Place,
  id: string,
  draft: Draft<ReceiptDraft>,
  before: HandoverContent,
): Promise<void> {
  const after = await api.get<HandoverContent>(`/handovers/${id}/content`);
  const next = await journal.open(`receive/${id}`, emptyReceipt(uuidv7()));
  next.set(carryOver(draft.value, before, after));
  await next.flush();
  await draft.clear();
  goOnFrom(from, { page: 'receive', id });
}

/** That the referrer corrected the handover while this was being typed. */
export function correctedBanner(): TemplateResult {
  return html`<hl-banner
    tone="let"
    heading="De verwijzer heeft de overdracht verbeterd"
    text="Wat u invulde, is bewaard. Kijk na of de rest nog klopt."
    data-testid="corrected"
  ></hl-banner>`;
}

/** Why there is nothing to receive any more, and the way on. */
export function endedView(state: Ended, leave: () => void): TemplateResult {
  return state === 'WITHDRAWN'
    ? lostView(
        'De verwijzer heeft deze overdracht ingetrokken',
        'Wat u invulde, staat nog op deze tablet. Is de jongere wel bij u? Vraag de verwijzer om opnieuw over te dragen.',
        undefined,
        leave,
      )
    : lostView(
        'Deze overdracht is geweigerd',
        'Een andere tablet heeft dat gedaan.',
        undefined,
        leave,
      );
}

/** As long as there is nothing to show. */
export function loadingView(refusal: ApiError | undefined, again: () => void): TemplateResult {
  return refusal
    ? html`<hl-banner
        tone="stop"
        heading=${refusal.title}
        text=${refusalText(refusal)}
        action="Probeer opnieuw"
        @acted=${again}
      ></hl-banner>`
    : html`<p role="status">De overdracht wordt opgehaald.</p>`;
}

/** Whether a command that is on its way receives this handover. */
export function isFor(body: unknown, handoverId: string): boolean {
  return (
    typeof body === 'object' &&
    body !== null &&
    'handoverId' in body &&
    body.handoverId === handoverId
  );
}
