import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../elements/hl-banner.js';
import '../../elements/hl-choice.js';
import '../../elements/hl-field.js';
import { LightElement } from '../../elements/light.js';
import { ApiError } from '../../lib/api.js';
import { clockTime } from '../board/board-words.js';
import { command, refusalText } from '../command.js';
import type { CareRecord, WarmHandover as Given } from './shapes.js';

interface Draft {
  purpose: string;
  receiver: string;
  details: string;
  permittedBy: Given['permittedBy'] | '';
}

const EMPTY: Draft = { purpose: '', receiver: '', details: '', permittedBy: '' };

/** Permissions for a warm handover: what was permitted, and a form for one more. Emits `recorded`. */
@customElement('hl-loket-warm')
export class WarmHandover extends LightElement {
  @property() caseId = '';
  @property({ attribute: false }) care!: CareRecord;
  @state() private draft: Draft = EMPTY;
  @state() private busy = false;
  @state() private refusal: ApiError | undefined;

  override render() {
    return html`<div class="titel">
        <h1>Warme overdracht</h1>
        <p class="zacht">
          Zonder toestemming gaat er niets door. Intrekken kan altijd, en heeft geen gevolgen.
        </p>
      </div>
      ${this.care.warmHandovers.map((one) => this.given(one))}
      <div class="velden">
        ${this.text('receiver', 'Wie krijgt de gegevens?', 'Een persoon of organisatie, bij naam')}
        ${this.text('purpose', 'Waarvoor?', 'Zoals: kennismaken met het jongerenwerk')}
        ${this.text('details', 'Welke gegevens?', 'Zo weinig mogelijk, zoals naam en nummer')}
        ${this.permitted()}
      </div>
      ${
        this.refusal
          ? html`<hl-banner
              tone="stop"
              heading=${this.refusal.title}
              text=${refusalText(this.refusal)}
            ></hl-banner>`
          : nothing
      }
      <div class="voet breed">
        <button
          type="button"
          class="knop hoofd"
          ?disabled=${this.busy || Object.values(this.draft).some((value) => value === '')}
          data-testid="warm-save"
          @click=${this.save}
        >
          Leg de toestemming vast
        </button>
      </div>`;
  }

  private given(one: Given) {
    const away = one.withdrawnAt !== undefined;
    const who = one.permittedBy === 'JUVENILE' ? 'de jongere' : 'de jongere en een ouder';
    return html`<section class="kaart" data-testid="warm-given">
      <b>${one.receiver}</b>
      <p>${one.purpose}. Gegevens: ${one.details}.</p>
      <p class="zacht">
        Toestemming van ${who}, om ${clockTime(one.givenAt)}, opgeschreven door ${one.givenBy}.
        ${away ? html`<b>Ingetrokken om ${clockTime(one.withdrawnAt ?? '')}.</b>` : nothing}
      </p>
      ${
        away
          ? nothing
          : html`<div class="knoppen">
              <button
                type="button"
                class="knop"
                ?disabled=${this.busy}
                data-testid="warm-withdraw"
                @click=${() => this.withdraw(one.id)}
              >
                Trek de toestemming in
              </button>
            </div>`
      }
    </section>`;
  }

  private text(name: 'purpose' | 'receiver' | 'details', label: string, hint: string) {
    return html`<hl-field
      .label=${label}
      .hint=${hint}
      maxBytes="450"
      .value=${this.draft[name]}
      testId="warm-${name}"
      @typed=${(typed: CustomEvent<string>) => this.set({ [name]: typed.detail })}
    ></hl-field>`;
  }

  private permitted() {
    const alone = { value: 'JUVENILE', label: 'De jongere' };
    const both = { value: 'JUVENILE_AND_GUARDIAN', label: 'De jongere en een ouder' };
    return html`<hl-choice
      look="row"
      legend="Wie vindt het goed?"
      .choices=${this.care.guardianPermits ? [both] : [alone, both]}
      .value=${this.draft.permittedBy}
      testId="warm-by"
      @chosen=${(chosen: CustomEvent<Given['permittedBy']>) =>
        this.set({ permittedBy: chosen.detail })}
    ></hl-choice>`;
  }

  private set(part: Partial<Draft>): void {
    this.draft = { ...this.draft, ...part };
  }

  private readonly save = (): Promise<void> =>
    this.send(`/cases/${this.caseId}/warm-handovers`, 'Toestemming', this.draft);

  private withdraw(id: string): Promise<void> {
    const path = `/cases/${this.caseId}/warm-handovers/${id}/withdrawal`;
    return this.send(path, 'Toestemming ingetrokken');
  }

  private async send(path: string, label: string, body?: object): Promise<void> {
    this.busy = true;
    this.refusal = undefined;
    try {
      await command({ method: 'POST', path, label, ...(body ? { body } : {}) });
      if (body) this.draft = EMPTY;
      this.emit('recorded');
    } catch (failure) {
      this.refusal = ApiError.of(failure);
    } finally {
      this.busy = false;
    }
  }
}
