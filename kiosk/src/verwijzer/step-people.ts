import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { caps } from '../lib/handover.js';
import { DraftStep } from './draft-step.js';
import { identityWords, relationWords } from './words.js';

/** Who is the juvenile, and how is a guardian reached? Emits `completed`. */
@customElement('hl-step-people')
export class StepPeople extends DraftStep {
  /** An officer who comes here begins to type; one who comes back reads first. */
  protected override get beginning(): HTMLElement | null {
    return this.draft.value.familyName ? super.beginning : this.querySelector('input');
  }

  override render() {
    const names = { capitals: 'words' } as const;
    return html`<main class="inhoud">
        <h1 tabindex="-1">Wie is de jongere?</h1>
        ${this.field('familyName', 'Achternaam', { ...names, maxBytes: caps.familyName })}
        ${this.field('givenNames', 'Voornamen', { ...names, maxBytes: caps.givenNames })}
        ${this.choice('identity', 'Hoe weet u wie het is?', identityWords, 'pairs')}
        <h2>Ouder of verzorger</h2>
        <p class="zacht">Mag leeg blijven. Het loket leest het nummer voor.</p>
        ${this.field('guardianNumber', 'Telefoonnummer', {
          type: 'tel',
          keyboard: 'tel',
          maxBytes: caps.guardianNumber,
        })}
        ${this.choice('guardianRelation', 'Wie is dit?', relationWords, 'pairs')}
        ${this.field('guardianName', 'Naam', { ...names, maxBytes: caps.guardianName })}
      </main>
      ${this.foot({ label: 'Verder' })}`;
  }
}
