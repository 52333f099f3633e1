import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { accessInWords, answers, entries, kind, limits } from '../src/docs/document.js';
import type { Contract, Operation } from '../src/docs/document.js';

const problem = { $ref: '#/components/responses/Problem' };
const read: Operation = {
  operationId: 'readThing',
  summary: 'Lees',
  description: 'Lees het',
  tags: ['thing'],
  'x-access': ['loket/WORKER'],
  responses: { '200': { description: 'Het ding' }, '404': problem, default: problem },
};
const contract: Contract = {
  info: { title: 'Proef', version: '1.0.0', description: '' },
  servers: [],
  tags: [],
  paths: { '/things/{id}': { parameters: [{ $ref: '#/components/parameters/id' }], get: read } },
  components: {
    parameters: { id: { name: 'id', in: 'path', required: true, description: 'Het ding' } },
    responses: { Problem: { description: 'Een weigering' } },
    schemas: {},
  },
};

describe('the description of the interface', () => {
  it('gives the operations of a tag, with the parameters of their path', () => {
    const [entry] = entries(contract, 'thing');
    expect(entry?.path).toBe('/things/{id}');
    expect(entry?.parameters[0]?.name).toBe('id');
    expect(entries(contract, 'other')).toEqual([]);
  });

  it('puts the statuses that answer alike on one row', () => {
    expect(answers(contract, read).map(({ statuses }) => statuses)).toEqual([
      ['200'],
      ['404', 'anders'],
    ]);
  });

  it('says who may, what kind and how much in Dutch', () => {
    expect(accessInWords(['loket/WORKER'])).toBe(
      'tablet van het loket met een aangemelde medewerker',
    );
    expect(kind({ type: ['string', 'null'] })).toBe('tekst of leeg');
    expect(limits({ type: 'array', maxItems: 4 })).toBe('ten hoogste 4 stuks');
  });

  it('has a word for every access of the real contract', () => {
    const path = '../server/src/main/resources/openapi.yaml';
    const yaml = readFileSync(resolve(import.meta.dirname, '..', path), 'utf8');
    const used = [...yaml.matchAll(/x-access: \[(.*)\]/g)].flatMap(
      ([, list]) => list?.split(', ') ?? [],
    );
    expect(used.filter((entry) => accessInWords([entry]) === entry)).toEqual([]);
  });
});
