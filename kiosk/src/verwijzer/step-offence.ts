import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../elements/hl-choice.js';
import type { Choice } from '../elements/hl-choice.js';
import '../elements/hl-date-field.js';
import '../elements/hl-field.js';
import type { Offence } from '../lib/contract.js';
import { DraftStep } from './draft-step.js';
import { offenceAt } from './draft.js';

const other: Choice = { value: 'other', label: 'Ander feit', icon: 'zoek' };

/** What happened, and how old is the juvenile? Emits `completed`. */
@customElement('hl-step-offence')
export class StepOffence extends DraftStep {
  @state() private searching = false;
  @state() private sought = '';

  override render() {
    const { birthDate, offenceId } = this.draft.value;
    return html`<main class="inhoud">
        <h1 tabindex="-1" id="offence-question">Wat is er gebeurd?</h1>
        ${this.searching ? this.search() : this.tiles()}
        <hl-date-field
          .value=${birthDate}
          .ageAt=${offenceAt(this.draft.value)}
          @dated=${(dated: CustomEvent<string>) => this.answer({ birthDate: dated.detail })}
        ></hl-date-field>
      </main>
      ${this.foot({
        label: offenceId ? 'Verder' : 'Kies eerst een feit',
        disabled: !offenceId,
        compact: false,
      })}`;
  }

  private tiles() {
    const { offence } = this;
    const usual = this.mandate.offences.filter((each) => each.usual);
    const own = offence && !offence.usual ? [offence] : [];
    const tiles = [...usual, ...own].map(({ id, label, icon }) => ({ value: id, label, icon }));
    return html`<hl-choice
      hideLegend
      legend="Wat is er gebeurd?"
      testId="offence"
      .choices=${[...tiles, other]}
      .value=${offence?.id ?? ''}
      @chosen=${this.choose}
    ></hl-choice>`;
  }

  private search() {
    const found = this.mandate.offences.filter((offence) => matches(offence, this.sought));
    return html`<hl-field
        type="search"
        label="Zoek het feit"
        hint="Op woord, artikel of feitcode"
        testId="offence-search"
        .value=${this.sought}
        @typed=${(typed: CustomEvent<string>) => (this.sought = typed.detail)}
      ></hl-field>
      <hl-choice
        look="list"
        hideLegend
        legend="Feiten"
        testId="offence"
        .choices=${found.map(choiceOf)}
        .value=${this.draft.value.offenceId}
        @chosen=${this.choose}
      ></hl-choice>
      ${found.length === 0 ? html`<p role="status">Geen feit gevonden.</p>` : nothing}
      <button class="knop" @click=${() => (this.searching = false)}>Terug naar de tegels</button>`;
  }

  private readonly choose = (chosen: CustomEvent<string>): void => {
    this.searching = chosen.detail === other.value;
    if (this.searching) return;
    this.answer({ offenceId: chosen.detail });
    if (!this.draft.value.birthDate)
      this.querySelector<HTMLElement>('hl-date-field input')?.focus();
  };
}

function choiceOf({ id, label, icon, article, feitcode }: Offence): Choice {
  return { value: id, label, icon, note: [article, feitcode].filter(Boolean).join(' · ') };
}

function matches({ label, article, feitcode }: Offence, sought: string): boolean {
  const text = [label, article, feitcode].join(' ').toLowerCase();
  return sought
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
