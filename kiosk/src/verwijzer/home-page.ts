import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../elements/hl-banner.js';
import '../elements/hl-head.js';
import '../elements/hl-state.js';
import type { Tone } from '../elements/hl-state.js';
import '../elements/hl-ticket.js';
import '../elements/hl-track.js';
import { LightElement } from '../elements/light.js';
import { clock, clockWords } from '../lib/clock.js';
import { spaced } from '../lib/codes.js';
import type { HandoverState } from '../lib/contract.js';
import { localTime } from '../lib/dates.js';
import type { Identity } from '../lib/device.js';
import type { Draft } from '../lib/journal.js';
import { queue } from '../lib/queue.js';
import { watch } from '../lib/watching.js';
import { begin, type HandoverDraft } from './draft.js';
import { records, type Sent } from './records.js';
import { fragmentOf, go } from './route.js';
import { stateWords } from './words.js';

const tones: Readonly<Record<HandoverState, Tone>> = {
  SUBMITTED: 'info',
  RECEIVED: 'goed',
  DECLINED: 'stop',
  WITHDRAWN: 'geen',
  EXPIRED: 'let',
};

/** Tonight's own handovers, and the way to a new one. */
@customElement('hl-home-page')
export class HomePage extends LightElement {
  @property({ attribute: false }) identity!: Identity;
  @property({ attribute: false }) draft!: Draft<HandoverDraft>;
  /** What is wrong with this device, as a sentence. */
  @property() trouble = '';

  constructor() {
    super();
    watch(this, records.on, (change) => queue.on(change));
  }

  override render() {
    const { event, referrer } = this.identity.mandate;
    return html`<hl-head></hl-head>
      <main class="inhoud">
        <div>
          <h1>${event.name}</h1>
          <p class="zacht">
            ${[event.place, referrer && `${referrer.organisation} ${referrer.number}`]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
        ${this.trouble ? this.revoked() : nothing} ${this.wrongClock()} ${this.unsent()}
        <h2>Uw overdrachten</h2>
        ${
          records.list.length > 0
            ? html`<ul class="rijen" data-testid="handovers">
                ${records.list.map((sent) => this.row(sent))}
              </ul>`
            : html`<p class="zacht">Nog geen overdrachten.</p>`
        }
      </main>
      <footer class="voet">${this.trouble ? this.again() : this.start()}</footer>`;
  }

  private revoked() {
    const kept =
      queue.pending.length > 0
        ? 'Wat nog niet weg is, blijft bewaard op deze telefoon en kan weg als u opnieuw bent aangemeld.'
        : '';
    return html`<hl-banner
      tone="stop"
      heading="Dit toestel kan niet meer overdragen"
      text="${this.trouble} ${kept}"
    ></hl-banner>`;
  }

  /** A device that is sent away begins nothing new: it would keep names that it cannot hand over. */
  private again() {
    return html`<button
      class="knop hoofd vol"
      data-testid="enrol-again"
      @click=${() => this.emit('forgotten')}
    >
      Meld opnieuw aan
    </button>`;
  }

  private wrongClock() {
    const words = clockWords(clock.offset);
    if (!words) return nothing;
    return html`<hl-banner
      tone="let"
      heading="De klok van deze telefoon loopt ${words}"
      text="Overdragen kan gewoon: de tijden hier zijn die van het loket. Zet de klok goed bij de instellingen van de telefoon."
      data-testid="wrong-clock"
    ></hl-banner>`;
  }

  private unsent() {
    const count = queue.pending.length;
    if (count === 0) return nothing;
    const here = count === 1 ? '1 bericht' : `${count} berichten`;
    return html`<section class="kaart" data-testid="unsent">
      <hl-track
        .stops=${[
          { word: 'Hier bewaard', note: here, done: true },
          { word: 'Gemeld bij het loket', note: 'nog niet', done: false },
        ]}
      ></hl-track>
      ${queue.trouble ? html`<p role="status">${queue.trouble.title}</p>` : nothing}
    </section>`;
  }

  private row(sent: Sent) {
    const refused = queue.pending.some(({ command, refusal }) => refusal && command.id === sent.id);
    const parked = queue.pending.some(({ command, parked }) => parked && command.id === sent.id);
    const state = sent.handover?.state;
    const replaced = sent.handover?.declineReason === 'REPLACED';
    const unsent = parked ? 'Bij het loket, nog niet gelezen' : 'Hier bewaard';
    const known = state && (replaced ? 'Vervangen' : stateWords[state]);
    const word = known ?? (refused ? 'Niet aangekomen' : unsent);
    const tone = state ? tones[state] : refused ? 'stop' : parked ? 'info' : 'let';
    return html`<li>
      <a
        class="knop rij"
        href=${fragmentOf({ page: 'handover', id: sent.id })}
        data-testid="handover-row"
        data-state=${state ?? (parked ? 'PARKED' : 'UNSENT')}
      >
        ${
          sent.ticket
            ? html`<hl-ticket look="plain" .ticket=${sent.ticket}></hl-ticket>`
            : html`<span>${sent.cardCode ? spaced(sent.cardCode) : 'Zonder kaart'}</span>`
        }
        <hl-state .tone=${tone} .word=${word} .note=${noteOf(sent)}></hl-state>
      </a>
    </li>`;
  }

  private start() {
    if (!this.draft.value.begunAt) {
      return html`<button class="knop hoofd vol" data-testid="new-handover" @click=${this.begin}>
        Nieuwe overdracht
      </button>`;
    }
    const { ticket, begunAt } = this.draft.value;
    return html`<p>
        U begon om ${localTime(begunAt)}${ticket ? html` met <b>${ticket.words}</b>` : nothing}.
      </p>
      <button
        class="knop hoofd vol"
        data-testid="resume"
        @click=${() => go({ page: 'form', step: this.firstOpenStep() })}
      >
        Ga verder
      </button>
      <button class="knop vol" data-testid="discard" @click=${this.discard}>
        Gooi weg en begin opnieuw
      </button>`;
  }

  private firstOpenStep(): number {
    const { cardCode, offenceId, familyName, manner } = this.draft.value;
    if (!offenceId) return cardCode ? 2 : 1;
    if (!familyName) return 3;
    return manner ? 5 : 4;
  }

  private readonly begin = async (): Promise<void> => {
    this.draft.set(begin(records.place || this.identity.mandate.event.name));
    await this.draft.flush();
    go({ page: 'form', step: 1 });
  };

  private readonly discard = async (): Promise<void> => {
    await this.draft.clear();
    await this.begin();
  };
}

function noteOf({ sealedAt, verdict }: Sent): string {
  return [localTime(sealedAt), verdict?.heading].filter(Boolean).join(' · ');
}
