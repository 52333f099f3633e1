import { html, nothing, type TemplateResult } from 'lit';
import '../../elements/hl-banner.js';
import '../../elements/hl-yesno.js';
import { needsHelpFirst, type SafetyDraft } from './receipt-draft.js';

const QUESTIONS: readonly { name: keyof SafetyDraft; question: string }[] = [
  { name: 'conscious', question: 'Is de jongere aanspreekbaar?' },
  { name: 'hurt', question: 'Is de jongere gewond?' },
  { name: 'inDanger', question: 'Is de jongere in gevaar?' },
];

/** The three safety questions; an answer that asks for help is shown large and does not block. */
export function safetyForm(
  safety: SafetyDraft,
  answer: (change: SafetyDraft) => void,
): TemplateResult {
  return html`<section class="kaart" data-testid="safety-form">
    <h2>1. Veilig en wel?</h2>
    <div class="drie">
      ${QUESTIONS.map(
        ({ name, question }) =>
          html`<hl-yesno
            strict
            .question=${question}
            .value=${chosen(safety[name])}
            .testId="safety-${name}"
            @chosen=${(event: CustomEvent<string>) => answer({ [name]: event.detail === 'YES' })}
          ></hl-yesno>`,
      )}
    </div>
    ${
      needsHelpFirst(safety)
        ? html`<hl-banner
            tone="stop"
            heading="Bel 112 of haal de EHBO eerst"
            text="Zorg eerst dat de jongere veilig is. Daarna gaat u hier verder."
          ></hl-banner>`
        : nothing
    }
  </section>`;
}

function chosen(answer: boolean | undefined): string {
  if (answer === undefined) {
    return '';
  }
  return answer ? 'YES' : 'NO';
}
