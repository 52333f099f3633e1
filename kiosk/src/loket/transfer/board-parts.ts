import { html, nothing, type TemplateResult } from 'lit';
import '../../elements/hl-icon.js';
import '../../elements/hl-ticket.js';
import { clockTime, minutesSince } from '../board/board-words.js';
import { routeHash } from '../route.js';
import type { Ticket } from '../../lib/contract.js';
import type { Board } from '../shapes.js';
import type { BoardTransfer, Unreported } from './shapes.js';
import { isAlarm, transferWords } from './words.js';

interface Late {
  id: string;
  ticket: Ticket;
  transfer: BoardTransfer;
}

/** Every transfer that waits too long, longest first. */
export function lateTransfers(board: Pick<Board, 'rows' | 'unreported'>, now: number): Late[] {
  return [...board.rows, ...board.unreported]
    .flatMap(({ id, ticket, transfer }) =>
      transfer !== undefined && isAlarm(transfer, now) ? [{ id, ticket, transfer }] : [],
    )
    .sort((a, b) => Date.parse(a.transfer.since) - Date.parse(b.transfer.since));
}

/** The band that says that a case does not arrive, and whose it is now. */
export function transferAlarm(late: readonly Late[], now: number) {
  const [first] = late;
  if (!first) return nothing;
  const more = late.length > 1 ? ` En nog ${late.length - 1}.` : '';
  return html`<section class="alarm" role="alert" data-testid="transfer-alarm">
    <hl-icon name="s-stop"></hl-icon>
    <div>
      <h2>De overdracht van ${first.ticket.words} lukt niet</h2>
      <p>
        Al ${minutesSince(first.transfer.since, now)} minuten.${more} Er is niets kwijt. Nu: de
        coördinator belt de ontvanger.
      </p>
    </div>
    <a class="knop alarm" href=${routeHash({ page: 'case', id: first.id, step: 'transfer' })}
      >Bekijk</a
    >
  </section>`;
}

/** The mark below the state of a row. */
export function transferMark(transfer: BoardTransfer | undefined, now: number) {
  if (!transfer) return nothing;
  const { icon, tone, word, detail } = transferWords(transfer, now);
  return html`<span class="overdracht s-${tone}" data-testid="transfer-mark"
    ><hl-icon name=${icon}></hl-icon
    ><span>${word}${detail ? html`, ${detail}` : nothing}</span></span
  >`;
}

/** Cases that ended while the referrer still has to hear of it. */
export function unreportedList(
  all: readonly Unreported[],
  now: number,
): TemplateResult | typeof nothing {
  if (all.length === 0) return nothing;
  return html`<section class="bericht-nodig" data-testid="unreported">
    <h2>Nog een bericht aan de verwijzer</h2>
    <ul>
      ${all.map(
        ({ id, ticket, state, since, transfer }) =>
          html`<li>
            <a href=${routeHash({ page: 'case', id, step: 'transfer' })}>
              <hl-ticket look="plain" .ticket=${ticket}></hl-ticket>
              <span
                ><b>${state === 'LEFT' ? 'Vertrokken' : 'Terug naar de verwijzer'}</b> sinds
                ${clockTime(since)} ${transferMark(transfer, now)}</span
              >
              <span class="knop">Geef het bericht</span>
            </a>
          </li>`,
      )}
    </ul>
  </section>`;
}
