import { bareNumber, isNumber, numberFault, numberNote } from '../phone.js';
import {
  EMPTY_SUBSTITUTE,
  missingSubstitute,
  type NewSubstitute,
  type SubstituteDraft,
  toSubstitute,
} from '../case/substitute-draft.js';
import { UNKNOWN_LANGUAGE } from '../words.js';
import type { Answer, IdentityBasis, Relation } from '../../lib/contract.js';
import type { HandoverContent } from '../shapes.js';
import { sharers } from './same-number.js';

/** The longest name that the server takes, in characters. */
const NAME_MAX = 80;

/** A guardian as typed so far. */
export interface GuardianDraft {
  id: string;
  name: string;
  relation: Relation | '';
  custody: Answer | '';
  /** A code of the list; '' as long as nobody was asked. */
  language: string;
  number: string;
  /** True once the number was read aloud and confirmed; typing in the number undoes it. */
  readBack: boolean;
  doNotContact: boolean;
  doNotContactReason: string;
  /** Who comes instead; only with do-not-contact. */
  substitute: SubstituteDraft;
}

/** The three safety questions; absent is not asked yet. */
export interface SafetyDraft {
  conscious?: boolean;
  hurt?: boolean;
  inDanger?: boolean;
}

/** The "Neem over" screen as filled in so far. */
export interface ReceiptDraft {
  /** True once the referrer's words were copied in. */
  filled: boolean;
  /** True when the referrer corrected the handover while this was being typed. */
  corrected: boolean;
  safety: SafetyDraft;
  familyName: string;
  givenNames: string;
  birthDate: string;
  basis: IdentityBasis | '';
  guardians: GuardianDraft[];
}

/** The body of the command that receives a juvenile. */
export interface Receipt {
  handoverId: string;
  alsoHandovers?: string[];
  safety: Required<SafetyDraft>;
  identity: { familyName: string; givenNames: string; birthDate: string; basis: IdentityBasis };
  guardians: NewGuardian[];
}

interface NewGuardian {
  id: string;
  relation: Relation;
  custody: Answer;
  language: string;
  doNotContact: boolean;
  name?: string;
  number?: string;
  readBack?: boolean;
  doNotContactReason?: string;
  substitute?: NewSubstitute;
}

/** An empty guardian with its own id. */
export function emptyGuardian(id: string): GuardianDraft {
  return {
    id,
    name: '',
    relation: '',
    custody: '',
    language: '',
    number: '',
    readBack: false,
    doNotContact: false,
    doNotContactReason: '',
    substitute: EMPTY_SUBSTITUTE,
  };
}

/** A form with nothing filled in. */
export function emptyReceipt(guardianId: string): ReceiptDraft {
  return {
    filled: false,
    corrected: false,
    safety: {},
    familyName: '',
    givenNames: '',
    birthDate: '',
    basis: '',
    guardians: [emptyGuardian(guardianId)],
  };
}

/** Copies what the referrer gave into a form that was not filled before. */
export function fillFrom(draft: ReceiptDraft, content: HandoverContent): ReceiptDraft {
  const [first, ...others] = draft.guardians;
  if (draft.filled || first === undefined) {
    return draft;
  }
  const { juvenile, guardian } = content;
  return {
    ...draft,
    filled: true,
    familyName: juvenile.familyName ?? '',
    givenNames: juvenile.givenNames ?? '',
    birthDate: juvenile.birthDate ?? '',
    basis: juvenile.identity ?? '',
    guardians: [
      {
        ...first,
        name: guardian?.name ?? '',
        relation: guardian?.relation ?? '',
        number: guardian?.number ?? '',
      },
      ...others,
    ],
  };
}

/** A guardian's number as typed; what was read aloud was another one. */
export function withNumber(guardian: GuardianDraft, number: string): Partial<GuardianDraft> {
  const same = bareNumber(number) === bareNumber(guardian.number);
  return { number, readBack: guardian.readBack && same };
}

/** What is wrong with the number of one of the guardians, as a sentence; empty when nothing is. */
export function faultOfNumber(guardians: readonly GuardianDraft[], index: number): string {
  const guardian = guardians[index];
  if (!guardian) return '';
  const marked = sharers(guardians, index).some((one) => one.doNotContact);
  return marked && !guardian.doNotContact
    ? 'Dit nummer staat op Niet bellen bij een andere ouder. Vraag een ander nummer.'
    : numberFault(guardian.number);
}

/** What to know of the number of one of the guardians. */
export function noteOfNumber(guardians: readonly GuardianDraft[], index: number): string {
  const guardian = guardians[index];
  if (!guardian || guardian.doNotContact) return '';
  const note = numberNote(guardian.number);
  return note === '' && sharers(guardians, index).length > 0
    ? 'Dit nummer staat ook bij een andere ouder. Er gaat één sms.'
    : note;
}

/** What is wrong with a name, as a sentence; empty when nothing is. The text stays as typed. */
export function nameFault(name: string): string {
  if (Array.from(name.trim()).length > NAME_MAX) {
    return `Deze naam is te lang: ten hoogste ${NAME_MAX} tekens.`;
  }
  return /[\p{Cc}\u2028-\u202e\u2066-\u2069]/u.test(name.trim())
    ? 'In deze naam staan onzichtbare tekens. Typ de naam opnieuw.'
    : '';
}

