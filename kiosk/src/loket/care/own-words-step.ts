import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../elements/hl-banner.js';
import { LightElement } from '../../elements/light.js';
import { api, ApiError } from '../../lib/api.js';
import '../case/section-form.js';
import type { SectionBody } from '../case/section-form.js';
import type { SectionSpec } from '../case/sections.js';
import { refusalText } from '../command.js';
import type { SavedSection } from '../shapes.js';

/** The juvenile's own words as a section. */
export const OWN_WORDS: SectionSpec = {
  name: 'words',
  step: 'Zelf zeggen',
  question: 'Dit wil ik zelf zeggen',
  hint: 'Niet over wat er is gebeurd: dat hoort bij de verwijzer. Wel over hoe het met je gaat, wat je nodig hebt of wat je van vandaag vond. Leeg laten mag.',
  fields: [{ name: 'text', label: 'In de woorden van de jongere', kind: 'lines' }],
};

interface OwnWords {
  version: number;
  text: string;
  savedAt?: string;
}

const body: SectionBody = (version, { text }) => ({ version, text: text ?? '' });

/** What the juvenile wants to say. Emits `saved`. */
@customElement('hl-loket-own-words')
export class OwnWordsStep extends LightElement {
  @property() caseId = '';
  @state() private words?: SavedSection;
  @state() private refusal: ApiError | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override render() {
    const { refusal, words } = this;
    if (refusal) {
      return html`<hl-banner
        tone="stop"
        heading=${refusal.title}
        text=${refusalText(refusal)}
        action="Probeer opnieuw"
        @acted=${() => this.load()}
      ></hl-banner>`;
    }
    if (!words) return nothing;
    return html`<hl-loket-section
      .caseId=${this.caseId}
      .spec=${OWN_WORDS}
      .saved=${words.version > 0 ? words : undefined}
      .path=${`/cases/${this.caseId}/own-words`}
      .body=${body}
      @changed-elsewhere=${() => this.load()}
    ></hl-loket-section>`;
  }

  private async load(): Promise<void> {
    try {
      const { version, text, savedAt } = await api.get<OwnWords>(`/cases/${this.caseId}/own-words`);
      this.words = { version, data: text === '' ? {} : { text }, ...(savedAt ? { savedAt } : {}) };
      this.refusal = undefined;
    } catch (failure) {
      this.refusal = ApiError.of(failure);
    }
  }
}
