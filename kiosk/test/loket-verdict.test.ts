import { describe, expect, it } from 'vitest';
import type { DeskVerdict, FiredRule } from '../src/loket/shapes.js';
import {
  certaintyWords,
  declineReason,
  isProvisional,
  needWords,
  overrideWords,
  reasonWords,
  settledWords,
} from '../src/loket/verdict/words.js';

/** No rule decided it. */
const UNKNOWN: DeskVerdict = {
  decision: 'UNKNOWN',
  heading: 'De regels weten het niet',
  needs: 'OVERRIDE',
  provisional: false,
  lawUnknown: false,
  rulesVersion: '2026-11-22',
  offencesVersion: '2026-11-22',
  next: [],
  fired: [],
  gates: [],
  warnings: [],
  open: [],
};

const DIRECT: DeskVerdict = {
  ...UNKNOWN,
  decision: 'DIRECT',
  heading: 'Mag naar Halt',
  because: 'Dat past bij Halt.',
  needs: 'NOTHING',
};

function fired(id: string, value: string): FiredRule {
  return { id, value, effect: 'DECISION', sentence: '', sources: [], certainty: 'V' } as never;
}

describe('why the rules say so', () => {
  it('is the sentence that weighs most', () => {
    expect(reasonWords(DIRECT)).toBe('Dat past bij Halt.');
  });

  it('does not say the heading again', () => {
    const because = 'Eerst hulp. De jongere is gewond.';
    const stop: DeskVerdict = { ...DIRECT, decision: 'STOP', heading: 'Eerst hulp', because };
    expect(reasonWords(stop)).toBe('De jongere is gewond.');
  });

  it('names what is not known when no rule decided it', () => {
    const open = [
      { fact: 'responsive', label: 'Aanspreekbaar' },
      { fact: 'counsel', label: 'Contact met een advocaat' },
    ];
    expect(reasonWords({ ...UNKNOWN, open })).toBe(
      'Nog niet bekend: aanspreekbaar en contact met een advocaat. Vraag het de verwijzer.',
    );
    expect(reasonWords(UNKNOWN)).toBe('');
  });

  it('warns as long as nobody looked for earlier offences, and where the law is not sure', () => {
    const maybe: DeskVerdict = { ...DIRECT, provisional: true, lawUnknown: true };
    expect(isProvisional(maybe)).toBe(true);
    expect(reasonWords(maybe)).toBe(
      'Voorlopig: eerdere feiten zijn nog niet nagekeken. De wet is op dit punt niet zeker.',
    );
    expect(isProvisional({ ...UNKNOWN, provisional: true })).toBe(false);
  });
});

describe('what the desk does next', () => {
  it('is said once, before receipt or after it', () => {
    const sober: DeskVerdict = { ...DIRECT, decision: 'PENDING_SOBER' };
    expect(needWords(sober)).toMatch(/^Neem over/);
    expect(settledWords(sober)).toMatch(/^Bel de ouder/);
    expect(needWords(DIRECT) + settledWords(DIRECT)).toBe('');
  });

  it('waits for whom the rules name', () => {
    expect(needWords({ ...DIRECT, needs: 'ASSISTANT' })).toMatch(/van de hulpofficier\.$/);
    expect(needWords({ ...DIRECT, needs: 'PROSECUTOR' })).toMatch(/officier van justitie\.$/);
    expect(needWords({ ...DIRECT, needs: 'HELP' })).not.toBe('');
    expect(needWords(UNKNOWN)).toMatch(/^Weiger/);
  });
});

describe('the reason to decline', () => {
  it.each([
    ['R-AGE-1', 'TOO_YOUNG'],
    ['R-AGE-3', 'ADULT'],
    ['R-VAL-1', 'NOT_HALT_OFFENCE'],
    ['R-CONF-3', 'NO_ADMISSION'],
    ['R-REF-4', 'NEEDS_POLICE'],
    ['R-TIME-1', ''],
  ])('that fits %s is %s', (id, reason) => {
    const verdict: DeskVerdict = {
      ...DIRECT,
      decision: 'NOT_HALT',
      fired: [fired('R-OFF-1', 'DIRECT'), fired(id, 'NOT_HALT')],
    };
    expect(declineReason(verdict)).toBe(reason);
  });
});

describe('the form that asks why', () => {
  it('takes over before receipt, and begins the intake after it', () => {
    expect(overrideWords('NOT_HALT', false).confirm).toBe('Ja, neem toch over');
    expect(overrideWords('NOT_HALT', true).confirm).toBe('Ja, begin de intake');
  });

  it('asks only after the help when help came first', () => {
    expect(overrideWords('STOP', true).reasons.map(({ value }) => value)).toEqual(['HELPED']);
    expect(overrideWords('UNKNOWN', true).reasons.map(({ value }) => value)).not.toContain(
      'HELPED',
    );
  });
});

it('says of a certainty that nobody knows that it was not verified', () => {
  expect(certaintyWords('V')).toEqual({ tone: 'geen', word: 'Geverifieerd' });
  expect(certaintyWords('?')).toEqual({ tone: 'let', word: 'Niet geverifieerd' });
});
