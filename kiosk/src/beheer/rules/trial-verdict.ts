import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../elements/hl-state.js';
import '../../elements/hl-verdict.js';
import { LightElement } from '../../elements/light.js';
import { api, ApiError } from '../../lib/api.js';
import type { Situation } from '../../lib/eligibility/facts.js';
import type { Law } from '../../lib/eligibility/law.js';
import type { Fired, Verdict } from '../../lib/eligibility/verdict.js';
import { labelOf } from './conditions.js';
import { disagreement } from './trial.js';
import { DECISION_WORDS, gateWords, warningWords } from './words.js';

const PAUSE_MS = 250;
const PARTS: Readonly<Record<keyof Verdict, string>> = {
  decision: 'beslissing',
  route: 'wat nu',
  provisional: 'voorlopig',
  lawUnknown: 'wet niet bekend',
  rules: 'versie van de regels',
  offences: 'versie van de feiten',
  fired: 'regels die gelden',
  gates: 'nog te doen',
  warnings: 'waarschuwingen',
  open: 'regels die nog open zijn',
  ask: 'vragen die nog tellen',
};

/** What the rules say of a case, with every rule that speaks, and whether the loket says the same. */
@customElement('hl-rules-verdict')
export class TrialVerdict extends LightElement {
  @property({ attribute: false }) law!: Law;
  @property({ attribute: false }) situation?: Situation;
  @property({ attribute: false }) verdict?: Verdict;
  @state() private server?: { readonly of: string; readonly answer: Verdict | ApiError };

  private waiting?: ReturnType<typeof setTimeout>;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.waiting);
  }

  override updated(changed: PropertyValues<this>): void {
    if (!changed.has('situation') || this.key === this.server?.of) return;
    clearTimeout(this.waiting);
    if (this.situation) this.waiting = setTimeout(() => void this.ask(), PAUSE_MS);
  }

  override render() {
    const { verdict } = this;
    if (!verdict) {
      return html`<div class="proef-band">
        <hl-verdict
          tone="vraag"
          heading="Nog geen uitkomst"
          reason="Kies een feit met datum en tijd, of begin met een voorbeeld."
        ></hl-verdict>
      </div>`;
    }
    return html`<div class="proef-band">${this.band(verdict)} ${this.agreement(verdict)}</div>
      <div class="proef-uitkomst">
        ${this.route(verdict)} ${this.todo(verdict)} ${this.fired(verdict)} ${this.open(verdict)}
      </div>`;
  }

  private get key(): string {
    return JSON.stringify(this.situation ?? null);
  }

  private band(verdict: Verdict) {
    const { tone, words } = DECISION_WORDS[verdict.decision];
    const warned = verdict.provisional && tone === 'goed';
    const why = verdict.fired.filter(
      ({ effect, value }) => effect === 'DECISION' && value === verdict.decision,
    );
    const marks = [
      verdict.provisional ? 'Voorlopig.' : '',
      verdict.lawUnknown ? 'De wet is hier niet bekend.' : '',
    ];
    const reason = why[0]?.sentence ?? 'Nog niet alles is bekend.';
    return html`<hl-verdict
      tone=${warned ? 'let' : tone}
      heading=${words}
      reason=${[...marks, reason].filter(Boolean).join(' ')}
      next=${why[0]?.next ?? ''}
    ></hl-verdict>`;
  }

  private agreement(verdict: Verdict) {
    const { server } = this;
    if (server?.of !== this.key)
      return html`<p role="status" class="zacht">Het loket rekent mee.</p>`;
    const { answer } = server;
    if (answer instanceof ApiError) {
      return html`<div role="status" data-testid="agreement" data-agree="unknown">
        <hl-state tone="let" word="Het loket gaf geen antwoord" note=${answer.title}></hl-state>
      </div>`;
    }
    const parts = disagreement(verdict, answer);
    if (parts.length === 0) {
      return html`<div role="status" data-testid="agreement" data-agree="yes">
        <hl-state
          tone="goed"
          word="Loket en telefoon zijn het eens"
          note="versie ${verdict.rules}"
        ></hl-state>
      </div>`;
    }
    return html`<section
      class="melding s-stop"
      role="alert"
      data-testid="agreement"
      data-agree="no"
    >
      <hl-icon name="s-stop"></hl-icon>
      <div>
        <b>Loket en telefoon zeggen iets anders</b>
        <ul class="punten">
          ${parts.map(
            (part) =>
              html`<li>
                <b>${PARTS[part]}</b
                ><span>telefoon: ${shown(verdict[part])}<br />loket: ${shown(answer[part])}</span>
              </li>`,
          )}
        </ul>
      </div>
    </section>`;
  }

  private route({ route }: Verdict) {
    const known = route ? this.law.rules.routes[route] : undefined;
    if (!known) return nothing;
    return html`<section data-testid="trial-route">
      <h2>${known.heading}</h2>
      <ol class="stappenlijst">
        ${known.steps.map(({ text }) => html`<li>${text}</li>`)}
      </ol>
    </section>`;
  }

  private todo({ gates, warnings }: Verdict) {
    if (gates.length + warnings.length === 0) return nothing;
    return html`<section>
      <h2>Nog te doen</h2>
      <ul class="punten">
        ${gates.map((gate) => html`<li>${gateWords(gate)}</li>`)}
        ${warnings.map((warning) => html`<li><b>Let op:</b> ${warningWords(warning)}</li>`)}
      </ul>
    </section>`;
  }

  private fired({ fired }: Verdict) {
    return html`<section>
      <h2>Regels die gelden (${fired.length})</h2>
      <ol class="gevallen" data-testid="trial-fired">
        ${fired.map(
          (one) =>
            html`<li data-rule=${one.id}>
              <span class="zacht">${one.id}: ${this.effect(one)}</span>
              <span>${one.sentence}${one.next ? ` ${one.next}` : nothing}</span>
            </li>`,
        )}
      </ol>
    </section>`;
  }

  private effect({ effect, value }: Fired): string {
    if (effect === 'DECISION' && value !== null && value in DECISION_WORDS) {
      return DECISION_WORDS[value as keyof typeof DECISION_WORDS].words;
    }
    if (effect === 'GATE') return `nog te doen: ${gateWords(value ?? '')}`;
    if (effect === 'WARNING') return `let op: ${warningWords(value ?? '')}`;
    return `advies: ${this.law.rules.routes[value ?? '']?.heading ?? ''}`;
  }

  private open({ open, ask }: Verdict) {
    if (open.length === 0) return html`<p class="zacht">Geen regel is nog open.</p>`;
    const asked = ask.map((fact) => labelOf(fact, this.law.rules.facts));
    return html`<section data-testid="trial-open">
      <h2>Nog open (${open.length})</h2>
      <p>${open.join(', ')}</p>
      ${asked.length > 0 ? html`<p>Nog te vragen: ${asked.join('; ')}.</p>` : nothing}
    </section>`;
  }

  private async ask(): Promise<void> {
    const of = this.key;
    const answer = await api
      .send<Verdict>('POST', '/rules/trial', this.situation)
      .catch((failure: unknown) => ApiError.of(failure));
    if (of === this.key) this.server = { of, answer };
  }
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}
