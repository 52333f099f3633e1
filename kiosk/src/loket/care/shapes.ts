/** The shapes of care, named as in the contract. Instants are ISO 8601 with Z. */

import type { SavedSection } from '../shapes.js';

/** The parts of the care record. */
export type CareName = 'scil' | 'mentor' | 'apology' | 'harmed' | 'damage' | 'signals' | 'meldcode';

/** A part as saved, with who did. */
export interface SavedPart extends SavedSection {
  savedAt: string;
  savedBy: string;
}

/** A permission for a warm handover; without one nothing goes. */
export interface WarmHandover {
  id: string;
  purpose: string;
  receiver: string;
  details: string;
  permittedBy: 'JUVENILE' | 'JUVENILE_AND_GUARDIAN';
  givenAt: string;
  givenBy: string;
  withdrawnAt?: string;
  withdrawnBy?: string;
}

/** The care record of one juvenile. */
export interface CareRecord {
  parts: Partial<Record<CareName, SavedPart>>;
  warmHandovers: WarmHandover[];
  easyScreens: boolean;
  scilPossible: boolean;
  guardianPermits: boolean;
}

/** Somebody to ask for help. */
export interface HelpLine {
  name: string;
  about: string;
  number?: string;
  address?: string;
  source: string;
}

/** Help lines and talk tips, with the day on which they were looked after. */
export interface Help {
  version: string;
  tips: { title: string; text: string }[];
  lines: HelpLine[];
}
