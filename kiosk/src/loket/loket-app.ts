import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import '../elements/hl-banner.js';
import '../elements/hl-desk-head.js';
import '../elements/hl-drill-bar.js';
import '../elements/hl-icon.js';
import { LightElement } from '../elements/light.js';
import '../elements/hl-sign-in.js';
import { ApiError } from '../lib/api.js';
import { clock } from '../lib/clock.js';
import { device } from '../lib/device.js';
import { queue } from '../lib/queue.js';
import { Beep } from './board/beep.js';
import { BoardFeed } from './board/board-feed.js';
import './board/board-page.js';
import { limitsPassed } from './board/call-task.js';
import './case/case-page.js';
import { settled } from './command.js';
import { parkedList } from './parked-list.js';
import './receive/receive-page.js';
import { goTo, parseRoute, type Route } from './route.js';
import type { BoardRow } from './shapes.js';

const TICK_MS = 1_000;

/**
 * The tablet of the desk once it is enrolled: the board for all, the rest for a worker.
 * Emits `forgotten` when the tablet must be enrolled anew.
 */
@customElement('hl-loket-app')
export class LoketApp extends LightElement {
  @state() private route: Route = parseRoute(location.hash);
  @state() private now = clock.now();
  @state() private fault = '';
  @state() private busy = false;
  /** True from "Sluit scherm" on, also while the server cannot be told yet. */
  @state() private locked = false;

  private readonly feed = new BoardFeed(() => this.requestUpdate());
  private readonly beep = new Beep();
  private passed?: Set<string>;
  private lifetime?: AbortController;

  override connectedCallback(): void {
    super.connectedCallback();
    this.lifetime = new AbortController();
    const { signal } = this.lifetime;
    addEventListener('hashchange', () => (this.route = parseRoute(location.hash)), { signal });
    signal.addEventListener(
      'abort',
      queue.on(() => this.requestUpdate()),
    );
    const ticking = setInterval(() => this.tick(), TICK_MS);
    signal.addEventListener('abort', () => clearInterval(ticking));
    this.feed.start(signal);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.lifetime?.abort();
  }

  override render() {
    const onBoard = this.route.page === 'board';
    return html`<div class="scherm ${onBoard ? 'bord' : ''}">
      <hl-drill-bar></hl-drill-bar>
      ${this.head(onBoard)} ${parkedList()} ${this.feed.refusal ? this.refused() : nothing}
      ${this.page()}
    </div>`;
  }

  private get worker() {
    return this.locked ? undefined : device.current?.worker;
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
      .lead=${onBoard ? nothing : this.backButton()}
      .actions=${html`${onBoard ? this.soundButton() : nothing} ${this.closeButton()}`}
    ></hl-desk-head>`;
  }

  private page() {
    const { route } = this;
    if (route.page === 'board') return this.boardPage();
    if (!this.worker) return this.signIn();
    const row = this.feed.board?.rows.find((one) => one.id === route.id);
    if (route.page === 'receive') {
      return keyed(
        route.id,
        html`<hl-loket-receive .handoverId=${route.id} .row=${row}></hl-loket-receive>`,
      );
    }
    return keyed(
      route.id,
      html`<hl-loket-case
        .caseId=${route.id}
        .step=${route.step}
        .row=${row}
        .rows=${this.feed.board?.rows ?? []}
        .now=${this.now}
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

  private signIn() {
    return html`<main class="blad smal">
      <hl-sign-in
        text="Namen en feiten zijn alleen te zien als u bent aangemeld."
        .fault=${this.fault}
        ?busy=${this.busy}
        @submitted=${this.enter}
      ></hl-sign-in>
    </main>`;
  }

  private backButton() {
    return html`<button
      type="button"
      class="knop"
      data-testid="to-board"
      @click=${() => goTo({ page: 'board' })}
    >
      <hl-icon name="terug"></hl-icon>Bord
    </button>`;
  }

  private soundButton() {
    return html`<button
      type="button"
      class="knop"
      aria-pressed=${this.beep.on}
      data-testid="sound-switch"
      @click=${this.switchSound}
    >
      <hl-icon name=${this.beep.on ? 'geluid' : 'geluiduit'}></hl-icon>
      ${this.beep.on ? 'Geluid aan' : 'Geluid uit'}
    </button>`;
  }

  private closeButton() {
    return this.worker
      ? html`<button
          type="button"
          class="knop"
          title="Aangemeld: ${this.worker.name}"
          data-testid="sign-out"
          @click=${this.leave}
        >
          <hl-icon name="slot"></hl-icon>Sluit scherm
        </button>`
      : nothing;
  }

  private open({ id, state: stand }: BoardRow, call: boolean): void {
    if (stand === 'UNDERWAY' || stand === 'AWAITING') goTo({ page: 'receive', id });
    else goTo({ page: 'case', id, step: call ? 'guardian' : 'receipt' });
  }

  private readonly switchSound = async (): Promise<void> => {
    await this.beep.toggle();
    this.requestUpdate();
  };

  private readonly enter = async (
    submitted: CustomEvent<{ login: string; password: string }>,
  ): Promise<void> => {
    this.busy = true;
    this.fault = '';
    try {
      await device.signIn(submitted.detail.login, submitted.detail.password);
      this.locked = false;
    } catch (failure) {
      this.fault = ApiError.of(failure).title;
    } finally {
      this.busy = false;
    }
  };

  private readonly leave = async (): Promise<void> => {
    this.locked = true;
    goTo({ page: 'board' });
    await settled();
    // Someone may have signed in while the last commands were on their way.
    if (!this.worker) await device.signOut().catch(() => undefined);
  };

  private tick(): void {
    this.now = clock.now();
    const passed = limitsPassed(this.feed.board?.rows ?? [], this.now);
    const before = this.passed ?? passed;
    if ([...passed].some((limit) => !before.has(limit))) this.beep.play();
    this.passed = passed;
  }
}
