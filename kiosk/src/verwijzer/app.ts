import { html } from 'lit';
import { state } from 'lit/decorators.js';
import '../elements/hl-drill-bar.js';
import '../elements/hl-enrol-page.js';
import { LightElement } from '../elements/light.js';
import { api, ApiError } from '../lib/api.js';
import { clock } from '../lib/clock.js';
import type { Handover } from '../lib/contract.js';
import { device } from '../lib/device.js';
import { markDrill } from '../lib/drill.js';
import { warmUp } from '../lib/eligibility/warm-up.js';
import { journal, type Draft } from '../lib/journal.js';
import { lawBook } from '../lib/law-book.js';
import { queue } from '../lib/queue.js';
import { session } from '../lib/session.js';
import { watch } from '../lib/watching.js';
import { emptyDraft, type HandoverDraft } from './draft.js';
import './form-page.js';
import './handover-page.js';
import './home-page.js';
import { records } from './records.js';
import { fragmentOf, go, parseRoute, type Route } from './route.js';
import { strangerPage } from './stranger-page.js';
import { awaitAnswer } from './submit.js';

const CATCH_UP_MS = 60_000;

/** The surface of the referrer, on a phone. */
export class VerwijzerApp extends LightElement {
  @state() private route: Route = parseRoute(location.hash);
  @state() private draft?: Draft<HandoverDraft>;
  @state() private trouble = '';

  private lifetime?: AbortController;

  constructor() {
    super();
    watch(this, session.on);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.lifetime = new AbortController();
    const { signal } = this.lifetime;
    addEventListener('hashchange', () => (this.route = parseRoute(location.hash)), { signal });
    addEventListener('online', () => void this.catchUp(), { signal });
    addEventListener('device-revoked', () => this.wiped(), { signal });
    // Whoever picks up a phone that was reported lost finds it empty.
    document.addEventListener('visibilitychange', () => void this.catchUp(), { signal });
    const asking = setInterval(() => void this.catchUp(), CATCH_UP_MS);
    signal.addEventListener('abort', () => clearInterval(asking));
    signal.addEventListener('abort', lawBook.on(getReady));
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.lifetime?.abort();
  }

  override render() {
    return html`<div class="scherm">
      <hl-drill-bar></hl-drill-bar>
      ${this.draft ? this.page(this.draft) : html`<p class="inhoud">Wordt geopend.</p>`}
    </div>`;
  }

  private page(draft: Draft<HandoverDraft>) {
    const identity = device.current;
    if (!identity) return html`<hl-enrol-page @enrolled=${this.enrolled}></hl-enrol-page>`;
    if (identity.profile !== 'verwijzer') return strangerPage(identity.profile);
    const { route } = this;
    if (route.page === 'handover') {
      return html`<hl-handover-page
        .identity=${identity}
        .draft=${draft}
        .handoverId=${route.id}
      ></hl-handover-page>`;
    }
    if (route.page === 'form' && draft.value.begunAt) {
      return html`<hl-form-page
        .identity=${identity}
        .draft=${draft}
        .step=${route.step}
      ></hl-form-page>`;
    }
    return html`<hl-home-page
      .identity=${identity}
      .draft=${draft}
      .trouble=${session.sentAway?.title ?? this.trouble}
      @forgotten=${this.forget}
    ></hl-home-page>`;
  }

  private async load(): Promise<void> {
    await Promise.all([device.load(), records.load(), lawBook.load(), queue.ready]);
    const draft = await journal.open<HandoverDraft>('verwijzer/draft', emptyDraft);
    // The page was left between storing the handover and clearing the draft.
    if (queue.pending.some(({ command }) => command.id === draft.value.caseId)) await draft.clear();
    this.draft = draft;
    await this.catchUp();
  }

  /** Brings what this phone knows up to date, as far as the network allows. */
  private async catchUp(): Promise<void> {
    if (!device.current || document.visibilityState === 'hidden') return;
    markDrill(device.current.mandate.event.drill);
    for (const { command } of queue.pending) void awaitAnswer(command.id);
    try {
      const { rulesVersion } = await device.refreshMandate();
      // Without them this phone goes on with the rules that it has; the next time it asks again.
      await lawBook.take(rulesVersion).catch(() => undefined);
      this.trouble = '';
      await records.dropOld();
      await Promise.all(this.undecided().map((id) => refresh(id)));
    } catch (failure) {
      const { status, title } = ApiError.of(failure);
      if ([401, 403, 404].includes(status)) this.trouble = title;
    }
    this.requestUpdate();
  }

  private undecided(): readonly string[] {
    const waiting = new Set(queue.pending.map(({ command }) => command.id));
    return records.list
      .filter(
        ({ id, handover }) => !waiting.has(id) && (handover?.state ?? 'SUBMITTED') === 'SUBMITTED',
      )
      .map(({ id }) => id);
  }

  private wiped(): void {
    go({ page: 'home' });
    this.trouble = 'Dit toestel is ingetrokken. Wat erop stond is gewist. Vraag de coördinator.';
    this.requestUpdate();
  }

  private readonly enrolled = (): void => {
    history.replaceState(null, '', fragmentOf({ page: 'home' }));
    this.route = { page: 'home' };
    this.trouble = '';
    queue.retry();
    void this.catchUp();
  };

  private readonly forget = async (): Promise<void> => {
    await device.forget();
    this.requestUpdate();
  };
}

/** The first verdict of the evening must not be the slow one. */
function getReady(): void {
  if (lawBook.law) void warmUp(lawBook.law, new Date(clock.now()).toISOString());
}

/** A handover that this phone made under an earlier enrolment is not told about any more. */
async function refresh(id: string): Promise<void> {
  try {
    await records.answered(await api.get<Handover>(`/handovers/${id}`));
  } catch (failure) {
    if (ApiError.of(failure).status !== 404) throw failure;
  }
}
