import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import '../../elements/hl-track.js';
import { clockTime } from '../board/board-words.js';
import { routeHash } from '../route.js';
import type { CaseFile, Guardian } from '../shapes.js';
import { relationWord } from '../words.js';
import { callPanel } from './call-panel.js';
import { formerNumbers } from './former-numbers.js';
import { fixButtons, fixForm, type Fix } from './guardian-fixes.js';
import { contactTrack, historyWords } from './guardian-words.js';
import './outcome-form.js';
import { sentTexts } from './sent-texts.js';
import { isSettled, stepAfter } from './steps.js';

/** The guardian to speak to first: the first one not settled, else the first. */
export function guardianToCall(guardians: readonly Guardian[]): Guardian | undefined {
  return guardians.find((guardian) => !isSettled(guardian)) ?? guardians[0];
}

/** Is the guardian spoken to? One guardian at a time. */
export function guardianStep(
  file: CaseFile,
  chosenId: string,
  now: number,
  choose: (id: string) => void,
  fixing: Fix,
  fix: (what: Fix) => void,
): TemplateResult {
  const guardian =
    file.guardians.find((one) => one.id === chosenId) ?? guardianToCall(file.guardians);
  if (!guardian) {
    return html`<p>Er is geen ouder opgegeven.</p>`;
  }
  if (fixing !== '') return fixForm(file, guardian, fixing, () => fix(''));
  return html`<div class="titel">
      <h1>Is de ouder gesproken?</h1>
      ${
        file.guardians.length > 1
          ? guardianTabs(file.guardians, guardian.id, choose)
          : html`<p class="zacht">Afgeleverd is nog niet ingelicht.</p>`
      }
    </div>
    <hl-track .stops=${contactTrack(guardian)}></hl-track>
    ${callPanel(guardian, now)}
    ${keyed(
      guardian.id,
      html`<hl-loket-outcome .caseId=${file.id} .guardianId=${guardian.id}></hl-loket-outcome>`,
    )}
    ${fixButtons(file, guardian, fix)} ${history(guardian)} ${sentTexts(guardian)}
    ${formerNumbers(guardian)} ${file.guardians.every(isSettled) ? goOn(file) : nothing}`;
}

function goOn(file: CaseFile) {
  const step = stepAfter(file, 'guardian');
  return html`<div class="voet breed">
    <a
      class="knop hoofd"
      href=${routeHash({ page: 'case', id: file.id, step })}
      data-testid="guardian-next"
      >Ga verder</a
    >
  </div>`;
}

function guardianTabs(
  guardians: readonly Guardian[],
  currentId: string,
  choose: (id: string) => void,
) {
  return html`<div class="knoppen" role="group" aria-label="Welke ouder?">
    ${guardians.map(
      (guardian, index) =>
        html`<button
          type="button"
          class="knop ${guardian.id === currentId ? 'gekozen' : ''}"
          aria-pressed=${guardian.id === currentId}
          data-testid="guardian-tab-${index + 1}"
          @click=${() => choose(guardian.id)}
        >
          ${index + 1}. ${guardian.name ?? relationWord(guardian.relation)}
        </button>`,
    )}
  </div>`;
}

function history({ history: entries }: Guardian) {
  if (entries.length === 0) {
    return nothing;
  }
  return html`<section class="kaart">
    <h2>Wat er is gedaan</h2>
    <ol class="geschiedenis" data-testid="guardian-history">
      ${entries.map((entry) => html`<li><b>${clockTime(entry.at)}</b> ${historyWords(entry)}</li>`)}
    </ol>
  </section>`;
}
