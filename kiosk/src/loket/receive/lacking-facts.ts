import {
  admissionWords,
  answerWords,
  counselWords,
  priorCheckWords,
  responsiveWords,
} from '../../verwijzer/words.js';
import type { HandoverContent } from '../shapes.js';

/** The facts that the referrer did not give or does not know, as short words. */
export function lackingFacts(content: HandoverContent): string[] {
  const told = content.declarations;
  const facts: [string, string | undefined][] = [
    ['verdenking verteld', told.suspicionTold],
    ['cautie gegeven', told.cautionGiven],
    ['recht op advocaat verteld', told.counselTold],
    ['advocaat', told.counsel],
    ['bekent', told.admission],
    ['eerdere feiten nagekeken', told.priorCheck],
    ['ouder ingelicht door verwijzer', told.guardianTold],
    ['op heterdaad', content.caughtInAct],
    ['nummer van de verwijzer', content.recordNumber],
  ];
  return facts
    .filter(([, value]) => value === undefined || value === '' || value === 'UNKNOWN')
    .map(([label]) => label);
}

/** What the referrer declared, as pairs of a label and a word. Unknown answers are left out. */
export function declaredFacts(content: HandoverContent): [string, string][] {
  const told = content.declarations;
  const facts: [string, string | undefined][] = [
    ['Op heterdaad', word(answerWords, content.caughtInAct)],
    ['Verdenking verteld', word(answerWords, told.suspicionTold)],
    ['Cautie gegeven', word(answerWords, told.cautionGiven)],
    ['Recht op advocaat verteld', word(answerWords, told.counselTold)],
    ['Advocaat', word(counselWords, told.counsel)],
    ['Bekent', word(admissionWords, told.admission)],
    ['Aanspreekbaar', word(responsiveWords, told.responsive)],
    ['Eerdere feiten', word(priorCheckWords, told.priorCheck)],
    ['Ouder ingelicht', withHow(word(answerWords, told.guardianTold), told.guardianToldHow)],
    ['Hulpofficier', told.assistantProsecutor],
    ['Nummer verwijzer', content.recordNumber],
  ];
  return facts.filter((fact): fact is [string, string] => Boolean(fact[1]));
}

function word<T extends string>(
  words: Readonly<Record<T, string>>,
  value: T | undefined,
): string | undefined {
  return value === undefined || value === 'UNKNOWN' ? undefined : words[value];
}

function withHow(told: string | undefined, how: string | undefined): string | undefined {
  return told !== undefined && how ? `${told}, ${how}` : told;
}
