import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../elements/hl-icon.js';
import { ageOn } from '../../lib/dates.js';
import { clock } from '../../lib/clock.js';
import '../ask-permission.js';
import { askMentor } from '../care/mentor-consent.js';
import { journal, type Draft } from '../../lib/journal.js';
import { CommandForm } from '../command-form.js';
import type { CaseFile, CaseStateName, SectionData } from '../shapes.js';
import { dateWords } from '../words.js';
import { quickPicks } from './quick-picks.js';
import { draftOf, type SectionDraft } from './section-draft.js';
import './section-form.js';
import { sectionNamed } from './sections.js';

/** From these states an appointment can be fixed. */
const FIXABLE: readonly CaseStateName[] = ['AGREED', 'PENDING_GUARDIAN', 'NOT_FIT_NOW'];

/** The appointment: a draft while there is no agreement, fixed with one button after. Emits `fixed` or `saved`. */
@customElement('hl-loket-appointment')
export class AppointmentStep extends CommandForm {
  @property({ attribute: false }) file!: CaseFile;
  /** The office of the last appointment made on this tablet: the next one is nearly always there too. */
  @state() private office?: Draft<{ name: string }>;

  override connectedCallback(): void {
    super.connectedCallback();
    void journal.open('desk/office', { name: '' }).then((office) => (this.office = office));
  }

  override render() {
    const { file, office } = this;
    const spec = sectionNamed('appointment');
    if (!spec || !office) return nothing;
    const fixable = FIXABLE.includes(file.state);
    return html`<hl-loket-section
      .caseId=${file.id}
      .spec=${{ ...spec, hint: `Uiterlijk ${dateWords(file.terms.appointmentBy)}.` }}
      .saved=${file.intake.appointment}
      .presets=${presetsFor(office.value.name)}
      .quick=${quickPicks(file, 'appointment')}
      .saveLabel=${fixable ? 'Leg de afspraak vast' : 'Bewaar en ga verder'}
      .beside=${html`${this.standing(file.state)} ${this.refused()} ${this.asides(file)}`}
      @saved=${(saved: Event) => void this.saved(saved)}
    ></hl-loket-section>`;
  }

  /** What may be asked with the appointment and never has to be. */
  private asides(file: CaseFile) {
    const { trustedName } = file.intake.contact?.data ?? {};
    return html`<details class="kaart" data-testid="appointment-asks">
      <summary>Nog vragen: een sms vooraf, en iemand die helpt. Dit hoeft niet.</summary>
      <hl-loket-ask
        purpose="REMINDER"
        .file=${file}
        question="Mag Halt jou een sms sturen vóór de afspraak? Nee zeggen mag, en heeft geen gevolgen."
      ></hl-loket-ask>
      ${askMentor(file, permitsWithGuardian(file), typeof trustedName === 'string' ? trustedName : '')}
    </details>`;
  }

  private standing(state: CaseStateName) {
    if (state === 'SCHEDULED') {
      return html`<p class="bewaard s-goed" data-testid="appointment-fixed">
        <hl-icon name="s-goed"></hl-icon>De afspraak is vastgelegd.
      </p>`;
    }
    return FIXABLE.includes(state)
      ? nothing
      : html`<p class="zacht" data-testid="appointment-draft">
          Dit is een voorstel. U legt het vast als de jongere ja heeft gezegd.
        </p>`;
  }

  private async saved(saved: Event): Promise<void> {
    void this.keepOffice();
    if (!FIXABLE.includes(this.file.state)) return;
    saved.stopPropagation();
    const path = `/cases/${this.file.id}/appointment`;
    await this.send({ method: 'POST', path, body: {}, label: 'Afspraak' }, () =>
      this.emit('fixed'),
    );
  }

  private async keepOffice(): Promise<void> {
    const typed = await journal.open<SectionDraft>(
      `case/${this.file.id}/appointment`,
      draftOf(undefined),
    );
    const { office } = typed.value.data;
    if (typeof office === 'string') this.office?.set({ name: office });
  }
}

function presetsFor(office: string): SectionData {
  return { mode: 'OFFICE', ...(office === '' ? {} : { office }) };
}

/** Under 16 a guardian permits as well. */
function permitsWithGuardian({ identity }: CaseFile): boolean {
  return !identity || (ageOn(identity.birthDate, clock.now()) ?? 0) < 16;
}
