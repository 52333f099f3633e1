import { html, nothing, type TemplateResult } from 'lit';
import '../../elements/hl-banner.js';
import { clockTime } from '../board/board-words.js';
import type { HandoverContent } from '../shapes.js';
import { mannerWords } from '../../verwijzer/words.js';
import { declaredFacts } from './lacking-facts.js';

/** What the referrer gave: each offence in a card of its own, numbered when there are more. */
export function givenByReferrer(content: HandoverContent): TemplateResult[] {
  const others = content.otherOffences ?? [];
  if (others.length === 0) return [offenceCard(content, 'Dit gaf de verwijzer door')];
  const heading = (index: number) => `Feit ${index + 1} van ${others.length + 1}`;
  return [
    offenceCard(content, heading(0)),
    ...others.map((other, index) =>
      offenceCard(other.content, heading(index + 1), other.receiptNumber),
    ),
  ];
}

/** One offence: what, where and when, and the declarations. */
function offenceCard(
  content: HandoverContent,
  heading: string,
  receiptNumber = '',
): TemplateResult {
  const facts: [string, string][] = [
    ['Feit', content.offence?.label ?? content.offenceId],
    ['Artikel', offenceKind(content)],
    ['Wanneer en waar', `${clockTime(content.offenceAt)}, ${content.place}`],
    ['Hoe', mannerWords[content.manner]],
    ...money(content),
    ['Verwijzer', referrerWords(content)],
    ...declaredFacts(content),
    ['Ontvangstbewijs', receiptNumber],
  ];
  return html`<section class="kaart" data-testid="given">
    <h2>${heading}</h2>
    <dl class="feiten">${facts.filter(([, word]) => word !== '').map(fact)}</dl>
    ${marked(content)} ${content.description ? html`<p>${content.description}</p>` : nothing}
  </section>`;
}

/** What is odd about this handover, in words. */
const markWords: Readonly<Record<string, string>> = {
  CLOCK_OFF: 'De klok van de telefoon stond fout; de tijden zijn goed gezet.',
  BEFORE_EVENT: 'Gemaakt voor het evenement begon. Vraag naar de tijd.',
  AFTER_EVENT: 'Gemaakt na het einde van het evenement.',
  AHEAD: 'De tijd ligt in de toekomst: de klok van de telefoon stond fout. Vraag naar de tijd.',
  OFFENCE_LATER: 'Het feit ligt na de overdracht. Vraag naar de tijd.',
  OTHER_RULES: 'De telefoon keek met andere regels dan het loket.',
};

function marked({ marks = [] }: HandoverContent) {
  if (marks.length === 0) return nothing;
  return html`<hl-banner
    tone="let"
    heading="Let op"
    text=${marks.map((mark) => markWords[mark] ?? mark).join(' ')}
    data-testid="marks"
  ></hl-banner>`;
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
