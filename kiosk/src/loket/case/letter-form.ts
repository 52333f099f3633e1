import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { fileLinks } from '../../elements/file-links.js';
import '../../elements/hl-choice.js';
import '../../elements/hl-field.js';
import '../../elements/hl-icon.js';
import { LightElement } from '../../elements/light.js';
import { api, ApiError } from '../../lib/api.js';
import { uuidv7 } from '../../lib/ids.js';
import { journal, type Draft } from '../../lib/journal.js';
import { command } from '../command.js';
import '../form-end.js';
import type { LetterWay } from '../contact-shapes.js';
import type { Guardian } from '../shapes.js';

interface LetterDraft {
  id: string;
  way: LetterWay | '';
  to: string;
}

const WAYS = [
  { value: 'HANDED_OVER', label: 'Aan de ouder zelf' },
  { value: 'GIVEN_ALONG', label: 'Meegegeven' },
];

/** The letter for a guardian whom nobody reaches. Emits `recorded` when it left the desk, or `closed`. */
@customElement('hl-loket-letter')
export class LetterForm extends LightElement {
  @property() caseId = '';
  @property({ attribute: false }) guardian!: Guardian;
  @state() private draft?: Draft<LetterDraft>;
  @state() private url = '';
  @state() private busy = false;
  @state() private refusal: ApiError | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    const key = `case/${this.caseId}/letter/${this.guardian.id}`;
    void journal
      .open<LetterDraft>(key, { id: uuidv7(), way: '', to: '' })
      .then((draft) => (this.draft = draft));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    URL.revokeObjectURL(this.url);
  }

  override render() {
    const { draft } = this;
    if (!draft) return nothing;
    return html`<section class="kaart" data-testid="letter-form">
      <h1>Een brief voor de ouder</h1>
      <p>
        Er staat in dat het kind veilig is en welk nummer de ouder belt. Wat er is gebeurd, staat er
        niet in. Blijf ook bellen: pas als de ouder de brief zelf krijgt, telt dat.
      </p>
      <div class="knoppen">
        <button
          type="button"
          class="knop"
          ?disabled=${this.busy}
          data-testid="letter-make"
          @click=${this.make}
        >
          <hl-icon name="papier"></hl-icon>Maak de brief
        </button>
      </div>
      ${this.url === '' ? nothing : fileLinks(this.url, 'brief-voor-de-ouder.pdf')}
      ${this.given(draft.value)}
    </section>`;
  }

  private given(draft: LetterDraft) {
    return html`<hl-choice
        look="row"
        legend="Hoe gaat de brief weg?"
        .choices=${WAYS}
        .value=${draft.way}
        testId="letter-way"
        @chosen=${(chosen: CustomEvent<string>) => this.edit({ way: chosen.detail as LetterWay })}
      ></hl-choice>
      <hl-field
        label="Aan wie heeft u de brief gegeven?"
        .maxBytes=${80}
        testId="letter-to"
        .value=${draft.to}
        @typed=${(typed: CustomEvent<string>) => this.edit({ to: typed.detail })}
      ></hl-field>
      <hl-form-end
        name="letter"
        label="De brief is gegeven"
        waiting="Even wachten"
        closable
        .lacking=${missing(draft)}
        ?busy=${this.busy}
        .refusal=${this.refusal}
        @save=${this.save}
      ></hl-form-end>`;
  }

  private edit(change: Partial<LetterDraft>): void {
    this.draft?.set(change);
    this.requestUpdate();
  }

  private readonly make = (): Promise<void> =>
    this.working(async () => {
      URL.revokeObjectURL(this.url);
      this.url = URL.createObjectURL(await api.blob(`${this.path()}/letter.pdf`));
    });

  private readonly save = (): Promise<void> =>
    this.working(async () => {
      const { draft } = this;
      if (!draft) return;
      const { id, way, to } = draft.value;
      const body = { id, way, to: to.trim() };
      const label = 'Brief voor de ouder';
      await command({ method: 'POST', path: `${this.path()}/letters`, body, label });
      await draft.clear();
      draft.set({ id: uuidv7() });
      this.emit('recorded');
    });

  private async working(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.refusal = undefined;
    try {
      await work();
    } catch (failure) {
      this.refusal = ApiError.of(failure);
    } finally {
      this.busy = false;
    }
  }

  private path(): string {
    return `/cases/${this.caseId}/guardians/${this.guardian.id}`;
  }
}

function missing({ way, to }: LetterDraft): string {
  if (way === '') return 'Kies hoe de brief weggaat.';
  return to.trim() === '' ? 'Vul in aan wie u de brief heeft gegeven.' : '';
}
