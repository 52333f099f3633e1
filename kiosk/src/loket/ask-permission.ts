import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../elements/hl-choice.js';
import '../elements/hl-icon.js';
import '../elements/hl-yesno.js';
import { clockTime } from './board/board-words.js';
import { readBinding } from './case/document-text.js';
import { explainedOf, languageOf } from './case/explained.js';
import { command } from './command.js';
import { CommandForm } from './command-form.js';
import type { Channel, Decision, DecisionAnswer, Purpose } from './consent-shapes.js';
import { groupNumber } from './phone.js';
import type { CaseFile, Guardian } from './shapes.js';
import { capital, lastWord } from './said.js';
import { relationWord } from './words.js';

const ANSWERS: readonly { answer: DecisionAnswer; label: string }[] = [
  { answer: 'YES', label: 'Ja, dat mag' },
  { answer: 'NO', label: 'Nee, liever niet' },
  { answer: 'LATER', label: 'Later beslissen' },
];
const TITLES: Partial<Record<Purpose, string>> = {
  REMINDER: 'Vraag de jongere: een sms vooraf',
  MENTOR: 'Vraag de jongere: contact met wie helpt',
};
const SAID: Record<DecisionAnswer, string> = { YES: 'ja', NO: 'nee', LATER: 'later' };

const CHANNELS = [
  { value: 'PHONE', label: 'Aan de telefoon' },
  { value: 'IN_PERSON', label: 'Hier aan tafel' },
];

/**
 * Asks one thing apart from taking part: first the juvenile, and where the law wants it a guardian as well. Yes, no and later
 * are alike, and one touch records what was said. Emits `recorded`.
 */
@customElement('hl-loket-ask')
export class AskPermission extends CommandForm {
  @property({ attribute: false }) file!: CaseFile;
  @property() purpose: Purpose = 'MENTOR';
  /** What is read out to the juvenile, and kept with the answer. */
  @property() question = '';
  /** What is read out to a guardian; empty when no guardian is asked. */
  @property() guardianQuestion = '';
  /** Why it can not be asked yet; empty when it can. */
  @property() lacking = '';
  /** Answers of before this moment were about something else. */
  @property() since = '';
  @state() private guardianId = '';
  @state() private channel: Channel | '' = '';
  @state() private adult: 'YES' | 'NO' | '' = '';
  /** Whose answer is asked once more. */
  @state() private again = '';

  override render() {
    const said = this.said('JUVENILE');
    return html`<section class="kaart vraag-apart" data-testid="ask-${this.purpose}">
      <h2>${TITLES[this.purpose] ?? 'Vraag het de jongere'}</h2>
      <p class="voorlezen">${this.question}</p>
      ${said && this.again !== 'JUVENILE' ? this.answered('De jongere', said) : this.answers()}
      ${said?.answer === 'YES' && this.guardianQuestion !== '' ? this.guardianPart() : nothing}
      ${this.refused()}
    </section>`;
  }

  private guardianPart() {
    const guardians = this.file.guardians.filter(({ state: at }) => at !== 'DO_NOT_CONTACT');
    const said = this.said('GUARDIAN');
    const who = guardians.find(({ id }) => id === (said?.guardianId ?? this.guardianId));
    const guardian = who ?? (guardians.length === 1 ? guardians[0] : undefined);
    return html`<h2>Vraag het ook een ouder</h2>
      <p class="voorlezen">${this.guardianQuestion}</p>
      ${
        said && this.again !== 'GUARDIAN'
          ? this.answered(guardian ? nameOf(guardian) : 'De ouder', said)
          : html`${this.which(guardians, guardian)} ${guardian ? this.how(guardian) : nothing}`
      }`;
  }

  private which(guardians: readonly Guardian[], chosen: Guardian | undefined) {
    if (guardians.length === 0) return html`<p>Er is geen ouder die u hierover kunt spreken.</p>`;
    if (guardians.length === 1) return nothing;
    return html`<hl-choice
      look="row"
      legend="Welke ouder?"
      .choices=${guardians.map((one) => ({ value: one.id, label: nameOf(one) }))}
      .value=${chosen?.id ?? ''}
      testId="ask-guardian"
      @chosen=${(picked: CustomEvent<string>) => (this.guardianId = picked.detail)}
    ></hl-choice>`;
  }

