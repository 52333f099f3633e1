import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import '../../elements/hl-icon.js';
import '../../elements/hl-track.js';
import { contactOf } from '../board/escalation.js';
import { routeHash } from '../route.js';
import type { BoardRow, CaseFile, Guardian } from '../shapes.js';
import { relationWord } from '../words.js';
import { callPanel } from './call-panel.js';
import { formerNumbers } from './former-numbers.js';
import { fixButtons, fixForm, type Fix } from './guardian-fixes.js';
import { contactTrack } from './guardian-words.js';
import './outcome-form.js';
import { sentTexts } from './sent-texts.js';
import { isContactDone, isSettled, stepAfter } from './steps.js';
import './substitute-form.js';
import { timeline } from './timeline.js';

/** What the step shows beside the case itself, and what it asks of the page. */
export interface GuardianStep {
  /** The row on the board, which tells who is next. */
  row?: BoardRow | undefined;
  /** Epoch ms by the server's clock. */
  now: number;
  /** The guardian that the worker chose; empty when none was. */
  chosenId: string;
  choose: (id: string) => void;
  fixing: Fix;
  fix: (what: Fix) => void;
  /** "Ik bel": takes the call to a guardian. */
  take: (guardianId: string) => void;
}

/** The guardian whose turn it is, by the same rule as on the board; else the first one not settled. */
export function guardianToCall(
  guardians: readonly Guardian[],
  row: BoardRow | undefined,
  now: number,
): Guardian | undefined {
  const contact = row === undefined ? undefined : contactOf(row, now);
  const next = contact && contact.kind !== 'none' ? guardians[contact.index] : undefined;
  return next ?? guardians.find((guardian) => !isSettled(guardian)) ?? guardians[0];
}

/** Is the guardian spoken to? One guardian at a time. */
export function guardianStep(file: CaseFile, step: GuardianStep): TemplateResult {
  const { row, now, choose, fixing, fix } = step;
  const guardian =
    file.guardians.find((one) => one.id === step.chosenId) ??
    guardianToCall(file.guardians, row, now);
  if (!guardian) {
    return html`<p>Er is geen ouder opgegeven.</p>`;
  }
  if (fixing !== '') return fixForm(file, guardian, fixing, () => fix(''));
  const index = file.guardians.indexOf(guardian);
  const take = () => step.take(guardian.id);
  const calling = { cell: row?.guardians[index], now, take };
  return html`<div class="titel">
      <h1>${guardian.state === 'DO_NOT_CONTACT' ? 'Wie komt er?' : 'Is de ouder gesproken?'}</h1>
      ${
        file.guardians.length > 1
          ? guardianTabs(file.guardians, guardian.id, choose)
          : html`<p class="zacht">Een sms op het toestel telt nog niet.</p>`
      }
    </div>
    ${unreadLine(file, row?.unread ?? 0)}
    ${guardian.state === 'DO_NOT_CONTACT' ? nothing : html`<hl-track .stops=${contactTrack(guardian)}></hl-track>`}
    ${callPanel(file, guardian, calling)}
    ${keyed(guardian.id, contactForm(file, guardian, fix, take))} ${fixButtons(file, guardian, fix)}
    ${timeline(guardian)} ${sentTexts(guardian)} ${formerNumbers(guardian)}
    ${isContactDone(file.guardians) ? goOn(file) : nothing}`;
}

/** Who calls must know what the guardian wrote meanwhile. */
function unreadLine({ id }: CaseFile, unread: number) {
  if (unread === 0) return nothing;
  return html`<a
    class="zonder-zaak s-info"
    href=${routeHash({ page: 'case', id, step: 'messages' })}
    data-testid="guardian-unread"
  >
    <hl-icon name="s-envelop"></hl-icon>
    <span
      ><b
        >${unread === 1 ? 'Er is een sms van de ouder' : `Er zijn ${unread} sms'jes van de ouder`}</b
      >
      die nog niet ${unread === 1 ? 'is' : 'zijn'} gelezen.</span
    >
    <span class="knop">Lees eerst</span>
  </a>`;
}

/** How the call went, or who comes instead of a guardian who must be left alone. */
function contactForm(
  file: CaseFile,
  guardian: Guardian,
  fix: (what: Fix) => void,
  take: () => void,
) {
  return guardian.state === 'DO_NOT_CONTACT'
    ? html`<hl-loket-substitute
        .caseId=${file.id}
        .guardian=${guardian}
        @taken=${take}
      ></hl-loket-substitute>`
    : html`<hl-loket-outcome
        .caseId=${file.id}
        .guardian=${guardian}
        @number-wrong=${() => fix('number')}
      ></hl-loket-outcome>`;
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
