import { encode, fields } from './cbor.js';
import type {
  Admission,
  Answer,
  Counsel,
  IdentityBasis,
  Manner,
  PriorCheck,
  Relation,
  Responsive,
} from './contract.js';
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
  description: 80,
  familyName: 32,
  givenNames: 32,
  guardianName: 32,
  guardianNumber: 16,
  recordNumber: 20,
  guardianToldHow: 30,
  assistantProsecutor: 30,
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
