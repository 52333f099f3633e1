/** A school-/wijkinterventie, named as in the contract. */

export type Setting = 'SCHOOL' | 'NEIGHBOURHOOD';
export type Consent = 'YES' | 'NO' | 'LATER';
export type Lack = 'CONTACT' | 'JUVENILE_CONSENT' | 'GUARDIAN_CONSENT';

/** What is written down. */
export interface Details {
  name: string;
  birthDate?: string | null;
  age?: number | null;
  setting: Setting;
  proposer: string;
  contact?: string | null;
  wish?: string | null;
  consent: Consent;
  guardian?: string | null;
  guardianContact?: string | null;
  guardianConsent?: Consent | null;
  guardianHow?: 'IN_PERSON' | 'PHONE' | null;
}

/** One of them; without details once it ended. */
export interface Voluntary {
  id: string;
  number: string;
  state: 'OPEN' | 'HANDED_OVER' | 'STOPPED';
  version: number;
  openedAt: string;
  openedBy: string;
  exportedAt?: string;
  endedAt?: string;
  age?: number;
  lacks: Lack[];
  details?: Details & { explainedBy?: string; consentedAt?: string };
}
