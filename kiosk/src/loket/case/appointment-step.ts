import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../elements/hl-icon.js';
import { ageOn } from '../../lib/dates.js';
import { clock } from '../../lib/clock.js';
import '../ask-permission.js';
import { askMentor } from '../care/mentor-consent.js';
import { CommandForm } from '../command-form.js';
import type { CaseFile, CaseStateName } from '../shapes.js';
import { dateWords } from '../words.js';
import './section-form.js';
import { sectionNamed } from './sections.js';

/** From these states an appointment can be fixed. */
const FIXABLE: readonly CaseStateName[] = ['AGREED', 'PENDING_GUARDIAN', 'NOT_FIT_NOW'];

/** The appointment: a draft while there is no agreement, fixed with one button after. Emits `fixed` or `saved`. */
@customElement('hl-loket-appointment')
export class AppointmentStep extends CommandForm {
  @property({ attribute: false }) file!: CaseFile;

  override render() {
    const { file } = this;
    const spec = sectionNamed('appointment');
    if (!spec) return nothing;
    const fixable = FIXABLE.includes(file.state);
    return html`<hl-loket-section
        .caseId=${file.id}
        .spec=${{ ...spec, hint: `Uiterlijk ${dateWords(file.terms.appointmentBy)}.` }}
        .saved=${file.intake.appointment}
        .saveLabel=${fixable ? 'Leg de afspraak vast' : 'Bewaar en ga verder'}
        @saved=${(saved: Event) => void this.saved(saved)}
      ></hl-loket-section>
      ${this.standing(file.state)} ${this.refused()} ${this.asides(file)}`;
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
    if (!FIXABLE.includes(this.file.state)) return;
    saved.stopPropagation();
    const path = `/cases/${this.file.id}/appointment`;
    await this.send({ method: 'POST', path, body: {}, label: 'Afspraak' }, () =>
      this.emit('fixed'),
    );
  }
}

/** Under 16 a guardian permits as well. */
function permitsWithGuardian({ identity }: CaseFile): boolean {
  return !identity || (ageOn(identity.birthDate, clock.now()) ?? 0) < 16;
}
