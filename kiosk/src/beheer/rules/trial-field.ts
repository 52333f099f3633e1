import { html, nothing, type TemplateResult } from 'lit';
import '../../elements/hl-field.js';
import type { Law } from '../../lib/eligibility/law.js';
import { pick } from './pick.js';
import { type Answers, choosable, type Field } from './trial.js';
import { valueWords } from './words.js';

/** A field of the trial's form, with what is filled in. */
export interface TrialField {
  readonly field: Field;
  readonly law: Law;
  readonly answers: Answers;
  /** Whether it could still change the verdict. */
  readonly asked: boolean;
  readonly answer: (more: Answers) => void;
}

const unknown = 'Weet ik niet';
const MONTHS = [
  ...['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september'],
  ...['oktober', 'november', 'december'],
];

/** A labelled field; it says so when its answer can still change the verdict. */
export function trialField(one: TrialField): TemplateResult {
  return html`<div class=${one.asked ? 'proef-veld gevraagd' : 'proef-veld'}>
    ${input(one)}
    ${one.asked ? html`<p class="zacht">Dit kan de uitkomst nog veranderen.</p>` : nothing}
  </div>`;
}

function input(one: TrialField): TemplateResult {
  switch (one.field.kind) {
    case 'offence':
      return offence(one);
    case 'birth':
      return birth(one);
    case 'date':
      return text(one, 'date');
    case 'time':
      return text(one, 'time');
    case 'euros':
      return text(one, 'text', 'Bedrag in euro, bijvoorbeeld 12,50');
    case 'count':
      return text(one, 'text', 'Aantal');
    default:
      return choice(one, options(one));
  }
}

function labelOf({ field, law }: TrialField): string {
  return field.label ?? law.rules.facts[field.fact ?? '']?.label ?? field.name;
}

function options({ field, law, answers }: TrialField): Readonly<Record<string, string>> {
  if (field.kind === 'feitcode') {
    const known = law.offences.offences.find(({ id }) => id === answers.offenceId)?.feitcodes ?? [];
    return { '': 'Geen', ...Object.fromEntries(known.map(({ code }) => [code, code])) };
  }
  const values = field.kind === 'yesno' ? ['YES', 'NO'] : law.rules.facts[field.fact ?? '']?.values;
  const named = (values ?? []).map((value) => [
    value,
    capital(valueWords(field.fact ?? '', value)),
  ]);
  return { '': unknown, ...(Object.fromEntries(named) as Record<string, string>) };
}

function choice(one: TrialField, all: Readonly<Record<string, string>>): TemplateResult {
  const { name } = one.field;
  return pick(labelOf(one), one.answers[name] ?? '', all, `trial-${name}`, (value) =>
    one.answer({ [name]: value }),
  );
}

function offence(one: TrialField): TemplateResult {
  const groups = choosable(one.law, one.answers.offenceDate ?? '');
  const all = [...groups].flatMap(([group, offences]) =>
    offences.map(({ id, label }) => [id, `${group}: ${label}`]),
  );
  return choice(one, {
    '': 'Kies een feit',
    ...(Object.fromEntries(all) as Record<string, string>),
  });
}

function text(one: TrialField, type: 'date' | 'time' | 'text', hint = ''): TemplateResult {
  const { name, kind } = one.field;
  return html`<hl-field
    label=${labelOf(one)}
    type=${type}
    keyboard=${kind === 'euros' ? 'decimal' : kind === 'count' ? 'numeric' : 'text'}
    hint=${hint}
    fault=${faultOf(one)}
    .value=${one.answers[name] ?? ''}
    testId="trial-${name}"
    @typed=${(typed: CustomEvent<string>) => one.answer({ [name]: typed.detail })}
  ></hl-field>`;
}

function faultOf({ field, answers }: TrialField): string {
  const value = answers[field.name] ?? '';
  if (value === '') return '';
  if (field.kind === 'euros' && !/^\d{1,7}([.,]\d{1,2})?$/.test(value))
    return 'Dit is geen bedrag.';
  return field.kind === 'count' && !/^\d{1,2}$/.test(value) ? 'Dit is geen aantal.' : '';
}

/** Day and month may be unknown; without a year the whole date is. */
function birth(one: TrialField): TemplateResult {
  const { birthDay = '', birthMonth = '', birthYear = '' } = one.answers;
  const days = numbered(31, (day) => String(day));
  const months = numbered(12, (month) => MONTHS[month - 1] ?? '');
  const part = (label: string, name: string, value: string, all: Record<string, string>) =>
    pick(label, value, { '': 'onbekend', ...all }, `trial-${name}`, (chosen) =>
      one.answer({ [name]: chosen }),
    );
  return html`<fieldset class="geboorte">
    <legend class="vraag-kop">${labelOf(one)}</legend>
    ${part('Dag', 'birthDay', birthDay, days)} ${part('Maand', 'birthMonth', birthMonth, months)}
    <hl-field
      label="Jaar"
      keyboard="numeric"
      fault=${birthYear && !/^(19|20)\d{2}$/.test(birthYear) ? 'Vier cijfers.' : ''}
      .value=${birthYear}
      testId="trial-birthYear"
      @typed=${(typed: CustomEvent<string>) => one.answer({ birthYear: typed.detail })}
    ></hl-field>
  </fieldset>`;
}

function numbered(count: number, words: (number: number) => string): Record<string, string> {
  const all = Array.from({ length: count }, (_, index) => [String(index + 1), words(index + 1)]);
  return Object.fromEntries(all) as Record<string, string>;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
