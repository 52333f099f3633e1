import type {
  Admission,
  Answer,
  Counsel,
  HandoverState,
  IdentityBasis,
  Manner,
  PriorCheck,
  Relation,
  Responsive,
} from '../lib/contract.js';
import type { Choice } from '../elements/hl-choice.js';

type Words<T extends string> = Readonly<Record<T, string>>;

export const answerWords: Words<Answer> = { YES: 'Ja', NO: 'Nee', UNKNOWN: 'Weet ik niet' };

export const mannerWords: Words<Manner> = {
  STOPPED: 'Staande gehouden',
  ARRESTED: 'Aangehouden',
  SUMMONED: 'Ontboden',
};

export const counselWords: Words<Counsel> = {
  PRESENT: 'Was erbij',
  CONSULTED: 'Gesproken',
  WAIVED: 'Wil geen advocaat',
  NOT_APPLICABLE: 'Niet van toepassing',
  UNKNOWN: 'Weet ik niet',
};

export const admissionWords: Words<Admission> = {
  YES: 'Ja',
  NO: 'Nee',
  PARTLY: 'Deels',
  UNKNOWN: 'Weet ik niet',
};

export const responsiveWords: Words<Responsive> = {
  YES: 'Ja',
  LIMITED: 'Een beetje',
  NO: 'Nee',
  UNKNOWN: 'Weet ik niet',
};

export const priorCheckWords: Words<PriorCheck> = {
  NONE: 'Niets gevonden',
  VIOLATION: 'Ja, overtreding',
  CRIME: 'Ja, misdrijf',
  UNKNOWN: 'Niet nagekeken',
};

export const identityWords: Words<IdentityBasis> = {
  DOCUMENT: 'ID-bewijs',
  POLICE_CHECK: 'Politie keek na',
  GUARDIAN_CONFIRMS: 'Ouder bevestigt',
  STATED: 'Alleen zelf gezegd',
};

export const relationWords: Words<Relation> = {
  MOTHER: 'Moeder',
  FATHER: 'Vader',
  GUARDIAN: 'Voogd',
  OTHER: 'Iemand anders',
};

export const stateWords: Words<HandoverState> = {
  SUBMITTED: 'Gemeld bij het loket',
  RECEIVED: 'Overgenomen',
  DECLINED: 'Niet overgenomen',
  WITHDRAWN: 'Ingetrokken',
  EXPIRED: 'Verlopen',
};

/** The categories in plain words; the number stands on the label beside the CE mark. */
export const fireworksWords: Readonly<Record<string, string>> = {
  F1: 'F1: klein spul, zoals sterretjes en knalerwten',
  F2: 'F2: consumentenvuurwerk, zoals fonteinen en rotjes',
  F3: 'F3: zwaar, zoals grote vuurpijlen en nitraten',
  F4: 'F4: voor vakmensen, of zonder CE-merk',
  UNKNOWN: 'Weet ik niet',
};

const timesWords: Readonly<Record<string, string>> = {
  0: 'Nooit',
  1: '1 keer',
  2: '2 keer',
  3: '3 keer of vaker',
  UNKNOWN: 'Weet ik niet',
};

/** Answers of the questions of the rules that are not yes or no. */
export const wordsOf: Readonly<Partial<Record<string, Readonly<Record<string, string>>>>> = {
  counsel: counselWords,
  admission: admissionWords,
  responsive: responsiveWords,
  priorCheck: priorCheckWords,
  priorHalt: timesWords,
  priorHaltViolations: timesWords,
  fireworks: fireworksWords,
};

/** Questions as long as this phone has no rules; afterwards they come with the rules. */
export const questionWords: Readonly<Partial<Record<string, string>>> = {
  value: 'Waarde',
  damage: 'Schade',
  counsel: 'Advocaat',
  admission: 'Bekent de jongere?',
  responsive: 'Is de jongere aanspreekbaar?',
  priorCheck: 'Eerder bij Halt of politie?',
};

interface Refusal {
  readonly why: string;
  readonly next: string;
}

const refusals: Readonly<Record<string, Refusal>> = {
  TOO_YOUNG: {
    why: 'De jongere is jonger dan 12 jaar.',
    next: 'Bel de ouders. Doe een zorgmelding.',
  },
  ADULT: { why: 'De jongere is 18 jaar of ouder.', next: 'Maak proces-verbaal.' },
  NOT_HALT_OFFENCE: {
    why: 'Dit feit kan niet naar Halt.',
    next: 'Handel het zelf af, of overleg met de hulpofficier.',
  },
  NO_ADMISSION: {
    why: 'De jongere bekent het feit niet.',
    next: 'Maak proces-verbaal, of overleg met de hulpofficier.',
  },
  NEEDS_POLICE: {
    why: 'De politie moet dit verder doen.',
    next: 'Overleg met de hulpofficier.',
  },
  MEDICAL: {
    why: 'De jongere heeft eerst medische hulp nodig.',
    next: 'Breng de jongere naar de EHBO of bel 112.',
  },
  NOT_ARRIVED: {
    why: 'De jongere is niet bij het loket aangekomen.',
    next: 'Ga na waar de jongere is. Bel het loket.',
  },
};

/** Why the desk did not take over, and what the referrer does now. */
export function refusalWords(reason: string | undefined): Refusal {
  const known = refusals[reason ?? ''];
  if (known) return known;
  const why = !reason || reason === 'OTHER' ? 'Het loket noemt geen vaste reden.' : reason;
  return { why, next: 'Bel het loket.' };
}

/** Tiles for a list of words. */
export function choicesOf(words: Readonly<Record<string, string>>): readonly Choice[] {
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}
