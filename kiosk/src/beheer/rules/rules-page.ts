import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { api } from '../../lib/api.js';
import type { Law } from '../../lib/eligibility/law.js';
import { ReadingPage } from '../reading-page.js';
import './catalogue-list.js';
import './differences.js';
import './import-page.js';
import './mandate-page.js';
import { problemList } from './problem-list.js';
import './rules.css';
import type { MandateTerms, RulesOverview } from './shapes.js';
import './trial-page.js';
import { dayWords } from './words.js';

const PARTS = {
  '': 'Wat nu geldt',
  uitproberen: 'Probeer uit',
  verschil: 'Verschil',
  pakket: 'Nieuw pakket',
  mandaat: 'Mandaat',
} as const;
type Part = keyof typeof PARTS;

interface Held {
  readonly overview: RulesOverview;
  readonly law: Law;
  readonly mandate: MandateTerms;
}

/** The law of this loket: what holds, a case to try, what a version changes, and a new bundle. */
@customElement('hl-beheer-rules')
export class RulesPage extends ReadingPage<Held> {
  /** Which part, from the address. */
  @property() chapter = '';

  override render() {
    return html`<main class="blad regels">
      <div class="titel">
        <h1>Regels</h1>
        <p class="zacht" data-testid="rules-version">
          ${this.held ? standing(this.held.overview) : ''}
        </p>
      </div>
      <nav class="delen" aria-label="Delen van Regels">
        ${Object.entries(PARTS).map(
          ([part, label]) =>
            html`<a
              class="knop"
              href="#/regels${part ? `/${part}` : ''}"
              aria-current=${part === this.open ? 'page' : nothing}
              data-testid="rules-${part || 'nu'}"
              >${label}</a
            >`,
        )}
      </nav>
      ${this.whenRead('De regels worden opgehaald.', (held) => this.content(held))}
    </main>`;
  }

  private get open(): Part {
    return this.chapter in PARTS ? (this.chapter as Part) : '';
  }

  private content({ overview, law, mandate }: Held) {
    switch (this.open) {
      case 'uitproberen':
        return html`<hl-rules-trial .law=${law} .mandate=${mandate}></hl-rules-trial>`;
      case 'verschil':
        return html`<hl-rules-differences .overview=${overview}></hl-rules-differences>`;
      case 'pakket':
        return html`<hl-rules-import
          .overview=${overview}
          @accepted=${() => this.load()}
        ></hl-rules-import>`;
      case 'mandaat':
        return html`<hl-rules-mandate .law=${law} .mandate=${mandate}></hl-rules-mandate>`;
      default:
        return html`${problemList(
            'Bij de laatste start is iets geweigerd. Wat eerder gold, geldt nog.',
            overview.problems,
          )} <hl-rules-catalogue .law=${law}></hl-rules-catalogue>`;
    }
  }

  protected override async read(): Promise<Held> {
    const overview = await api.get<RulesOverview>('/rules');
    const law = await api.get<Law>(`/rules/${overview.inForce}`);
    const mandate = await api.get<MandateTerms>('/mandates/current');
    return { overview, law, mandate };
  }
}

function standing({ inForce, versions }: RulesOverview): string {
  const now = versions.find(({ version }) => version === inForce);
  const { rules = 0, reviewed = 0 } = now ?? {};
  const looked = reviewed === 0 ? 'geen enkele' : reviewed === rules ? 'allemaal' : `${reviewed}`;
  return `Versie ${dayWords(inForce)}. ${rules} regels; ${looked} nagekeken door een mens.`;
}
