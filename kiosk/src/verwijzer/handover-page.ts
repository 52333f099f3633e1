import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../elements/hl-banner.js';
import '../elements/hl-head.js';
import '../elements/hl-state.js';
import '../elements/hl-ticket.js';
import '../elements/hl-track.js';
import type { Stop } from '../elements/hl-track.js';
import '../elements/hl-verdict.js';
import { LightElement } from '../elements/light.js';
import { api, ApiError } from '../lib/api.js';
import { spaced } from '../lib/codes.js';
import type { Handover } from '../lib/contract.js';
import { localTime } from '../lib/dates.js';
import type { Identity } from '../lib/device.js';
import type { Draft } from '../lib/journal.js';
import { queue } from '../lib/queue.js';
import { session } from '../lib/session.js';
import { watch } from '../lib/watching.js';
import { correctionOf, nextOfGroup, sameJuvenile, type HandoverDraft } from './draft.js';
import { outcomeOf } from './outcome.js';
import './receipt-card.js';
import { records, type Sent } from './records.js';
import { go, goOnFrom, type Route } from './route.js';
import { follow, forget, reopen, sendAgain, withdraw } from './submit.js';
import type { Verdict } from './verdict.js';

/** Where is this handover now? Live until the loket has decided. */
@customElement('hl-handover-page')
export class HandoverPage extends LightElement {
  @property({ attribute: false }) identity!: Identity;
  @property({ attribute: false }) draft!: Draft<HandoverDraft>;
  @property() handoverId = '';
  @state() private asking = false;
  @state() private fault = '';

