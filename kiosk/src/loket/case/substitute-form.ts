import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../elements/hl-field.js';
import '../../elements/hl-icon.js';
import { LightElement } from '../../elements/light.js';
import { ApiError } from '../../lib/api.js';
import { device } from '../../lib/device.js';
import { journal, type Draft } from '../../lib/journal.js';
import { clockTime } from '../board/board-words.js';
import { command } from '../command.js';
import '../form-end.js';
import { bareNumber, groupNumber } from '../phone.js';
import type { Substitute } from '../contact-shapes.js';
import type { Guardian } from '../shapes.js';
import {
  EMPTY_SUBSTITUTE,
  missingSubstitute,
  type NewSubstitute,
  type SubstituteDraft,
  toSubstitute,
} from './substitute-draft.js';
import { substituteFields } from './substitute-fields.js';
import { SUBSTITUTE_WORDS } from './substitute-words.js';

type SpokenDraft = SubstituteDraft & { words: string };

/** Who comes instead of a guardian who must be left alone. Emits `recorded`, and `taken` when somebody calls. */
@customElement('hl-loket-substitute')
export class SubstituteForm extends LightElement {
  @property() caseId = '';
  @property({ attribute: false }) guardian!: Guardian;
  @state() private draft?: Draft<SpokenDraft>;
  @state() private naming = false;
  @state() private busy = false;
  @state() private refusal: ApiError | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    const key = `case/${this.caseId}/substitute/${this.guardian.id}`;
    const empty = { ...EMPTY_SUBSTITUTE, words: '' };
    void journal.open<SpokenDraft>(key, empty).then((draft) => (this.draft = draft));
  }

  override render() {
    const { substitute } = this.guardian.followUp;
    return html`<section class="kaart" data-testid="substitute">
      <h2>In plaats van deze ouder</h2>
      ${substitute && !this.naming ? this.known(substitute) : this.name()}
    </section>`;
  }

  private name() {
    const { draft } = this;
    if (!draft) return nothing;
    const lacking = missingSubstitute(draft.value);
    const chosen = toSubstitute(draft.value);
    return html`<p>Deze ouder krijgt geen telefoontje, geen sms en geen brief.</p>
      ${substituteFields(draft.value, false, (change) => this.edit(change))}
      ${this.end('Leg dit vast', 'save', lacking, () => void (chosen && this.send(chosen)))}`;
  }

  private known(substitute: Substitute) {
    const { who, name, relation, spokenAt, words } = substitute;
    const title = [name ?? SUBSTITUTE_WORDS[who], relation].filter((part) => part).join(', ');
    if (spokenAt !== undefined) {
      return html`<p><b>${title}</b>, gesproken om ${clockTime(spokenAt)}.</p>
        <p>“${words}”</p>`;
    }
    const draft = this.draft?.value;
    const said = draft?.words.trim() ?? '';
    const spoken = { ...sameAs(substitute), spoken: true, words: said };
    return html`<p><b>${title}</b>. Bel en spreek af wie er komt, en hoe laat.</p>
      ${this.dial(substitute)}
      <hl-field
        label="Wat heeft u afgesproken, en met wie?"
        multiline
        .maxBytes=${700}
        testId="substitute-words"
        .value=${draft?.words ?? ''}
        @typed=${(typed: CustomEvent<string>) => this.edit({ words: typed.detail })}
      ></hl-field>
      ${this.end(
        'Gesproken',
        'spoken',
        said === '' ? 'Vul in wat u heeft afgesproken.' : '',
        () => void this.send(spoken),
      )}
      <button
        type="button"
        class="knop"
        data-testid="substitute-other"
        @click=${() => (this.naming = true)}
      >
        Iemand anders komt
      </button>`;
  }

  private dial(substitute: Substitute) {
    const number = numberOf(substitute);
    if (number === '') return nothing;
    return html`<p class="nummer" data-testid="substitute-number">${groupNumber(number)}</p>
      <a
        class="knop"
        href="tel:${bareNumber(number)}"
        data-testid="substitute-dial"
        @click=${() => this.emit('taken')}
      >
        <hl-icon name="telefoon"></hl-icon>Bel
      </a>`;
  }

  private end(label: string, act: string, lacking: string, save: () => void) {
    return html`<hl-form-end
      name="substitute"
      act=${act}
      label=${label}
      .lacking=${lacking}
      ?busy=${this.busy}
      .refusal=${this.refusal}
      @save=${save}
    ></hl-form-end>`;
  }

  private edit(change: Partial<SpokenDraft>): void {
    this.draft?.set(change);
    this.requestUpdate();
  }

  private async send(body: NewSubstitute & { spoken?: boolean; words?: string }): Promise<void> {
    this.busy = true;
    this.refusal = undefined;
    const path = `/cases/${this.caseId}/guardians/${this.guardian.id}/substitutes`;
    try {
      await command({ method: 'POST', path, body, label: 'Wie er in plaats van de ouder komt' });
      await this.draft?.clear();
      this.naming = false;
      this.emit('recorded');
    } catch (failure) {
      this.refusal = ApiError.of(failure);
    } finally {
      this.busy = false;
    }
  }
}

function sameAs({ who, name, relation, number }: Substitute): NewSubstitute {
  return {
    who,
    ...(name === undefined ? {} : { name }),
    ...(relation === undefined ? {} : { relation }),
    ...(number === undefined ? {} : { number }),
  };
}

/** A service has the number that the event gives it. */
function numberOf({ who, number }: Substitute): string {
  const numbers = device.current?.mandate.numbers;
  if (who === 'SAFE_HOME') return numbers?.care ?? '';
  return (who === 'POLICE' ? numbers?.police : number) ?? '';
}
