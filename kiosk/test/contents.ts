import { caps, type HandoverContent } from '../src/lib/handover.js';
import { fromHex } from '../src/lib/bytes.js';

const frame = {
  caseId: '019aa7c5-2f00-7abc-8def-0123456789ab',
  kioskId: '019aa7c0-0000-7000-8000-000000000001',
  deviceId: '019aa7c1-0000-7000-8000-000000000002',
  mandateId: 'oefening-2026-1',
  rulesVersion: '2026.1',
  capturedAt: 1_763_761_260_000,
  clockOffsetMs: -840,
  salt: fromHex('000102030405060708090a0b0c0d0e0f'),
} as const;

/** What most handovers look like. */
export const ordinary: HandoverContent = {
  ...frame,
  data: {
    cardCode: '7K4M2T93',
    offenceId: 'alcohol-45',
    offenceAt: 1_763_760_900_000,
    place: 'Marktplein, naast de zweef',
    description: 'Had een geopend blik bier in de hand.',
    manner: 'STOPPED',
    caughtInAct: 'YES',
    recordNumber: 'PL0900-2026123456',
    declarations: {
      cautionGiven: 'YES',
      suspicionTold: 'YES',
      counselTold: 'YES',
      counsel: 'WAIVED',
      admission: 'YES',
      responsive: 'YES',
      priorCheck: 'NONE',
      guardianTold: 'NO',
    },
    juvenile: {
      familyName: 'Voorbeeld',
      givenNames: 'Noor',
      birthDate: '2011-03-14',
      identity: 'DOCUMENT',
    },
    guardian: { relation: 'MOTHER', number: '+31600000012' },
  },
};

/** Only what is required. */
export const smallest: HandoverContent = {
  ...frame,
  clockOffsetMs: 0,
  data: {
    offenceId: 'alcohol-45',
    offenceAt: 1_763_760_900_000,
    place: 'Plein',
    manner: 'STOPPED',
    caughtInAct: 'UNKNOWN',
    declarations: {},
    juvenile: {},
  },
};

/** With all that the rules asked for. */
export const judged: HandoverContent = {
  ...frame,
  data: {
    ...ordinary.data,
    eligibility: {
      publicRoad: 'YES',
      fireworks: 'F1',
      referrerIsVictim: 'NO',
      damageTotalCents: 12_500,
      inArea: 'YES',
      priorHalt: 0,
      priorHaltViolations: 0,
      assistantApproves: 'UNKNOWN',
      phoneDecision: 'PENDING_PARENT',
      phoneProvisional: 'NO',
    },
  },
};

/** Every field at its longest, in letters of two bytes. */
export const largest: HandoverContent = {
  ...frame,
  mandateId: 'm'.repeat(16),
  rulesVersion: 'r'.repeat(10),
  clockOffsetMs: -86_400_000,
  data: {
    cardCode: '7K4M2T93',
    offenceId: 'o'.repeat(16),
    offenceAt: 1_763_760_900_000,
    place: wide(caps.place),
    description: wide(caps.description),
    manner: 'SUMMONED',
    caughtInAct: 'UNKNOWN',
    damageCents: 99_999_999,
    valueCents: 99_999_999,
    recordNumber: wide(caps.recordNumber),
    declarations: {
      cautionGiven: 'UNKNOWN',
      suspicionTold: 'UNKNOWN',
      counselTold: 'UNKNOWN',
      counsel: 'UNKNOWN',
      admission: 'PARTLY',
      responsive: 'LIMITED',
      priorCheck: 'UNKNOWN',
      guardianTold: 'UNKNOWN',
      guardianToldHow: wide(caps.guardianToldHow),
      assistantProsecutor: wide(caps.assistantProsecutor),
    },
    juvenile: {
      familyName: wide(caps.familyName),
      givenNames: wide(caps.givenNames),
      birthDate: '2011-03-14',
      identity: 'STATED',
    },
    guardian: {
      name: wide(caps.guardianName),
      relation: 'OTHER',
      number: wide(caps.guardianNumber),
    },
    replaces: '019aa7c5-2e00-7abc-8def-0123456789ab',
    eligibility: {
      publicRoad: 'UNKNOWN',
      fireworks: 'F4',
      referrerIsVictim: 'UNKNOWN',
      damageTotalCents: 99_999_999,
      inArea: 'UNKNOWN',
      priorHalt: 9,
      priorHaltViolations: 9,
      assistantApproves: 'UNKNOWN',
      phoneDecision: 'STOP',
      phoneProvisional: 'YES',
    },
  },
};

function wide(bytes: number): string {
  return 'é'.repeat(bytes / 2);
}
