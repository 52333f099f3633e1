import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import './hl-icon.js';
import { LightElement } from './light.js';

/** The tone of a state; each has its own surface and its own usual shape. */
export type Tone = 'goed' | 'let' | 'stop' | 'vraag' | 'info' | 'geen';

const usualShape: Record<Tone, string> = {
  goed: 's-goed',
  let: 's-let',
  stop: 's-stop',
  vraag: 's-vraag',
  info: 's-open',
  geen: 's-open',
};

/** @returns the shape that goes with a tone */
export function shapeOf(tone: Tone): string {
  return usualShape[tone];
}

/** A state as shape, word and colour together. */
@customElement('hl-state')
export class HlState extends LightElement {
  @property() tone: Tone = 'geen';
  /** Another shape than the usual one of the tone, for instance `s-envelop`. */
  @property() shape = '';
  @property() word = '';
  @property() note = '';

  override render() {
    return html`<span class="stand s-${this.tone}">
      <hl-icon name=${this.shape || shapeOf(this.tone)}></hl-icon>
      <span><b>${this.word}</b>${this.note || nothing}</span>
    </span>`;
  }
}
