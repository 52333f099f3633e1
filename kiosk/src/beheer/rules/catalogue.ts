import type { Law, Offence, Rule, Source } from '../../lib/eligibility/law.js';
import { conditionSentence } from './conditions.js';
import { type Sureness, surenessOf, type SurenessGroup, sourcesOf } from './words.js';

/** A rule or an offence as a line of the list. */
export type Entry = {
  readonly key: string;
  readonly id: string;
  readonly title: string;
  readonly sureness: Sureness;
  readonly sources: readonly Source[];
  /** Everything that a reader may look for, without capitals or accents. */
  readonly haystack: string;
} & (
  | { readonly kind: 'rule'; readonly rule: Rule }
  | { readonly kind: 'offence'; readonly offence: Offence }
);

export interface Search {
  readonly text: string;
  readonly kind: '' | Entry['kind'];
  readonly group: '' | SurenessGroup;
}

/** @returns the offences and then the rules of a version, in the order of the files */
export function catalogue(law: Law): readonly Entry[] {
  return [
    ...law.offences.offences.map((offence) => offenceEntry(offence, law)),
    ...law.rules.rules.map((rule) => ruleEntry(rule, law)),
  ];
}

/** @returns the entries that hold every word of the search */
export function found(entries: readonly Entry[], { text, kind, group }: Search): readonly Entry[] {
  const words = plain(text).split(/\s+/).filter(Boolean);
  return entries.filter(
    (entry) =>
      (kind === '' || entry.kind === kind) &&
      (group === '' || entry.sureness.group === group) &&
      words.every((word) => entry.haystack.includes(word)),
  );
}

/** @returns the words of an offence's article, for instance "Alcoholwet, art. 45" */
export function articleOf({ name, article, paragraph }: Offence['law']): string {
  const place = /^\d/.test(article) ? `art. ${article}` : article;
  return `${name}, ${place}${paragraph ? `, lid ${paragraph}` : ''}`;
}

function offenceEntry(offence: Offence, law: Law): Entry {
  const sources = sourcesOf(offence.source, law.offences.sources);
  const words = [
    offence.id,
    offence.label,
    offence.qualification,
    articleOf(offence.law),
    offence.law.bwb ?? '',
    offence.group,
    ...offence.feitcodes.map(({ code }) => code),
    ...offence.conditions,
    ...sources.map(({ title }) => title),
  ];
  return {
    kind: 'offence',
    offence,
    key: `${offence.id} ${offence.validFrom}`,
    id: offence.id,
    title: offence.label,
    sureness: surenessOf(offence.certainty, sources),
    sources,
    haystack: plain(words.join(' ')),
  };
}

function ruleEntry(rule: Rule, law: Law): Entry {
  const sources = sourcesOf(rule.source, law.rules.sources);
  const words = [
    rule.id,
    rule.lawRef?.article ? `art. ${rule.lawRef.article}` : '',
    rule.lawRef?.bwb ?? '',
    rule.lawRef?.text ?? '',
    ...(rule.offenceSet ?? []),
    ...rule.branches.flatMap(({ when, then, ifUnknown }) => [
      conditionSentence(when, law.rules.facts),
      then.sentence,
      then.next ?? '',
      ifUnknown?.sentence ?? '',
    ]),
    ...sources.map(({ title }) => title),
  ];
  return {
    kind: 'rule',
    rule,
    key: `${rule.id} ${rule.validFrom}`,
    id: rule.id,
    title: rule.branches[0]?.then.sentence ?? rule.id,
    sureness: surenessOf(rule.certainty, sources),
    sources,
    haystack: plain(words.join(' ')),
  };
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
