import { html, nothing, type TemplateResult } from 'lit';
import '../../elements/hl-icon.js';
import { clockTime } from '../board/board-words.js';
import type { Decision } from '../consent-shapes.js';
import '../juvenile/give-tablet.js';
import { routeHash } from '../route.js';
import { capital } from '../said.js';
import type { CaseFile, Guardian } from '../shapes.js';
import { relationWord } from '../words.js';
import { GUARDIAN_WORDS, JUVENILE_WORDS } from './decision-words.js';
import './offer-step.js';
import { stepAfter } from './steps.js';

/** What the page of the offer asks of the case page. */
export interface ConsentStep {
  /** Whose decision is being written down: a guardian's id, `juvenile`, or nobody's. */
  deciding: string;
  decide: (who: string) => void;
  withdraw: (decision: Decision) => void;
}

/** The decisions on the programme that count, newest first. */
function onProgramme(file: CaseFile): Decision[] {
  return file.decisions
    .filter(({ purpose, withdrawnAt }) => purpose === 'PROGRAMME' && withdrawnAt === undefined)
    .toReversed();
}

/** The newest decision of the juvenile on the programme, or undefined. */
export function juvenileDecision(file: CaseFile): Decision | undefined {
  return onProgramme(file).find(({ person }) => person === 'JUVENILE');
}

function guardianDecision(file: CaseFile, guardian: Guardian): Decision | undefined {
  return onProgramme(file).find(({ guardianId }) => guardianId === guardian.id);
}

/** Whose decision is next, when there is no choice in it: the one guardian who was not asked yet; else nobody's. */
export function nextToDecide(file: CaseFile): string {
  if (file.state !== 'PENDING_GUARDIAN' || !file.asks.includes('GUARDIAN_CONSENT')) return '';
  const [only, ...others] = file.guardians.filter(({ state }) => state !== 'DO_NOT_CONTACT');
  return only && others.length === 0 && !guardianDecision(file, only) ? only.id : '';
}

/** Offer, decision of the juvenile, consent of a guardian: one below the other, each when it is its turn. */
export function consentStep(file: CaseFile, step: ConsentStep): TemplateResult {
  const decided = juvenileDecision(file);
  const guardian = file.guardians.find(({ id }) => id === step.deciding);
  if (guardian || step.deciding === 'juvenile') return form(file, step, guardian);
  return html`<div class="titel">
      <h1>${heading(file)}</h1>
      <p class="zacht">Nee zeggen mag altijd. Kies niets voor een ander.</p>
    </div>
    ${file.state === 'PENDING_GUARDIAN' ? disagree(file) : nothing}
    <hl-loket-offer .file=${file}></hl-loket-offer>
    ${file.offers.length > 0 ? juvenilePart(file, decided, step) : nothing}
    ${decided?.answer === 'YES' ? guardianPart(file, step) : nothing} ${foot(file, step)}`;
}

function heading({ state, asks }: CaseFile): string {
  if (state === 'RETURNED' || state === 'LEFT') return 'Aanbod en besluit';
  if (asks.includes('GUARDIANS_DISAGREE')) return 'De ouders zijn het niet eens';
  if (state === 'PENDING_GUARDIAN') return 'Mag het van een ouder?';
  if (state === 'AGREED' || state === 'SCHEDULED') return 'Er is akkoord';
  return 'Wil de jongere meedoen?';
}

function form(file: CaseFile, step: ConsentStep, guardian: Guardian | undefined) {
  return html`<div class="titel">
      <h1>
        ${guardian ? `Vraag het de ${relationWord(guardian.relation)}` : 'Wat kiest de jongere?'}
      </h1>
    </div>
    <hl-loket-decision
      .file=${file}
      .guardian=${guardian}
      .words=${guardian ? GUARDIAN_WORDS : JUVENILE_WORDS}
      @closed=${() => step.decide('')}
    ></hl-loket-decision>`;
}

const ANSWER_WORDS = { YES: 'ja', NO: 'nee', LATER: 'later' } as const;

