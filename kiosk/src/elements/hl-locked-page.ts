import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { api, ApiError } from '../lib/api.js';
import { clock } from '../lib/clock.js';
import { deskLock } from '../lib/desk-lock.js';
import { markDrill } from '../lib/drill.js';
import './hl-banner.js';
import './hl-desk-head.js';
import './hl-drill-bar.js';
import './hl-field.js';
import { LightElement } from './light.js';

interface Opening {
  readonly locked: boolean;
  readonly waitSeconds: number;
  readonly drill: boolean;
}

const tickMs = 1_000;
/** Somebody may open the desk on another screen. */
const lookEveryTicks = 3;

/** Asks for the passphrase of a locked desk. Whoever opens it, on whatever screen, this one goes on by itself. */
@customElement('hl-locked-page')
export class LockedPage extends LightElement {
  @state() private passphrase = '';
  @state() private shown = false;
  @state() private busy = false;
  @state() private fault = '';
  @state() private wait = 0;
  @state() private now = clock.now();

  private ticks = 0;
  private lifetime?: AbortController;

  override connectedCallback(): void {
    super.connectedCallback();
    this.lifetime = new AbortController();
    const ticking = setInterval(() => this.tick(), tickMs);
    this.lifetime.signal.addEventListener('abort', () => clearInterval(ticking));
    void this.look();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.lifetime?.abort();
  }

  override firstUpdated(): void {
    void this.updateComplete.then(() => this.querySelector('input')?.focus());
  }

  override render() {
    return html`<div class="scherm">
      <hl-drill-bar></hl-drill-bar>
      <hl-desk-head .now=${this.now}></hl-desk-head>
      <main class="blad smal">
        <form class="kaart" data-testid="locked" @submit=${this.submit}>
          <h1>Het loket is op slot</h1>
          <p>
            Dat hoort zo na stroomuitval. Er is niets kwijt: wat telefoons nu sturen, blijft
            verzegeld bewaard tot het loket open is.
          </p>
          <hl-field
            label="Wat is de wachtzin?"
            hint="Zes woorden; de coördinator heeft ze op papier. Hoofdletters tellen niet."
            capitals="none"
            testId="passphrase"
            type=${this.shown ? 'text' : 'password'}
            .value=${this.passphrase}
            @typed=${(typed: CustomEvent<string>) => (this.passphrase = typed.detail)}
          ></hl-field>
          <label class="vinkje"
            ><input
              type="checkbox"
              data-testid="passphrase-show"
              .checked=${this.shown}
              @change=${() => (this.shown = !this.shown)}
            />Laat de woorden zien</label
          >
          ${this.fault ? html`<hl-banner tone="stop" text=${this.fault}></hl-banner>` : nothing}
          <button
            class="knop hoofd vol"
            data-testid="open-desk"
            ?disabled=${this.busy || this.wait > 0}
          >
            ${this.action()}
          </button>
          <p class="zacht">
            Wachtzin kwijt? Bel het kantoor van Halt: dat kan met zijn eigen sleutel een nieuwe
            geven. Er gaat niets verloren.
          </p>
        </form>
      </main>
    </div>`;
  }

  private action(): string {
    if (this.busy) return 'Wordt nagekeken';
    if (this.wait > 0) return `Wacht nog ${this.wait} s`;
    return 'Open het loket';
  }

  private tick(): void {
    this.now = clock.now();
    this.wait = Math.max(0, this.wait - 1);
    this.ticks += 1;
    if (this.ticks % lookEveryTicks === 0 && !this.busy) void this.look();
  }

  private readonly submit = async (submitted: Event): Promise<void> => {
    submitted.preventDefault();
    const { passphrase } = this;
    if (this.busy || this.wait > 0 || passphrase.trim() === '') return;
    this.busy = true;
    this.fault = '';
    try {
      this.see(await api.anonymous<Opening>('POST', '/opening', { passphrase }));
    } catch (failure) {
      this.fault = ApiError.of(failure).title;
      await this.look();
    } finally {
      this.busy = false;
    }
  };

  /** How the desk is now; when it does not answer, what was seen last stays. */
  private async look(): Promise<void> {
    const opening = await api.anonymous<Opening>('GET', '/opening').catch(() => undefined);
    if (opening) this.see(opening);
  }

  private see({ locked, waitSeconds, drill }: Opening): void {
    markDrill(drill);
    this.wait = waitSeconds;
    deskLock.mark(locked);
  }
}
