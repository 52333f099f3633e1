import { html, nothing, type TemplateResult } from 'lit';
import '../../elements/hl-icon.js';
import '../../elements/hl-ticket.js';
import { clockTime } from '../board/board-words.js';
import { routeHash } from '../route.js';
import type { CaseFile } from '../shapes.js';
import type { Rare } from './other-juvenile.js';
import { stepsOf, type Step } from './steps.js';

/** A way to stop, as the side bar offers it. */
export type Stop = 'NOT_FIT_NOW' | 'LEFT';

/** The side of the case screen: ticket, steps, and the ways to stop. */
export function sideBar(
  file: CaseFile,
  current: string,
  stop: (to: Stop) => void,
  resume: () => void,
  rare: (what: Rare) => void,
  unread: number,
): TemplateResult {
  return html`<nav class="zij" aria-label="Stappen">
    <hl-ticket .ticket=${file.ticket} note="hier sinds ${clockTime(file.receivedAt)}"></hl-ticket>
    ${file.freeToLeave === 'YES' ? mayLeave() : nothing}
    <ol class="stappen">
      ${stepsOf(file).map(
        (step, index) =>
          html`${stepLink(file.id, step, index + 1, current)}
          ${step.id === 'guardian' ? messagesLink(file.id, current, unread) : nothing}`,
      )}
    </ol>
    <div class="zij-knoppen">
      ${file.state === 'NOT_FIT_NOW' ? resumeButton(resume) : stopButtons(file, stop)}
      ${rareMenu(file, rare)}
      ${file.state === 'LEFT' ? html`<p><b>Deze jongere is vertrokken.</b></p>` : nothing}
    </div>
  </nav>`;
}

/** Where the law says so, the juvenile is told so. */
function mayLeave() {
  return html`<p class="mag-weg" data-testid="may-leave">Zeg het: je mag weg als je wilt.</p>`;
}

/** No step of the work: always there, and never done. */
function messagesLink(caseId: string, current: string, unread: number) {
  return html`<li class="bij-sms">
    <a
      href=${routeHash({ page: 'case', id: caseId, step: 'messages' })}
      aria-current=${current === 'messages' ? 'step' : nothing}
      data-testid="step-messages"
    >
      <hl-icon name="s-envelop"></hl-icon>
      <span>Sms-berichten${unread > 0 ? html`<b>${unread} nieuw</b>` : nothing}</span>
    </a>
  </li>`;
}

function stepLink(caseId: string, step: Step, number: number, current: string) {
  const here = step.id === current;
  return html`<li class=${step.done ? 's-goed' : ''}>
    <a
      href=${routeHash({ page: 'case', id: caseId, step: step.id })}
      aria-current=${here ? 'step' : nothing}
      data-testid="step-${step.id}"
      data-done=${step.done ? 'ja' : 'nee'}
    >
      ${
        step.done
          ? html`<hl-icon name="s-goed"></hl-icon>`
          : html`<span class="n" aria-hidden="true">${number}</span>`
      }
      <span>${step.label}${step.done ? html`<span class="lees">, klaar</span>` : nothing}</span>
    </a>
  </li>`;
}

const MOVABLE = ['OPENED', 'PENDING_APPROVAL', 'INTAKE', 'NOT_FIT_NOW'];

/** What is rarely needed, out of the way. */
function rareMenu({ state }: CaseFile, rare: (what: Rare) => void) {
  if (!MOVABLE.includes(state)) return nothing;
  return html`<details class="zeldzaam">
    <summary class="knop" data-testid="rare">Iets anders</summary>
    <button type="button" class="knop" data-testid="rare-juvenile" @click=${() => rare('juvenile')}>
      Dit is een andere jongere
    </button>
    <button type="button" class="knop" data-testid="rare-offence" @click=${() => rare('offence')}>
      Nog een feit erbij
    </button>
  </details>`;
}

function resumeButton(resume: () => void) {
  return html`<button type="button" class="knop" data-testid="resume-intake" @click=${resume}>
    <hl-icon name="praat"></hl-icon>Intake hervatten
  </button>`;
}

function stopButtons({ state }: CaseFile, stop: (to: Stop) => void) {
  if (state === 'PENDING_APPROVAL') return leftButton(stop);
  if (state !== 'OPENED' && state !== 'INTAKE') {
    return nothing;
  }
  return html`<button
      type="button"
      class="knop"
      data-testid="not-fit-now"
      @click=${() => stop('NOT_FIT_NOW')}
    >
      <hl-icon name="s-rust"></hl-icon>Kan nu niet praten
    </button>
    ${leftButton(stop)}`;
}

function leftButton(stop: (to: Stop) => void) {
  return html`<button type="button" class="knop" data-testid="left" @click=${() => stop('LEFT')}>
    <hl-icon name="lopen"></hl-icon>Vertrokken
  </button>`;
}
