import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { apartWords, clock } from '../lib/clock.js';
import { localTime } from '../lib/dates.js';
import './hl-banner.js';
import { LightElement } from './light.js';

/** Says that the clock of the desk and that of this device differ, and what to do about it. */
@customElement('hl-clock-banner')
export class HlClockBanner extends LightElement {
  /** The time by the server's clock, epoch ms; a later one looks again. */
  @property({ type: Number }) now = 0;
  /** What this device is called. */
  @property() device = 'deze tablet';
  /** What to do when the desk is wrong. */
  @property() advice = '';

  override render() {
    const apart = apartWords(clock.offset);
    if (apart === '') return nothing;
    const times = `Een van de twee loopt verkeerd. Het loket zegt ${localTime(this.now)}, ${this.device} ${localTime(Date.now())}.`;
    return html`<hl-banner
      class="klok-verschil"
      tone="let"
      heading="De klok van het loket en van ${this.device} verschillen ${apart}."
      text="${times} Vergelijk met uw horloge of telefoon. Loopt ${this.device} fout, zet dan daar de tijd goed. Loopt het loket fout, ${this.advice}"
      data-testid="clock-differs"
    ></hl-banner>`;
  }
}
