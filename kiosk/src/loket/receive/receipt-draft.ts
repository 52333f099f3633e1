import { bareNumber, isNumber } from '../phone.js';
import type { Answer, IdentityBasis, Relation } from '../../lib/contract.js';
import type { HandoverContent } from '../shapes.js';

/** A guardian as typed so far. */
export interface GuardianDraft {
  id: string;
  name: string;
  relation: Relation | '';
  custody: Answer | '';
  language: string;
  number: string;
  /** True once the number was read aloud and confirmed; typing in the number undoes it. */
  readBack: boolean;
  doNotContact: boolean;
  doNotContactReason: string;
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
}

/** An empty guardian with its own id. */
export function emptyGuardian(id: string): GuardianDraft {
  return {
    id,
    name: '',
    relation: '',
    custody: '',
    language: 'nl',
    number: '',
    readBack: false,
    doNotContact: false,
    doNotContactReason: '',
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

/** The safety answers that ask for help first. */
export function needsHelpFirst(safety: SafetyDraft): boolean {
  return safety.conscious === false || safety.hurt === true || safety.inDanger === true;
}

/** What still lacks before the juvenile can be received, as short sentences. */
export function missingItems(draft: ReceiptDraft): string[] {
  return [
    ...missingSafety(draft.safety),
    ...missingIdentity(draft),
    ...draft.guardians.flatMap((guardian, index) => missingGuardian(guardian, index)),
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
    draft.familyName.trim() === '' ? 'achternaam' : '',
    draft.givenNames.trim() === '' ? 'voornamen' : '',
    /^\d{4}-\d{2}-\d{2}$/.test(draft.birthDate) ? '' : 'geboortedatum',
    draft.basis === '' ? 'hoe u weet wie het is' : '',
  ].filter(isPresent);
}

/** What still lacks of one guardian, as short sentences. */
export function missingGuardian(guardian: GuardianDraft, index: number): string[] {
  const who = index === 0 ? 'ouder' : `ouder ${index + 1}`;
  return [
    guardian.relation === '' ? `${who}: relatie` : '',
    guardian.custody === '' ? `${who}: gezag` : '',
    ...missingContact(guardian, who),
  ].filter(isPresent);
}

function missingContact(guardian: GuardianDraft, who: string): string[] {
  if (guardian.doNotContact) {
    return [guardian.doNotContactReason.trim() === '' ? `${who}: reden om niet te bellen` : ''];
  }
  if (!isNumber(guardian.number)) {
    return [`${who}: telefoonnummer`];
  }
  return [guardian.readBack ? '' : `${who}: nummer voorlezen`];
}

/** The guardian as the command carries one. */
export function toGuardian(guardian: GuardianDraft): NewGuardian {
  const name = guardian.name.trim();
  return {
    id: guardian.id,
    relation: guardian.relation === '' ? 'OTHER' : guardian.relation,
    custody: guardian.custody === '' ? 'UNKNOWN' : guardian.custody,
    language: guardian.language,
    doNotContact: guardian.doNotContact,
    ...(name === '' ? {} : { name }),
    ...(guardian.doNotContact
      ? { doNotContactReason: guardian.doNotContactReason.trim() }
      : { number: bareNumber(guardian.number), readBack: guardian.readBack }),
  };
}

function isPresent(text: string): boolean {
  return text !== '';
}
