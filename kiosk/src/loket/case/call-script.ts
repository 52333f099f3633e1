import { device } from '../../lib/device.js';
import { ageOn } from '../../lib/dates.js';
import type { CaseFile, Guardian } from '../shapes.js';

/** One line to say, with what to mind while saying it. */
export type ScriptLine = readonly [line: string, hint?: string];

/** From this age on a guardian does not have to agree (Beleidsregel Halt: 12 to 15). */
const OWN_CONSENT_AGE = 16;

/** What the script says about this desk. */
export interface Desk {
  /** Who calls. */
  worker: string;
  place: string;
  deskPhone: string;
}

/** The desk as this tablet knows it. */
export function deskHere(): Desk {
  const event = device.current?.mandate.event;
  return {
    worker: device.current?.worker?.name ?? '',
    place: event?.place ?? '',
    deskPhone: event?.deskPhone ?? '',
  };
}

/** What to say to a guardian, in plain Dutch. What happened is never in it. */
export function callScript(file: CaseFile, desk: Desk, now: number): ScriptLine[] {
  const name = desk.worker === '' ? '' : `, met ${desk.worker}`;
  const where = desk.place === '' ? '' : `, bij ${desk.place},`;
  const phone = desk.deskPhone === '' ? 'ons nummer' : desk.deskPhone;
  return [
    [
      `Goedendag${name} van Halt. Met wie spreek ik?`,
      'Noem pas een naam als u weet wie u spreekt.',
    ],
    [`Uw kind is bij ons op het Halt-loket${where} en is veilig. Het luistert mee. Is dat goed?`],
    ['Een boa of agent bracht uw kind bij ons. Wat er is gebeurd, hoort u van hem of haar.'],
    [whatNow(file, now)],
    [`Kunt u uw kind ophalen? Hoe laat? Ons nummer is ${phone}, het staat ook op halt.nl.`],
  ];
}

/** A crime asks for a lawyer first; a violation does not (articles 488 and 489 Sv). */
function whatNow(file: CaseFile, now: number): string {
  const all = [file.handover, ...(file.handover.otherOffences ?? []).map((one) => one.content)];
  const first = all.some(({ offence }) => offence?.kind !== 'VIOLATION')
    ? 'Uw kind mag eerst een advocaat spreken, dat kost niets. Wij vragen niet naar wat er is gebeurd.'
    : 'Wij leggen uit wat Halt is. Uw kind mag ja of nee zeggen.';
  const age = file.identity ? ageOn(file.identity.birthDate, now) : undefined;
  return age !== undefined && age < OWN_CONSENT_AGE
    ? `${first} Halt begint pas als u het ook goed vindt. Kiezen hoeft nu nog niet.`
    : first;
}

/** How to call with an interpreter; empty when Dutch or English will do. */
export function interpreterWords({ language }: Guardian): { text: string; number: string } {
  if (language === 'nl' || language === 'en') return { text: '', number: '' };
  const number = device.current?.mandate.numbers?.interpreter ?? '';
  const unknown = language === '' || language === 'und';
  const when = unknown
    ? 'Spreekt de ouder geen Nederlands of Engels? Bel dan met een tolk.'
    : 'Bel met een tolk. Laat de jongere niet vertalen.';
  return number === ''
    ? { text: `${when} Er is geen tolkennummer ingesteld: vraag de coördinator.`, number }
    : { text: when, number };
}
