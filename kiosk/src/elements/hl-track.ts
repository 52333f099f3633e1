import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import './hl-icon.js';
import { LightElement } from './light.js';

/** One stop of a track. */
export interface Stop {
  readonly word: string;
  readonly note?: string;
  readonly done: boolean;
}

/** Where is it now? A filled stop is done, an open stop is not yet. */
@customElement('hl-track')
export class HlTrack extends LightElement {
  @property({ attribute: false }) stops: readonly Stop[] = [];

  override render() {
    return html`<ol class="spoor" data-testid="track">
      ${this.stops.map(
        ({ word, note, done }) =>
          html`<li class=${done ? 'af s-goed' : 's-geen'} data-done=${done ? 'ja' : 'nee'}>
            <hl-icon name=${done ? 's-goed' : 's-open'}></hl-icon>
            <b>${word}</b>${note ? html`<span class="zacht">${note}</span>` : nothing}
          </li>`,
      )}
    </ol>`;
  }
}
