import { html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LightElement } from '../../elements/light.js';
import { clock } from '../../lib/clock.js';
import type { Law } from '../../lib/eligibility/law.js';
import { judge, type Verdict } from '../../lib/eligibility/verdict.js';
import { EXAMPLES } from './examples.js';
import type { MandateTerms } from './shapes.js';
import { type Answers, fieldOfFact, FORM, momentOf, situationOf } from './trial.js';
import { trialField } from './trial-field.js';
import './trial-verdict.js';

/** A made-up case, judged while it is filled in: here by the browser, and beside it by the loket. */
@customElement('hl-rules-trial')
export class TrialPage extends LightElement {
  @property({ attribute: false }) law!: Law;
  @property({ attribute: false }) mandate!: MandateTerms;
  @state() private answers: Answers = { ...momentOf(clock.now()), withMandate: 'YES' };
  @state() private example = '';

  override render() {
    const situation = situationOf(this.answers, this.mandate);
    const verdict = situation && judge(this.law, situation);
    return html`<section aria-labelledby="voorbeelden">
        <h2 id="voorbeelden">Begin met een voorbeeld</h2>
        <div class="filters">
          ${EXAMPLES.map(
            ({ id, label, answers }) =>
              html`<button
                type="button"
                class="knop ${this.example === id ? 'gekozen' : ''}"
                data-testid="example-${id}"
                @click=${() => {
                  this.example = id;
                  this.answers = answers(clock.now());
                }}
              >
                ${label}
              </button>`,
          )}
          <button
            type="button"
            class="knop"
            data-testid="trial-clear"
            @click=${() => {
              this.example = '';
              this.answers = momentOf(clock.now());
            }}
          >
            Maak leeg
          </button>
        </div>
      </section>
      <div class="proef">
        <form class="proef-vragen" @submit=${(submit: Event) => submit.preventDefault()}>
          ${this.form(verdict)}
        </form>
        <hl-rules-verdict
          tabindex="0"
          role="region"
          aria-label="Uitkomst"
          .law=${this.law}
          .situation=${situation}
          .verdict=${verdict}
        ></hl-rules-verdict>
      </div>`;
  }

  private form(verdict: Verdict | undefined) {
    const asked = new Set((verdict?.ask ?? []).map(fieldOfFact));
    return FORM.map(
      ({ heading, fields }) =>
        html`<fieldset class="kaart">
          <legend class="lees">${heading}</legend>
          <h2 aria-hidden="true">${heading}</h2>
          <div class="proef-velden">
            ${fields.map((field) =>
              trialField({
                field,
                law: this.law,
                answers: this.answers,
                asked: asked.has(field.name),
                answer: this.answer,
              }),
            )}
          </div>
        </fieldset>`,
    );
  }

  private readonly answer = (more: Answers): void => {
    this.example = '';
    const other = more.offenceId !== undefined && more.offenceId !== this.answers.offenceId;
    this.answers = { ...this.answers, ...more, ...(other ? { feitcode: '' } : {}) };
  };
}
