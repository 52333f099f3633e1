import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../elements/hl-banner.js';
import '../elements/hl-icon.js';
import '../elements/hl-state.js';
import { LightElement } from '../elements/light.js';
import { api, ApiError } from '../lib/api.js';
import { localTime } from '../lib/dates.js';
import { session } from '../lib/session.js';
import type { OneTimePassword, WorkerRow } from './shapes.js';

type Question = 'password' | 'block';

const QUESTIONS: Record<Question, { ask: string; yes: string; why: string }> = {
  password: {
    ask: 'Nieuw wachtwoord',
    yes: 'Ja, geef een nieuw wachtwoord',
    why: 'Alle schermen van deze medewerker gaan meteen dicht.',
  },
  block: {
    ask: 'Blokkeer',
    yes: 'Ja, blokkeer',
    why: 'Alle schermen gaan meteen dicht en aanmelden kan niet meer.',
  },
};

/** Everybody who works here: a forgotten password, or a worker who must leave. */
@customElement('hl-beheer-workers')
export class WorkersPage extends LightElement {
  @state() private workers?: readonly WorkerRow[];
  @state() private asking: { id: string; question: Question } | undefined;
  @state() private given: (OneTimePassword & { name: string }) | undefined;
  @state() private refusal: ApiError | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override render() {
    return html`<main class="blad">
      <div class="titel">
        <h1>Medewerkers</h1>
        <p class="zacht">${this.workers ? `${this.workers.length} op de lijst` : ''}</p>
      </div>
      ${
        this.refusal
          ? html`<hl-banner
              tone="stop"
              heading=${this.refusal.title}
              action="Probeer opnieuw"
              @acted=${() => this.load()}
            ></hl-banner>`
          : nothing
      }
      ${this.given ? this.showPassword(this.given) : this.list(this.workers ?? [])}
    </main>`;
  }

  private showPassword({ name, login, password }: OneTimePassword & { name: string }) {
    return html`<section class="kaart" data-testid="password-given">
      <h2>Voor ${name}</h2>
      <p>Aanmelden met naam <b>${login}</b> en dit wachtwoord. Het staat hier een keer.</p>
      <p class="eenmalig" data-testid="one-time-password">${password}</p>
      <p>Daarna kiest ${name} een eigen wachtwoord en een pincode.</p>
      <button
        type="button"
        class="knop hoofd"
        data-testid="password-typed"
        @click=${() => (this.given = undefined)}
      >
        Overgetypt, haal weg
      </button>
    </section>`;
  }

  private list(workers: readonly WorkerRow[]) {
    return html`<ul class="toestellen" data-testid="workers">
      ${workers.map((one) => this.row(one))}
    </ul>`;
  }

  private row(one: WorkerRow) {
    const asked = this.asking?.id === one.id ? this.asking.question : undefined;
    return html`<li
      class="kaart toestel medewerker"
      data-testid="worker-row"
      data-login=${one.login}
    >
      <div>
        <h2>${one.name}</h2>
        <p>${one.roles.includes('COORDINATOR') ? 'Coördinator' : 'Medewerker'}: ${one.login}</p>
      </div>
      ${this.stand(one)} ${asked ? this.confirm(one, asked) : this.buttons(one)}
    </li>`;
  }

  private stand(one: WorkerRow) {
    if (one.blockedAt) {
      const at = localTime(Date.parse(one.blockedAt));
      return html`<hl-state tone="stop" word="Geblokkeerd" note="om ${at}"></hl-state>`;
    }
    return one.passwordOneTime
      ? html`<hl-state tone="let" word="Kiest wachtwoord" note="bij het aanmelden"></hl-state>`
      : html`<hl-state tone="goed" word="Kan aanmelden"></hl-state>`;
  }

  private buttons(one: WorkerRow) {
    if (one.id === session.worker?.id) {
      return html`<p class="zacht">
        Dit bent u. Een ander wachtwoord krijgt u van een andere coördinator.
      </p>`;
    }
    if (one.blockedAt) {
      return html`<div class="knoppen">
        <button
          type="button"
          class="knop"
          data-testid="admit"
          @click=${() => this.run(() => api.send('DELETE', `/workers/${one.id}/block`))}
        >
          Laat weer toe
        </button>
      </div>`;
    }
    return html`<div class="knoppen">${this.ask(one, 'password')} ${this.ask(one, 'block')}</div>`;
  }

  private ask({ id }: WorkerRow, question: Question) {
    return html`<button
      type="button"
      class="knop"
      data-testid=${question}
      @click=${() => (this.asking = { id, question })}
    >
      ${QUESTIONS[question].ask}
    </button>`;
  }

  private confirm(one: WorkerRow, question: Question) {
    const { yes, why } = QUESTIONS[question];
    return html`<div class="knoppen" role="group" aria-label="Weet u het zeker?">
      <p>${why}</p>
      <button
        type="button"
        class="knop hoofd"
        data-testid="${question}-confirm"
        @click=${() => this.act(one, question)}
      >
        ${yes}
      </button>
      <button type="button" class="knop" @click=${() => (this.asking = undefined)}>Nee</button>
    </div>`;
  }

  private act(one: WorkerRow, question: Question): Promise<void> {
    return this.run(async () => {
      const path = `/workers/${one.id}/${question}`;
      if (question === 'block') {
        await api.send('PUT', path);
      } else {
        const given = await api.send<OneTimePassword>('POST', path);
        this.given = { ...given, name: one.name };
      }
    });
  }

  private async run(work: () => Promise<unknown>): Promise<void> {
    this.asking = undefined;
    this.refusal = undefined;
    try {
      await work();
      await this.load();
    } catch (failure) {
      this.refusal = ApiError.of(failure);
    }
  }

  private async load(): Promise<void> {
    try {
      this.workers = (await api.get<{ workers: readonly WorkerRow[] }>('/workers')).workers;
      this.refusal = undefined;
    } catch (failure) {
      this.refusal = ApiError.of(failure);
    }
  }
}
