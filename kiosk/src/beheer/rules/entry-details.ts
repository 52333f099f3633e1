import { html, nothing, type TemplateResult } from 'lit';
import type { Branch, Ceilings, Law, Offence, Source } from '../../lib/eligibility/law.js';
import { articleOf, type Entry } from './catalogue.js';
import { conditionLines } from './conditions.js';
import {
  BOA_WORDS,
  dayWords,
  effectWords,
  euros,
  KIND_WORDS,
  LIST_WORDS,
  POLICE_WORDS,
  surenessOf,
  validityWords,
} from './words.js';

type Line = readonly [term: string, words: string | TemplateResult];

/** A rule in words: when, what then, and on what it rests. */
export function ruleDetails(entry: Extract<Entry, { kind: 'rule' }>, law: Law) {
  const { rule } = entry;
  const { lawRef, offenceSet, reviewedBy, reviewedOn } = rule;
  const about = offenceSet?.map((id) => labelOf(id, law)).join(', ');
  const article = [lawRef?.article && `art. ${lawRef.article}`, lawRef?.bwb, lawRef?.text];
  const reviewed = reviewedOn ? `${reviewedBy ?? ''}, ${dayWords(reviewedOn)}` : (reviewedBy ?? '');
  return html`<ol class="takken">
      ${rule.branches.map((branch) => branchOf(branch, law))}
    </ol>
    ${lines([
      ['Voor', about ?? 'alle feiten'],
      ['Artikel', article.filter(Boolean).join('. ') || 'geen'],
      ['Geldig', validityWords(rule.validFrom, rule.validTo)],
      ['Nagekeken', reviewed || 'nog niet nagekeken door een mens'],
      ['Kenmerk', `${rule.id}, versie ${rule.version}`],
    ])}
    ${sources(entry.sources)}`;
}

function branchOf({ when, then, ifUnknown }: Branch, law: Law) {
  const conditions = conditionLines(when, law.rules.facts);
  return html`<li>
    ${
      conditions.length === 0
        ? html`<p class="als">Altijd</p>`
        : html`<p class="als">Als</p>
            <ul class="voorwaarden">
              ${conditions.map(
                (line, index) =>
                  html`<li>${line}${index < conditions.length - 1 ? ', en' : ''}</li>`,
              )}
            </ul>`
    }
    <p class="dan"><b>${effectWords(then, law)}</b></p>
    <p>“${then.sentence}${then.next ? ` ${then.next}` : nothing}”</p>
    ${
      ifUnknown
        ? html`<p class="dan">
              Is dat niet bekend: <b>${effectWords(ifUnknown, law)}</b>${
                ifUnknown.provisional ? ' (voorlopig)' : nothing
              }
            </p>
            <p>“${ifUnknown.sentence}${ifUnknown.next ? ` ${ifUnknown.next}` : nothing}”</p>`
        : nothing
    }
  </li>`;
}

/** An offence in words: what it is, who may refer it, up to what amount. */
export function offenceDetails(entry: Extract<Entry, { kind: 'offence' }>) {
  const { offence } = entry;
  const { investigate, refer } = offence;
  const domains = (some: readonly string[]) =>
    some.length > 0 ? `, domein ${some.join(', ')}` : '';
  return html`<p>${offence.qualification}</p>
    ${lines([
      ['Artikel', articleOf(offence.law)],
      ['Soort', KIND_WORDS[offence.kind] ?? offence.kind],
      ['Feitcodes', feitcodes(offence)],
      ['Lijst', LIST_WORDS[offence.list] ?? offence.list],
      ['Grenzen', ceilings(offence.ceilings)],
      [
        'Opsporen',
        `politie ${investigate.police ? 'ja' : 'nee'}; boa ${
          investigate.boaDomains.length > 0 ? `ja${domains(investigate.boaDomains)}` : 'nee'
        } (${sure(investigate.certainty)})`,
      ],
      [
        'Verwijzen door politie',
        `${POLICE_WORDS[refer.police] ?? refer.police} (${sure(refer.certainty)})`,
      ],
      ['Verwijzen door boa', `${BOA_WORDS[refer.boa] ?? refer.boa}${domains(refer.domains)}`],
      ['Geldig', validityWords(offence.validFrom, offence.validTo)],
      ['Nagezocht', dayWords(offence.verifiedOn)],
    ])}
    ${
      offence.conditions.length > 0
        ? html`<h2 class="kopje">Waar u op let</h2>
            <ul class="voorwaarden">
              ${offence.conditions.map((line) => html`<li>${line}</li>`)}
            </ul>`
        : nothing
    }
    ${sources(entry.sources)}`;
}

function feitcodes({ feitcodes: codes }: Offence): string {
  const words = codes.map(({ code, certainty, minAge, maxAge }) => {
    const ages = [minAge && `vanaf ${minAge} jaar`, maxAge && `tot en met ${maxAge} jaar`];
    return `${code} (${[...ages.filter(Boolean), sure(certainty)].join(', ')})`;
  });
  return words.join(', ') || 'geen bekend';
}

const CEILING_WORDS: Readonly<Record<keyof Ceilings, string>> = {
  valueCents: 'waarde, lijst van 2010',
  damageOffenderCents: 'schade per dader, lijst van 2010',
  damageTotalCents: 'schade in totaal, lijst van 2010',
  value2024Cents: 'waarde, lijst van 2024',
  damageOffender2024Cents: 'schade per dader, lijst van 2024',
  damageTotal2024Cents: 'schade in totaal, lijst van 2024',
};

function ceilings(limits: Ceilings): string {
  const words = Object.entries(limits).map(([name, cents]: [string, number | null | undefined]) => {
    const what = CEILING_WORDS[name as keyof Ceilings];
    return `${what}: ${typeof cents === 'number' ? euros(cents) : 'niet bekend'}`;
  });
  return words.join('; ') || 'geen';
}

function sure(certainty: string): string {
  return surenessOf(certainty, []).word.toLowerCase();
}

function labelOf(id: string, law: Law): string {
  return law.offences.offences.find((offence) => offence.id === id)?.label ?? id;
}

/** Terms with their words. */
export function lines(all: readonly Line[]) {
  return html`<dl class="gegevens">
    ${all.map(
      ([term, words]) =>
        html`<div>
          <dt>${term}</dt>
          <dd>${words}</dd>
        </div>`,
    )}
  </dl>`;
}

function sources(all: readonly Source[]) {
  if (all.length === 0) return html`<p class="zacht">Geen bron: een keuze van dit loket.</p>`;
  return html`<h2 class="kopje">Waar het staat</h2>
    <ul class="bronnen">
      ${all.map(
        ({ title, url, readOn }) =>
          html`<li>
            ${title}<br /><a href=${url} target="_blank" rel="noopener noreferrer">${url}</a>
            <span class="zacht">gelezen op ${dayWords(readOn)}</span>
          </li>`,
      )}
    </ul>`;
}
