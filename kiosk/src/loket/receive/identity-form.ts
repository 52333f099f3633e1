import { html, type TemplateResult } from 'lit';
import '../../elements/hl-choice.js';
import '../../elements/hl-date-field.js';
import '../../elements/hl-field.js';
import type { IdentityBasis } from '../../lib/contract.js';
import { choicesOf, identityWords } from '../../verwijzer/words.js';
import { nameFault, type ReceiptDraft } from './receipt-draft.js';

const BASES = choicesOf(identityWords);

/** Who the juvenile is, with the age large, and how that was established. */
export function identityForm(
  draft: ReceiptDraft,
  edit: (change: Partial<ReceiptDraft>) => void,
): TemplateResult {
  return html`<section class="kaart" data-testid="identity-form">
    <h2>2. Wie is dit?</h2>
    <div class="velden">
      <hl-field
        class="half"
        label="Voornamen"
        capitals="words"
        testId="given-names"
        .fault=${nameFault(draft.givenNames)}
        .value=${draft.givenNames}
        @typed=${(typed: CustomEvent<string>) => edit({ givenNames: typed.detail })}
      ></hl-field>
      <hl-field
        class="half"
        label="Achternaam"
        capitals="words"
        testId="family-name"
        .fault=${nameFault(draft.familyName)}
        .value=${draft.familyName}
        @typed=${(typed: CustomEvent<string>) => edit({ familyName: typed.detail })}
      ></hl-field>
      <hl-date-field
        class="half"
        .value=${draft.birthDate}
        @dated=${(dated: CustomEvent<string>) => edit({ birthDate: dated.detail })}
      ></hl-date-field>
      <hl-choice
        class="half"
        legend="Hoe weet u dit?"
        .choices=${BASES}
        .value=${draft.basis}
        testId="basis"
        @chosen=${(chosen: CustomEvent<IdentityBasis>) => edit({ basis: chosen.detail })}
      ></hl-choice>
    </div>
  </section>`;
}
