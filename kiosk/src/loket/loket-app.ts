import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import '../elements/hl-banner.js';
import '../elements/hl-desk-head.js';
import '../elements/hl-drill-bar.js';
import '../elements/hl-icon.js';
import { LightElement } from '../elements/light.js';
import { clock } from '../lib/clock.js';
import { FocusKeeper } from '../lib/focus-keeper.js';
import { juvenileScreen } from '../lib/juvenile-screen.js';
import { queue } from '../lib/queue.js';
import { Shift } from '../lib/shift.js';
import { Beep } from './board/beep.js';
import { BoardFeed } from './board/board-feed.js';
import './board/board-page.js';
import { callTask, limitsPassed } from './board/call-task.js';
import { clocks } from './board/clocks.js';
import { stepToOpen } from './board/escalation.js';
import './case/case-page.js';
import { settled } from './command.js';
import { forgetEnded } from './forget-ended.js';
import { backButton, closeButton, soundButton } from './head-buttons.js';
import { juvenilePage } from './juvenile/juvenile-app.js';
import { parkedList } from './parked-list.js';
import './receive/receive-page.js';
import './replies/replies-page.js';
import { goTo, parseRoute, type Route } from './route.js';
import type { Board, BoardRow } from './shapes.js';
import './shift-panel.js';
import { shortName } from './short-name.js';
import './voluntary/page.js';

const TICK_MS = 1_000;
/** A tick that comes later than this means that the tablet slept. */
const SLEPT_MS = 10_000;
/** A call that nobody took rings again after this time. */
const RING_AGAIN_MS = 30_000;

/**
 * The tablet of the desk once it is enrolled: the board for all, the rest for a worker.
 * Emits `forgotten` when the tablet must be enrolled anew.
 */
@customElement('hl-loket-app')
export class LoketApp extends LightElement {
  @state() private route: Route = parseRoute(location.hash);
  @state() private now = clock.now();
  /** True while somebody is changing places. */
  @state() private switching = false;

  private readonly feed = new BoardFeed(() => this.requestUpdate());
  private readonly shift = new Shift(() => this.requestUpdate(), settled);
  private readonly beep = new Beep();
  private ticked = Date.now();
  private passed?: Set<string>;
  private rangAt = 0;
  /** The case for which somebody said "Ik bel" on the board. */
  private callFor = '';
  private lifetime?: AbortController;
  private focusKeeper?: FocusKeeper;
  /** The board after which the drafts of erased cases were last looked for. */
  private swept?: Board;

  override connectedCallback(): void {
    super.connectedCallback();
    this.lifetime = new AbortController();
    const { signal } = this.lifetime;
    addEventListener('hashchange', this.turn, { signal });
    signal.addEventListener(
      'abort',
      queue.on(() => this.requestUpdate()),
    );
    signal.addEventListener('abort', juvenileScreen.on(this.changeHands));
    const ticking = setInterval(() => this.tick(), TICK_MS);
    signal.addEventListener('abort', () => clearInterval(ticking));
    this.focusKeeper = new FocusKeeper(this, signal);
    this.feed.start(signal);
    this.shift.start(signal);
    addEventListener('device-revoked', () => this.feed.forget(), { signal });
    document.addEventListener('visibilitychange', () => this.lookUp(), { signal });
    addEventListener('online', () => this.wake(), { signal });
    addEventListener('offline', () => this.wake(), { signal });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.lifetime?.abort();
  }

  override render() {
    const held = juvenileScreen.caseId;
    if (held) return juvenilePage(held, this.shift);
    const onBoard = this.route.page === 'board';
    return html`<div class="scherm ${onBoard ? 'bord' : ''}">
      <hl-drill-bar></hl-drill-bar>
      ${this.head(onBoard)} ${parkedList()} ${onBoard ? clocks(this.now) : nothing}
      ${this.feed.refusal ? this.refused() : nothing} ${this.page()}
    </div>`;
  }

  private refused() {
    const { refusal } = this.feed;
    return html`<hl-banner
      class="geweigerd"
      tone="stop"
      heading="Het bord is niet te zien: ${refusal?.title ?? ''}"
      text="Is deze tablet ingetrokken? Meld hem dan opnieuw aan met een code van de coördinator."
      action="Meld opnieuw aan"
      @acted=${() => this.emit('forgotten')}
    ></hl-banner>`;
  }

  private head(onBoard: boolean) {
    const { board, connected } = this.feed;
    return html`<hl-desk-head
      place=${onBoard ? (board?.eventName ?? '') : ''}
      note=${board ? `${board.here} hier, ${board.underway} onderweg` : ''}
      .now=${this.now}
      .connected=${connected}
      .heardAt=${this.feed.heardAt}
      .lead=${onBoard ? nothing : backButton(this.toBoard)}
      .actions=${html`${onBoard ? soundButton(this.beep.on, this.switchSound) : nothing}
      ${this.workerButton()} ${closeButton(this.shift.signedIn !== undefined, this.leave)}`}
    ></hl-desk-head>`;
  }