function decidedLine(decision: Decision, who: string, step: ConsentStep) {
  const { answer, at, by, signature } = decision;
  const good = answer === 'YES' && signature?.state !== 'BROKEN';
  return html`<div class="kaart" data-testid="decided" data-answer=${answer}>
    <p class="bewaard ${good ? 's-goed' : ''}">
      ${good ? html`<hl-icon name="s-goed"></hl-icon>` : nothing}
      <span
        ><b>${capital(who)}: ${ANSWER_WORDS[answer]}</b>, om ${clockTime(at)}, vastgelegd door
        ${by}.</span
      >
    </p>
    ${decision.words === undefined ? nothing : html`<p>“${decision.words}”</p>`}
    ${signed(signature)}
    ${
      answer === 'YES'
        ? html`<button
            type="button"
            class="knop"
            data-testid="withdraw"
            @click=${() => step.withdraw(decision)}
          >
            Trekt het in
          </button>`
        : nothing
    }
  </div>`;
}

function signed(signature: Decision['signature']) {
  if (!signature) return html`<p>Zonder handtekening.</p>`;
  return signature.state === 'VALID'
    ? html`<p>Handtekening van ${clockTime(signature.at)}. Zij hoort bij precies deze tekst.</p>`
    : html`<p class="s-stop" role="alert" data-testid="signature-broken">
        <hl-icon name="s-stop"></hl-icon><b>Deze handtekening klopt niet meer.</b>
        ${signature.problem ?? 'De tekst, de naam of de handtekening is veranderd.'} Gebruik haar
        niet en meld het aan de coördinator.
      </p>`;
}

function juvenilePart(file: CaseFile, decided: Decision | undefined, step: ConsentStep) {
  const open = file.state === 'OFFERED';
  return html`${decided ? decidedLine(decided, 'De jongere', step) : nothing}
  ${
    open
      ? html`<div class="voet breed gelijk">
          <hl-give-tablet plain .caseId=${file.id}></hl-give-tablet>
          <button
            type="button"
            class="knop"
            data-testid="decide-juvenile"
            @click=${() => step.decide('juvenile')}
          >
            De jongere zegt of schrijft het
          </button>
        </div>`
      : nothing
  }`;
}

function guardianPart(file: CaseFile, step: ConsentStep) {
  const lines = askable(file).flatMap((guardian) => {
    const decision = guardianDecision(file, guardian);
    return decision ? [decidedLine(decision, guardianName(guardian), step)] : [];
  });
  if (file.state !== 'PENDING_GUARDIAN') return lines;
  return html`${lines}
    <p>
      De jongere is jonger dan 16. Een ouder moet het ook goed vinden. Een afspraak maken mag al;
      beginnen nog niet.
    </p>`;
}

function askable({ guardians }: CaseFile): Guardian[] {
  return guardians.filter(({ state }) => state !== 'DO_NOT_CONTACT');
}

function disagree({ asks }: CaseFile) {
  if (asks.includes('GUARDIAN_CUSTODY')) {
    return html`<p class="s-mens" data-testid="guardian-custody">
      Wij weten niet of deze ouder gezag heeft. Vraag het, en vul het in bij Ouder spreken.
    </p>`;
  }
  return asks.includes('GUARDIANS_DISAGREE')
    ? html`<p class="s-mens" data-testid="guardians-disagree">
        De een zegt ja, de ander nee. Halt beslist hierover, niet dit loket. Maak de afspraak wel,
        of laat de jongere gaan.
      </p>`
    : nothing;
}

function guardianName({ name, relation }: Guardian): string {
  return name ?? relationWord(relation);
}

/** Whom to ask now, and the way on. */
function foot(file: CaseFile, step: ConsentStep) {
  if (file.state === 'INTAKE' || file.state === 'OFFERED') return nothing;
  const waits = file.state === 'PENDING_GUARDIAN';
  const asked = waits ? askable(file) : [];
  const next = stepAfter(file, 'consent');
  return html`<div class="voet breed ${waits ? 'gelijk' : ''}">
    ${asked.map(
      (guardian, index) =>
        html`<button
          type="button"
          class="knop ${asked.length === 1 ? 'hoofd' : ''}"
          data-testid="decide-guardian-${index + 1}"
          @click=${() => step.decide(guardian.id)}
        >
          <hl-icon name="telefoon"></hl-icon>Vraag ${guardianName(guardian)}
        </button>`,
    )}
    <a
      class="knop ${waits ? '' : 'hoofd'}"
      href=${routeHash({ page: 'case', id: file.id, step: next })}
      data-testid="consent-next"
      >Ga verder</a
    >
  </div>`;
}
