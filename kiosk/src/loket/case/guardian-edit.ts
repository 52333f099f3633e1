import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../elements/hl-choice.js';
import '../../elements/hl-field.js';
import { answerWords, choicesOf, relationWords } from '../../verwijzer/words.js';
import { DraftForm } from '../draft-form.js';
import { selectField } from '../select-field.js';
import type { Guardian } from '../shapes.js';
import { LANGUAGES } from '../words.js';

type Edit = Pick<Guardian, 'relation' | 'custody' | 'language'> & { name: string };

/** Mends what is known of a guardian beside the number. Emits `recorded`, or `closed`. */
@customElement('hl-loket-guardian-edit')
export class GuardianEditForm extends DraftForm<Partial<Edit>> {
  @property() caseId = '';
  @property({ attribute: false }) guardian!: Guardian;

  protected get draftKey(): string {
    return `case/${this.caseId}/guardian-edit/${this.guardian.id}`;
  }

  /** Only what differs from what is known. */
  protected get empty() {
    return {};
  }

  override render() {
    const { draft } = this;
    if (!draft) return nothing;
    const edit = this.edited(draft.value);
    return html`<section class="kaart" data-testid="guardian-edit-form">
      <h1>Wat klopt er niet?</h1>
      <p>Het telefoonnummer verbetert u met “Nummer klopt niet”.</p>
      ${this.fields(edit)} ${this.refused()}
      <div class="knoppen">
        <button
          type="button"
          class="knop hoofd"
          ?disabled=${this.busy || edit.language === ''}
          data-testid="edit-save"
          @click=${() => void this.save(edit)}
        >
          ${this.busy ? 'Wordt verstuurd' : 'Bewaar'}
        </button>
        <button type="button" class="knop" data-testid="edit-cancel" @click=${this.giveUp}>
          Niet doen
        </button>
      </div>
    </section>`;
  }

  private fields(edit: Edit) {
    return html`<div class="velden">
      <hl-field
        class="half"
        label="Naam"
        capitals="words"
        maxBytes="80"
        testId="edit-name"
        .value=${edit.name}
        @typed=${(typed: CustomEvent<string>) => this.edit({ name: typed.detail })}
      ></hl-field>
      ${selectField({
        label: 'Taal van de ouder',
        value: edit.language,
        options: LANGUAGES,
        testId: 'edit-language',
        half: true,
        chosen: (language) => this.edit({ language }),
      })}
      <hl-choice
        look="row"
        legend="Wie is dit?"
        .choices=${choicesOf(relationWords)}
        .value=${edit.relation}
        testId="edit-relation"
        @chosen=${(chosen: CustomEvent<Edit['relation']>) => this.edit({ relation: chosen.detail })}
      ></hl-choice>
      <hl-choice
        look="row"
        legend="Heeft deze ouder gezag?"
        .choices=${choicesOf({ ...answerWords, UNKNOWN: 'Onbekend' })}
        .value=${edit.custody}
        testId="edit-custody"
        @chosen=${(chosen: CustomEvent<Edit['custody']>) => this.edit({ custody: chosen.detail })}
      ></hl-choice>
    </div>`;
  }

  private edited(change: Partial<Edit>): Edit {
    const { name = '', relation, custody, language } = this.guardian;
    return { name, relation, custody, language, ...change };
  }

  private async save({ name, ...rest }: Edit): Promise<void> {
    await this.send(
      {
        method: 'PUT',
        path: `/cases/${this.caseId}/guardians/${this.guardian.id}`,
        body: name.trim() === '' ? rest : { name: name.trim(), ...rest },
        label: 'Gegevens van de ouder verbeteren',
      },
      () => void this.done(),
    );
  }
}
