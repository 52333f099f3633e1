import { describe, expect, it } from 'vitest';
import { ageOn, dateOf, instantAt, latestAt, localDate, localTime } from '../src/lib/dates.js';

describe('the age', () => {
  const noon = (date: string) => instantAt(date, '12:00');

  it.each([
    ['2014-11-22', '2026-11-21', 11],
    ['2014-11-22', '2026-11-22', 12],
    ['2008-11-22', '2026-11-21', 17],
    ['2008-11-22', '2026-11-22', 18],
  ])('of someone born on %s is on %s: %i', (born, on, age) => {
    expect(ageOn(born, noon(on))).toBe(age);
  });

  it('goes up on 1 March for who was born on 29 February, save in a leap year', () => {
    expect(ageOn('2008-02-29', noon('2026-02-28'))).toBe(17);
    expect(ageOn('2008-02-29', noon('2026-03-01'))).toBe(18);
    expect(ageOn('2008-02-29', noon('2028-02-28'))).toBe(19);
    expect(ageOn('2008-02-29', noon('2028-02-29'))).toBe(20);
  });

  it('follows midnight in the Netherlands, in summer and in winter', () => {
    expect(ageOn('2014-07-15', Date.parse('2026-07-14T21:59:59Z'))).toBe(11);
    expect(ageOn('2014-07-15', Date.parse('2026-07-14T22:00:00Z'))).toBe(12);
    expect(ageOn('2014-01-15', Date.parse('2026-01-14T22:59:59Z'))).toBe(11);
    expect(ageOn('2014-01-15', Date.parse('2026-01-14T23:00:00Z'))).toBe(12);
  });

  it('is not given for who is not born yet', () => {
    expect(ageOn('2027-01-01', noon('2026-11-22'))).toBeUndefined();
  });
});

describe('a date', () => {
  it('is whole only when it exists', () => {
    expect(dateOf({ day: '5', month: '3', year: '2011' })).toBe('2011-03-05');
    expect(dateOf({ day: '29', month: '02', year: '2012' })).toBe('2012-02-29');
    expect(dateOf({ day: '29', month: '02', year: '2011' })).toBe('');
    expect(dateOf({ day: '31', month: '04', year: '2011' })).toBe('');
    expect(dateOf({ day: '01', month: '13', year: '2011' })).toBe('');
    expect(dateOf({ day: '14', month: '03', year: '11' })).toBe('');
  });
});

describe('a wall-clock time', () => {
  it('is found again from its instant, also around the change of the clock', () => {
    for (const date of ['2026-03-28', '2026-03-29', '2026-03-30', '2026-10-25', '2026-11-22']) {
      const instant = instantAt(date, '22:41');
      expect([localDate(instant), localTime(instant)]).toEqual([date, '22:41']);
    }
  });

  it('later than now was yesterday', () => {
    const now = instantAt('2026-11-22', '00:20');
    expect(latestAt('00:10', now)).toBe(instantAt('2026-11-22', '00:10'));
    expect(latestAt('23:50', now)).toBe(instantAt('2026-11-21', '23:50'));
  });
});
