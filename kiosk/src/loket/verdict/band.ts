import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../elements/hl-icon.js';
import '../../elements/hl-state.js';
import '../../elements/hl-verdict.js';
import { LightElement } from '../../elements/light.js';
import type { DeskVerdict, FiredRule } from '../shapes.js';
import {
  certaintyWords,
  DECISION_WORDS,
  isProvisional,
  needWords,
  reasonWords,
  settledWords,
  TONES,
} from './words.js';

/** What the server's rules say, what the phone said if that was something else, whom to call, and why. */
@customElement('hl-desk-verdict')
export class DeskVerdictBand extends LightElement {
  @property({ attribute: false }) verdict!: DeskVerdict;
  /** Leaves out what the desk does on it, where that was done already. */
  @property({ type: Boolean }) settled = false;

  override render() {
    const { verdict } = this;
    return html`<div
      class="oordeel-blok"
      data-testid="desk-verdict"
      data-decision=${verdict.decision}
    >
      <hl-verdict
        .tone=${isProvisional(verdict) ? 'let' : TONES[verdict.decision]}
        .heading=${verdict.heading}
        .reason=${reasonWords(verdict)}
        .next=${this.settled ? settledWords(verdict) : needWords(verdict)}
        asksWhy
        @why=${() => this.dialog?.showModal()}
      ></hl-verdict>
      ${this.phone()} ${this.steps()} ${this.why()}
    </div>`;
  }

  private phone() {
    const { phoneDecision, decision, fired, because: said } = this.verdict;
    if (!phoneDecision) return nothing;
    // No rule made it worse: what people decided did, and that stands below.
    if (this.settled && phoneDecision.because.length === 0) return nothing;
    const because = fired.filter(
      ({ id, effect, sentence }) =>
        effect === 'DECISION' && phoneDecision.because.includes(id) && sentence !== said,
    );
    return html`<div class="melding s-info" data-testid="phone-said">
      <hl-icon name="s-open"></hl-icon>
      <div>
        <b>De telefoon zei: ${DECISION_WORDS[phoneDecision.decision]}.</b>
        <span>
          Het loket ziet: ${DECISION_WORDS[decision]}.
          ${because.map(({ sentence }) => `${sentence} `)}
        </span>
      </div>
    </div>`;
  }

  private steps() {
    const { next, needs, routeHeading } = this.verdict;
    if (needs === 'NOTHING' || next.length === 0) return nothing;
    return html`<section class="kaart wat-nu" data-testid="next-steps">
      <h2>${routeHeading ?? 'Wat nu?'}</h2>
      <ol>
        ${next.map(
          ({ text, who, number }) =>
            html`<li>
              <span>${text}</span>
              ${
                number
                  ? html`<a class="knop" href="tel:${number.replace(/[^+\d]/g, '')}">
                      <hl-icon name="telefoon"></hl-icon>${who ?? 'bel'}: ${number}
                    </a>`
                  : nothing
              }
            </li>`,
        )}
      </ol>
    </section>`;
  }

  private why() {
    const { verdict } = this;
    return html`<dialog class="waarom" aria-labelledby="desk-why" data-testid="why-dialog">
      <div class="inhoud">
        <h1 id="desk-why">Waarom?</h1>
        <p>Dit zeggen de regels. Het is advies: een mens beslist en tekent.</p>
        ${this.open()}
        <ol class="regels">
          ${inOrder(verdict).map((rule) => ruleView(rule))}
        </ol>
        <p class="zacht">
          Regels van ${verdict.rulesVersion}, feiten van ${verdict.offencesVersion}.
        </p>
      </div>
      <footer class="voet">
        <button
          type="button"
          class="knop hoofd vol"
          data-testid="why-close"
          @click=${() => this.dialog?.close()}
        >
          Terug
        </button>
      </footer>
    </dialog>`;
  }

  private open() {
    const { open } = this.verdict;
    if (open.length === 0) return nothing;
    return html`<p>
      <b>Nog niet bekend, en het kan het oordeel veranderen:</b>
      ${open.map(({ label }) => label.toLowerCase()).join('; ')}. Vraag het de verwijzer, nooit de
      jongere.
    </p>`;
  }

  private get dialog(): HTMLDialogElement | null {
    return this.querySelector('dialog');
  }
}

function ruleView(rule: FiredRule) {
  const { tone, word } = certaintyWords(rule.certainty);
  return html`<li data-testid="why-rule" data-rule=${rule.id}>
    <b>${rule.sentence}</b>
    ${rule.next ? html`<p>${rule.next}</p>` : nothing}
    <dl class="zacht">${line('Artikel', article(rule))} ${line('Bron', sources(rule))}</dl>
    <hl-state .tone=${tone} .word=${word} .note=${rule.id}></hl-state>
  </li>`;
}

function article({ article: number, lawText }: FiredRule): string {
  return [number, lawText].filter((part) => part !== undefined).join(': ');
}

function sources({ sources: all }: FiredRule): string {
  return all.map(({ title }) => title).join('; ');
}

function line(label: string, words: string) {
  if (words === '') return nothing;
  return html`<div>
    <dt>${label}</dt>
    <dd>${words}</dd>
  </div>`;
}

/** What decided it first; the rest as the rules have it. */
function inOrder({ fired, decision }: DeskVerdict): FiredRule[] {
  const decides = ({ effect, value }: FiredRule) => effect === 'DECISION' && value === decision;
  return [...fired.filter(decides), ...fired.filter((rule) => !decides(rule))];
}
