import { html, nothing, type TemplateResult } from 'lit';
import { uuidv7 } from '../../lib/ids.js';
import './guardian-form.js';
import { emptyGuardian, faultOfNumber, noteOfNumber, type GuardianDraft } from './receipt-draft.js';

const MOST_GUARDIANS = 4;

/** The forms of all guardians, and the button for one more. */
export function guardianList(
  guardians: GuardianDraft[],
  edit: (guardians: GuardianDraft[]) => void,
): TemplateResult {
  const changed = (one: GuardianDraft, change: Partial<GuardianDraft>) =>
    edit(guardians.map((guardian) => (guardian === one ? { ...guardian, ...change } : guardian)));
  return html`${guardians.map(
    (guardian, index) =>
      html`<hl-loket-guardian-form
        heading=${index === 0 ? '3. Ouder of verzorger' : `Ouder ${index + 1}`}
        .guardian=${guardian}
        ?removable=${index > 0}
        .numberFault=${faultOfNumber(guardians, index)}
        .numberNote=${noteOfNumber(guardians, index)}
        @edited=${(edited: CustomEvent<Partial<GuardianDraft>>) => changed(guardian, edited.detail)}
        @removed=${() => edit(guardians.filter((one) => one !== guardian))}
      ></hl-loket-guardian-form>`,
  )}
  ${
    guardians.length < MOST_GUARDIANS
      ? html`<div class="knoppen">
          <button
            type="button"
            class="knop"
            data-testid="add-guardian"
            @click=${() => edit([...guardians, emptyGuardian(uuidv7())])}
          >
            Nog een ouder of verzorger
          </button>
        </div>`
      : nothing
  }`;
}
