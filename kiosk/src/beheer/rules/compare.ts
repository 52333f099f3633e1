import type { Law, Offence, Rule } from '../../lib/eligibility/law.js';

/** A field of which the old and the new value differ; absent is undefined. */
export interface FieldChange {
  readonly name: string;
  readonly before: unknown;
  readonly after: unknown;
}

export type ChangeKind = 'added' | 'removed' | 'changed';

/** One record that is not as it was. */
export interface Change {
  readonly kind: ChangeKind;
  readonly id: string;
  readonly title: string;
  readonly fields: readonly FieldChange[];
}

/** What changed in one part of the files. */
export interface Section {
  readonly heading: string;
  readonly changes: readonly Change[];
}

type Named = Readonly<Record<string, unknown>>;

interface Item {
  readonly id: string;
  readonly title: string;
  readonly value: Named;
}

/** @returns every difference between two versions of the rules and offences; empty when there is none */
export function compareLaw(before: Law, after: Law): readonly Section[] {
  const { rules: oldRules, offences: oldOffences } = before;
  const { rules: newRules, offences: newOffences } = after;
  const rules = repeated(oldRules.rules, newRules.rules);
  const offences = repeated(oldOffences.offences, newOffences.offences);
  return [
    section('Regels', ruleItems(oldRules.rules, rules), ruleItems(newRules.rules, rules)),
    section(
      'Feiten',
      offenceItems(oldOffences.offences, offences),
      offenceItems(newOffences.offences, offences),
    ),
    section('Gegevens en vragen', labelled(oldRules.facts), labelled(newRules.facts)),
    section('Wat nu', labelled(oldRules.routes), labelled(newRules.routes)),
    section('Bronnen van de regels', labelled(oldRules.sources), labelled(newRules.sources)),
    section('Bronnen van de feiten', labelled(oldOffences.sources), labelled(newOffences.sources)),
    order('Volgorde van de regels', oldRules.rules, newRules.rules),
    order('Volgorde van de feiten', oldOffences.offences, newOffences.offences),
    order('Volgorde van de vragen', ids(oldRules.facts), ids(newRules.facts)),
    section(
      'Verder in de bestanden',
      [
        rest('rules.json', oldRules, ruleParts),
        rest('halt-feiten.json', oldOffences, offenceParts),
      ],
      [
        rest('rules.json', newRules, ruleParts),
        rest('halt-feiten.json', newOffences, offenceParts),
      ],
    ),
  ].filter(({ changes }) => changes.length > 0);
}

/** @returns every difference between two files of which the form is not known here, by the path of each value */
export function compareFiles(heading: string, before: unknown, after: unknown): readonly Section[] {
  const item = (value: unknown): Item => ({ id: heading, title: '', value: flattened(value) });
  const found = section(heading, [item(before)], [item(after)]);
  return found.changes.length > 0 ? [found] : [];
}

const ruleParts = ['rules', 'facts', 'routes', 'sources'];
const offenceParts = ['offences', 'sources'];

function section(heading: string, before: readonly Item[], after: readonly Item[]): Section {
  const old = new Map(before.map((item) => [item.id, item]));
  const now = new Map(after.map((item) => [item.id, item]));
  const gone = before.filter(({ id }) => !now.has(id));
  const changes = [
    ...gone.map((item) => change('removed', item, item.value, {})),
    ...after.flatMap((item) => {
      const was = old.get(item.id);
      if (!was) return change('added', item, {}, item.value);
      const made = change('changed', item, was.value, item.value);
      return made.fields.length > 0 ? made : [];
    }),
  ];
  return { heading, changes };
}

function change(kind: ChangeKind, { id, title }: Item, before: Named, after: Named): Change {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const fields = names
    .filter((name) => !same(before[name], after[name]))
    .map((name) => ({ name, before: before[name], after: after[name] }));
  return { kind, id, title, fields };
}

/** The first that fits gives the route, so another order may be another verdict. */
function order(heading: string, before: readonly Ided[], after: readonly Ided[]): Section {
  const twice = repeated(before, after);
  const common = (some: readonly Ided[], others: readonly Ided[]) => {
    const known = new Set(others.map((other) => keyOf(other, twice)));
    return some.map((one) => keyOf(one, twice)).filter((key) => known.has(key));
  };
  const old = common(before, after);
  const now = common(after, before);
  if (same(old, now)) return { heading, changes: [] };
  const fields = [{ name: 'volgorde', before: old.join(', '), after: now.join(', ') }];
  return { heading, changes: [{ kind: 'changed', id: heading, title: '', fields }] };
}

interface Ided {
  readonly id: string;
  readonly validFrom?: string;
}

function ids(record: Readonly<Record<string, unknown>>): readonly Ided[] {
  return Object.keys(record).map((id) => ({ id }));
}

/** The ids that occur more than once in a version: those are told apart by their first day. */
function repeated(...versions: readonly (readonly Ided[])[]): ReadonlySet<string> {
  const all = versions.flatMap((records) =>
    records.map(({ id }) => id).filter((id, index, every) => every.indexOf(id) !== index),
  );
  return new Set(all);
}

function keyOf({ id, validFrom = '' }: Ided, twice: ReadonlySet<string>): string {
  return twice.has(id) ? `${id} vanaf ${validFrom}` : id;
}

function ruleItems(rules: readonly Rule[], twice: ReadonlySet<string>): readonly Item[] {
  return rules.map((rule) => ({
    id: keyOf(rule, twice),
    title: rule.branches[0]?.then.sentence ?? '',
    value: { ...rule },
  }));
}

function offenceItems(all: readonly Offence[], twice: ReadonlySet<string>): readonly Item[] {
  return all.map((one) => ({ id: keyOf(one, twice), title: one.label, value: { ...one } }));
}

function labelled(records: Readonly<Record<string, object>>): readonly Item[] {
  return Object.entries(records).map(([id, value]) => {
    const { label, heading, title } = value as Record<string, unknown>;
    const words = [label, heading, title].find((text) => typeof text === 'string');
    return { id, title: typeof words === 'string' ? words : '', value: { ...value } };
  });
}

function rest(file: string, value: object, parts: readonly string[]): Item {
  const left = Object.entries(value).filter(([name]) => !parts.includes(name));
  return { id: file, title: '', value: Object.fromEntries(left) };
}

/** Each value by its path; a list of things with ids is by those, and says in which order they stand. */
function flattened(value: unknown, path = ''): Named {
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) {
    return { [path]: value };
  }
  const named = idsOf(value);
  const below = Object.entries(value).map(([name, held], index) => {
    const own = named?.[index] ?? name;
    return flattened(held, path ? `${path} / ${own}` : own);
  });
  const order = named ? { [`${path} / volgorde`]: named.join(', ') } : {};
  return Object.assign({}, ...below, order) as Named;
}

function idsOf(value: object): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const all = value.flatMap((held: unknown) => (isNamed(held) ? held.id : []));
  return new Set(all).size === value.length ? all : undefined;
}

function isNamed(value: unknown): value is { id: string } {
  return (
    typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string'
  );
}

/** Equal whatever the order of the names inside. */
function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, held]) => [name, sorted(held)]));
}