  private page() {
    const { route } = this;
    const { worker } = this.shift;
    if (this.switching || (route.page !== 'board' && !worker)) return this.shiftPanel();
    if (route.page === 'board') return this.boardPage();
    if (route.page === 'replies') return this.repliesPage(worker?.id);
    if (route.page === 'voluntary') {
      return keyed(worker?.id, html`<hl-loket-voluntary .caseId=${route.id}></hl-loket-voluntary>`);
    }
    const place = `${worker?.id} ${route.id}`;
    const row = this.feed.board?.rows.find((one) => one.id === route.id);
    if (route.page === 'receive') {
      return keyed(
        place,
        html`<hl-loket-receive .handoverId=${route.id} .row=${row}></hl-loket-receive>`,
      );
    }
    return keyed(
      place,
      html`<hl-loket-case
        .caseId=${route.id}
        .step=${route.step}
        .row=${row}
        .rows=${this.feed.board?.rows ?? []}
        .now=${this.now}
        .calling=${this.callFor === route.id}
      ></hl-loket-case>`,
    );
  }

  private boardPage() {
    return html`<hl-loket-board
      .board=${this.feed.board}
      .now=${this.now}
      @opened=${(opened: CustomEvent<{ row: BoardRow; call: boolean }>) =>
        this.open(opened.detail.row, opened.detail.call)}
    ></hl-loket-board>`;
  }

  private repliesPage(workerId = '') {
    const { board } = this.feed;
    return keyed(
      workerId,
      html`<hl-loket-replies
        .waiting=${board?.replies ?? 0}
        .rows=${board?.rows ?? []}
      ></hl-loket-replies>`,
    );
  }

  private shiftPanel() {
    const stop = (): boolean => (this.switching = false);
    return html`<hl-loket-shift
      .shift=${this.shift}
      .colleagues=${this.shift.colleagues}
      .worker=${this.shift.signedIn}
      @opened=${stop}
      @closed=${stop}
    ></hl-loket-shift>`;
  }

  private workerButton() {
    const name = this.shift.signedIn?.name;
    return html`<button
      type="button"
      class="knop wie-werkt"
      aria-pressed=${this.switching}
      data-testid="worker"
      data-name=${name ?? nothing}
      @click=${() => (this.switching = !this.switching)}
    >
      <hl-icon name="mens"></hl-icon
      ><span
        >${name ? html`${shortName(name)} <span class="lees">werkt nu. Wissel van medewerker</span>` : 'Meld aan'}</span
      >
    </button>`;
  }

  private open(row: BoardRow, call: boolean): void {
    const { id, state: stand } = row;
    this.callFor = call ? id : '';
    if (stand === 'UNDERWAY' || stand === 'AWAITING') goTo({ page: 'receive', id });
    else goTo({ page: 'case', id, step: call ? 'guardian' : stepToOpen(row, this.now) });
  }

  private readonly switchSound = async (): Promise<void> => {
    await this.beep.toggle();
    this.requestUpdate();
  };

  private readonly toBoard = (): void => {
    this.switching = false;
    goTo({ page: 'board' });
  };

  private readonly leave = (): void => {
    this.toBoard();
    void this.shift.lock();
  };

  /** Another place on the tablet: who goes by keyboard begins at its heading. */
  private readonly turn = (): void => {
    this.route = parseRoute(location.hash);
    void this.updateComplete.then(() => this.focusKeeper?.toHeading());
  };

  /** What was typed for a case that is erased meanwhile, perhaps by another tablet, is forgotten. */
  private sweep(): void {
    const { board } = this.feed;
    if (!board || board === this.swept || !this.shift.worker || !this.feed.connected) return;
    this.swept = board;
    void forgetEnded(board, 'id' in this.route ? this.route.id : '');
  }

  /** The tablet was put away and is looked at again. */
  private lookUp(): void {
    if (document.visibilityState === 'visible') this.tick();
  }

  /** A juvenile who holds the tablet sees no board; after that it begins anew. */
  private readonly changeHands = (): void => {
    if (!juvenileScreen.caseId) this.feed.wake();
    this.requestUpdate();
  };

  private wake(): void {
    this.feed.wake();
    this.shift.wake();
  }

  private tick(): void {
    const slept = Date.now() - this.ticked > SLEPT_MS;
    this.ticked = Date.now();
    this.now = clock.now();
    this.shift.tick();
    if (slept) this.wake();
    if (this.feed.waking || juvenileScreen.caseId) return;
    const rows = this.feed.board?.rows ?? [];
    const passed = limitsPassed(rows, this.now, this.feed.board?.unreported);
    const before = this.passed ?? passed;
    const again = this.now - this.rangAt >= RING_AGAIN_MS && callTask(rows, this.now) !== undefined;
    if (again || [...passed].some((limit) => !before.has(limit))) {
      this.rangAt = this.now;
      this.beep.play();
    }
    this.passed = passed;
    this.sweep();
  }
}
