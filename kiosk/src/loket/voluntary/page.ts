import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import '../../elements/hl-banner.js';
import '../../elements/hl-icon.js';
import { LightElement } from '../../elements/light.js';
import { api, ApiError } from '../../lib/api.js';
import { clockTime } from '../board/board-words.js';
import { refusalText } from '../command.js';
import { goTo, routeHash } from '../route.js';
import './ending.js';
import './form.js';
import type { Voluntary } from './shapes.js';
import { stateWords } from './words.js';

/** The school-/wijkinterventies: all of them, a new one, or one with what is still to be done for it. */
@customElement('hl-loket-voluntary')
export class VoluntaryPage extends LightElement {
  /** Empty for all, `nieuw`, or the id of one. */
  @property() caseId = '';
  @state() private all?: readonly Voluntary[];
  @state() private one?: Voluntary | undefined;
  @state() private editing = false;
  @state() private refusal: ApiError | undefined;

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('caseId')) void this.load();
  }

  override render() {
    return html`<main class="blad" data-testid="voluntary-page">
      ${this.refusal ? this.refused(this.refusal) : nothing} ${this.body()}
    </main>`;
  }

  private body() {
    if (this.caseId === 'nieuw') return this.form();
    if (this.caseId === '') return this.list();
    const { one } = this;
    if (!one) return this.refusal ? nothing : html`<p role="status">Wordt opgehaald.</p>`;
    return this.editing ? this.form(one) : this.view(one);
  }

  private list() {
    const { all } = this;
    return html`<div class="titel">
        <h1>School- en wijkinterventie</h1>
        <p class="zacht">Hulp die de jongere zelf kiest, van 10 tot en met 23 jaar.</p>
      </div>
      ${
        all?.length === 0
          ? html`<p data-testid="voluntary-none">Er is er nog geen.</p>`
          : html`<div class="rijen" data-testid="voluntary-list">
              ${(all ?? []).map((one) => this.row(one))}
            </div>`
      }
      <div class="voet breed">
        <a
          class="knop hoofd"
          href=${routeHash({ page: 'voluntary', id: 'nieuw' })}
          data-testid="voluntary-new"
          >Begin een nieuwe</a
        >
      </div>`;
  }

  private row(one: Voluntary) {
    return html`<a
      class="knop rij"
      href=${routeHash({ page: 'voluntary', id: one.id })}
      data-testid="voluntary-row"
      data-state=${one.state}
    >
      <b>${one.number}</b><span>${one.details?.name ?? ''}</span>
      <span class="zacht">${stateWords(one)}</span>
    </a>`;
  }

  private form(one?: Voluntary) {
    return html`<div class="titel">
        <h1>${one ? one.number : 'Nieuwe school- of wijkinterventie'}</h1>
      </div>
      ${keyed(
        one?.version ?? 0,
        html`<hl-loket-voluntary-form
          .one=${one}
          @kept=${(kept: CustomEvent<string>) => this.kept(kept.detail)}
        ></hl-loket-voluntary-form>`,
      )}`;
  }

  private view(one: Voluntary) {
    const { details } = one;
    if (!details) {
      return html`<div class="titel"><h1>${one.number}</h1></div>
        <p>Deze is ${stateWords(one)}.</p>
        <div class="voet breed">
          <a class="knop hoofd" href=${routeHash({ page: 'voluntary', id: '' })}>Naar de lijst</a>
        </div>`;
    }
    const facts: [string, string][] = [
      ['Naam', details.name],
      ['Leeftijd', `${one.age ?? '?'} jaar`],
      ['Waar', details.setting === 'SCHOOL' ? 'op school' : 'in de wijk'],
      ['Uitgelegd door', details.explainedBy ?? one.openedBy],
      ['Begonnen', clockTime(one.openedAt)],
      ...(details.consentedAt
        ? [['Ouder zei ja', clockTime(details.consentedAt)] as [string, string]]
        : []),
    ];
    return html`<div class="titel">
        <h1>${one.number}: ${details.name}</h1>
      </div>
      <section class="kaart">
        <dl class="feiten">
          ${facts.map(
            ([label, word]) =>
              html`<div>
                <dt>${label}</dt>
                <dd>${word}</dd>
              </div>`,
          )}
        </dl>
        <div class="knoppen">
          <button
            type="button"
            class="knop"
            data-testid="voluntary-edit"
            @click=${() => (this.editing = true)}
          >
            Verander
          </button>
        </div>
      </section>
      <hl-loket-voluntary-end .one=${one} @changed=${() => this.load()}></hl-loket-voluntary-end>`;
  }

  private refused(refusal: ApiError) {
    return html`<hl-banner
      tone="stop"
      heading=${refusal.title}
      text=${refusalText(refusal)}
      action="Probeer opnieuw"
      @acted=${() => this.load()}
    ></hl-banner>`;
  }

  private kept(id: string): void {
    this.editing = false;
    if (this.caseId === id) void this.load();
    else goTo({ page: 'voluntary', id });
  }

  private async load(): Promise<void> {
    const { caseId } = this;
    if (caseId !== this.one?.id) this.one = undefined;
    if (caseId === 'nieuw') return;
    try {
      if (caseId === '') {
        this.all = (await api.get<{ cases: Voluntary[] }>('/voluntary-cases')).cases;
      } else {
        this.one = await api.get<Voluntary>(`/voluntary-cases/${caseId}`);
      }
      this.refusal = undefined;
    } catch (failure) {
      this.refusal = ApiError.of(failure);
    }
  }
}
