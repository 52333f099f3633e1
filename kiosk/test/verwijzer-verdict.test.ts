import { describe, expect, it } from 'vitest';
import type { Referrer } from '../src/lib/contract.js';
import { decisions } from '../src/lib/eligibility/law.js';
import type { Verdict } from '../src/lib/eligibility/verdict.js';
import type { HandoverDraft } from '../src/verwijzer/draft.js';
import { judgementOf } from '../src/verwijzer/judgement.js';
import { bandOf, finalBand } from '../src/verwijzer/verdict.js';
import { boa, draft, judged, law, mandate, police, told } from './verwijzer-law.js';

describe('the band', () => {
  const paths: readonly (readonly [string, Partial<HandoverDraft>, Referrer, string, string])[] = [
    ['a 17-year-old with beer', told, boa, 'goed', 'Mag naar het loket'],
    ['a 15-year-old', { ...told, birthDate: '2011-03-14' }, boa, 'goed', 'Mag naar het loket'],
    ['a repeat check not made', { ...told, priorCheck: 'UNKNOWN' }, boa, 'let', 'Mag naar'],
    ['a drunk juvenile', { ...told, responsive: 'NO' }, boa, 'let', 'Nu niet aanspreekbaar'],
    [
      'one who denies',
      { ...told, admission: 'NO' },
      boa,
      'vraag',
      'Vraag de officier van justitie',
    ],
    ['one who says part', { ...told, admission: 'PARTLY' }, boa, 'vraag', 'Een mens beslist'],
    ['an 11-year-old', { birthDate: '2015-03-14' }, boa, 'stop', 'Niet naar Halt'],
    ['an adult', { birthDate: '2008-11-22' }, boa, 'stop', 'Niet naar Halt'],
  ];

  it.each(paths)('says of %s what to do', (_, part, referrer, tone, heading) => {
    const { band } = judged({ offenceId: 'alcohol-45', ...part }, referrer);
    expect(band.tone).toBe(tone);
    expect(band.heading).toContain(heading);
    expect(band.reason).not.toBe('');
    expect(band.next).not.toBe('');
  });

  it('says under 16 that the guardian must agree, and not from 16', () => {
    const young = judged({ offenceId: 'alcohol-45', ...told, birthDate: '2011-03-14' });
    expect(young.band.reason).toContain('De ouder moet nog instemmen');
    expect(judged({ offenceId: 'alcohol-45', ...told }).band.reason).not.toContain('instemmen');
  });

  it('warns that Halt still looks when nobody looked up what came before', () => {
    const { band } = judged({ offenceId: 'alcohol-45', ...told, priorCheck: 'UNKNOWN' });
    expect(band.reason).toContain('Voorlopig: Halt kijkt nog of er eerder iets was.');
  });

  it('sends a theft that a boa found to the police', () => {
    const theft = { offenceId: 'diefstal-310', ...told, value: '20', counsel: 'CONSULTED' };
    const { band } = judged({ ...theft, assistantApproves: 'UNKNOWN' });
    expect(band.heading).toBe('Vraag de hulpofficier');
    expect(band.reason).toContain('politie');
  });

  it('begins with "Tot nu toe" and counts the questions, until all are answered', () => {
    const first = judged({ offenceId: 'alcohol-45', birthDate: '2009-03-14' });
    expect(first.band.heading).toBe('Tot nu toe: mag naar het loket');
    expect(first.band.reason).toContain(`Nog ${first.left.length} vragen.`);
    const almost = judged({ offenceId: 'alcohol-45', ...told, priorCheck: '' });
    expect(almost.band.heading).toMatch(/^Tot nu toe/);
    expect(almost.band.reason).toContain('Nog 1 vraag.');
    expect(judged({ offenceId: 'alcohol-45', ...told }).band.heading).not.toContain('Tot nu toe');
  });

  it('says so when there are no rules on this phone', () => {
    const whole = draft({ offenceId: 'alcohol-45', ...told });
    const judgement = judgementOf(whole, mandate(boa), undefined);
    const band = bandOf(whole, judgement);
    expect(judgement.verdict).toBeUndefined();
    expect(judgement.questions).toContain('admission');
    expect(band.heading).toBe('Een mens beslist');
    expect(band.reason).toContain('heeft de regels nog niet');
  });

  it.each(decisions)('has words for %s', (decision) => {
    const verdict = { decision, fired: [], provisional: false } as unknown as Verdict;
    const { heading, reason, next } = finalBand(verdict);
    expect([heading, reason, next].every((text) => text.length > 3)).toBe(true);
  });
});

describe('the questions', () => {
  it('are those that can still change it, in the order of the rules', () => {
    const { questions } = judged({ offenceId: 'alcohol-45', birthDate: '2009-03-14' });
    expect(questions).toEqual(['responsive', 'cautionGiven', 'admission', 'priorCheck']);
  });

  it.each([
    ['dronken-453', 'publicRoad'],
    ['hinder-apv', 'damage'],
    ['hinder-apv', 'damageTotal'],
    ['diefstal-310', 'value'],
    ['diefstal-310', 'assistantApproves'],
    ['vuurwerk', 'fireworks'],
    ['belediging-266', 'referrerIsVictim'],
  ])('of %s hold %s', (offenceId, key) => {
    expect(judged({ offenceId, birthDate: '2009-03-14' }, police).questions).toContain(key);
    expect(judged({ offenceId: 'alcohol-45', birthDate: '2009-03-14' }).questions).not.toContain(
      key,
    );
  });

  it('ask for a lawyer of a crime once the hulpofficier agrees', () => {
    const theft = { offenceId: 'diefstal-310', ...told, value: '20' };
    expect(judged(theft, police).questions).not.toContain('counsel');
    expect(judged({ ...theft, assistantApproves: 'YES' }, police).left).toEqual(['counsel']);
  });

  it('ask a boa for the area when the place does not tell', () => {
    const hinder = { offenceId: 'hinder-apv', birthDate: '2009-03-14' };
    expect(judged({ ...hinder, place: 'Bos' }).questions).toContain('inArea');
    expect(judged(hinder).questions).not.toContain('inArea');
    expect(judged({ ...hinder, place: 'Bos' }, police).questions).not.toContain('inArea');
  });

  it('ask how often only once something was found', () => {
    const found = { offenceId: 'alcohol-45', ...told, priorCheck: 'VIOLATION' };
    expect(judged(found).questions).toContain('priorHalt');
    expect(judged({ ...found, priorCheck: 'UNKNOWN' }).questions).not.toContain('priorHalt');
  });

  it('stay where they were answered, and can be answered with "weet ik niet"', () => {
    const answered = judged({ offenceId: 'alcohol-45', ...told, responsive: 'UNKNOWN' });
    expect(answered.questions).toEqual(['responsive', 'cautionGiven', 'admission', 'priorCheck']);
    expect(answered.left).toEqual([]);
    expect(answered.band.heading).toBe('Een mens beslist');
  });

  it('stop when nothing can bring it to Halt any more', () => {
    const { final, questions, left, verdict } = judged({
      offenceId: 'alcohol-45',
      birthDate: '2015-03-14',
    });
    expect(final).toBe(true);
    expect([...questions, ...left]).toEqual([]);
    expect(verdict?.route).toBe('UNDER_12');
  });
});
