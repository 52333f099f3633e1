import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import './hl-icon.js';
import { LightElement } from './light.js';
import { fitting, plainLine, plainLines } from '../lib/text.js';

const bytes = new TextEncoder();
let fields = 0;

/** A labelled text field. Emits `typed` with the text on every keystroke. */
@customElement('hl-field')
export class HlField extends LightElement {
  @property() label = '';
  @property() value = '';
  @property() hint = '';
  /** What is wrong with the text, as a sentence; empty when nothing is. */
  @property() fault = '';
  /** Longest text in UTF-8 bytes; 0 for no limit. The room left is shown when it gets short. */
  @property({ type: Number }) maxBytes = 0;
  @property() type: 'text' | 'tel' | 'password' | 'search' | 'number' | 'time' | 'date' = 'text';
  @property() keyboard: 'text' | 'numeric' | 'tel' | 'decimal' = 'text';
  @property() capitals: 'sentences' | 'words' | 'characters' | 'none' = 'sentences';
  @property() autocomplete: AutoFill = 'off';
  @property({ type: Boolean }) multiline = false;
  @property({ type: Boolean }) code = false;
  /** Enter moves to the next field, for a form without a submit of its own. */
  @property({ type: Boolean }) goesOn = false;
  @property() testId = '';

  private readonly fieldId = `veld-${(fields += 1)}`;

  override render() {
    const about = this.fault
      ? `${this.fieldId}-fout`
      : this.hint
        ? `${this.fieldId}-hulp`
        : nothing;
    return html`<div class="veld">
      <label for=${this.fieldId}>${this.label}</label>
      ${this.multiline ? this.area(about) : this.line(about)}
      <div class="veld-onder">
        ${this.hint ? html`<span class="zacht" id="${this.fieldId}-hulp">${this.hint}</span>` : nothing}
        ${this.room()}
      </div>
      ${
        this.fault
          ? html`<p class="fout s-stop" id="${this.fieldId}-fout">
              <hl-icon name="s-stop"></hl-icon>${this.fault}
            </p>`
          : nothing
      }
    </div>`;
  }

  private line(about: string | typeof nothing) {
    return html`<input
      class="invoer ${this.code ? 'code' : ''}"
      id=${this.fieldId}
      type=${this.type}
      inputmode=${this.keyboard}
      autocapitalize=${this.capitals}
      autocomplete=${this.autocomplete}
      spellcheck="false"
      aria-describedby=${about}
      aria-invalid=${this.fault ? 'true' : 'false'}
      data-testid=${this.testId || nothing}
      enterkeyhint=${this.goesOn ? 'next' : nothing}
      .value=${this.value}
      @input=${this.typed}
      @keydown=${this.goesOn ? this.goOn : nothing}
    />`;
  }

  private area(about: string | typeof nothing) {
    return html`<textarea
      class="invoer"
      id=${this.fieldId}
      aria-describedby=${about}
      aria-invalid=${this.fault ? 'true' : 'false'}
      data-testid=${this.testId || nothing}
      .value=${this.value}
      @input=${this.typed}
    ></textarea>`;
  }

  private room() {
    if (!this.maxBytes) return nothing;
    const left = this.maxBytes - bytes.encode(this.value).length;
    if (left > this.maxBytes / 3) return nothing;
    return html`<output class="zacht" aria-live="polite">nog ${left}</output>`;
  }

  private readonly goOn = (key: KeyboardEvent): void => {
    if (key.key !== 'Enter') return;
    key.preventDefault();
    const boxes = Array.from(document.querySelectorAll<HTMLElement>('input, textarea'));
    boxes[boxes.findIndex((box) => box.id === this.fieldId) + 1]?.focus();
  };

  private readonly typed = (input: Event): void => {
    const box = input.currentTarget;
    if (!(box instanceof HTMLInputElement || box instanceof HTMLTextAreaElement)) return;
    const read = this.multiline ? plainLines(box.value) : plainLine(box.value);
    const text = this.maxBytes ? fitting(read, this.maxBytes) : read;
    if (text !== box.value) box.value = text;
    this.value = text;
    this.emit('typed', box.value);
  };
}