/** The safety answers that ask for help first. */
export function needsHelpFirst(safety: SafetyDraft): boolean {
  return safety.conscious === false || safety.hurt === true || safety.inDanger === true;
}

/** What still lacks before the juvenile can be received, as short sentences. */
export function missingItems(draft: ReceiptDraft): string[] {
  return [
    ...missingSafety(draft.safety),
    ...missingIdentity(draft),
    ...draft.guardians.flatMap((guardian, index) =>
      missingGuardian(guardian, index, faultOfNumber(draft.guardians, index)),
    ),
  ];
}

/** The command's body; the draft must miss nothing. */
export function toReceipt(
  handoverId: string,
  draft: ReceiptDraft,
  alsoHandovers: string[] = [],
): Receipt {
  const { conscious, hurt, inDanger } = draft.safety;
  if (draft.basis === '' || missingItems(draft).length > 0) {
    throw new Error('The receipt is not complete');
  }
  return {
    handoverId,
    ...(alsoHandovers.length === 0 ? {} : { alsoHandovers }),
    safety: { conscious: conscious === true, hurt: hurt === true, inDanger: inDanger === true },
    identity: {
      familyName: draft.familyName.trim(),
      givenNames: draft.givenNames.trim(),
      birthDate: draft.birthDate,
      basis: draft.basis,
    },
    guardians: draft.guardians.map(toGuardian),
  };
}

function missingSafety(safety: SafetyDraft): string[] {
  return [
    safety.conscious === undefined ? 'is de jongere aanspreekbaar' : '',
    safety.hurt === undefined ? 'is de jongere gewond' : '',
    safety.inDanger === undefined ? 'is de jongere in gevaar' : '',
  ].filter(isPresent);
}

function missingIdentity(draft: ReceiptDraft): string[] {
  return [
    missingName(draft.familyName, 'achternaam'),
    missingName(draft.givenNames, 'voornamen'),
    /^\d{4}-\d{2}-\d{2}$/.test(draft.birthDate) ? '' : 'geboortedatum',
    draft.basis === '' ? 'hoe u weet wie het is' : '',
  ].filter(isPresent);
}

/** A name of nothing but spaces and characters that nobody sees is no name. */
function missingName(name: string, label: string): string {
  if (!/[^\p{C}\p{Z}]/u.test(name)) return label;
  return nameFault(name) === '' ? '' : `${label}: kijk na`;
}

/** What still lacks of one guardian, as short sentences. */
export function missingGuardian(guardian: GuardianDraft, index: number, fault: string): string[] {
  const who = index === 0 ? 'ouder' : `ouder ${index + 1}`;
  return [
    guardian.relation === '' ? `${who}: relatie` : '',
    guardian.custody === '' ? `${who}: gezag` : '',
    guardian.language === '' && !guardian.doNotContact ? `${who}: taal` : '',
    nameFault(guardian.name) === '' ? '' : `${who}: naam kijk na`,
    ...missingContact(guardian, who, fault),
  ].filter(isPresent);
}

function missingContact(guardian: GuardianDraft, who: string, fault: string): string[] {
  const { number } = guardian;
  if (guardian.doNotContact) {
    return [
      guardian.doNotContactReason.trim() === '' ? `${who}: reden om niet te bellen` : '',
      missingSubstitute(guardian.substitute) === '' ? '' : `${who}: wie er in plaats komt`,
      number.trim() === '' || isNumber(number) ? '' : `${who}: nummer klopt niet`,
    ];
  }
  if (number.trim() === '') {
    return [`${who}: telefoonnummer`];
  }
  if (fault !== '' || !isNumber(number)) {
    return [`${who}: nummer ${fault === '' ? 'is te kort' : 'klopt niet'}`];
  }
  return [guardian.readBack ? '' : `${who}: nummer voorlezen`];
}

/** The guardian as the command carries one. */
export function toGuardian(guardian: GuardianDraft): NewGuardian {
  const name = guardian.name.trim();
  const substitute = guardian.doNotContact ? toSubstitute(guardian.substitute) : undefined;
  return {
    id: guardian.id,
    relation: guardian.relation === '' ? 'OTHER' : guardian.relation,
    custody: guardian.custody === '' ? 'UNKNOWN' : guardian.custody,
    language: guardian.language === '' ? UNKNOWN_LANGUAGE : guardian.language,
    doNotContact: guardian.doNotContact,
    ...(name === '' ? {} : { name }),
    ...(guardian.doNotContact
      ? {
          doNotContactReason: guardian.doNotContactReason.trim(),
          ...(substitute ? { substitute } : {}),
          ...(isNumber(guardian.number) ? { number: bareNumber(guardian.number) } : {}),
        }
      : { number: bareNumber(guardian.number), readBack: guardian.readBack }),
  };
}

function isPresent(text: string): boolean {
  return text !== '';
}
