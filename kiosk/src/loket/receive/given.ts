import { html, nothing, type TemplateResult } from 'lit';
import '../../elements/hl-verdict.js';
import { ageOn } from '../../lib/dates.js';
import { clockTime } from '../board/board-words.js';
import type { HandoverContent } from '../shapes.js';
import { mannerWords } from '../../verwijzer/words.js';
import { declaredFacts, lackingFacts } from './lacking-facts.js';

/** What the referrer gave: the offence, the place and the declarations. */
export function givenByReferrer(
  content: HandoverContent,
  heading = 'Dit gaf de verwijzer door',
): TemplateResult {
  const facts: [string, string][] = [
    ['Feit', content.offence?.label ?? content.offenceId],
    ['Artikel', offenceKind(content)],
    ['Wanneer en waar', `${clockTime(content.offenceAt)}, ${content.place}`],
    ['Hoe', mannerWords[content.manner]],
    ...money(content),
    ['Verwijzer', referrerWords(content)],
    ...declaredFacts(content),
  ];
  return html`<section class="kaart" data-testid="given">
    <h2>${heading}</h2>
    <dl class="feiten">${facts.filter(([, word]) => word !== '').map(fact)}</dl>
    ${content.description ? html`<p>${content.description}</p>` : nothing}
  </section>`;
}

/** The band that says a human decides, or that the age does not fit. */
export function verdictBand(content: HandoverContent, birthDate: string): TemplateResult {
  const age = birthDate === '' ? undefined : ageOn(birthDate, Date.parse(content.offenceAt));
  if (age !== undefined && (age < 12 || age > 17)) {
    return html`<hl-verdict
      tone="stop"
      heading="Niet naar Halt"
      reason="De jongere was ${age} jaar. Halt is voor 12 tot en met 17 jaar."
      next="Weiger de overdracht en bel de verwijzer."
    ></hl-verdict>`;
  }
  const lacking = lackingFacts(content);
  return html`<hl-verdict
    tone="vraag"
    heading="Een mens beslist"
    reason=${
      lacking.length === 0 ? 'Alle feiten zijn gegeven.' : `Nog niet bekend: ${lacking.join(', ')}.`
    }
    next="Lees wat de verwijzer gaf en beslis zelf."
  ></hl-verdict>`;
}

function fact([label, word]: [string, string]) {
  return html`<div>
    <dt>${label}</dt>
    <dd>${word}</dd>
  </div>`;
}

function offenceKind({ offence }: HandoverContent): string {
  if (!offence) return '';
  return `${offence.article}, ${offence.kind === 'CRIME' ? 'misdrijf' : 'overtreding'}`;
}

function referrerWords({ referrer }: HandoverContent): string {
  if (!referrer) return '';
  const kind = referrer.kind === 'BOA' ? 'boa' : 'politie';
  return `${kind} ${referrer.number}, ${referrer.organisation}`;
}

function money(content: HandoverContent): [string, string][] {
  const amounts: [string, number | undefined][] = [
    ['Schade', content.damageCents],
    ['Waarde', content.valueCents],
  ];
  return amounts.flatMap(([label, cents]) => (cents === undefined ? [] : [[label, euros(cents)]]));
}

function euros(cents: number): string {
  return (cents / 100).toLocaleString('nl-NL', { style: 'currency', currency: 'EUR' });
}
