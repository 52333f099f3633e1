import { describe, expect, it } from 'vitest';
import type { ThreadEntry, TriageReply } from '../src/loket/replies/shapes.js';
import {
  alikeWords,
  caseChoices,
  entryHead,
  entryNote,
  moreWords,
  waitWords,
} from '../src/loket/replies/words.js';
import { parseRoute, routeHash } from '../src/loket/route.js';
import type { BoardRow } from '../src/loket/shapes.js';

const OWL = { colour: 'paars', animal: 'uil', number: 7, words: 'paarse uil 7' } as const;
const FOX = { colour: 'blauw', animal: 'vos', number: 8, words: 'blauwe vos 8' } as const;
const AT = '2026-09-19T20:47:00Z';

const REPLY: TriageReply = {
  id: 'r1',
  at: AT,
  cause: 'WHICH_CASE',
  text: 'Ik kom eraan',
  asked: true,
  alike: 0,
  suggested: [{ caseId: 'c1', ticket: OWL }],
};

const RECEIVED: ThreadEntry = {
  id: 'r2',
  way: 'RECEIVED',
  at: AT,
  text: 'Ik kom eraan',
  who: { relation: 'MOTHER', name: 'Samira', former: false },
  automatic: false,
  cause: 'NUMBER',
  unread: true,
};

function row(id: string, state: BoardRow['state']): BoardRow {
  const rest = { offences: 1, newOffences: 0, together: 1, unread: 0, since: AT };
  return { id, ticket: FOX, state, ...rest, guardians: [] };
}

describe('why a text waits', () => {
  it('says that the sender was asked, or that somebody must ask', () => {
    expect(waitWords(REPLY)).toMatchObject({ word: 'Vraag welke zaak' });
    expect(waitWords(REPLY).why).toContain('om de 4 cijfers gevraagd');
    expect(waitWords({ ...REPLY, asked: false }).why).toContain('Bel terug om te vragen welke');
  });

  it('warns that a right code of a stranger proves nothing', () => {
    const stranger = waitWords({ ...REPLY, cause: 'UNKNOWN_NUMBER', asked: false });
    expect(stranger.why).toContain('Een code alleen bewijst niets. Bel terug voordat u koppelt.');
  });
});

describe('a number that writes and writes', () => {
  it('is said on the card, and how many wait beyond what stands on the screen', () => {
    expect(alikeWords(REPLY)).toBe('');
    expect(alikeWords({ ...REPLY, alike: 1 })).toBe('Van dit nummer wacht nog een bericht.');
    expect(alikeWords({ ...REPLY, alike: 149 })).toBe('Van dit nummer wachten nog 149 berichten.');
    expect(moreWords({ waiting: 1, replies: [REPLY], dismissed: [] })).toBe('');
    expect(moreWords({ waiting: 150, replies: [REPLY], dismissed: [] })).toContain(
      'Er wachten 150 berichten.',
    );
  });
});

describe('the cases to choose from', () => {
  it('are the suggested ones first, then who is here, each once', () => {
    const rows = [
      row('c1', 'INTAKE'),
      row('c2', 'OPENED'),
      row('c3', 'UNDERWAY'),
      row('c4', 'AWAITING'),
    ];
    expect(caseChoices(REPLY, rows).map(({ value, label }) => [value, label])).toEqual([
      ['c1', 'paarse uil 7'],
      ['c2', 'blauwe vos 8'],
    ]);
  });
});

describe('a text in the thread', () => {
  it('says who, when and what became of it, and never that somebody was informed', () => {
    expect(entryHead(RECEIVED)).toBe('22:47 Van moeder Samira');
    const sent: ThreadEntry = { ...RECEIVED, way: 'SENT', state: 'DELIVERED' };
    expect(entryHead(sent)).toBe('22:47 Aan moeder Samira, op het toestel');
    for (const words of [entryHead(sent), entryHead(RECEIVED), entryNote(RECEIVED)]) {
      expect(words).not.toMatch(/ge[iï]nformeerd|gesproken|ingelicht|bereikt/i);
    }
  });

  it('warns for a stranger at a wrong number', () => {
    const stranger = { ...RECEIVED, who: { relation: 'MOTHER', former: true } as const };
    expect(entryHead(stranger)).toBe('22:47 Van het oude, foute nummer van moeder');
    expect(entryNote(stranger)).toContain('een vreemde');
  });

  it('names who linked it', () => {
    const linked: ThreadEntry = {
      ...RECEIVED,
      who: { former: false },
      cause: 'HAND',
      linkedBy: 'Anouk',
    };
    expect(entryHead(linked)).toBe('22:47 Van een ander nummer');
    expect(entryNote(linked)).toBe('Gekoppeld door Anouk.');
  });
});

describe('the address of the box', () => {
  it('is read back as it was written', () => {
    expect(parseRoute(routeHash({ page: 'replies' }))).toEqual({ page: 'replies' });
  });
});
