import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../elements/hl-banner.js';
import '../../elements/hl-choice.js';
import '../../elements/hl-field.js';
import { ApiError } from '../../lib/api.js';
import { latestAt, localTime } from '../../lib/dates.js';
import { clock } from '../../lib/clock.js';
import { LightElement } from '../../elements/light.js';
import { command, refusalText } from '../command.js';
import type { Authority } from '../shapes.js';
import { AUTHORITY_WORDS } from './words.js';

/** Writes down what the hulpofficier or the officier van justitie decided. Emits `recorded`. */
@customElement('hl-loket-approval')
export class ApprovalForm extends LightElement {
  @property() caseId = '';
  @property() authority: Authority = 'ASSISTANT';
  @state() private approved: 'YES' | 'NO' | '' = '';
  @state() private who = '';
  @state() private time = localTime(clock.now());
  @state() private reference = '';
  @state() private busy = false;
  @state() private refusal: ApiError | undefined;

  override render() {
    const word = AUTHORITY_WORDS[this.authority];
    const missing = this.missing();
    return html`<section class="kaart" data-testid="approval-form">
      <h2>Akkoord van de ${word}</h2>
      <p>Bel eerst. Schrijf daarna op wat er is besloten.</p>
      <hl-choice
        look="row"
        legend="Besluit"
        .choices=${[
          { value: 'YES', label: 'Akkoord' },
          { value: 'NO', label: 'Niet akkoord' },
        ]}
        .value=${this.approved}
        testId="approval-approved"
        @chosen=${(chosen: CustomEvent<'YES' | 'NO'>) => (this.approved = chosen.detail)}
      ></hl-choice>
      <div class="velden besluit">
        ${this.field('Wie?', 'Naam of nummer', this.who, 'who', (text) => (this.who = text))}
        ${this.field('Kenmerk', 'Nummer bij de politie', this.reference, 'reference', (text) => (this.reference = text))}
        ${this.field('Hoe laat?', '', this.time, 'time', (text) => (this.time = text), 'time')}
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
      ${missing ? html`<p role="status">${missing}</p>` : nothing}
      <div class="knoppen">
        <button
          type="button"
          class="knop hoofd"
          ?disabled=${missing !== '' || this.busy}
          data-testid="approval-save"
          @click=${this.save}
        >
          ${this.busy ? 'Wordt verstuurd' : 'Leg dit vast'}
        </button>
      </div>
    </section>`;
  }

  private field(
    label: string,
    hint: string,
    value: string,
    name: string,
    typed: (text: string) => void,
    type: 'text' | 'time' = 'text',
  ) {
    return html`<hl-field
      class="half"
      .label=${label}
      .hint=${hint}
      .value=${value}
      .type=${type}
      .maxBytes=${type === 'time' ? 0 : 80}
      .testId="approval-${name}"
      @typed=${(event: CustomEvent<string>) => typed(event.detail)}
    ></hl-field>`;
  }

  private missing(): string {
    if (this.approved === '') return 'Kies eerst het besluit.';
    if (this.who.trim() === '') return 'Vul in wie dit besloot.';
    if (this.reference.trim() === '') return 'Vul het kenmerk in.';
    return /^\d{2}:\d{2}$/.test(this.time) ? '' : 'Vul de tijd in.';
  }

  private readonly save = async (): Promise<void> => {
    this.busy = true;
    this.refusal = undefined;
    const { authority } = this;
    const body = {
      authority,
      approved: this.approved === 'YES',
      who: this.who.trim(),
      givenAt: new Date(latestAt(this.time, clock.now())).toISOString(),
      reference: this.reference.trim(),
    };
    try {
      const path = `/cases/${this.caseId}/approvals`;
      await command({ method: 'POST', path, body, label: 'Besluit vastleggen' });
      this.emit('recorded');
    } catch (failure) {
      this.refusal = ApiError.of(failure);
    } finally {
      this.busy = false;
    }
  };
}
