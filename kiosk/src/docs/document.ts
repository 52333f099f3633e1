/** As much of OpenAPI 3.1 as our contract uses. */
export interface Contract {
  info: { title: string; version: string; description: string };
  servers: { url: string }[];
  tags: { name: string; description: string }[];
  paths: Record<string, PathItem>;
  components: Components;
}

export interface Components {
  parameters: Record<string, Parameter>;
  responses: Record<string, Answer>;
  schemas: Record<string, Schema>;
}

export type PathItem = Partial<Record<Method, Operation>> & { parameters?: Parameter[] };

export interface Operation {
  operationId: string;
  summary: string;
  description: string;
  tags: string[];
  'x-access': string[];
  parameters?: Parameter[];
  requestBody?: { content: Content };
  responses: Record<string, Answer>;
}

export interface Parameter extends Reference {
  name?: string;
  in?: string;
  required?: boolean;
  description?: string;
  schema?: Schema;
}

export interface Answer extends Reference {
  description?: string;
  content?: Content;
}

export interface Schema extends Reference {
  type?: string | string[];
  format?: string;
  pattern?: string;
  description?: string;
  enum?: string[];
  required?: string[];
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  items?: Schema;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
}

type Content = Record<string, { schema: Schema }>;

interface Reference {
  $ref?: string;
}

export const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;
export type Method = (typeof methods)[number];

/** One operation and where it is. */
export interface Entry {
  path: string;
  method: Method;
  operation: Operation;
  parameters: Parameter[];
}

/** The operations under a tag, in the order of the contract. */
export function entries(contract: Contract, tag: string): Entry[] {
  return Object.entries(contract.paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method];
      if (!operation?.tags.includes(tag)) return [];
      const listed = [...(item.parameters ?? []), ...(operation.parameters ?? [])];
      const parameters = listed.map((one) => resolved(one, contract.components.parameters));
      return [{ path, method, operation, parameters }];
    }),
  );
}

/** What a reference points at, or the thing itself. */
export function resolved<T extends Reference>(thing: T, among: Record<string, T>): T {
  return thing.$ref ? (among[nameOf(thing.$ref)] ?? thing) : thing;
}

/** The last part of a reference. */
export function nameOf(reference: string): string {
  return reference.slice(reference.lastIndexOf('/') + 1);
}

/** The answers of an operation; statuses that answer the same share a row. */
export function answers(
  contract: Contract,
  operation: Operation,
): { statuses: string[]; answer: Answer }[] {
  const rows = new Map<string, { statuses: string[]; answer: Answer }>();
  for (const [status, answer] of Object.entries(operation.responses)) {
    const key = answer.$ref ?? status;
    const row = rows.get(key);
    if (row) row.statuses.push(status === 'default' ? 'anders' : status);
    else
      rows.set(key, {
        statuses: [status],
        answer: resolved(answer, contract.components.responses),
      });
  }
  return [...rows.values()];
}

/** Who may call an operation, in Dutch. */
export function accessInWords(access: string[]): string {
  const words: Record<string, string> = {
    public: 'iedereen, ook zonder aanmelding',
    juvenile: 'tablet in handen van de jongere, alleen voor de eigen zaak',
    gateway: 'sms-gateway, met haar eigen wachtwoord',
    verwijzer: 'telefoon van een verwijzer',
    loket: 'tablet van het loket',
    beheer: 'laptop van beheer',
    'loket/WORKER': 'tablet van het loket met een aangemelde medewerker',
    'beheer/COORDINATOR': 'laptop van beheer met een aangemelde coördinator',
  };
  return access.map((entry) => words[entry] ?? entry).join('; ');
}

/** What a value looks like and how long it may be, in Dutch. */
export function limits(schema: Schema): string {
  const { minLength, maxLength, minimum, maximum, minItems, maxItems } = schema;
  return [
    schema.enum?.join(', '),
    between(minLength, maxLength, 'tekens'),
    between(minimum, maximum, ''),
    between(minItems, maxItems, 'stuks'),
    schema.pattern && `patroon ${schema.pattern}`,
  ]
    .filter(Boolean)
    .join('; ');
}

function between(least: number | undefined, most: number | undefined, unit: string): string {
  if (least === undefined && most === undefined) return '';
  if (least === undefined) return `ten hoogste ${most ?? ''} ${unit}`.trim();
  if (most === undefined) return `ten minste ${least} ${unit}`.trim();
  return `${least} tot en met ${most} ${unit}`.trim();
}

const types: Record<string, string> = {
  string: 'tekst',
  integer: 'geheel getal',
  number: 'getal',
  boolean: 'ja of nee',
  object: 'samengesteld',
  array: 'lijst',
  null: 'leeg',
};

/** The kind of a value, in Dutch. */
export function kind(schema: Schema): string {
  if (schema.format === 'date') return 'datum';
  if (schema.format === 'binary') return 'bestand';
  return [schema.type ?? 'object']
    .flat()
    .map((type) => types[type] ?? type)
    .join(' of ');
}
