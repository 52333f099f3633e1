import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../elements/hl-state.js';
import { LightElement } from '../elements/light.js';
import type { Law, Rule, Rules } from '../lib/eligibility/law.js';
import type { Fired, Verdict } from '../lib/eligibility/verdict.js';

/** How sure it is that a rule says what the law says. */
const certainties: Readonly<Record<string, string>> = {
  V: 'Geverifieerd',
  'V-old': 'Geverifieerd in een oudere tekst',
  S: 'Uit de opdracht van dit loket',
  I: 'Werkafspraak, geen wet',
};
const unverified = 'Niet geverifieerd';

/** Why the verdict is what it is: every rule that holds, with its article, source and certainty. */
@customElement('hl-why-dialog')
export class WhyDialog extends LightElement {
  @property({ attribute: false }) verdict?: Verdict;
  @property({ attribute: false }) law?: Law;

  /** Shows it. */
  open(): void {
    this.dialog?.showModal();
  }

  override render() {
    const { verdict, law } = this;
    if (!verdict || !law) return nothing;
    return html`<dialog class="waarom" aria-labelledby="why-title" data-testid="why-dialog">
      <div class="inhoud">
        <h1 id="why-title">Waarom?</h1>
        <p>Dit zeggen de regels. Het is advies: een mens beslist en tekent.</p>
        <ol class="regels">
          ${inOrder(verdict).map((fired) => this.fired(fired, law))}
        </ol>
        <p class="zacht">Regels van ${verdict.rules}, feiten van ${verdict.offences}.</p>
      </div>
      <footer class="voet">
        <button class="knop hoofd vol" data-testid="why-close" @click=${() => this.dialog?.close()}>
          Terug
        </button>
      </footer>
    </dialog>`;
  }

  private fired({ id, version, sentence, next }: Fired, { rules }: Law) {
    const rule = rules.rules.find((each) => each.id === id && each.version === version);
    if (!rule) return html`<li><b>${sentence}</b></li>`;
    const sure = certainties[rule.certainty];
    return html`<li data-testid="why-rule" data-rule=${id}>
      <b>${sentence}</b>
      ${next ? html`<p>${next}</p>` : nothing}
      <dl class="zacht">${article(rule, rules)} ${sources(rule, rules)}</dl>
      <hl-state .tone=${sure ? 'geen' : 'let'} .word=${sure ?? unverified} .note=${id}></hl-state>
    </li>`;
  }

  private get dialog(): HTMLDialogElement | null {
    return this.querySelector('dialog');
  }
}

/** The article, with the name of its law as far as a source tells it. */
function article({ lawRef }: Rule, { sources: known }: Rules) {
  if (!lawRef?.article) return nothing;
  const { bwb, article: number, text } = lawRef;
  const own = Object.values(known).find(({ url }) => bwb !== undefined && url.includes(bwb));
  const [name = ''] = (own?.title ?? '').split(',');
  const where = /^\d/.test(number) ? `${name} art. ${number}`.trim() : number;
  return row('Artikel', [where, text].filter(Boolean).join(': '));
}

function sources({ source }: Rule, { sources: known }: Rules) {
  const keys = typeof source === 'string' ? [source] : source;
  if (keys.length === 0) return nothing;
  return row('Bron', keys.map((key) => known[key]?.title ?? key).join('; '));
}

function row(word: string, value: string) {
  return html`<div>
    <dt>${word}</dt>
    <dd>${value}</dd>
  </div>`;
}

/** What decided it first; the rest as the rules have it. */
function inOrder({ fired, decision }: Verdict): readonly Fired[] {
  const decides = ({ effect, value }: Fired) => effect === 'DECISION' && value === decision;
  return [...fired.filter(decides), ...fired.filter((each) => !decides(each))];
}
