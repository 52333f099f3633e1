import { html, nothing } from 'lit';
import '../../elements/hl-banner.js';
import '../../elements/hl-state.js';
import type { Tone } from '../../elements/hl-state.js';
import type { Law } from '../../lib/eligibility/law.js';
import type { Change, ChangeKind, FieldChange, Section } from './compare.js';
import { fieldName, fieldWords } from './field-words.js';

const KINDS: Readonly<Record<ChangeKind, { word: string; tone: Tone; shape: string }>> = {
  added: { word: 'Nieuw', tone: 'info', shape: 's-open' },
  changed: { word: 'Veranderd', tone: 'let', shape: 's-let' },
  removed: { word: 'Weg', tone: 'stop', shape: 's-stop' },
};

/**
 * Everything that differs, with each changed field old and new beside each other.
 *
 * @param law the new version, for the words of its facts and routes
 */
export function differences(sections: readonly Section[], law?: Law) {
  if (sections.length === 0) {
    return html`<p data-testid="no-differences"><b>Geen verschil.</b> Beide zijn gelijk.</p>`;
  }
  return html`<div class="verschillen" data-testid="differences">
    ${sections.map(
      ({ heading, changes }) =>
        html`<section>
          <h2>${heading} <span class="zacht">${tally(changes)}</span></h2>
          <ul class="lijst">
            ${changes.map((change) => card(change, law))}
          </ul>
        </section>`,
    )}
  </div>`;
}

function tally(changes: readonly Change[]): string {
  const counts = (['added', 'changed', 'removed'] as const).map((kind) => {
    const count = changes.filter((change) => change.kind === kind).length;
    return count > 0 ? `${count} ${KINDS[kind].word.toLowerCase()}` : '';
  });
  return counts.filter(Boolean).join(', ');
}

function card({ kind, id, title, fields }: Change, law?: Law) {
  const { word, tone, shape } = KINDS[kind];
  return html`<li class="kaart" data-testid="difference" data-id=${id} data-kind=${kind}>
    <div class="inslag-top">
      <span class="inslag-kop"><span class="zacht">${id}</span><b>${title}</b></span>
      <hl-state tone=${tone} shape=${shape} word=${word}></hl-state>
    </div>
    ${
      kind === 'changed'
        ? table(fields, law)
        : html`<details>
            <summary>Toon alle gegevens (${fields.length})</summary>
            ${table(fields, law, kind)}
          </details>`
    }
  </li>`;
}

function table(fields: readonly FieldChange[], law?: Law, only?: ChangeKind) {
  const old = only !== 'added';
  const now = only !== 'removed';
  return html`<table class="vergelijk">
    <thead>
      <tr>
        <th scope="col">Wat</th>
        ${old ? html`<th scope="col">Oud</th>` : nothing}
        ${now ? html`<th scope="col">Nieuw</th>` : nothing}
      </tr>
    </thead>
    <tbody>
      ${fields.map(({ name, before, after }) => {
        const [was, is] = fieldWords(name, before, after, law);
        return html`<tr>
          <th scope="row">${fieldName(name)}</th>
          ${old ? html`<td data-oud>${was}</td>` : nothing} ${now ? html`<td>${is}</td>` : nothing}
        </tr>`;
      })}
    </tbody>
  </table>`;
}
