import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { icons, shapes } from './icons.js';
import { LightElement } from './light.js';

/** A picture beside a word, never instead of one. Names that start with `s-` are state shapes. */
@customElement('hl-icon')
export class HlIcon extends LightElement {
  /** A key of `icons` or `shapes`; an unknown name shows a sheet of paper. */
  @property() name = '';

  override render() {
    const shape = shapes[this.name];
    if (shape) {
      return html`<svg class="vorm" viewBox="0 0 32 32" aria-hidden="true">${shape}</svg>`;
    }
    const icon = icons[this.name] ?? icons.papier ?? nothing;
    return html`<svg class="i" viewBox="0 0 24 24" aria-hidden="true">${icon}</svg>`;
  }
}
