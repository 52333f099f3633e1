import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../elements/hl-field.js';
import { journal, type Draft } from '../../lib/journal.js';
import '../ask-permission.js';
import { clockTime } from '../board/board-words.js';
import { command } from '../command.js';
import { CommandForm } from '../command-form.js';
import { lastWord } from '../said.js';
import type { CaseFile } from '../shapes.js';
import type { CareRecord, WarmHandover as Given } from './shapes.js';

interface WarmDraft {
  purpose: string;
  receiver: string;
  details: string;
}

const EMPTY: WarmDraft = { purpose: '', receiver: '', details: '' };

/**
 * Permissions for a warm handover: what was permitted, and one more. Who gets what is said first, then it is asked; nothing
 * goes without a yes. Emits `recorded`.
 */
@customElement('hl-loket-warm')
export class WarmHandover extends CommandForm {
  @property({ attribute: false }) file!: CaseFile;
  @property({ attribute: false }) care!: CareRecord;
  @state() private draft?: Draft<WarmDraft>;

  override connectedCallback(): void {
    super.connectedCallback();
    void journal
      .open<WarmDraft>(`case/${this.file.id}/warm`, EMPTY)
      .then((draft) => (this.draft = draft));
  }

  override render() {
    const { draft } = this;
    if (!draft) return nothing;
    const whole = Object.values(draft.value).every((text: string) => text.trim() !== '');
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
      </div>
      ${whole ? this.ask(draft.value) : nothing} ${this.refused()} ${this.foot(whole)}`;
  }

  private ask({ receiver, purpose, details }: WarmDraft) {
    const what = `Wij geven dan: ${details.trim()}. Waarvoor: ${purpose.trim()}.`;
    return html`<hl-loket-ask
      purpose="WARM_HANDOVER"
      .file=${this.file}
      .since=${this.since}
      .question=${`Mag Halt jouw gegevens geven aan ${receiver.trim()}? ${what} Nee zeggen mag, en heeft geen gevolgen.`}
      .guardianQuestion=${
        this.care.guardianPermits
          ? `Mag Halt gegevens van uw kind geven aan ${receiver.trim()}? ${what} Nee zeggen mag, en heeft geen gevolgen.`
          : ''
      }
    ></hl-loket-ask>`;
  }

  private foot(whole: boolean) {
    const permitted = this.permitted;
    return html`<div class="voet breed">
      <button
        type="button"
        class="knop hoofd"
        ?disabled=${this.busy || !whole || !permitted}
        data-testid="warm-save"
        @click=${() => void this.save()}
      >
        Leg de toestemming vast
      </button>
      <span class="wat-nog"
        >${whole ? (permitted ? '' : 'Nog nodig: een ja.') : 'Vul eerst in wie wat krijgt, en waarvoor. Vraag het dan.'}</span
      >
    </div>`;
  }

  /** Each handover is asked for apart: an answer of before the last one was about that one. */
  private get since(): string {
    return this.care.warmHandovers.at(-1)?.givenAt ?? '';
  }

  private get permitted(): boolean {
    const persons = this.care.guardianPermits
      ? (['JUVENILE', 'GUARDIAN'] as const)
      : (['JUVENILE'] as const);
    const { decisions } = this.file;
    return persons.every(
      (person) => lastWord(decisions, 'WARM_HANDOVER', person, this.since)?.answer === 'YES',
    );
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
                @click=${() => void this.withdraw(one.id)}
              >
                Trek de toestemming in
              </button>
            </div>`
      }
    </section>`;
  }

  private text(name: keyof WarmDraft, label: string, hint: string) {
    return html`<hl-field
      .label=${label}
      .hint=${hint}
      maxBytes="450"
      .value=${this.draft?.value[name] ?? ''}
      testId="warm-${name}"
      @typed=${(typed: CustomEvent<string>) => {
        this.draft?.set({ [name]: typed.detail });
        this.requestUpdate();
      }}
    ></hl-field>`;
  }

  private save(): Promise<boolean> {
    return this.working(async () => {
      await this.post('', 'Toestemming', this.draft?.value);
      this.draft?.set(EMPTY);
      await this.draft?.clear();
      this.emit('recorded');
    });
  }

  private withdraw(id: string): Promise<boolean> {
    return this.working(async () => {
      await this.post(`/${id}/withdrawal`, 'Toestemming ingetrokken');
      this.emit('recorded');
    });
  }

  private async post(below: string, label: string, body?: object): Promise<void> {
    const path = `/cases/${this.file.id}/warm-handovers${below}`;
    await command({ method: 'POST', path, label, ...(body ? { body } : {}) });
  }
}
