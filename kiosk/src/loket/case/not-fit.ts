import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../elements/hl-choice.js';
import '../../elements/hl-icon.js';
import { clockTime } from '../board/board-words.js';
import { CommandForm } from '../command-form.js';
import type { Fitness } from '../consent-shapes.js';
import { routeHash } from '../route.js';
import type { CaseFile } from '../shapes.js';
import { isContactDone } from './steps.js';

const REASONS = [
  { value: 'DRUNK', label: 'Dronken of onder invloed' },
  { value: 'ILL', label: 'Ziek of gewond' },
  { value: 'UPSET', label: 'Overstuur' },
  { value: 'OTHER', label: 'Iets anders' },
];

/** What always comes first, whatever the screen says. */
const SAFETY = [
  'Reageert de jongere niet, of ademt die raar? Bel 112.',
  'Laat de jongere nooit alleen. Geef water, een jas en een stoel.',
  'Gewond, ziek of veel gedronken? Haal de EHBO erbij.',
];

/** The juvenile can not talk now: no offer, no signature. Why may be said later. Emits `recorded`, `resumed`. */
@customElement('hl-loket-not-fit')
export class NotFit extends CommandForm {
  @property({ attribute: false }) file!: CaseFile;
  @state() private chosen = '';

  override render() {
    const { file } = this;
    return html`<section class="kaart rust" data-testid="not-fit">
      <h2>Kan nu niet praten, sinds ${clockTime(file.fitness?.since ?? file.stateSince)}</h2>
      <p>Nu geen aanbod en geen handtekening. Dit doet u wel:</p>
      <ol class="lijst">
        ${SAFETY.map((line) => html`<li>${line}</li>`)}
      </ol>
      <div class="knoppen">
        ${this.link('guardian', isContactDone(file.guardians) ? 'Ouder is gesproken' : 'Bel de ouder')}
        ${this.link('appointment', 'Maak een afspraak')} ${this.link('pickup', 'Wie haalt op?')}
      </div>
      <hl-choice
        look="pairs"
        legend="Waarom? Dit hoeft niet nu."
        .choices=${REASONS}
        .value=${this.chosen || (file.fitness?.reason ?? '')}
        testId="fitness-reason"
        @chosen=${(chosen: CustomEvent<Fitness['reason']>) => void this.because(chosen.detail)}
      ></hl-choice>
      ${this.refused()}
      <div class="knoppen">
        <button
          type="button"
          class="knop hoofd"
          data-testid="resume-intake"
          @click=${() => this.emit('resumed')}
        >
          <hl-icon name="praat"></hl-icon>Het gaat weer: ga door
        </button>
      </div>
    </section>`;
  }

  private link(step: string, label: string) {
    const { id } = this.file;
    return html`<a class="knop" href=${routeHash({ page: 'case', id, step })}>${label}</a>`;
  }

  private async because(reason: Fitness['reason']): Promise<void> {
    if (reason === undefined) return;
    this.chosen = reason;
    const path = `/cases/${this.file.id}/fitness`;
    await this.send({ method: 'PUT', path, body: { reason }, label: 'Waarom niet' });
  }
}

/** Nothing when the juvenile can talk. */
export function notFit(file: CaseFile) {
  return file.state === 'NOT_FIT_NOW'
    ? html`<hl-loket-not-fit .file=${file}></hl-loket-not-fit>`
    : nothing;
}
