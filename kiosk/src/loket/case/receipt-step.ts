import { html, nothing, type TemplateResult } from 'lit';
import '../../elements/hl-icon.js';
import { ageOn } from '../../lib/dates.js';
import { clockTime } from '../board/board-words.js';
import { routeHash } from '../route.js';
import { givenByReferrer } from '../receive/given.js';
import type { CaseFile } from '../shapes.js';
import { identityWords } from '../../verwijzer/words.js';
import { dateWords } from '../words.js';
import './receipt-again.js';
import '../verdict/decisions.js';
import { voluntaryOffer } from '../voluntary/offer.js';

/** What was received: who, by whom, the receipt number, and what the referrer gave. */
export function receiptStep(
  file: CaseFile,
  now: number,
  begin: () => void,
  rest: () => void,
): TemplateResult {
  const facts: [string, string][] = [
    ...identityFacts(file, now),
    ['Ontvangen door', `${file.receivedBy}, ${clockTime(file.receivedAt)}`],
    ['Ontvangstbewijs', file.receiptNumber ?? 'volgt'],
    ...safetyFacts(file),
  ];
  return html`<div class="titel"><h1>${heading(file)}</h1></div>
    <hl-loket-decisions .file=${file}></hl-loket-decisions>
    ${file.state === 'RETURNED' ? voluntaryOffer() : nothing}
    <section class="kaart">
      <dl class="feiten" data-testid="receipt-summary">
        ${facts.map(
          ([label, word]) =>
            html`<div>
              <dt>${label}</dt>
              <dd>${word}</dd>
            </div>`,
        )}
      </dl>
    </section>
    <hl-loket-receipt-again .file=${file}></hl-loket-receipt-again>
    ${givenByReferrer(file.handover)} ${mayBegin(file) ? foot(file, begin, rest) : nothing}`;
}

function heading(file: CaseFile): string {
  if (file.state === 'RETURNED') return 'Terug naar de verwijzer';
  if (file.state === 'LEFT') return 'Vertrokken';
  if (file.block === 'REFUSED') return 'Er is geen akkoord';
  const waits = file.state === 'PENDING_APPROVAL' && !mayBegin(file);
  return waits ? 'Ontvangen, wacht op een besluit' : 'Ontvangen';
}

/** Whether the intake has not begun and nobody has to decide first. */
export function mayBegin({ state, block }: CaseFile): boolean {
  return (state === 'OPENED' || state === 'PENDING_APPROVAL') && block === 'NONE';
}

/** Whether the intake begins by itself once the rights were shown: nobody has to decide, and the juvenile can talk. */
export function beginsItself(file: CaseFile): boolean {
  return file.rights !== undefined && mayBegin(file) && file.verdict.decision !== 'PENDING_SOBER';
}

function identityFacts({ identity }: CaseFile, now: number): [string, string][] {
  if (!identity) return [];
  const { givenNames, familyName, birthDate, basis } = identity;
  return [
    ['Naam', `${givenNames} ${familyName}`],
    ['Leeftijd', `${ageOn(birthDate, now) ?? '?'} jaar, ${dateWords(birthDate)}`],
    ['Hoe weten wij dit?', identityWords[basis]],
  ];
}

function safetyFacts({ safety }: CaseFile): [string, string][] {
  if (!safety) return [];
  return [
    ['Aanspreekbaar', yesNo(safety.conscious)],
    ['Gewond', yesNo(safety.hurt)],
    ['In gevaar', yesNo(safety.inDanger)],
  ];
}

/** A juvenile who can not talk now is picked up first; the intake may begin all the same. */
function foot({ state, verdict }: CaseFile, begin: () => void, rest: () => void) {
  if (state !== 'OPENED' || verdict.decision !== 'PENDING_SOBER') return beginButton(begin);
  return html`<div class="voet breed">
    <button type="button" class="knop hoofd" data-testid="rest-first" @click=${rest}>
      <hl-icon name="s-rust"></hl-icon>Kan nu niet praten
    </button>
    <button type="button" class="knop" data-testid="begin-intake" @click=${begin}>
      Begin toch de intake
    </button>
  </div>`;
}

/** The one button that starts the intake. */
export function beginButton(begin: () => void): TemplateResult {
  return html`<div class="voet breed">
    <button type="button" class="knop hoofd" data-testid="begin-intake" @click=${begin}>
      <hl-icon name="praat"></hl-icon>Begin intake
    </button>
  </div>`;
}

function yesNo(answer: boolean): string {
  return answer ? 'ja' : 'nee';
}

/** To where it is decided whether the intake may begin. */
export function decideButton(id: string): TemplateResult {
  return html`<div class="voet breed">
    <a
      class="knop hoofd"
      href=${routeHash({ page: 'case', id, step: 'receipt' })}
      data-testid="to-decision"
      >Naar het besluit</a
    >
  </div>`;
}
