import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Mandate, Offence, Referrer } from '../src/lib/contract.js';
import { instantAt } from '../src/lib/dates.js';
import { decisions, type Law, type Offences, type Rules } from '../src/lib/eligibility/law.js';
import type { Verdict } from '../src/lib/eligibility/verdict.js';
import {
  correctionOf,
  emptyDraft,
  nextOfGroup,
  sameJuvenile,
  type HandoverDraft,
} from '../src/verwijzer/draft.js';
import { judgementOf } from '../src/verwijzer/judgement.js';
import { situationOf } from '../src/verwijzer/situation.js';
import { toData } from '../src/verwijzer/to-data.js';
import { bandOf, finalBand, routesOf } from '../src/verwijzer/verdict.js';

const law: Law = {
  rules: file('rules.json') as Rules,
  offences: file('halt-feiten.json') as Offences,
};

function file(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../config/${name}`, import.meta.url), 'utf8'));
}

const boa: Referrer = {
  id: 'boa',
  kind: 'BOA',
  domain: 'I',
  number: '1',
  organisation: 'Gemeente',
};
const police: Referrer = { id: 'agent', kind: 'POLICE', number: '2', organisation: 'Politie' };
const offences: readonly Offence[] = [
  offence('alcohol-45', 'VIOLATION', []),
  offence('dronken-453', 'VIOLATION', ['publicRoad']),
  offence('hinder-apv', 'VIOLATION', ['damage']),
  offence('diefstal-310', 'CRIME', ['value']),
  offence('vuurwerk', 'UNKNOWN', ['fireworks']),
  offence('belediging-266', 'CRIME', ['referrerIsVictim']),
];

function offence(id: string, kind: Offence['kind'], asks: readonly string[]): Offence {
  const [asksDamage, asksValue] = [asks.includes('damage'), asks.includes('value')];
  return { id, label: id, icon: 'zoek', article: '', kind, asksDamage, asksValue, asks };
}

function mandate(referrer: Referrer | undefined): Mandate {
  return {
    event: {
      ...{ id: 'e', name: 'Kermis', place: 'Oostdorp', host: 'loket.test', drill: true },
      ...{ startsAt: '2026-11-22T09:00:00Z', endsAt: '2026-11-23T09:00:00Z' },
      ...{ deskPhone: '088 000 00 00', serverTime: '2026-11-22T12:00:00Z' },
    },
    ...{ kioskId: 'e', mandateId: 'm', rulesVersion: 'r', sealKey: '', receiptKey: '' },
    ...(referrer ? { referrer } : {}),
    offences,
    from: '2026-11-21T09:00:00Z',
    to: '2027-11-21T09:00:00Z',
    area: { name: 'Centrum', places: ['Kermisplein'] },
    numbers: { police: '088 000 00 01', care: '088 000 00 05' },
  };
}

const begunAt = instantAt('2026-11-22', '12:00');

function draft(part: Partial<HandoverDraft>): HandoverDraft {
  const frame = { caseId: 'x', begunAt, place: 'Kermisplein', manner: 'STOPPED' };
  return { ...emptyDraft, ...frame, ...part };
}

/** Everything told that a common case is asked for. */
const told: Partial<HandoverDraft> = {
  birthDate: '2009-03-14',
  identity: 'DOCUMENT',
  cautionGiven: 'YES',
  admission: 'YES',
  responsive: 'YES',
  priorCheck: 'NONE',
};

function judged(part: Partial<HandoverDraft>, referrer: Referrer | undefined = boa) {
  const whole = draft(part);
  const judgement = judgementOf(whole, mandate(referrer), law);
  return { ...judgement, band: bandOf(whole, judgement) };
}

function situation(part: Partial<HandoverDraft>, id = 'alcohol-45', referrer = boa) {
  const [chosen] = offences.filter((each) => each.id === id);
  if (!chosen) throw new Error(id);
  const data = toData(draft({ offenceId: id, ...part }), chosen);
  return situationOf(data, mandate(referrer), begunAt + 60_000);
}

describe('what the rules are asked about a handover', () => {
  it('holds what the referrer declared, under the names of the rules', () => {
    expect(situation(told)).toEqual({
      offenceId: 'alcohol-45',
      offenceAt: '2026-11-22T11:00:00.000Z',
      judgedAt: '2026-11-22T11:01:00.000Z',
      birthDate: '2009-03-14',
      identity: 'DOCUMENT',
      referrer: { kind: 'BOA', domain: 'I', listed: true },
      mandate: {
        from: '2026-11-21T09:00:00Z',
        to: '2027-11-21T09:00:00Z',
        offences: offences.map(({ id }) => id),
        inArea: 'YES',
      },
      manner: 'STOPPED',
      cautionGiven: 'YES',
      admission: 'YES',
      responsive: 'YES',
      prior: { check: 'NONE', halt: 0, haltViolations: 0, crimeRecord: 'NO' },
      hovj: 'NOT_ASKED',
    });
  });

  it('leaves out what is not known', () => {
    const unknown = { admission: 'UNKNOWN', priorCheck: 'UNKNOWN', manner: '', place: 'Bos' };
    const left = situation({ ...told, ...unknown, responsive: '' });
    expect(left).not.toHaveProperty('admission');
    expect(left).not.toHaveProperty('prior');
    expect(left).not.toHaveProperty('manner');
    expect(left).not.toHaveProperty('responsive');
    expect(left.mandate).not.toHaveProperty('inArea');
  });

  it.each([
    ['YES', 'APPROVED'],
    ['NO', 'REFUSED'],
    ['UNKNOWN', 'NOT_ASKED'],
    ['', 'NOT_ASKED'],
  ])('knows of a hulpofficier who says "%s" that it is %s', (assistantApproves, hovj) => {
    expect(situation({ assistantApproves }, 'diefstal-310').hovj).toBe(hovj);
  });

  it('counts earlier Halt only when something was found', () => {
    const counts = { priorHalt: '2', priorHaltViolations: '1' };
    expect(situation({ priorCheck: 'VIOLATION', ...counts }).prior).toEqual({
      check: 'VIOLATION',
      halt: 2,
      haltViolations: 1,
      crimeRecord: 'NO',
    });
    expect(situation({ priorCheck: 'UNKNOWN', ...counts }).prior).toBeUndefined();
    const unsure = { priorCheck: 'CRIME', priorHalt: 'UNKNOWN' };
    expect(situation(unsure).prior).toEqual({ check: 'CRIME', crimeRecord: 'YES' });
  });

  it('takes what the referrer says of the place above the list of places', () => {
    expect(situation({ inArea: 'NO' }).mandate?.inArea).toBe('NO');
    expect(situation({ place: ' kermisPLEIN ' }).mandate?.inArea).toBe('YES');
    expect(situation({ place: 'Bos', inArea: 'YES' }).mandate?.inArea).toBe('YES');
  });

  it('tells nothing that belongs to an offence chosen earlier', () => {
    const stale = { publicRoad: 'NO', fireworks: 'F4', damage: '10', damageTotal: '20' };
    const facts = situation({ ...stale, value: '5' });
    for (const fact of ['publicRoad', 'fireworks', 'damageCents', 'damageTotalCents', 'valueCents'])
      expect(facts).not.toHaveProperty(fact);
    expect(situation(stale, 'hinder-apv')).toMatchObject({
      damageCents: 1000,
      damageTotalCents: 2000,
    });
  });

  it('knows a referrer who is not in the mandate', () => {
    expect(situationOf(toData(draft({}), law0()), mandate(undefined), begunAt).referrer).toEqual({
      listed: false,
    });
  });
});

function law0(): Offence {
  const [first] = offences;
  if (!first) throw new Error('no offences');
  return first;
}

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
    ['diefstal-310', 'counsel'],
    ['diefstal-310', 'assistantApproves'],
    ['vuurwerk', 'fireworks'],
    ['belediging-266', 'referrerIsVictim'],
  ])('of %s hold %s', (offenceId, key) => {
    expect(judged({ offenceId, birthDate: '2009-03-14' }, police).questions).toContain(key);
    expect(judged({ offenceId: 'alcohol-45', birthDate: '2009-03-14' }).questions).not.toContain(
      key,
    );
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
    expect(verdict && routesOf(verdict, law)[0]).toBe('UNDER_12');
  });
});

describe('what follows a handover', () => {
  const sent = draft({
    offenceId: 'hinder-apv',
    ...told,
    priorCheck: 'VIOLATION',
    priorHalt: '1',
    inArea: 'YES',
    damage: '10',
    damageTotal: '30',
    assistantApproves: 'YES',
  });

  it('carries about the juvenile what is about the juvenile', () => {
    const next = sameJuvenile(sent);
    expect(next).toMatchObject({ priorCheck: 'VIOLATION', priorHalt: '1', responsive: 'YES' });
    expect(next).toMatchObject({ damage: '', damageTotal: '', inArea: '', assistantApproves: '' });
  });

  it('carries about the offence what is about the offence', () => {
    const next = nextOfGroup(sent);
    expect(next).toMatchObject({ offenceId: 'hinder-apv', inArea: 'YES', damageTotal: '30' });
    expect(next).toMatchObject({ damage: '', priorHalt: '', admission: '', assistantApproves: '' });
  });

  it('carries everything into a correction', () => {
    expect(correctionOf(sent)).toMatchObject({ damage: '10', priorHalt: '1', replaces: 'x' });
  });
});

describe('what is sent', () => {
  it('says what this phone said', () => {
    const whole = draft({ offenceId: 'alcohol-45', ...told });
    const { verdict } = judgementOf(whole, mandate(boa), law);
    const { eligibility } = toData(whole, law0(), verdict);
    expect(eligibility).toMatchObject({ phoneDecision: 'DIRECT', phoneProvisional: 'NO' });
  });
});
