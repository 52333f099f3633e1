import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../elements/hl-choice.js';
import '../../elements/hl-field.js';
import { latestAt, localTime } from '../../lib/dates.js';
import { clock } from '../../lib/clock.js';
import { DraftForm } from '../draft-form.js';
import type { Authority } from '../shapes.js';
import { AUTHORITY_WORDS } from './words.js';

interface ApprovalDraft {
  approved: 'YES' | 'NO' | '';
  who: string;
  /** Empty as long as it is now. */
  time: string;
  reference: string;
}

/** Writes down what the hulpofficier or the officier van justitie decided. Emits `recorded`. */
@customElement('hl-loket-approval')
export class ApprovalForm extends DraftForm<ApprovalDraft> {
  @property() caseId = '';
  @property() authority: Authority = 'ASSISTANT';

  protected get draftKey(): string {
    return `case/${this.caseId}/approval/${this.authority}`;
  }

  protected get empty(): ApprovalDraft {
    return { approved: '', who: '', time: '', reference: '' };
  }

  override render() {
    const { draft } = this;
    if (!draft) return nothing;
    const value = { ...draft.value, time: draft.value.time || localTime(clock.now()) };
    const word = AUTHORITY_WORDS[this.authority];
    const missing = lacks(value);
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
        .value=${value.approved}
        testId="approval-approved"
        @chosen=${(chosen: CustomEvent<'YES' | 'NO'>) => this.edit({ approved: chosen.detail })}
      ></hl-choice>
      <div class="velden besluit">
        ${this.field('Wie?', 'Naam of nummer', value.who, 'who', (who) => this.edit({ who }))}
        ${this.field('Kenmerk', 'Nummer bij de politie', value.reference, 'reference', (reference) => this.edit({ reference }))}
        ${this.field('Hoe laat?', '', value.time, 'time', (time) => this.edit({ time }), 'time')}
      </div>
      ${this.refused()} ${missing ? html`<p role="status">${missing}</p>` : nothing}
      <div class="knoppen">
        <button
          type="button"
          class="knop hoofd"
          ?disabled=${missing !== '' || this.busy}
          data-testid="approval-save"
          @click=${() => void this.save(value)}
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

  private async save({ approved, who, time, reference }: ApprovalDraft): Promise<void> {
    const body = {
      authority: this.authority,
      approved: approved === 'YES',
      who: who.trim(),
      givenAt: new Date(latestAt(time, clock.now())).toISOString(),
      reference: reference.trim(),
    };
    const path = `/cases/${this.caseId}/approvals`;
    await this.send(
      { method: 'POST', path, body, label: 'Besluit vastleggen' },
      () => void this.done(),
    );
  }
}

/** What is not filled in yet, as a sentence; empty when everything is. */
function lacks({ approved, who, time, reference }: ApprovalDraft): string {
  if (approved === '') return 'Kies eerst het besluit.';
  if (who.trim() === '') return 'Vul in wie dit besloot.';
  if (reference.trim() === '') return 'Vul het kenmerk in.';
  return /^\d{2}:\d{2}$/.test(time) ? '' : 'Vul de tijd in.';
}
