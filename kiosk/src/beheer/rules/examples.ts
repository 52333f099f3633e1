import type { Answers } from './trial.js';
import { momentOf } from './trial.js';

/** A case to start from. */
export interface Example {
  readonly id: string;
  readonly label: string;
  readonly answers: (now: number) => Answers;
}

const boa: Answers = {
  referrerKind: 'BOA',
  referrerDomain: 'I',
  referrerListed: 'YES',
  withMandate: 'YES',
  inArea: 'YES',
  referrerIsVictim: 'NO',
};

const police: Answers = { ...boa, referrerKind: 'POLICE', referrerDomain: '' };

const declared: Answers = {
  identity: 'DOCUMENT',
  manner: 'STOPPED',
  responsive: 'YES',
  cautionGiven: 'YES',
  counsel: 'WAIVED',
  admission: 'YES',
  publicRoad: 'YES',
  guardianTold: 'YES',
  priorCheck: 'NONE',
};

/** Born on 1 January, so that the age is the same on every day of the year. */
function aged(years: number, now: number): Answers {
  const moment = momentOf(now);
  const year = Number(moment.offenceDate?.slice(0, 4)) - years;
  return { ...moment, birthYear: String(year), birthMonth: '1', birthDay: '1' };
}

function example(id: string, label: string, years: number, answers: Answers): Example {
  return { id, label, answers: (now) => ({ ...declared, ...aged(years, now), ...answers }) };
}

/** The cases that a coordinator is asked about most. */
export const EXAMPLES: readonly Example[] = [
  example('boa-alcohol', 'Boa, alcohol (E211b), 17 jaar', 17, {
    ...boa,
    offenceId: 'alcohol-45',
    feitcode: 'E211b',
  }),
  example('boa-theft', 'Boa en diefstal', 16, {
    ...boa,
    offenceId: 'diefstal-310',
    counsel: 'CONSULTED',
    valueCents: '20',
  }),
  example('eleven', 'Jongere van 11 jaar', 11, { ...police, offenceId: 'baldadigheid-424' }),
  example('drunk', 'Dronken jongere van 15', 15, {
    ...police,
    offenceId: 'dronken-453',
    responsive: 'NO',
  }),
  example('prior-unknown', 'Eerdere feiten onbekend', 17, {
    ...boa,
    offenceId: 'alcohol-45',
    feitcode: 'E211a',
    priorCheck: '',
  }),
];
