import { html, nothing, type TemplateResult } from 'lit';
import '../../elements/hl-icon.js';
import '../../elements/hl-ticket.js';
import type { BoardRow } from '../shapes.js';
import { rowWords, type CellWords, type WaitLimit } from './board-words.js';
import { guardianWords } from './contact-words.js';
import { contactOf } from './escalation.js';
import { replyMark } from './reply-mark.js';
import { transferMark } from '../transfer/board-parts.js';
import { nextShort, waiting } from './waiting.js';

/**
 * One row of the board.
 *
 * @param row what the server says of it
 * @param now epoch ms by the server's clock
 * @param urgent whether this is the row of the call in the alarm band
 * @param open called when the row is touched
 */
export function boardRow(
  row: BoardRow,
  now: number,
  urgent: boolean,
  open: () => void,
): TemplateResult {
  const { total, limit } = waiting(row, now);
  const contact = contactOf(row, now);
  return html`<button
    type="button"
    class="bord-rij ${urgent ? 'nu' : ''}"
    data-testid="board-row"
    data-ticket=${row.ticket.words}
    data-state=${row.state}
    data-due=${contact.kind === 'due' ? 'ja' : 'nee'}
    @click=${open}
  >
    <span class="wie"><hl-ticket look="plain" .ticket=${row.ticket}></hl-ticket></span>
    <span class="tijd">
      <span><b>${total}</b> min</span>${limitMark(limit)}
    </span>
    ${cell(stand(row, limit), 'stand-cel', undefined, html`${replyMark(row.unread)}${transferMark(row.transfer, now)}`)}
    ${cell(guardianWords(row, now), 'ouder', contact.kind === 'none' ? 'NONE' : contact.guardian.state)}
  </button>`;
}

/** Of who waits too long what to do comes before anything else. */
function stand(row: BoardRow, limit: WaitLimit): CellWords {
  const words = rowWords(row);
  const next = limit === 'none' || row.transfer ? undefined : nextShort(row.state);
  return next === undefined ? words : { ...words, detail: next };
}

function limitMark(limit: WaitLimit) {
  if (limit === 'none') {
    return nothing;
  }
  const tooLong = limit === 'too-long';
  return html`<span class="grens ${tooLong ? 's-stop' : 's-let'}"
    ><hl-icon name=${tooLong ? 's-stop' : 's-let'}></hl-icon>${tooLong ? 'te lang' : 'lang'}</span
  >`;
}

function cell(words: CellWords, place: string, contact?: string, below: unknown = nothing) {
  return html`<span
    class="cel ${place} s-${words.tone} ${words.empty ? 'leeg' : ''}"
    data-contact=${contact ?? nothing}
  >
    <hl-icon name=${words.icon}></hl-icon>
    <span><b>${words.word}</b>${words.detail ?? nothing}${below}</span>
  </span>`;
}
