import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../elements/hl-banner.js';
import '../../elements/hl-choice.js';
import '../../elements/hl-ticket.js';
import type { Choice } from '../../elements/hl-choice.js';
import { LightElement } from '../../elements/light.js';
import { ApiError } from '../../lib/api.js';
import { journal } from '../../lib/journal.js';
import { clockTime } from '../board/board-words.js';
import { command, refusalText } from '../command.js';
import { goOnFrom } from '../route.js';
import type { BoardRow, CaseFile, CaseState } from '../shapes.js';
import { draftOf, type SectionDraft } from './section-draft.js';
import { SECTIONS } from './sections.js';

/** What is rare and still must be done: another juvenile, or one more offence. */
export type Rare = 'juvenile' | 'offence';

const REASONS: readonly Choice[] = [
  { value: 'WRONG_ROW', label: 'Verkeerde rij aangetikt' },
  { value: 'WRONG_CARD', label: 'Verkeerde kaart gescand' },
  { value: 'SWAPPED_PLACES', label: 'Jongeren wisselden van plek' },
  { value: 'OTHER', label: 'Iets anders' },
];

const WORDS: Record<Rare, { title: string; text: string; confirm: string; none: string }> = {
  juvenile: {
    title: 'Welke jongere is dit dan?',
    text: 'Wat u heeft ingevuld, gaat mee naar de jongere die u kiest. De sms hoort dan ook bij die jongere. Deze zaak wacht daarna op haar eigen jongere.',
    confirm: 'Ja, dit is de jongere',
    none: 'De jongere staat nog niet op het bord. Vraag de verwijzer om over te dragen. Zodra de rij er is, kiest u haar hier. Wat u invulde, blijft bewaard.',
  },
  offence: {
    title: 'Welke overdracht hoort ook bij deze jongere?',
    text: 'Het feit komt erbij in deze zaak, met een eigen ontvangstbewijs. De ouder krijgt geen nieuwe sms.',
    confirm: 'Ja, hoort bij deze zaak',
    none: 'Er wacht geen andere overdracht op het bord.',
  },
};

/** Chooses another handover that waits, for what is rare. Emits `closed`. */
@customElement('hl-loket-other')
export class OtherJuvenile extends LightElement {
  @property({ attribute: false }) file!: CaseFile;
  @property({ attribute: false }) rows: readonly BoardRow[] = [];
  @property() rare: Rare = 'juvenile';
  @state() private chosen = '';
  @state() private reason = '';
  @state() private busy = false;
  @state() private refusal: ApiError | undefined;

  override render() {
    const words = WORDS[this.rare];
    const waiting = this.rows.filter((row) => row.state === 'UNDERWAY');
    return html`<section class="kaart" data-testid="other-form">
      <h1>${words.title}</h1>
      <p>${words.text}</p>
      ${waiting.length === 0 ? html`<p><b>${words.none}</b></p>` : this.list(waiting)}
      ${this.rare === 'juvenile' ? this.why() : nothing}
      ${
        this.refusal
          ? html`<hl-banner
              tone="stop"
              heading=${this.refusal.title}
              text=${refusalText(this.refusal)}
            ></hl-banner>`
          : nothing
      }
      ${this.buttons(words.confirm)}
    </section>`;
  }

  private list(waiting: readonly BoardRow[]) {
    const choices = waiting.map(({ id, ticket, since }) => ({
      value: id,
      label: ticket.words,
      note: `onderweg sinds ${clockTime(since)}`,
    }));
    return html`<hl-choice
      look="list"
      legend="Wie wacht er op het bord?"
      .choices=${choices}
      .value=${this.chosen}
      testId="other-row"
      @chosen=${(chosen: CustomEvent<string>) => (this.chosen = chosen.detail)}
    ></hl-choice>`;
  }

  private why() {
    return html`<hl-choice
      look="row"
      legend="Hoe kwam dit?"
      .choices=${REASONS}
      .value=${this.reason}
      testId="other-reason"
      @chosen=${(chosen: CustomEvent<string>) => (this.reason = chosen.detail)}
    ></hl-choice>`;
  }

  private buttons(confirm: string) {
    const ready = this.chosen !== '' && (this.rare === 'offence' || this.reason !== '');
    return html`<div class="knoppen">
      <button
        type="button"
        class="knop hoofd"
        ?disabled=${!ready || this.busy}
        data-testid="other-confirm"
        @click=${this.confirm}
      >
        ${this.busy ? 'Wordt verstuurd' : confirm}
      </button>
      <button
        type="button"
        class="knop"
        data-testid="other-cancel"
        @click=${() => this.emit('closed')}
      >
        Niet doen
      </button>
    </div>`;
  }

  private readonly confirm = async (): Promise<void> => {
    this.busy = true;
    this.refusal = undefined;
    const { id } = this.file;
    const handoverId = this.chosen;
    const moves = this.rare === 'juvenile';
    const path = `/cases/${id}/${moves ? 'displacement' : 'offences'}`;
    const body = moves ? { handoverId, reason: this.reason } : { handoverId };
    try {
      await command<CaseState>({ method: 'POST', path, body, label: 'Andere jongere' });
      if (moves) {
        await takeDraftsAlong(id, handoverId);
        goOnFrom({ page: 'case', id }, { page: 'case', id: handoverId, step: 'receipt' });
      } else this.emit('recorded');
    } catch (failure) {
      this.refusal = ApiError.of(failure);
    } finally {
      this.busy = false;
    }
  };
}

/** What was typed and not sent belongs to the juvenile who was in front. */
async function takeDraftsAlong(from: string, to: string): Promise<void> {
  for (const { name } of SECTIONS) {
    const before = await journal.open<SectionDraft>(`case/${from}/${name}`, draftOf(undefined));
    if (before.value.dirty) {
      const after = await journal.open<SectionDraft>(`case/${to}/${name}`, draftOf(undefined));
      after.set(before.value);
      await after.flush();
    }
    await before.clear();
  }
}
