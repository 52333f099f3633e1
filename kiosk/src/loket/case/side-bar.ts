import { html, nothing, type TemplateResult } from 'lit';
import '../../elements/hl-icon.js';
import '../../elements/hl-ticket.js';
import { clockTime } from '../board/board-words.js';
import '../juvenile/give-tablet.js';
import { routeHash } from '../route.js';
import type { CaseFile } from '../shapes.js';
import type { Rare } from './other-juvenile.js';
import { stepsOf, type Step } from './steps.js';

/** A way to stop, as the side bar offers it. */
export type Stop = 'LEFT' | 'RETURNED';

/** The side of the case screen: ticket, steps, and the ways to stop. */
export function sideBar(
  file: CaseFile,
  current: string,
  stop: (to: Stop) => void,
  rest: () => void,
  rare: (what: Rare) => void,
  unread: number,
): TemplateResult {
  return html`<nav class="zij" aria-label="Stappen">
    <hl-ticket .ticket=${file.ticket} note="hier sinds ${clockTime(file.receivedAt)}"></hl-ticket>
    ${file.freeToLeave === 'YES' && !ENDED.includes(file.state) ? mayLeave() : nothing}
    ${toSteps(file, current)}
    <ol class="stappen">
      ${stepsOf(file).map(
        (step, index) =>
          html`${stepLink(file.id, step, index + 1, current)}
          ${step.id === 'guardian' ? messagesLink(file.id, current, unread) : nothing}`,
      )}
    </ol>
    <div class="zij-knoppen">
      ${mayBeGiven(file) ? html`<hl-give-tablet .caseId=${file.id}></hl-give-tablet>` : nothing}
      ${stopButtons(file, stop, rest)} ${rareMenu(file, rare, stop)}
    </div>
  </nav>`;
}

/** On a telephone the steps stand below the question: one line says where this is, and leads there. */
function toSteps(file: CaseFile, current: string) {
  const steps = stepsOf(file);
  const at = steps.findIndex(({ id }) => id === current);
  const here = steps[at];
  return html`<button
    type="button"
    class="knop naar-stappen"
    data-testid="to-steps"
    @click=${({ currentTarget }: Event) => {
      if (currentTarget instanceof HTMLElement) {
        const list = currentTarget.parentElement?.querySelector('.stappen');
        list?.scrollIntoView();
        list?.querySelector<HTMLElement>('a')?.focus({ preventScroll: true });
      }
    }}
  >
    <span>${here ? `${at + 1}. ${here.label}` : 'Sms-berichten'}</span>
    <span class="zacht">Alle stappen</span>
  </button>`;
}

/** The juvenile is here, and can be spoken with. */
function mayBeGiven({ state, awaiting }: CaseFile): boolean {
  return !awaiting && state !== 'NOT_FIT_NOW' && !ENDED.includes(state);
}

/** In these states nobody waits here any more. */
const ENDED = ['RETURNED', 'LEFT', 'TRANSFERRED', 'ERASED'];

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
  return html`<li class=${step.done ? 's-goed' : step.locked === '' ? '' : 'dicht'}>
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
      <span>${step.label}${aside(step)}</span>
    </a>
  </li>`;
}

function aside({ done, locked }: Step) {
  if (done) return html`<span class="lees">, klaar</span>`;
  return locked === '' ? nothing : html`<span class="lees">, nog niet: ${locked}</span>`;
}

const MOVABLE = ['OPENED', 'PENDING_APPROVAL', 'INTAKE', 'NOT_FIT_NOW'];

/** What is rarely needed, out of the way. */
function rareMenu({ state }: CaseFile, rare: (what: Rare) => void, stop: (to: Stop) => void) {
  const movable = MOVABLE.includes(state);
  if (!movable && !RETURNABLE.includes(state)) return nothing;
  return html`<details
    class="zeldzaam"
    @toggle=${({ currentTarget }: Event) => {
      if (currentTarget instanceof HTMLDetailsElement && currentTarget.open) {
        currentTarget.scrollIntoView({ block: 'nearest' });
      }
    }}
  >
    <summary class="knop" data-testid="rare">Iets anders</summary>
    ${RETURNABLE.includes(state) ? returnButton(stop) : nothing}
    ${movable ? moveButtons(rare) : nothing}
  </details>`;
}

/** From these states a case can go back to the referrer. */
const RETURNABLE = [
  'OPENED',
  'PENDING_APPROVAL',
  'INTAKE',
  'OFFERED',
  'PENDING_GUARDIAN',
  'AGREED',
  'SCHEDULED',
];

function returnButton(stop: (to: Stop) => void) {
  return html`<button
    type="button"
    class="knop"
    data-testid="returned"
    @click=${() => stop('RETURNED')}
  >
    Terug naar de verwijzer
  </button>`;
}

function moveButtons(rare: (what: Rare) => void) {
  return html`
    <button type="button" class="knop" data-testid="rare-juvenile" @click=${() => rare('juvenile')}>
      Dit is een andere jongere
    </button>
    <button type="button" class="knop" data-testid="rare-offence" @click=${() => rare('offence')}>
      Nog een feit erbij
    </button>
  `;
}

/** From where a juvenile can turn out not to be able to talk. */
const RESTABLE = ['OPENED', 'INTAKE', 'OFFERED'];
const LEAVABLE = [...RESTABLE, 'PENDING_APPROVAL', 'NOT_FIT_NOW', 'PENDING_GUARDIAN', 'AGREED'];

function stopButtons({ state }: CaseFile, stop: (to: Stop) => void, rest: () => void) {
  return html`${RESTABLE.includes(state) ? restButton(rest) : nothing}
  ${LEAVABLE.includes(state) ? leftButton(stop) : nothing}`;
}

/** One tap; why comes after. */
function restButton(rest: () => void) {
  return html`<button type="button" class="knop" data-testid="not-fit-now" @click=${rest}>
    <hl-icon name="s-rust"></hl-icon>Kan nu niet praten
  </button>`;
}

function leftButton(stop: (to: Stop) => void) {
  return html`<button type="button" class="knop" data-testid="left" @click=${() => stop('LEFT')}>
    <hl-icon name="lopen"></hl-icon>Vertrokken
  </button>`;
}
