import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import './hl-choice.js';
import type { Choice } from './hl-choice.js';
import { LightElement } from './light.js';

const answers: readonly Choice[] = [
  { value: 'YES', label: 'Ja' },
  { value: 'NO', label: 'Nee' },
  { value: 'UNKNOWN', label: 'Weet ik niet' },
];

/** A question answered with yes, no or "weet ik niet". Emits `chosen` with YES, NO or UNKNOWN. */
@customElement('hl-yesno')
export class HlYesno extends LightElement {
  @property() question = '';
  @property() value = '';
  /** Leaves out "weet ik niet" where the reader must know. */
  @property({ type: Boolean }) strict = false;
  @property() testId = 'yesno';

  override render() {
    return html`<hl-choice
      look="row"
      .choices=${this.strict ? answers.slice(0, 2) : answers}
      .legend=${this.question}
      .value=${this.value}
      .testId=${this.testId}
    ></hl-choice>`;
  }
}
