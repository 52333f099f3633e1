import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import '../../elements/hl-banner.js';
import '../../elements/hl-icon.js';
import { LightElement } from '../../elements/light.js';
import { api, ApiError } from '../../lib/api.js';
import { clockTime } from '../board/board-words.js';
import '../case/section-form.js';
import { refusalText } from '../command.js';
import { LAYOUTS } from './layouts.js';
import type { CaseFile } from '../shapes.js';
import { askMentor, mentorWords } from './mentor-consent.js';
import { CARE_PARTS, partNamed } from './parts.js';
import type { CareName, CareRecord } from './shapes.js';
import './help-panel.js';
import './warm-handover.js';

/**
 * Care around a juvenile, apart from the case: a list of what can be noted, and one thing at a time. Nothing of it has to
 * be. Emits `passed` when the worker goes on.
 */
@customElement('hl-loket-care')
export class CareStep extends LightElement {
  @property({ attribute: false }) file!: CaseFile;
  @state() private care?: CareRecord;
  @state() private open: CareName | 'warm' | 'help' | '' = '';
  @state() private refusal: ApiError | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override render() {
    const { care } = this;
    return html`${this.refusal ? this.refused(this.refusal) : nothing}
    ${care ? this.body(care) : this.refusal ? nothing : html`<p role="status">Zorg en herstel wordt opgehaald.</p>`}`;
  }

  private body(care: CareRecord) {
    switch (this.open) {
      case '':
        return this.list(care);
      case 'help':
        return html`${this.back()}<hl-loket-help></hl-loket-help>`;
      case 'warm':
        return html`${this.back()}<hl-loket-warm
            .file=${this.file}
            .care=${care}
            @recorded=${() => this.load()}
          ></hl-loket-warm>`;
      default:
        return this.opened(care, this.open);
    }
  }

  private list(care: CareRecord) {
    return html`<div class="titel">
        <h1>Zorg en herstel</h1>
        <p class="zacht">
          Niets hiervan moet. Het staat niet in de zaak en niet in het dossier; elke keer dat u
          kijkt, komt in het logboek.
        </p>
      </div>
      <div class="knoppen">
        ${this.button('meldcode', 'Meldcode')} ${this.button('help', 'Hulplijnen en gesprekstips')}
      </div>
      <div class="rijen" data-testid="care-list">
        ${CARE_PARTS.filter(({ name }) => name !== 'meldcode').map(({ name, step }) =>
          this.row(name, step, savedWords(care, name)),
        )}
        ${this.row('warm', 'Warme overdracht', warmWords(care))}
      </div>
      <div class="voet breed">
        <button
          type="button"
          class="knop hoofd"
          data-testid="care-pass"
          @click=${() => this.emit('passed')}
        >
          Ga verder
        </button>
      </div>`;
  }

  private button(name: CareName | 'help', label: string) {
    return html`<button
      type="button"
      class="knop"
      data-testid="care-${name}"
      @click=${() => (this.open = name)}
    >
      ${label}
    </button>`;
  }

  private row(name: CareName | 'warm', label: string, words: string) {
    return html`<button
      type="button"
      class="knop rij"
      data-testid="care-${name}"
      @click=${() => (this.open = name)}
    >
      <b>${label}</b><span class="zacht">${words}</span><hl-icon name="pijl"></hl-icon>
    </button>`;
  }

  private opened(care: CareRecord, name: CareName) {
    const spec = partNamed(name);
    if (!spec) return nothing;
    const shown =
      name === 'scil' && !care.scilPossible
        ? {
            ...spec,
            fields: spec.fields.slice(0, 1),
            hint: `${spec.hint} Een SCIL is er vanaf 14 jaar.`,
          }
        : spec;
    return html`${this.back()}
    ${keyed(
      name,
      html`<hl-loket-section
        .caseId=${this.file.id}
        .spec=${shown}
        .saved=${care.parts[name]}
        .path=${`/cases/${this.file.id}/care/${name}`}
        .layout=${LAYOUTS[name]}
        .beside=${name === 'mentor' ? this.mentor(care) : nothing}
        saveLabel="Bewaar"
        @saved=${this.saved}
        @changed-elsewhere=${() => this.load()}
      ></hl-loket-section>`,
    )}`;
  }

  private mentor(care: CareRecord) {
    const { guardianPermits } = care;
    return html`<hl-banner
        tone="info"
        heading="Deze naam blijft bij Halt"
        text=${mentorWords(this.file.decisions, guardianPermits)}
        data-testid="mentor-consent"
      ></hl-banner>
      ${askMentor(this.file, guardianPermits, mentorName(care))}`;
  }

  private back() {
    return html`<div class="knoppen">
      <button type="button" class="knop" data-testid="care-back" @click=${() => (this.open = '')}>
        <hl-icon name="terug"></hl-icon>Zorg en herstel
      </button>
    </div>`;
  }

  private refused(refusal: ApiError) {
    return html`<hl-banner
      tone="stop"
      heading=${refusal.title}
      text=${refusalText(refusal)}
      action="Probeer opnieuw"
      @acted=${() => this.load()}
    ></hl-banner>`;
  }

  private readonly saved = (): void => {
    this.open = '';
    void this.load();
  };

  private async load(): Promise<void> {
    try {
      this.care = await api.get<CareRecord>(`/cases/${this.file.id}/care`);
      this.refusal = undefined;
    } catch (failure) {
      this.refusal = ApiError.of(failure);
    }
  }
}

function mentorName({ parts }: CareRecord): string {
  const name = parts.mentor?.data.name;
  return typeof name === 'string' ? name : '';
}

/** That something was written down, and never how much. */
function savedWords({ parts }: CareRecord, name: CareName): string {
  const part = parts[name];
  return part ? `bewaard om ${clockTime(part.savedAt)}, ${part.savedBy}` : 'nog niets';
}

function warmWords({ warmHandovers }: CareRecord): string {
  return warmHandovers.some(({ withdrawnAt }) => withdrawnAt === undefined)
    ? 'er is toestemming'
    : 'geen toestemming, er gaat niets door';
}
