import { html, nothing, type PropertyValues } from 'lit';
import { state } from 'lit/decorators.js';
import '../elements/hl-choose-secrets.js';
import '../elements/hl-clock-banner.js';
import '../elements/hl-desk-head.js';
import '../elements/hl-drill-bar.js';
import '../elements/hl-icon.js';
import '../elements/hl-locked-page.js';
import '../elements/hl-sign-in.js';
import { LightElement } from '../elements/light.js';
import { ApiError } from '../lib/api.js';
import { clock } from '../lib/clock.js';
import type { PopUp } from '../lib/contract.js';
import { deskLock } from '../lib/desk-lock.js';
import { currentPopUp, device } from '../lib/device.js';
import { markDrill } from '../lib/drill.js';
import { Shift } from '../lib/shift.js';
import { startUnlessHeld } from '../lib/surface.js';
import { theme } from '../lib/theme.js';
import './beheer.css';
import './cards-page.js';
import './devices-page.js';
import './documents/documents-page.js';
import './join-page.js';
import './messages-page.js';
import './numbers-page.js';
import './parked-list.js';
import './rules/rules-page.js';
import './texts/texts-page.js';
import './workers-page.js';

const TICK_MS = 1_000;
const PAGES = {
  kaarten: 'Kaarten',
  aanmelden: 'Aanmelden',
  toestellen: 'Toestellen',
  medewerkers: 'Medewerkers',
  regels: 'Regels',
  teksten: 'Teksten',
  documenten: 'Documenten',
  cijfers: 'Cijfers',
  sms: 'Oefen-sms',
} as const;
type Page = keyof typeof PAGES;

/** The beheer surface: the coordinator's cards, join codes and devices. */
export class Beheer extends LightElement {
  @state() private popUp?: PopUp;
  @state() private loaded = false;
  @state() private page: Page = pageOf(location.hash);
  @state() private now = clock.now();
  @state() private busy = false;
  @state() private fault = '';

  private readonly shift = new Shift(() => this.requestUpdate());
  private lifetime?: AbortController;

  override connectedCallback(): void {
    super.connectedCallback();
    theme.apply();
    this.lifetime = new AbortController();
    const { signal } = this.lifetime;
    addEventListener('hashchange', this.turnPage, { signal });
    const ticking = setInterval(() => (this.now = clock.now()), TICK_MS);
    signal.addEventListener('abort', () => clearInterval(ticking));
    signal.addEventListener('abort', deskLock.on(this.lockChanged));
    void this.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.lifetime?.abort();
  }

  /** On a narrow screen the page that is open stays in view among the others. */
  override updated(changed: PropertyValues): void {
    if (changed.size === 0 || changed.has('now')) return;
    const here = this.querySelector<HTMLElement>('.beheer-nav [aria-current]');
    const { parentElement: row } = here ?? {};
    if (here && row) row.scrollLeft = here.offsetLeft - row.clientWidth / 3;
  }

  override render() {
    if (deskLock.locked) return html`<hl-locked-page></hl-locked-page>`;
    const signedIn = this.worker !== undefined;
    return html`<div class="scherm">
      <hl-drill-bar></hl-drill-bar>
      <hl-desk-head
        place=${this.popUp?.name ?? ''}
        note=${this.popUp?.place ?? ''}
        .now=${this.now}
        .actions=${signedIn ? this.actions() : nothing}
      ></hl-desk-head>
      ${this.loaded ? this.content(signedIn) : html`<p class="blad" role="status">Beheer start.</p>`}
    </div>`;
  }

  private get worker() {
    const { current } = device;
    return current?.profile === 'beheer' ? this.shift.signedIn : undefined;
  }

  /** The texts' page is there in a drill only. */
  private get pages() {
    return Object.entries(PAGES).filter(([page]) => page !== 'sms' || this.popUp?.drill);
  }

  private content(signedIn: boolean) {
    if (!signedIn) return this.signIn();
    if (this.worker && this.worker.choose.length > 0) {
      return html`<main class="blad smal">
        <hl-choose-secrets .worker=${this.worker}></hl-choose-secrets>
      </main>`;
    }
    return html`<nav class="beheer-nav" aria-label="Pagina's">
        ${this.pages.map(
          ([page, label]) =>
            html`<a
              href="#/${page}"
              aria-current=${page === this.page ? 'page' : nothing}
              data-testid="page-${page}"
              >${label}</a
            >`,
        )}
        <a class="apart" href="/docs" data-testid="page-docs">Voor techniek</a>
      </nav>
      <hl-clock-banner
        .now=${this.now}
        device="deze laptop"
        advice="zet dan de klok van die computer goed: de tijden op ontvangstbewijzen en de belmomenten kloppen nu niet."
      ></hl-clock-banner>
      <hl-beheer-parked></hl-beheer-parked>
      ${this.openPage()}`;
  }

