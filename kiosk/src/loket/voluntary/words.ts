import type { Choice } from '../../elements/hl-choice.js';
import type { Lack, Voluntary } from './shapes.js';

export const SETTINGS: readonly Choice[] = [
  { value: 'SCHOOL', label: 'Op school' },
  { value: 'NEIGHBOURHOOD', label: 'In de wijk' },
];

export const PROPOSERS: Record<string, string> = {
  JUVENILE: 'De jongere zelf',
  GUARDIAN: 'Een ouder of verzorger',
  POLICE: 'De wijkagent',
  BOA: 'Een boa',
  SCHOOL: 'School',
  COMMUNITY_WORK: 'Jongerenwerk of wijkteam',
  SPORT: 'Een sportclub',
  HALT: 'Halt',
  OTHER: 'Iemand anders',
};

/** Equal answers: no is as easy as yes. */
export const CONSENT: readonly Choice[] = [
  { value: 'YES', label: 'Ja' },
  { value: 'NO', label: 'Nee' },
  { value: 'LATER', label: 'Later' },
];

export const HOW: readonly Choice[] = [
  { value: 'IN_PERSON', label: 'Hier aan het loket' },
  { value: 'PHONE', label: 'Aan de telefoon' },
];

const LACKS: Record<Lack, string> = {
  CONTACT: 'hoe Halt iemand bereikt',
  JUVENILE_CONSENT: 'het ja van de jongere',
  GUARDIAN_CONSENT: 'het ja van een ouder',
};

/** What still lacks before it can go to Halt. */
export function lackWords(lacks: readonly Lack[]): string {
  return lacks.map((lack) => LACKS[lack]).join(', ');
}

/** Where it stands. */
export function stateWords({ state, lacks, exportedAt }: Voluntary): string {
  if (state === 'HANDED_OVER') return 'bij Halt, hier gewist';
  if (state === 'STOPPED') return 'gestopt, hier gewist';
  if (lacks.length > 0) return `nog nodig: ${lackWords(lacks)}`;
  return exportedAt === undefined ? 'klaar voor Halt' : 'blad gemaakt, nog niet bij Halt';
}
