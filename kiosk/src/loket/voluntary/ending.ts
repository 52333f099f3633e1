import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { fileLinks } from '../../elements/file-links.js';
import '../../elements/hl-banner.js';
import '../../elements/hl-icon.js';
import { LightElement } from '../../elements/light.js';
import { api, ApiError } from '../../lib/api.js';
import { command, refusalText } from '../command.js';
import type { Voluntary } from './shapes.js';
import { lackWords } from './words.js';

/** How a school-/wijkinterventie goes to Halt, or stops. Emits `changed`. */
@customElement('hl-loket-voluntary-end')
export class VoluntaryEnd extends LightElement {
  @property({ attribute: false }) one!: Voluntary;
  @state() private ending = false;
  @state() private sheet = '';
  @state() private busy = false;
  @state() private refusal: ApiError | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    URL.revokeObjectURL(this.sheet);
  }

  override render() {
    const { refusal } = this;
    return html`${
      refusal
        ? html`<hl-banner
            tone="stop"
            heading=${refusal.title}
            text=${refusalText(refusal)}
          ></hl-banner>`
        : nothing
    }
    ${this.ending ? this.stopForm(this.one) : this.toHalt(this.one)}`;
  }

  private toHalt(one: Voluntary) {
    const whole = one.lacks.length === 0;
    return html`${
        whole
          ? nothing
          : html`<hl-banner
              tone="let"
              heading="Er gaat nog niets naar Halt"
              text="Nog nodig: ${lackWords(one.lacks)}."
              data-testid="voluntary-lacks"
            ></hl-banner>`
      }
      ${this.sheet === '' ? nothing : fileLinks(this.sheet, `${one.number}.pdf`)}
      <div class="voet breed">
        <button
          type="button"
          class="knop"
          data-testid="voluntary-stop"
          @click=${() => (this.ending = true)}
        >
          Stop
        </button>
        ${one.exportedAt === undefined ? this.first(one, whole) : this.last(one)}
      </div>`;
  }

  private first(one: Voluntary, whole: boolean) {
    return html`<button
      type="button"
      class="knop hoofd"
      ?disabled=${!whole || this.busy}
      data-testid="voluntary-sheet"
      @click=${() => this.make(one)}
    >
      <hl-icon name="papier"></hl-icon>Maak het blad voor Halt
    </button>`;
  }

  private last(one: Voluntary) {
    return html`<button
        type="button"
        class="knop"
        ?disabled=${this.busy}
        data-testid="voluntary-sheet"
        @click=${() => this.make(one)}
      >
        Maak het blad opnieuw
      </button>
      <button
        type="button"
        class="knop hoofd"
        ?disabled=${this.busy}
        data-testid="voluntary-handed"
        @click=${() => this.end(one, 'HANDED_OVER')}
      >
        Halt heeft het, wis hier
      </button>`;
  }

  private stopForm(one: Voluntary) {
    return html`<section class="kaart" data-testid="voluntary-stopping">
      <h2>Stoppen?</h2>
      <p>Dat mag altijd en heeft geen gevolgen. Wat hier staat, wordt meteen gewist.</p>
      <div class="knoppen">
        <button
          type="button"
          class="knop hoofd"
          ?disabled=${this.busy}
          data-testid="voluntary-stop-confirm"
          @click=${() => this.end(one, 'STOPPED')}
        >
          Ja, stop en wis
        </button>
        <button type="button" class="knop" @click=${() => (this.ending = false)}>Niet doen</button>
      </div>
    </section>`;
  }

  private make(one: Voluntary): Promise<void> {
    return this.run(async () => {
      URL.revokeObjectURL(this.sheet);
      this.sheet = URL.createObjectURL(await api.blob(`/voluntary-cases/${one.id}/sheet.pdf`));
    });
  }

  private end(one: Voluntary, outcome: 'HANDED_OVER' | 'STOPPED'): Promise<void> {
    return this.run(async () => {
      await command({
        method: 'POST',
        path: `/voluntary-cases/${one.id}/end`,
        body: { outcome },
        label: 'Vrijwillige hulp',
      });
      URL.revokeObjectURL(this.sheet);
      this.sheet = '';
      this.ending = false;
    });
  }

  private async run(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.refusal = undefined;
    try {
      await work();
      this.emit('changed');
    } catch (failure) {
      this.refusal = ApiError.of(failure);
    } finally {
      this.busy = false;
    }
  }
}