  constructor() {
    super();
    watch(this, records.on, session.on, (change) => queue.on(change));
  }
  private lifetime?: AbortController;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.lifetime?.abort();
    delete this.lifetime;
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('handoverId')) this.querySelector('h1')?.focus();
    const waiting = records.get(this.handoverId)?.handover?.state === 'SUBMITTED';
    if (waiting && !this.lifetime) void this.follow();
    if (!waiting) this.lifetime?.abort();
  }

  override render() {
    const sent = records.get(this.handoverId);
    return html`<hl-head canGoBack @back=${() => go({ page: 'home' })}></hl-head>
      ${sent ? this.whole(sent) : this.unknown()}
      <footer class="voet">
        ${sent && !this.refusal() ? this.ways(sent) : nothing}
        <button class="knop hoofd vol" data-testid="home" @click=${() => go({ page: 'home' })}>
          Klaar
        </button>
      </footer>`;
  }

  private unknown() {
    return html`<main class="inhoud">
      <h1 tabindex="-1">Deze overdracht staat niet op deze telefoon</h1>
    </main>`;
  }

  private whole(sent: Sent) {
    const refusal = this.refusal();
    const { deskPhone } = this.identity.mandate.event;
    const parked = this.parked();
    const way = { parked, sentAway: session.sentAway !== undefined };
    const outcome = outcomeOf(sent.handover, deskPhone, way);
    return html`<main class="inhoud vast">
        <h1 tabindex="-1" class="lees">Overdracht</h1>
        ${
          sent.ticket
            ? html`<hl-ticket look="large" .ticket=${sent.ticket}></hl-ticket>`
            : html`<p class="kaart"><b>${spaced(sent.cardCode) || 'Zonder kaart'}</b></p>`
        }
        <hl-track .stops=${stops(sent, parked)}></hl-track>
        ${refusal ? this.refused(refusal) : nothing}
      </main>
      ${
        refusal
          ? nothing
          : html`<hl-verdict
              .tone=${outcome.tone}
              .heading=${outcome.heading}
              .reason=${outcome.reason}
              .next=${outcome.next}
              data-testid="outcome"
              data-state=${sent.handover?.state ?? (parked ? 'PARKED' : 'UNSENT')}
            ></hl-verdict>`
      }
      <div class="inhoud">
        ${sent.verdict ? this.judged(sent.verdict) : nothing}
        ${
          sent.handover?.receipt
            ? html`<hl-receipt-card
                .handover=${sent.handover}
                .receiptKey=${this.identity.mandate.receiptKey}
                .payloadHash=${sent.payloadHash}
              ></hl-receipt-card>`
            : nothing
        }
        ${
          this.fault
            ? html`<hl-banner tone="stop" heading="Dat lukte niet" .text=${this.fault}></hl-banner>`
            : nothing
        }
      </div>`;
  }

  private judged({ tone, heading, reason }: Verdict) {
    return html`<section
      class="kaart"
      aria-label="Oordeel bij versturen"
      data-testid="sent-verdict"
    >
      <h2>Oordeel toen u overdroeg</h2>
      <hl-state .tone=${tone} .word=${heading} .note=${reason}></hl-state>
    </section>`;
  }

  private refusal(): ApiError | undefined {
    return queue.pending.find(({ command }) => command.id === this.handoverId)?.refusal;
  }

  private parked(): boolean {
    return queue.pending.some(({ command, parked }) => parked && command.id === this.handoverId);
  }

  private refused({ code, title, detail }: ApiError) {
    if (code === 'handover.already-received') {
      return html`<hl-banner
        tone="stop"
        heading="Te laat om te verbeteren"
        text="${title} ${detail}"
        action="Haal deze verbetering weg"
        data-testid="refused"
        @acted=${this.drop}
      ></hl-banner>`;
    }
    return html`<hl-banner
        tone="stop"
        heading="Het loket nam dit niet aan"
        text="${title} ${detail} Bewaard op deze telefoon."
        action="Kijk na en draag opnieuw over"
        data-testid="refused"
        @acted=${this.correct}
      ></hl-banner>
      <button class="knop vol" data-testid="retry" @click=${() => sendAgain(this.handoverId)}>
        Probeer het zo nog een keer
      </button>`;
  }

  /** What may follow: a correction or a withdrawal until receipt, one more, or the next. */
  private ways(sent: Sent) {
    if (this.asking) return this.takeBack();
    const { draft: answers } = sent;
    const waiting = sent.handover?.state === 'SUBMITTED';
    const way = (testId: string, label: string, act: () => void) =>
      html`<button class="knop" data-testid=${testId} @click=${act}>${label}</button>`;
    return html`<div class="wegen">
      ${waiting && answers ? way('correct', 'Verbeter', () => this.begin(correctionOf(answers), 5)) : nothing}
      ${waiting ? way('withdraw', 'Trek in', () => (this.asking = true)) : nothing}
      ${answers ? way('same-juvenile', 'Nog een feit, zelfde jongere', () => this.begin(sameJuvenile(answers), 2)) : nothing}
      ${answers ? way('next-of-group', 'Volgende van de groep', () => this.begin(nextOfGroup(answers), 1)) : nothing}
    </div>`;
  }

  /** What was begun and not handed over is never thrown away for this. */
  private begin(next: HandoverDraft, step: number): void {
    if (this.draft.value.begunAt) {
      this.fault =
        'U bent nog bezig met een andere overdracht. Maak die eerst af, of gooi haar weg op het eerste scherm.';
      return;
    }
    this.fault = '';
    void follow(next, this.draft).then(() => goOnFrom(this.here, { page: 'form', step }));
  }

  private takeBack() {
    return html`<p><b>Weet u het zeker?</b> Het loket ziet dan dat de jongere niet komt.</p>
      <button class="knop vol" data-testid="withdraw-confirm" @click=${this.confirmWithdrawal}>
        Ja, trek in
      </button>
      <button class="knop vol" @click=${() => (this.asking = false)}>Nee, laat staan</button>`;
  }

  private get here(): Route {
    return { page: 'handover', id: this.handoverId };
  }

  private async follow(): Promise<void> {
    this.lifetime = new AbortController();
    const path = `/handovers/${this.handoverId}/stream`;
    const hear = (_: string, handover: unknown) => void records.answered(handover as Handover);
    try {
      await api.stream(path, hear, this.lifetime.signal);
    } catch (failure) {
      this.fault = ApiError.of(failure).title;
    }
  }

  private readonly confirmWithdrawal = async (): Promise<void> => {
    this.asking = false;
    try {
      await withdraw(this.handoverId);
    } catch (failure) {
      this.fault = ApiError.of(failure).title;
    }
  };

  private readonly drop = async (): Promise<void> => {
    await forget(this.handoverId);
    goOnFrom(this.here, { page: 'home' });
  };

  private readonly correct = async (): Promise<void> => {
    const aboutCard = this.refusal()?.code.startsWith('card.') ?? false;
    await reopen(this.handoverId, this.draft);
    goOnFrom(this.here, { page: 'form', step: aboutCard ? 1 : 5 });
  };
}

function stops({ sealedAt, handover }: Sent, parked: boolean): readonly Stop[] {
  const waits = parked ? 'bewaard, nog niet gelezen' : 'nog niet ontvangen';
  const there = handover ? localTime(Date.parse(handover.submittedAt)) : waits;
  return [
    { word: 'Hier bewaard', note: localTime(sealedAt), done: true },
    { word: 'Gemeld bij het loket', note: there, done: Boolean(handover) },
  ];
}