  private openPage() {
    switch (this.page) {
      case 'aanmelden':
        return html`<hl-beheer-join
          .now=${this.now}
          .forReferrer=${decodeURIComponent(location.hash.split('/')[2] ?? '')}
        ></hl-beheer-join>`;
      case 'sms':
        return html`<hl-beheer-messages></hl-beheer-messages>`;
      case 'medewerkers':
        return html`<hl-beheer-workers></hl-beheer-workers>`;
      case 'regels':
        return html`<hl-beheer-rules
          .chapter=${location.hash.split('/')[2] ?? ''}
        ></hl-beheer-rules>`;
      case 'teksten':
        return html`<hl-beheer-texts
          .chosen=${location.hash.split('/').slice(2).join('/')}
        ></hl-beheer-texts>`;
      case 'documenten':
        return html`<hl-beheer-documents
          .chosen=${location.hash.split('/').slice(2).join('/')}
        ></hl-beheer-documents>`;
      case 'cijfers':
        return html`<hl-beheer-numbers></hl-beheer-numbers>`;
      case 'toestellen':
        return html`<hl-beheer-devices></hl-beheer-devices>`;
      default:
        return html`<hl-beheer-cards></hl-beheer-cards>`;
    }
  }

  private signIn() {
    const first = device.current === undefined;
    const drill = this.popUp?.drill ?? false;
    return html`<main class="blad smal">
      <hl-sign-in
        heading=${first ? 'Zet beheer klaar op deze laptop' : 'Wie bent u?'}
        text=${
          first
            ? `Alleen voor de coördinator. Deze browser wordt daarna een beheertoestel.${drill ? ' Dit is een oefening: alle mensen zijn verzonnen.' : ''}`
            : ''
        }
        action=${first && drill ? 'Dit is een oefening, meld aan' : 'Meld aan'}
        .fault=${this.fault}
        ?busy=${this.busy}
        @submitted=${this.enter}
      ></hl-sign-in>
    </main>`;
  }

  private actions() {
    return html`<button type="button" class="knop" data-testid="sign-out" @click=${this.leave}>
      <hl-icon name="slot"></hl-icon>Sluit scherm
    </button>`;
  }

  private async start(): Promise<void> {
    this.fault = '';
    try {
      await device.load();
      this.popUp = await currentPopUp();
      markDrill(this.popUp.drill);
      if (device.current?.profile === 'beheer') {
        await device.refreshMandate();
        this.hear();
      }
    } catch (failure) {
      this.fault = ApiError.of(failure).title;
    }
    this.loaded = true;
  }

  private readonly lockChanged = (): void => {
    if (!deskLock.locked) void this.start();
    this.requestUpdate();
  };

  private readonly enter = async (
    submitted: CustomEvent<{ login: string; password: string }>,
  ): Promise<void> => {
    const { login, password } = submitted.detail;
    this.busy = true;
    this.fault = '';
    try {
      if (device.current?.profile !== 'beheer') {
        const drillConfirmed = this.popUp?.drill ?? false;
        await device.enrol({ login, password }, { label: 'Laptop beheer', drillConfirmed });
        this.hear();
      }
      await this.shift.signIn(login, password);
    } catch (failure) {
      this.fault = ApiError.of(failure).title;
    } finally {
      this.busy = false;
    }
  };

  private readonly turnPage = (): void => {
    this.page = pageOf(location.hash);
    this.requestUpdate();
  };

  private readonly leave = (): Promise<void> => this.shift.leave();

  /** A coordinator who got another password elsewhere is out here too. */
  private hear(): void {
    if (this.lifetime) this.shift.start(this.lifetime.signal);
  }
}

function pageOf(hash: string): Page {
  const [page = ''] = hash.replace(/^#\/?/, '').split('/');
  return page in PAGES ? (page as Page) : 'kaarten';
}

startUnlessHeld(() => customElements.define('hl-beheer', Beheer));
