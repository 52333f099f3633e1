import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../elements/hl-banner.js';
import '../elements/hl-choice.js';
import { LightElement } from '../elements/light.js';
import { api, ApiError } from '../lib/api.js';
import { localTime } from '../lib/dates.js';
import type { Choice } from '../elements/hl-choice.js';
import type { DrillGateway, DrillMessage, DrillTexts } from './shapes.js';

const LOOK_EVERY_MS = 2_000;

const FAULTS: readonly Choice[] = [
  { value: 'NONE', label: 'Normaal' },
  { value: 'NEVER_DELIVERS', label: 'Levert nooit af' },
  { value: 'REFUSES', label: 'Weigert' },
  { value: 'SLOW', label: 'Traag' },
  { value: 'GONE', label: 'Valt weg' },
];

/** The texts that the drill sent: what a guardian's phone would show. */
@customElement('hl-beheer-messages')
export class MessagesPage extends LightElement {
  @state() private messages?: readonly DrillMessage[];
  @state() private gateways: readonly DrillGateway[] = [];
  @state() private refusal: ApiError | undefined;

  private looking?: ReturnType<typeof setInterval>;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
    this.looking = setInterval(() => void this.load(), LOOK_EVERY_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.looking);
  }

  override render() {
    return html`<main class="blad">
      <div class="titel">
        <h1>Oefen-sms</h1>
        <p class="zacht">Dit zou een ouder op de telefoon lezen. Er gaat niets naar buiten.</p>
      </div>
      ${this.refusal ? html`<hl-banner tone="stop" heading=${this.refusal.title}></hl-banner>` : nothing}
      ${this.gateways.map((gateway) => this.fault(gateway))}
      ${this.messages?.length === 0 ? html`<p>Nog geen sms. Die gaat uit zodra het loket een jongere overneemt.</p>` : nothing}
      <ul class="sms-lijst" data-testid="messages">
        ${(this.messages ?? []).map((one) => this.row(one))}
      </ul>
    </main>`;
  }

  private fault({ name, fault }: DrillGateway) {
    return html`<hl-choice
      .choices=${FAULTS}
      .value=${fault}
      legend=${`Zo gedraagt de nagebootste sms-centrale zich (${name})`}
      look="row"
      testId="drill-fault"
      @chosen=${(chosen: CustomEvent<string>) => void this.behave(name, chosen.detail)}
    ></hl-choice>`;
  }

  private row(one: DrillMessage) {
    const part = one.parts > 1 ? `, deel ${one.part} van ${one.parts}` : '';
    return html`<li class="kaart" data-testid="message">
      <p class="zacht">${localTime(Date.parse(one.at))} naar ${one.number}${part}</p>
      <p class="sms-tekst">${one.text}</p>
    </li>`;
  }

  private async behave(name: string, fault: string): Promise<void> {
    await this.show(() => api.send<DrillTexts>('PUT', '/drill/messages', { name, fault }));
  }

  private async load(): Promise<void> {
    await this.show(() => api.get<DrillTexts>('/drill/messages'));
  }

  private async show(ask: () => Promise<DrillTexts>): Promise<void> {
    try {
      const { messages, gateways } = await ask();
      this.messages = messages;
      this.gateways = gateways;
      this.refusal = undefined;
    } catch (failure) {
      this.refusal = ApiError.of(failure);
    }
  }
}
