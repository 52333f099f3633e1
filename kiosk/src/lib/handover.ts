import { encode, fields } from './cbor.js';
import type {
  Admission,
  Answer,
  Counsel,
  Fireworks,
  IdentityBasis,
  Manner,
  PriorCheck,
  Relation,
  Responsive,
} from './contract.js';
import { type Decision, decisions } from './eligibility/law.js';
import { uuidBytes } from './ids.js';

/** What the referrer declares; what is absent was not answered. Amounts in euro cents. */
export interface HandoverData {
  readonly cardCode?: string | undefined;
  readonly offenceId: string;
  /** Epoch ms. */
  readonly offenceAt: number;
  readonly place: string;
  readonly description?: string | undefined;
  readonly manner: Manner;
  readonly caughtInAct: Answer;
  readonly damageCents?: number | undefined;
  readonly valueCents?: number | undefined;
  readonly recordNumber?: string | undefined;
  readonly declarations: Declarations;
  readonly juvenile: Juvenile;
  readonly guardian?: Guardian | undefined;
  /** Id of the handover that this one replaces. */
  readonly replaces?: string | undefined;
  readonly eligibility?: Eligibility | undefined;
}

export interface Declarations {
  readonly cautionGiven?: Answer | undefined;
  readonly suspicionTold?: Answer | undefined;
  readonly counselTold?: Answer | undefined;
  readonly counsel?: Counsel | undefined;
  readonly admission?: Admission | undefined;
  readonly responsive?: Responsive | undefined;
  readonly priorCheck?: PriorCheck | undefined;
  readonly guardianTold?: Answer | undefined;
  readonly guardianToldHow?: string | undefined;
  readonly assistantProsecutor?: string | undefined;
}

/** What was asked because the rules wanted to know it, and what they said on this phone. */
export interface Eligibility {
  readonly publicRoad?: Answer | undefined;
  /** Absent when the referrer does not know. */
  readonly fireworks?: Fireworks | undefined;
  readonly referrerIsVictim?: Answer | undefined;
  /** By all offenders together. */
  readonly damageTotalCents?: number | undefined;
  readonly inArea?: Answer | undefined;
  /** 0 to 9. */
  readonly priorHalt?: number | undefined;
  /** 0 to 9: those of them for an overtreding. */
  readonly priorHaltViolations?: number | undefined;
  /** Whether the hulpofficier agrees. */
  readonly assistantApproves?: Answer | undefined;
  readonly phoneDecision?: Decision | undefined;
  readonly phoneProvisional?: 'YES' | 'NO' | undefined;
}

export interface Juvenile {
  readonly familyName?: string | undefined;
  readonly givenNames?: string | undefined;
  /** YYYY-MM-DD. */
  readonly birthDate?: string | undefined;
  readonly identity?: IdentityBasis | undefined;
}

export interface Guardian {
  readonly name?: string | undefined;
  readonly relation?: Relation | undefined;
  readonly number?: string | undefined;
}

/** Everything that is signed. */
export interface HandoverContent {
  readonly caseId: string;
  readonly kioskId: string;
  readonly deviceId: string;
  readonly mandateId: string;
  readonly rulesVersion: string;
  /** Epoch ms. */
  readonly capturedAt: number;
  /** Device minus server in ms; 0 when never measured. */
  readonly clockOffsetMs: number;
  /** 16 random bytes, so that the hash tells nothing about the content. */
  readonly salt: Uint8Array;
  readonly data: HandoverData;
}

/** Longest texts in UTF-8 bytes; together they keep the sealed handover inside one QR code. */
export const caps = {
  place: 40,
  description: 68,
  familyName: 32,
  givenNames: 32,
  guardianName: 32,
  guardianNumber: 16,
  recordNumber: 20,
  guardianToldHow: 24,
  assistantProsecutor: 26,
} as const;

