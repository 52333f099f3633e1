import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import './hl-icon.js';
import { LightElement } from './light.js';
import { moveSelection } from './radio-keys.js';

/** One tile of a choice. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly icon?: string;
  readonly note?: string;
}

/** Radio tiles. Emits `chosen` with the value; nothing is chosen unless `value` says so. */
@customElement('hl-choice')
export class HlChoice extends LightElement {
  @property({ attribute: false }) choices: readonly Choice[] = [];
  @property() value = '';
  /** The question, also shown above the tiles unless `hideLegend`. */
  @property() legend = '';
  @property({ type: Boolean }) hideLegend = false;
  /** `tiles` and the lower `pairs` in two columns, `list` in one, `row` for very short answers. */
  @property() look: 'tiles' | 'pairs' | 'list' | 'row' = 'tiles';
  /** Test id of the group; each tile gets it with its value behind it. */
  @property() testId = 'choice';

  private get classes(): string {
    return {
      tiles: 'tegels',
      pairs: 'tegels klein',
      list: 'tegels een klein',
      row: 'antwoorden',
    }[this.look];
  }

  override render() {
    return html`<div class="vraag">
      <span class=${this.hideLegend ? 'lees' : 'vraag-kop'}>${this.legend}</span>
      <div
        class=${this.classes}
        role="radiogroup"
        aria-label=${this.legend}
        data-testid=${this.testId}
        @keydown=${moveSelection}
      >
        ${this.choices.map((choice, index) => this.tile(choice, index))}
      </div>
    </div>`;
  }

  private tile(choice: Choice, index: number) {
    const checked = choice.value === this.value;
    const reachable = checked || (index === 0 && !this.choices.some((c) => c.value === this.value));
    return html`<button
      type="button"
      class="tegel"
      role="radio"
      aria-checked=${checked}
      tabindex=${reachable ? 0 : -1}
      data-testid="${this.testId}-${choice.value}"
      @click=${() => this.emit('chosen', choice.value)}
    >
      ${choice.icon ? html`<hl-icon name=${choice.icon}></hl-icon>` : nothing}
      <span>${choice.label}${choice.note ? html`<small>${choice.note}</small>` : nothing}</span>
      ${checked ? this.tick() : nothing}
    </button>`;
  }

  private tick() {
    return html`<svg class="tik" viewBox="0 0 32 32" aria-hidden="true">
      <circle class="v" cx="16" cy="16" r="15" />
      <path class="t dik" d="m9 16.500 5 5 9-10.500" />
    </svg>`;
  }
}
