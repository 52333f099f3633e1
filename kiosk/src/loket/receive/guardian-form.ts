import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../elements/hl-choice.js';
import '../../elements/hl-field.js';
import '../../elements/hl-icon.js';
import type { Choice } from '../../elements/hl-choice.js';
import { LightElement } from '../../elements/light.js';
import { choicesOf, relationWords } from '../../verwijzer/words.js';
import { substituteFields } from '../case/substitute-fields.js';
import { selectField } from '../select-field.js';
import { groupNumber, isNumber } from '../phone.js';
import { LANGUAGES } from '../words.js';
import { nameFault, withNumber, type GuardianDraft } from './receipt-draft.js';

const RELATIONS = choicesOf(relationWords);

const CUSTODY: readonly Choice[] = [
  { value: 'YES', label: 'Ja' },
  { value: 'NO', label: 'Nee' },
  { value: 'UNKNOWN', label: 'Onbekend' },
];

/** One guardian on the "Neem over" screen. Emits `edited` with the changed fields, and `removed`. */
@customElement('hl-loket-guardian-form')
export class GuardianForm extends LightElement {
  @property({ attribute: false }) guardian!: GuardianDraft;
  @property() heading = 'Ouder of verzorger';
  @property({ type: Boolean }) removable = false;
  /** What is wrong with the number, and what to know of it, as sentences. */
  @property() numberFault = '';
  @property() numberNote = '';

  override render() {
    const { guardian } = this;
    return html`<section class="kaart" data-testid="guardian-form">
      <h2>${this.heading}</h2>
      <div class="velden">
        <hl-field
          class="half"
          label="Naam"
          testId="guardian-name"
          .fault=${nameFault(guardian.name)}
          .value=${guardian.name}
          @typed=${(typed: CustomEvent<string>) => this.edit({ name: typed.detail })}
        ></hl-field>
        ${this.language(guardian.language)} ${this.choice('Wie is dit?', RELATIONS, 'relation')}
        ${this.choice('Heeft deze ouder gezag?', CUSTODY, 'custody')}
      </div>
      ${guardian.doNotContact ? this.reason() : nothing} ${this.number()} ${this.buttons()}
    </section>`;
  }

  /** A list, with what is said most often in one tap beside it. */
  private language(code: string) {
    return html`<div class="half met-keuzes">
      ${selectField({
        label: 'Taal van de ouder',
        value: code,
        options: LANGUAGES,
        testId: 'guardian-language',
        chosen: (language) => this.edit({ language }),
      })}
      ${
        code === ''
          ? html`<button
              type="button"
              class="knop"
              data-testid="guardian-language-nl"
              @click=${() => this.edit({ language: 'nl' })}
            >
              Nederlands
            </button>`
          : nothing
      }
    </div>`;
  }

  private choice(legend: string, choices: readonly Choice[], name: 'relation' | 'custody') {
    return html`<hl-choice
      look="row"
      .legend=${legend}
      .choices=${choices}
      .value=${this.guardian[name]}
      .testId="guardian-${name}"
      @chosen=${(chosen: CustomEvent<string>) => this.edit({ [name]: chosen.detail })}
    ></hl-choice>`;
  }

  private number() {
    const { number, readBack, doNotContact } = this.guardian;
    const label = doNotContact ? 'Nummer dat met rust blijft' : 'Telefoonnummer van de ouder';
    return html`<hl-field
        label=${label}
        hint=${doNotContact ? 'Mag leeg. Dan gaat er ook voor een andere zaak niets naartoe.' : this.numberNote}
        .fault=${this.numberFault}
        type="tel"
        keyboard="tel"
        testId="guardian-number"
        .value=${number}
        @typed=${(typed: CustomEvent<string>) => this.edit(withNumber(this.guardian, typed.detail))}
      ></hl-field>
      ${isNumber(number) && !this.numberFault && !doNotContact ? this.readAloud(groupNumber(number), readBack) : nothing}`;
  }

  private readAloud(grouped: string, readBack: boolean) {
    return html`<div class="knoppen">
      <p>
        Lees voor:<br /><b class="nummer" data-testid="guardian-number-aloud">${grouped}</b><br />
        Is het van de ouder, en niet van de jongere zelf?
      </p>
      ${
        readBack
          ? html`<span class="bewaard s-goed" data-testid="guardian-read-back-done"
              ><hl-icon name="s-goed"></hl-icon>Voorgelezen en klopt</span
            >`
          : html`<button
              type="button"
              class="knop"
              data-testid="guardian-read-back"
              @click=${() => this.edit({ readBack: true })}
            >
              <hl-icon name="vink"></hl-icon>Voorgelezen en klopt
            </button>`
      }
    </div>`;
  }

  private reason() {
    return html`<hl-field
        label="Waarom mag deze ouder geen telefoontje of sms krijgen?"
        testId="guardian-do-not-contact-reason"
        multiline
        .value=${this.guardian.doNotContactReason}
        @typed=${(typed: CustomEvent<string>) => this.edit({ doNotContactReason: typed.detail })}
      ></hl-field>
      ${substituteFields(this.guardian.substitute, true, (change) =>
        this.edit({ substitute: { ...this.guardian.substitute, ...change } }),
      )}`;
  }

  private buttons() {
    const { doNotContact } = this.guardian;
    return html`<div class="knoppen">
      <button
        type="button"
        class="knop"
        aria-pressed=${doNotContact}
        data-testid="guardian-do-not-contact"
        @click=${() => this.edit({ doNotContact: !doNotContact })}
      >
        <hl-icon name=${doNotContact ? 'telefoon' : 'hand'}></hl-icon>
        ${doNotContact ? 'Toch wel bellen' : "Niet bellen of sms'en"}
      </button>
      ${
        this.removable
          ? html`<button
              type="button"
              class="knop kaal"
              data-testid="guardian-remove"
              @click=${() => this.emit('removed')}
            >
              Haal deze ouder weg
            </button>`
          : nothing
      }
    </div>`;
  }

  private edit(change: Partial<GuardianDraft>): void {
    this.emit('edited', change);
  }
}
