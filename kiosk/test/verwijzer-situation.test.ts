import { describe, expect, it } from 'vitest';
import {
  correctionOf,
  nextOfGroup,
  sameJuvenile,
  type HandoverDraft,
} from '../src/verwijzer/draft.js';
import { judgementOf } from '../src/verwijzer/judgement.js';
import { situationOf } from '../src/verwijzer/situation.js';
import { toData } from '../src/verwijzer/to-data.js';
import { begunAt, boa, draft, law, mandate, offenceOf, offences, told } from './verwijzer-law.js';

function situation(part: Partial<HandoverDraft>, id = 'alcohol-45', referrer = boa) {
  const data = toData(draft({ offenceId: id, ...part }), offenceOf(id));
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
    expect(
      situationOf(toData(draft({}), offenceOf('alcohol-45')), mandate(undefined), begunAt).referrer,
    ).toEqual({
      listed: false,
    });
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
    const { eligibility } = toData(whole, offenceOf('alcohol-45'), verdict);
    expect(eligibility).toMatchObject({ phoneDecision: 'DIRECT', phoneProvisional: 'NO' });
  });
});