const version = 1;
const answers: readonly Answer[] = ['NO', 'YES', 'UNKNOWN'];
const manners: readonly Manner[] = ['STOPPED', 'ARRESTED', 'SUMMONED'];
const counsels: readonly Counsel[] = [
  'PRESENT',
  'CONSULTED',
  'WAIVED',
  'NOT_APPLICABLE',
  'UNKNOWN',
];
const admissions: readonly Admission[] = ['NO', 'YES', 'UNKNOWN', 'PARTLY'];
const responses: readonly Responsive[] = ['NO', 'YES', 'UNKNOWN', 'LIMITED'];
const priorChecks: readonly PriorCheck[] = ['NONE', 'VIOLATION', 'CRIME', 'UNKNOWN'];
const fireworks: readonly Fireworks[] = ['F1', 'F2', 'F3', 'F4'];
const identities: readonly IdentityBasis[] = [
  'DOCUMENT',
  'POLICE_CHECK',
  'GUARDIAN_CONFIRMS',
  'STATED',
];
const relations: readonly Relation[] = ['MOTHER', 'FATHER', 'GUARDIAN', 'OTHER'];

/** The payload that is signed and hashed: deterministic CBOR with integer keys. */
export function toPayload(content: HandoverContent): Uint8Array<ArrayBuffer> {
  const entries = [
    version,
    uuidBytes(content.caseId),
    uuidBytes(content.kioskId),
    uuidBytes(content.deviceId),
    content.mandateId,
    content.rulesVersion,
    content.capturedAt,
    content.clockOffsetMs,
    content.salt,
    dataMap(content.data),
  ];
  return encode(numbered(entries));
}

function dataMap(data: HandoverData) {
  return numbered([
    text(data.cardCode),
    data.offenceId,
    data.offenceAt,
    data.place,
    text(data.description),
    code(manners, data.manner),
    code(answers, data.caughtInAct),
    data.damageCents,
    data.valueCents,
    text(data.recordNumber),
    declarationsMap(data.declarations),
    juvenileMap(data.juvenile),
    data.guardian && guardianMap(data.guardian),
    data.replaces ? uuidBytes(data.replaces) : undefined,
    data.eligibility && eligibilityMap(data.eligibility),
  ]);
}

function declarationsMap(said: Declarations) {
  return numbered([
    code(answers, said.cautionGiven),
    code(answers, said.suspicionTold),
    code(answers, said.counselTold),
    code(counsels, said.counsel),
    code(admissions, said.admission),
    code(responses, said.responsive),
    code(priorChecks, said.priorCheck),
    code(answers, said.guardianTold),
    text(said.guardianToldHow),
    text(said.assistantProsecutor),
  ]);
}

function juvenileMap({ familyName, givenNames, birthDate, identity }: Juvenile) {
  const basis = code(identities, identity);
  return numbered([text(familyName), text(givenNames), text(birthDate), basis]);
}

function guardianMap({ name, relation, number }: Guardian) {
  return numbered([text(name), code(relations, relation), text(number)]);
}

function eligibilityMap(asked: Eligibility) {
  const map = numbered([
    code(answers, asked.publicRoad),
    code(fireworks, asked.fireworks),
    code(answers, asked.referrerIsVictim),
    asked.damageTotalCents,
    code(answers, asked.inArea),
    asked.priorHalt,
    asked.priorHaltViolations,
    code(answers, asked.assistantApproves),
    undefined,
    code(decisions, asked.phoneDecision),
    code(answers, asked.phoneProvisional),
  ]);
  return map.size > 0 ? map : undefined;
}

/** Keys 1, 2, 3 ... in order of the values; an undefined value leaves its key out. */
function numbered(values: readonly unknown[]): Map<number, unknown> {
  return fields(values.map((value, index) => [index + 1, value] as const));
}

function text(value: string | undefined): string | undefined {
  return value === '' ? undefined : value;
}

function code<T>(words: readonly T[], word: T | undefined): number | undefined {
  return word === undefined ? undefined : words.indexOf(word);
}
