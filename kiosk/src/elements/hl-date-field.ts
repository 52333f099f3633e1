import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { ageOn, dateOf, partsOf } from '../lib/dates.js';
import { clock } from '../lib/clock.js';
import './hl-icon.js';
import { LightElement } from './light.js';

type Part = 'day' | 'month' | 'year';

const parts: readonly { part: Part; label: string; size: number }[] = [
  { part: 'day', label: 'dag', size: 2 },
  { part: 'month', label: 'maand', size: 2 },
  { part: 'year', label: 'jaar', size: 4 },
];

/** A date in three number fields with the age large beside it. Emits `dated` with YYYY-MM-DD or ''. */
@customElement('hl-date-field')
export class HlDateField extends LightElement {
  @property() legend = 'Geboortedatum';
  /** YYYY-MM-DD, or '' as long as the date is not whole. */
  @property() value = '';
  /** Instant on which the age counts, epoch ms; 0 for now. */
  @property({ type: Number }) ageAt = 0;
  @property() testId = 'birth';

  private typed: Record<Part, string> = { day: '', month: '', year: '' };

  override willUpdate(): void {
    if (this.value && this.value !== dateOf(this.typed)) this.typed = partsOf(this.value);
  }

  override render() {
    const age = this.value ? ageOn(this.value, this.ageAt || clock.now()) : undefined;
    return html`<fieldset class="geboren">
        <legend>${this.legend}</legend>
        ${parts.map(
          ({ part, label, size }) =>
            html`<label
              ><small>${label}</small
              ><input
                class=${part === 'year' ? 'jr' : ''}
                inputmode="numeric"
                autocomplete="off"
                maxlength=${size}
                data-testid="${this.testId}-${part}"
                .value=${this.typed[part]}
                @input=${(input: Event) => this.fill(part, size, input)}
            /></label>`,
        )}
        ${
          age === undefined
            ? nothing
            : html`<output class="oud" data-testid="${this.testId}-age"
                ><b>${age}</b><span>jaar</span></output
              >`
        }
      </fieldset>
      ${this.fault()}`;
  }

  private fault() {
    const { day, month, year } = this.typed;
    if (!day || !month || year.length < 4 || this.value) return nothing;
    return html`<p class="fout s-stop" role="alert">
      <hl-icon name="s-stop"></hl-icon>${
        dateOf(this.typed) ? 'Deze datum ligt in de toekomst.' : 'Deze datum bestaat niet.'
      }
    </p>`;
  }

  private fill(part: Part, size: number, input: Event): void {
    const box = input.currentTarget;
    if (!(box instanceof HTMLInputElement)) return;
    box.value = box.value.replace(/\D/g, '');
    this.typed = { ...this.typed, [part]: box.value };
    this.value = this.past(dateOf(this.typed));
    this.emit('dated', this.value);
    if (box.value.length === size) this.focusAfter(part);
    this.requestUpdate();
  }

  /** Nobody is born tomorrow: such a date is not given on. */
  private past(date: string): string {
    return date && ageOn(date, clock.now()) !== undefined ? date : '';
  }

  private focusAfter(part: Part): void {
    const next = { day: 'month', month: 'year', year: '' }[part];
    if (next) this.querySelector<HTMLElement>(`[data-testid="${this.testId}-${next}"]`)?.focus();
  }
}
