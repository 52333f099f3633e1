import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../elements/hl-icon.js';
import { LightElement } from '../../elements/light.js';
import { clockTime } from '../board/board-words.js';
import type { Approval, CaseFile, GivenOverride, Override } from '../shapes.js';
import './approval-form.js';
import './band.js';
import './override-form.js';
import { AUTHORITY_WORDS, DECISION_WORDS, overrideReason } from './words.js';

/**
 * What the rules say of a case, what people decided on it, and what is still to be decided before the intake. Emits
 * `recorded`, `overridden` with an `Override`, or `returned`.
 */
@customElement('hl-loket-decisions')
export class Decisions extends LightElement {
  @property({ attribute: false }) file!: CaseFile;

  /** What somebody decided just now is seen at once: the verdict and the decision stand at the top. */
  protected override updated(changed: PropertyValues<this>): void {
    const before = changed.get('file');
    if (before === undefined) return;
    const { state, approvals } = this.file;
    if (before.state === state && before.approvals.length === approvals.length) return;
    this.closest('main')?.scrollTo(0, 0);
  }

  override render() {
    const { verdict, approvals, overrides } = this.file;
    return html`<hl-desk-verdict .verdict=${verdict} settled></hl-desk-verdict>
      ${approvals.length + overrides.length === 0 ? nothing : this.decided(approvals, overrides)}
      ${this.waits ? this.toDecide() : nothing}
      ${this.file.state === 'RETURNED' ? returned() : nothing}`;
  }

  private get waits(): boolean {
    return this.file.state === 'OPENED' || this.file.state === 'PENDING_APPROVAL';
  }

  private decided(approvals: readonly Approval[], overrides: readonly GivenOverride[]) {
    return html`<section class="kaart" data-testid="decided">
      <h2>Besloten door mensen</h2>
      <dl class="feiten">
        ${approvals.map(
          (one) =>
            html`<div>
                <dt>${capital(AUTHORITY_WORDS[one.authority])}</dt>
                <dd>${one.approved ? 'Akkoord' : 'Niet akkoord'}, ${clockTime(one.givenAt)}</dd>
              </div>
              <div>
                <dt>Wie en kenmerk</dt>
                <dd>${one.who}, ${one.reference}</dd>
              </div>
              <div>
                <dt>Vastgelegd door</dt>
                <dd>${one.recordedBy}</dd>
              </div>`,
        )}
        ${overrides.map(
          (one) =>
            html`<div>
                <dt>Anders dan de regels: ${DECISION_WORDS[one.decision]}</dt>
                <dd>${overrideReason(one.reason)}</dd>
              </div>
              <div>
                <dt>Waarom</dt>
                <dd>${one.note}</dd>
              </div>
              <div>
                <dt>Beslist door</dt>
                <dd>${one.by}, ${clockTime(one.at)}</dd>
              </div>`,
        )}
      </dl>
    </section>`;
  }

  private toDecide() {
    const { block, id, verdict } = this.file;
    switch (block) {
      case 'ASSISTANT':
      case 'PROSECUTOR':
        return html`<hl-loket-approval .caseId=${id} .authority=${block}></hl-loket-approval>
          ${this.back(false)}
          <details class="zonder">
            <summary class="knop" data-testid="without-approval">Zonder akkoord doorgaan</summary>
            ${this.override(verdict.decision)}
          </details>`;
      case 'OVERRIDE':
        return html`${this.back(true)}${this.override(verdict.decision)}`;
      case 'HELP':
        return this.override('STOP');
      case 'REFUSED':
        return html`<section class="kaart" data-testid="refused">
          <h2>Er is geen akkoord</h2>
          <p>
            Halt gaat niet door. Zeg dat tegen de verwijzer; die maakt proces-verbaal. Geef de zaak
            dan terug.
          </p>
          ${this.back(true)}
        </section>`;
      case 'NONE':
        return nothing;
    }
  }

  private override(decision: CaseFile['verdict']['decision']) {
    return html`<hl-loket-override
      .caseId=${this.file.id}
      .decision=${decision}
      received
      @confirmed=${(confirmed: CustomEvent<Override>) => this.emit('overridden', confirmed.detail)}
    ></hl-loket-override>`;
  }

  private back(first: boolean) {
    return html`<div class="knoppen">
      <button
        type="button"
        class="knop ${first ? 'hoofd' : ''}"
        data-testid="return-case"
        @click=${() => this.emit('returned')}
      >
        <hl-icon name="terug"></hl-icon>Terug naar de verwijzer
      </button>
    </div>`;
  }
}

function returned() {
  return html`<section class="kaart" data-testid="returned">
    <h2>De verwijzer gaat verder</h2>
    <p>
      Zeg de verwijzer zelf wat er is besloten: de telefoon meldt dit niet. Blijf bij de jongere tot
      de verwijzer of een ouder er is.
    </p>
  </section>`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
