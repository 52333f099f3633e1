import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../elements/hl-banner.js';
import { spaced } from '../lib/codes.js';
import { ageOn } from '../lib/dates.js';
import { DraftStep } from './draft-step.js';
import { offenceAt } from './draft.js';
import { blocking, leftOpen } from './verdict.js';
import { admissionWords, answerWords, identityWords, mannerWords } from './words.js';

type Row = readonly [word: string, value: string, step: number];

/** Is it right? Emits `corrected` with a step to go back to, and `completed` to hand over. */
@customElement('hl-step-check')
export class StepCheck extends DraftStep {
  /** True while the handover is being sealed and stored. */
  @property({ type: Boolean }) busy = false;
  @property() fault = '';

  override render() {
    const needed = blocking(this.draft.value);
    const open = leftOpen(this.draft.value, this.judgement);
    return html`<main class="inhoud">
        <h1 tabindex="-1">Klopt dit?</h1>
        <dl class="overzicht">${this.rows().map((row) => this.row(row))}</dl>
        ${
          needed.length > 0
            ? html`<hl-banner
                tone="stop"
                heading="Nog nodig"
                text="Vul eerst in: ${needed.join(', ')}."
              ></hl-banner>`
            : nothing
        }
        ${
          open.length > 0
            ? html`<hl-banner
                tone="info"
                heading="Nog open"
                text="U liet open: ${open.join(', ')}. U kunt overdragen; het loket beslist dan zonder dat te weten."
              ></hl-banner>`
            : nothing
        }
        <hl-banner tone="stop" heading="Dat lukte niet" .text=${this.fault} ?hidden=${!this.fault}>
        </hl-banner>
      </main>
      ${this.foot({
        label: this.busy ? 'Wordt verzegeld' : 'Draag over',
        testId: 'submit',
        disabled: this.busy || needed.length > 0,
        asSent: true,
      })}`;
  }

  private rows(): readonly Row[] {
    const draft = this.draft.value;
    const age = draft.birthDate ? ageOn(draft.birthDate, offenceAt(draft)) : undefined;
    const name = `${draft.givenNames} ${draft.familyName}`.trim();
    return [
      ['Kaart', spaced(draft.cardCode) || 'geen kaart', 1],
      ['Feit', this.offence?.label ?? '', 2],
      ['Leeftijd', age === undefined ? '' : `${age} jaar`, 2],
      ['Jongere', name, 3],
      ['Nagekeken met', word(identityWords, draft.identity), 3],
      ['Ouder', draft.guardianNumber || draft.guardianName, 3],
      ['Op heterdaad', word(answerWords, draft.caughtInAct), 4],
      ['Hoe', word(mannerWords, draft.manner), 4],
      ['Cautie', word(answerWords, draft.cautionGiven), 4],
      ['Bekent', word(admissionWords, draft.admission), 4],
      ['Waar', [draft.place, draft.offenceTime].filter(Boolean).join(', '), 4],
    ];
  }

  private row([label, value, step]: Row) {
    return html`<div>
      <dt>${label}</dt>
      <dd>${value || html`<span class="zacht">niet ingevuld</span>`}</dd>
      <dd>
        <button
          class="knop kaal"
          aria-label="Wijzig ${label.toLowerCase()}"
          @click=${() => this.emit('corrected', step)}
        >
          Wijzig
        </button>
      </dd>
    </div>`;
  }
}

function word(words: Readonly<Record<string, string>>, value: string): string {
  return words[value] ?? '';
}
