import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { api } from '../lib/api.js';
import { localTime } from '../lib/dates.js';
import { ReadingPage } from './reading-page.js';

interface StepReport {
  limit: number;
  at: string;
  steps: { state: string; left?: number; medianMinutes?: number; mostMinutes?: number }[];
}

interface ExperienceReport {
  limit: number;
  questions: { question: string; yes?: number; aBit?: number; no?: number }[];
}

interface Numbers {
  steps: StepReport;
  experiences: ExperienceReport;
}

const STATES: Record<string, string> = {
  OPENED: 'Ontvangen, wacht op de intake',
  PENDING_APPROVAL: 'Wacht op een besluit',
  INTAKE: 'Intake',
  NOT_FIT_NOW: 'Kan nu niet praten',
  OFFERED: 'Aanbod gekregen',
  PENDING_GUARDIAN: 'Wacht op akkoord van een ouder',
  AGREED: 'Akkoord, nog geen afspraak',
  SCHEDULED: 'Afspraak gemaakt, nog hier',
};

const QUESTIONS: Record<string, string> = {
  INFORMATION: 'Weet je wat er nu gaat gebeuren?',
  PLACE: 'Was het een fijne plek om te praten?',
  HEARD: 'Is er naar je geluisterd?',
  CHOICE: 'Voelde het alsof je zelf mocht kiezen?',
};

/** Numbers of this event: how long each step takes, and what juveniles thought. Nothing that tells of a person. */
@customElement('hl-beheer-numbers')
export class NumbersPage extends ReadingPage<Numbers> {
  override render() {
    const steps = this.held?.steps;
    return html`<main class="blad">
      <div class="titel">
        <h1>Cijfers</h1>
        <p class="zacht">
          ${steps ? `Van dit evenement, tot ${localTime(Date.parse(steps.at))}. ` : nothing}Een
          aantal onder de ${steps?.limit ?? 5} staat er niet in: zo gaat het nooit over een persoon.
        </p>
      </div>
      ${this.whenRead(
        'De cijfers worden opgehaald.',
        (held) => html`${this.stepTable(held.steps)} ${this.experienceTable(held.experiences)}`,
      )}
    </main>`;
  }

  private stepTable({ steps }: StepReport) {
    return html`<h2 id="per-stap">Hoe lang elke stap duurt</h2>
      <table class="vergelijk" aria-labelledby="per-stap" data-testid="step-report">
        <thead>
          <tr>
            <th scope="col">Stap</th>
            <th scope="col">Zaken</th>
            <th scope="col">De helft binnen</th>
            <th scope="col">Negen van de tien binnen</th>
          </tr>
        </thead>
        <tbody>
          ${steps.map(
            ({ state: name, left, medianMinutes, mostMinutes }) =>
              html`<tr data-state=${name}>
                <th scope="row">${STATES[name] ?? name}</th>
                <td>${shown(left)}</td>
                <td>${minutes(medianMinutes)}</td>
                <td>${minutes(mostMinutes)}</td>
              </tr>`,
          )}
        </tbody>
      </table>`;
  }

  private experienceTable({ questions }: ExperienceReport) {
    return html`<h2 id="ervaring">Wat jongeren ervan vonden</h2>
      <table class="vergelijk" aria-labelledby="ervaring" data-testid="experience-report">
        <thead>
          <tr>
            <th scope="col">Vraag</th>
            <th scope="col">Ja</th>
            <th scope="col">Een beetje</th>
            <th scope="col">Nee</th>
          </tr>
        </thead>
        <tbody>
          ${questions.map(
            ({ question, yes, aBit, no }) =>
              html`<tr data-question=${question}>
                <th scope="row">${QUESTIONS[question] ?? question}</th>
                <td>${shown(yes)}</td>
                <td>${shown(aBit)}</td>
                <td>${shown(no)}</td>
              </tr>`,
          )}
        </tbody>
      </table>`;
  }

  protected override async read(): Promise<Numbers> {
    const steps = await api.get<StepReport>('/reports/steps');
    return { steps, experiences: await api.get<ExperienceReport>('/reports/experiences') };
  }
}

function shown(number?: number) {
  return number === undefined ? html`<span class="zacht">te weinig</span>` : html`<b>${number}</b>`;
}

function minutes(number?: number) {
  return number === undefined
    ? html`<span class="zacht">te weinig</span>`
    : html`<b>${number}</b> min`;
}
