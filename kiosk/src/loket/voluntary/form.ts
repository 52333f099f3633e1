import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../elements/hl-banner.js';
import '../../elements/hl-choice.js';
import '../../elements/hl-date-field.js';
import '../../elements/hl-field.js';
import type { Choice } from '../../elements/hl-choice.js';
import { LightElement } from '../../elements/light.js';
import { ApiError } from '../../lib/api.js';
import { clock } from '../../lib/clock.js';
import { journal, type Draft } from '../../lib/journal.js';
import { command, refusalText } from '../command.js';
import { selectField } from '../select-field.js';
import { asksGuardian, draftOf, EMPTY, missing, toDetails, type VoluntaryDraft } from './draft.js';
import type { Voluntary } from './shapes.js';
import { CONSENT, HOW, PROPOSERS, SETTINGS } from './words.js';

type Name = keyof VoluntaryDraft;

/** The form of a school-/wijkinterventie, new or to be changed. Emits `kept` with its id. */
@customElement('hl-loket-voluntary-form')
export class VoluntaryForm extends LightElement {
  /** The one to be changed; none for a new one. */
  @property({ attribute: false }) one?: Voluntary;
  @state() private draft?: Draft<VoluntaryDraft>;
  @state() private busy = false;
  @state() private refusal: ApiError | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.openDraft();
  }

  override render() {
    const draft = this.draft?.value;
    if (!draft) return nothing;
    return html`<p class="kaart" data-testid="voluntary-free">
        Zeg eerst: dit is vrijwillig. Nee zeggen mag en heeft geen gevolgen. Ja zeggen kan later
        altijd worden ingetrokken. Vraag niet wat er is gebeurd.
      </p>
      <div class="velden">
        ${this.text('name', 'Naam van de jongere', '')} ${this.age(draft)}
        ${this.choice('setting', 'Waar is de hulp?', SETTINGS)}
        ${selectField({
          label: 'Wie dacht hieraan?',
          value: draft.proposer,
          options: PROPOSERS,
          testId: 'voluntary-proposer',
          half: true,
          chosen: (proposer) => this.set({ proposer }),
        })}
        ${this.text('contact', 'Hoe bereikt Halt de jongere?', 'Nummer of e-mailadres', true)}
        ${this.text('wish', 'Waar wil de jongere hulp bij?', 'In eigen woorden. Leeg laten mag.', false, true)}
        ${this.choice('consent', 'Wat zegt de jongere?', CONSENT)}
        ${asksGuardian(draft, clock.now()) ? this.guardian(draft) : nothing}
      </div>
      ${this.refusal ? this.refused(this.refusal) : nothing} ${this.foot(draft)}`;
  }

  private age({ age, birthDate }: VoluntaryDraft) {
    return html`<hl-date-field
        class="half"
        .value=${birthDate}
        testId="voluntary-birth"
        @dated=${(dated: CustomEvent<string>) => this.set({ birthDate: dated.detail })}
      ></hl-date-field>
      <hl-field
        class="half"
        label="Of de leeftijd"
        hint="Als de geboortedatum niet bekend is"
        keyboard="numeric"
        .value=${age}
        testId="voluntary-age"
        @typed=${(typed: CustomEvent<string>) => this.set({ age: typed.detail })}
      ></hl-field>`;
  }

  private guardian({ guardianConsent }: VoluntaryDraft) {
    return html`<p class="vraag-kop">
        Onder de 16 jaar moet een ouder of verzorger het goed vinden.
      </p>
      ${this.text('guardian', 'Naam van de ouder of verzorger', '', true)}
      ${this.text('guardianContact', 'Nummer of e-mailadres', '', true)}
      ${this.choice('guardianConsent', 'Wat zegt de ouder?', CONSENT)}
      ${guardianConsent === 'YES' ? this.choice('guardianHow', 'Hoe was dat?', HOW) : nothing}`;
  }

  private text(name: Name, label: string, hint: string, half = false, lines = false) {
    return html`<hl-field
      class=${half ? 'half' : ''}
      .label=${label}
      .hint=${hint}
      ?multiline=${lines}
      maxBytes=${lines ? 900 : 110}
      .value=${this.draft?.value[name] ?? ''}
      testId="voluntary-${name}"
      @typed=${(typed: CustomEvent<string>) => this.set({ [name]: typed.detail })}
    ></hl-field>`;
  }

  private choice(name: Name, legend: string, choices: readonly Choice[]) {
    return html`<hl-choice
      look="row"
      legend=${legend}
      .choices=${choices}
      .value=${this.draft?.value[name] ?? ''}
      testId="voluntary-${name}"
      @chosen=${(chosen: CustomEvent<string>) => this.set({ [name]: chosen.detail })}
    ></hl-choice>`;
  }

  private refused(refusal: ApiError) {
    return html`<hl-banner
      tone="stop"
      heading=${refusal.title}
      text=${refusalText(refusal)}
    ></hl-banner>`;
  }

  private foot(draft: VoluntaryDraft) {
    const lacks = missing(draft, clock.now());
    return html`<div class="voet breed">
      <p class="wat-nog" role="status" data-testid="voluntary-missing">
        ${lacks.length > 0 ? `Nog nodig: ${lacks.join('; ')}.` : 'U kunt dit bewaren. Er gaat nog niets naar Halt.'}
      </p>
      <button
        type="button"
        class="knop hoofd"
        ?disabled=${lacks.length > 0 || this.busy}
        data-testid="voluntary-save"
        @click=${this.save}
      >
        ${this.busy ? 'Wordt verstuurd' : 'Bewaar'}
      </button>
    </div>`;
  }

  private set(part: Partial<VoluntaryDraft>): void {
    this.draft?.set(part);
    this.requestUpdate();
  }

  private async openDraft(): Promise<void> {
    const { one } = this;
    const key = `voluntary/${one ? `${one.id}/${one.version}` : 'new'}`;
    this.draft = await journal.open<VoluntaryDraft>(key, one ? draftOf(one) : EMPTY);
  }

  private readonly save = async (): Promise<void> => {
    const { draft, one } = this;
    if (!draft) return;
    this.busy = true;
    this.refusal = undefined;
    const details = toDetails(draft.value, clock.now());
    try {
      const { id } = await command<{ id: string }>(
        one
          ? {
              method: 'PUT',
              path: `/voluntary-cases/${one.id}`,
              body: { version: one.version, details },
              label: 'Vrijwillige hulp',
            }
          : { method: 'POST', path: '/voluntary-cases', body: details, label: 'Vrijwillige hulp' },
      );
      await draft.clear();
      this.emit('kept', id);
    } catch (failure) {
      this.refusal = ApiError.of(failure);
    } finally {
      this.busy = false;
    }
  };
}