  private how(guardian: Guardian) {
    const asksAge = guardian.relation === 'OTHER';
    const lacking =
      this.channel === ''
        ? 'Kies hoe u de ouder spreekt.'
        : asksAge && this.adult === ''
          ? 'Vraag of deze persoon 18 jaar of ouder is.'
          : '';
    return html`<hl-choice
        look="row"
        legend=${guardian.number === undefined ? 'Hoe?' : `Hoe? Het nummer is ${groupNumber(guardian.number)}.`}
        .choices=${CHANNELS}
        .value=${this.channel}
        testId="ask-channel"
        @chosen=${(picked: CustomEvent<Channel>) => (this.channel = picked.detail)}
      ></hl-choice>
      ${
        asksAge
          ? html`<hl-yesno
              strict
              question="Is deze persoon 18 jaar of ouder?"
              .value=${this.adult}
              testId="ask-adult"
              @chosen=${(picked: CustomEvent<'YES' | 'NO'>) => (this.adult = picked.detail)}
            ></hl-yesno>`
          : nothing
      }
      ${this.answers(guardian, lacking)}`;
  }

  /** Same size, same colour, none chosen beforehand. */
  private answers(guardian?: Guardian, lacking = this.lacking) {
    const who = guardian ? 'guardian' : 'juvenile';
    return html`<div class="gelijk-drie" role="group" aria-label="Wat is het antwoord?">
        ${ANSWERS.map(
          ({ answer, label }) =>
            html`<button
              type="button"
              class="knop"
              ?disabled=${this.busy || lacking !== ''}
              data-testid="ask-${who}-${answer}"
              @click=${() => void this.decide(answer, guardian)}
            >
              ${label}
            </button>`,
        )}
      </div>
      ${lacking === '' ? nothing : html`<p class="zacht">${lacking}</p>`}`;
  }

  private answered(who: string, said: Decision) {
    return html`<div class="gezegd" data-testid="ask-said" data-answer=${said.answer}>
      <p>
        <b>${capital(who)}: ${SAID[said.answer]}</b>, om ${clockTime(said.at)}, vastgelegd door
        ${said.by}.
      </p>
      <button
        type="button"
        class="knop"
        ?disabled=${this.busy}
        data-testid=${said.answer === 'YES' ? 'ask-withdraw' : 'ask-again'}
        @click=${() => (said.answer === 'YES' ? void this.withdraw(said) : (this.again = said.person))}
      >
        ${said.answer === 'YES' ? 'Trekt het in' : 'Vraag het opnieuw'}
      </button>
    </div>`;
  }

  private said(person: Decision['person']): Decision | undefined {
    return lastWord(this.file.decisions, this.purpose, person, this.since);
  }

  private async decide(answer: DecisionAnswer, guardian?: Guardian): Promise<void> {
    const { language, readAloud, interpreter } = explainedOf(this.file);
    const document = guardian ? 'GUARDIAN_CONSENT' : 'CONSENT';
    const spoken = guardian ? languageOf(guardian) : language;
    const asked = guardian ? this.guardianQuestion : this.question;
    await this.working(async () => {
      const shown = await readBinding(this.file.id, document, spoken);
      const body = {
        person: guardian ? 'GUARDIAN' : 'JUVENILE',
        purpose: this.purpose,
        answer,
        document,
        version: shown.version,
        language: shown.language,
        channel: guardian ? this.channel : 'IN_PERSON',
        readAloud,
        interpreter,
        words: `Gevraagd: ${asked} Antwoord: ${SAID[answer]}.`,
        ...(guardian ? { guardianId: guardian.id, ...this.ofGuardian(guardian) } : {}),
      };
      await this.post('/decisions', body, 'Antwoord op een vraag apart');
      this.again = '';
    });
  }

  private ofGuardian({ number }: Guardian) {
    return {
      ...(this.channel === 'PHONE' && number !== undefined ? { number } : {}),
      ...(this.adult === '' ? {} : { adult: this.adult === 'YES' }),
    };
  }

  private withdraw({ id }: Decision): Promise<boolean> {
    return this.working(() => this.post(`/decisions/${id}/withdrawal`, {}, 'Antwoord ingetrokken'));
  }

  private async post(below: string, body: object, label: string): Promise<void> {
    await command({ method: 'POST', path: `/cases/${this.file.id}${below}`, body, label });
    this.emit('recorded');
  }
}

function nameOf({ name, relation }: Guardian): string {
  return name ?? relationWord(relation);
}
