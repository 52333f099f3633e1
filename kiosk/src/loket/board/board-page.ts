import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../elements/hl-banner.js';
import '../../elements/hl-icon.js';
import { LightElement } from '../../elements/light.js';
import { wordMark } from '../../elements/word-mark.js';
import type { Board, BoardRow, TextsOut } from '../shapes.js';
import { alarmBand } from './alarm-band.js';
import { clockTime } from './board-words.js';
import { textTroubles } from './text-troubles.js';
import { boardRow } from './board-row.js';
import { callTask } from './call-task.js';
import { repliesWaiting } from './reply-mark.js';
import { routeHash } from '../route.js';
import './card-scan.js';
import { lateTransfers, transferAlarm, unreportedList } from '../transfer/board-parts.js';

/** Who is here and who comes. Emits `opened` with `{row, call}` when a row is touched. */
@customElement('hl-loket-board')
export class BoardPage extends LightElement {
  @property({ attribute: false }) board?: Board;
  /** Epoch ms by the server's clock. */
  @property({ type: Number }) now = 0;
  @state() private scanning = false;

  override render() {
    const { board } = this;
    if (!board) return html`<main class="bord-leeg"><p>Het bord wordt opgehaald.</p></main>`;
    if (this.scanning) return this.scan(board);
    const task = callTask(board.rows, this.now);
    return html`
      ${task ? alarmBand(task, () => this.open(task.row, true)) : nothing}
      ${transferAlarm(lateTransfers(board, this.now), this.now)}
      ${board.texts.up ? this.textTroubles(board.texts) : this.noTexts(board.texts)}
      ${board.replies > 0 ? repliesWaiting(board.replies) : nothing}
      ${board.rows.length === 0 ? this.empty() : this.rows(board.rows, task?.row.id)}
      ${unreportedList(board.unreported, this.now)}
    `;
  }

  private noTexts({ sentence, since }: TextsOut) {
    const from = since === undefined ? '' : ` Sinds ${clockTime(since)}.`;
    return html`<hl-banner
      class="geen-sms"
      tone="let"
      heading="Er gaat nu geen sms uit. Bel ouders zelf."
      text="${sentence ?? ''}${from} Zodra het weer kan, gaat wat wacht vanzelf weg."
    ></hl-banner>`;
  }

  /** What works, and yet somebody should look at: calm, for nobody has to call for it. */
  private textTroubles(texts: TextsOut) {
    const troubles = textTroubles(texts);
    return troubles.length === 0
      ? nothing
      : html`<hl-banner
          class="geen-sms"
          tone="geen"
          heading="Sms gaat uit, met een bijzonderheid"
          text=${troubles.join(' ')}
          data-testid="text-troubles"
        ></hl-banner>`;
  }

  private rows(rows: readonly BoardRow[], urgentId?: string) {
    return html`<div class="bord-hoofden">
        <span class="houd"
          ><b class="lees-smal" aria-hidden="true">Ticket</b>${this.voluntary()}</span
        ><span aria-hidden="true">Wacht al</span>
        <span aria-hidden="true">Stand</span>
        <span><b class="lees-smal" aria-hidden="true">Ouder</b>${this.scanButton()}</span>
      </div>
      <ul class="bord-rijen" data-testid="board">
        ${rows.map(
          (row) =>
            html`<li>
              ${boardRow(row, this.now, row.id === urgentId, () => this.open(row, false))}
            </li>`,
        )}
      </ul>`;
  }

  private scanButton() {
    return html`<button
      type="button"
      class="knop"
      data-testid="scan-card"
      @click=${() => (this.scanning = true)}
    >
      <hl-icon name="scan"></hl-icon>Scan een kaart
    </button>`;
  }

  /** Help without the law is for who is on no board. */
  private voluntary() {
    return html`<a
      class="knop"
      href=${routeHash({ page: 'voluntary', id: '' })}
      data-testid="to-voluntary"
      >School- of wijkinterventie</a
    >`;
  }

  private empty() {
    return html`<main class="bord-leeg" data-testid="board-empty">
      ${wordMark(false)}
      <h1>Er is nu niemand onderweg</h1>
      <p>
        Een jongere komt hier vanzelf op het bord zodra een verwijzer op “Draag over” drukt. Staat
        er al iemand voor u met een kaart? Scan dan de kaart.
      </p>
      ${this.scanButton()} ${this.voluntary()}
    </main>`;
  }

  private scan(board: Board) {
    return html`<hl-loket-card-scan
      .board=${board}
      @found=${(found: CustomEvent<BoardRow>) => this.open(found.detail, false)}
      @closed=${() => (this.scanning = false)}
    ></hl-loket-card-scan>`;
  }

  private open(row: BoardRow, call: boolean): void {
    this.scanning = false;
    this.emit('opened', { row, call });
  }
}
