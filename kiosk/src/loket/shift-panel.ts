import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../elements/hl-choose-secrets.js';
import '../elements/hl-icon.js';
import '../elements/hl-pin-pad.js';
import '../elements/hl-sign-in.js';
import { LightElement } from '../elements/light.js';
import { ApiError } from '../lib/api.js';
import type { SignedIn, WorkerName } from '../lib/contract.js';
import { localTime } from '../lib/dates.js';
import type { Shift } from '../lib/shift.js';

/**
 * Who works here now? Tap a colleague, then the PIN; or sign in. Emits `opened` once a worker has
 * the screen, and `closed` when nobody changed.
 */
@customElement('hl-loket-shift')
export class ShiftPanel extends LightElement {
  @property({ attribute: false }) shift!: Shift;
  /** As in the shift, which is no part of the page: a change of these renders again. */
  @property({ attribute: false }) colleagues: readonly SignedIn[] = [];
  @property({ attribute: false }) worker?: WorkerName;
  @state() private chosen: SignedIn | undefined;
  /** True for the list, also where one colleague is so likely that the PIN is asked at once. */
  @state() private listing = false;
  @state() private newcomer = false;
  @state() private fault = '';
  @state() private busy = false;

  override willUpdate(): void {
    // A list that was shown stays one: nothing jumps under a finger.
    if (this.colleagues.length > 1) this.listing = true;
  }

  override render() {
    return html`<main class="blad smal" data-testid="shift-panel">${this.body()}</main>`;
  }

  private body() {
    const { signedIn } = this.shift;
    if (signedIn && signedIn.choose.length > 0) {
      return html`<hl-choose-secrets
        .worker=${signedIn}
        @chosen=${() => this.emit('opened')}
      ></hl-choose-secrets>`;
    }
    const colleague = this.colleague;
    if (this.newcomer || this.colleagues.length === 0) return this.signIn();
    if (!colleague) return this.list();
    return colleague.opensByPin ? this.askPin(colleague) : this.signIn(colleague);
  }

  /** Whose PIN is asked: the one touched, or the only one there is. */
  private get colleague(): SignedIn | undefined {
    if (this.chosen) return this.colleagues.find(({ id }) => id === this.chosen?.id);
    const only = this.colleagues.length === 1 && !this.listing && !this.shift.signedIn;
    return only ? this.colleagues[0] : undefined;
  }

  private list() {
    const { signedIn } = this.shift;
    return html`<div class="titel"><h1>Wie werkt er nu?</h1></div>
      <ul class="ploeg">
        ${this.colleagues.map(
          (one) =>
            html`<li>
              <button
                type="button"
                class="knop vol"
                ?disabled=${one.workerId === signedIn?.id}
                data-testid="colleague"
                data-name=${one.name}
                @click=${() => this.choose(one)}
              >
                <b>${one.name}</b>
                <span class="zacht"
                  >${
                    one.workerId === signedIn?.id
                      ? 'werkt nu'
                      : `aangemeld om ${localTime(Date.parse(one.since))}`
                  }</span
                >
              </button>
            </li>`,
        )}
      </ul>
      <button
        type="button"
        class="knop vol"
        data-testid="newcomer"
        @click=${() => (this.newcomer = true)}
      >
        Iemand anders
      </button>
      ${signedIn ? this.ofWorker() : nothing} ${this.backButton()}`;
  }

  private ofWorker() {
    return html`<button type="button" class="knop vol" data-testid="end-shift" @click=${this.leave}>
      Mijn dienst is klaar, meld mij af
    </button>`;
  }

  private askPin(colleague: SignedIn) {
    return html`<hl-pin-pad
        heading=${colleague.name}
        text="Toets uw pincode in."
        .fault=${this.fault}
        ?busy=${this.busy}
        @entered=${(entered: CustomEvent<string>) => this.unlock(colleague, entered.detail)}
      ></hl-pin-pad>
      <div class="knoppen">
        <button
          type="button"
          class="knop"
          data-testid="not-me"
          @click=${() => this.choose(undefined)}
        >
          Ik ben iemand anders
        </button>
        ${this.backButton()}
      </div>`;
  }

  private signIn(colleague?: SignedIn) {
    const reason = colleague
      ? `${colleague.name}, meld u aan met uw wachtwoord. Daarna kiest u een nieuwe pincode.`
      : 'Namen en feiten zijn alleen te zien als u bent aangemeld.';
    return html`<hl-sign-in
        text=${reason}
        .fault=${this.fault}
        ?busy=${this.busy}
        @submitted=${this.enter}
      ></hl-sign-in>
      <div class="knoppen">
        ${
          this.colleagues.length > 0
            ? html`<button
                type="button"
                class="knop"
                data-testid="not-me"
                @click=${() => this.choose(undefined)}
              >
                Wie zijn hier aangemeld?
              </button>`
            : nothing
        }
        ${this.backButton()}
      </div>`;
  }

  private backButton() {
    return this.shift.signedIn
      ? html`<button
          type="button"
          class="knop"
          data-testid="shift-back"
          @click=${() => this.emit('closed')}
        >
          <hl-icon name="terug"></hl-icon>Terug
        </button>`
      : nothing;
  }

  private choose(colleague: SignedIn | undefined): void {
    this.chosen = colleague;
    this.listing = colleague === undefined;
    this.newcomer = false;
    this.fault = '';
  }

  private unlock(colleague: SignedIn, pin: string): Promise<void> {
    return this.run(() => this.shift.unlock(colleague.id, pin));
  }

  private readonly enter = (
    submitted: CustomEvent<{ login: string; password: string }>,
  ): Promise<void> => {
    const { login, password } = submitted.detail;
    return this.run(() => this.shift.signIn(login, password));
  };

  private readonly leave = (): void => {
    void this.shift.leave();
    this.emit('closed');
  };

  private async run(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.fault = '';
    try {
      await work();
      if (this.shift.worker) this.emit('opened');
    } catch (failure) {
      const { offline, title } = ApiError.of(failure);
      this.fault = offline
        ? 'Er is geen verbinding met het loket. Zodra die er is, werkt dit weer. Wat u typte is bewaard.'
        : title;
    } finally {
      this.busy = false;
    }
  }
}
