import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import '../../elements/hl-field.js';
import '../../elements/hl-state.js';
import { LightElement } from '../../elements/light.js';
import type { Law } from '../../lib/eligibility/law.js';
import { catalogue, type Entry, found, type Search } from './catalogue.js';
import { offenceDetails, ruleDetails } from './entry-details.js';
import { SURENESS_GROUPS } from './words.js';

const KINDS = { '': 'Alles', offence: 'Feiten', rule: 'Regels' } as const;
const nothingAsked: Search = { text: '', kind: '', group: '' };

/** Every rule and offence that holds, to look through. */
@customElement('hl-rules-catalogue')
export class CatalogueList extends LightElement {
  @property({ attribute: false }) law!: Law;
  @state() private search = nothingAsked;

  private entries: readonly Entry[] = [];

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('law')) this.entries = catalogue(this.law);
  }

  override render() {
    const shown = found(this.entries, this.search);
    return html`<div class="zoeken">
        <hl-field
          label="Zoek op woord, artikel of feitcode"
          type="search"
          capitals="none"
          .value=${this.search.text}
          testId="rules-search"
          @typed=${(typed: CustomEvent<string>) => this.ask({ text: typed.detail })}
        ></hl-field>
        ${this.filters()}
      </div>
      <p class="zacht" role="status" data-testid="rules-count">
        ${shown.length} van ${this.entries.length}
      </p>
      <ul class="lijst" data-testid="rules-list">
        ${repeat(
          shown,
          ({ key }) => key,
          (entry) => this.row(entry),
        )}
      </ul>
      ${
        shown.length === 0
          ? html`<p>
              Niets gevonden. Probeer een ander woord, of haal een filter weg.
              <button type="button" class="knop" @click=${() => this.ask(nothingAsked)}>
                Toon alles
              </button>
            </p>`
          : nothing
      }`;
  }

  private filters() {
    const groups = { '': 'Alle zekerheid', ...SURENESS_GROUPS };
    return html`<div class="filters" role="group" aria-label="Soort">
        ${Object.entries(KINDS).map(([kind, label]) =>
          this.filter('kind', kind as Search['kind'], label),
        )}
      </div>
      <div class="filters" role="group" aria-label="Zekerheid">
        ${Object.entries(groups).map(([group, label]) =>
          this.filter('group', group as Search['group'], label),
        )}
      </div>`;
  }

  private filter<K extends 'kind' | 'group'>(name: K, value: Search[K], label: string) {
    const pressed = this.search[name] === value;
    return html`<button
      type="button"
      class="knop ${pressed ? 'gekozen' : ''}"
      aria-pressed=${pressed}
      data-testid="filter-${value || `${name}-all`}"
      @click=${() => this.ask({ [name]: value })}
    >
      ${label}
    </button>`;
  }

  private ask(more: Partial<Search>): void {
    this.search = { ...this.search, ...more };
  }

  private row(entry: Entry) {
    const { sureness } = entry;
    return html`<li>
      <details class="kaart inslag" data-testid="rules-entry" data-id=${entry.id}>
        <summary>
          <span class="inslag-kop"
            ><span class="zacht"
              >${entry.kind === 'rule' ? 'Regel' : `Feit, ${entry.offence.group}`}:
              ${entry.id}${ended(entry)}</span
            ><b>${entry.title}</b></span
          >
          <hl-state tone=${sureness.tone} word=${sureness.word} note=${sureness.note}></hl-state>
        </summary>
        ${entry.kind === 'rule' ? ruleDetails(entry, this.law) : offenceDetails(entry)}
      </details>
    </li>`;
  }
}

/** An id may occur more than once, each for its own time. */
function ended(entry: Entry): string {
  const { validFrom, validTo } = entry.kind === 'rule' ? entry.rule : entry.offence;
  if (validTo !== null) return ` (feiten tot en met ${validTo.split('-').reverse().join('-')})`;
  return validFrom > '2024' ? ` (feiten vanaf ${validFrom.split('-').reverse().join('-')})` : '';
}
