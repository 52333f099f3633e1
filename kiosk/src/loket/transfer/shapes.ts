import type { Ticket } from '../../lib/contract.js';
import type { CaseStateName } from '../shapes.js';

/** A case on its way to another system, as the board shows it. */
export interface BoardTransfer {
  state: 'UNDERWAY' | 'WAITING' | 'ALARM';
  /** When it was asked for. */
  since: string;
}

/** A case that ended, of which the referrer has no report yet. */
export interface Unreported {
  id: string;
  ticket: Ticket;
  state: 'RETURNED' | 'LEFT';
  since: string;
  transfer?: BoardTransfer;
}

/** Why a package did not get through yet. */
export interface TransferProblem {
  code: string;
  sentence: string;
  at: string;
  /** The receiver is at work and nothing is wrong. */
  calm: boolean;
}

/** What a package is: the dossier for Halt, or the word to the referrer that there is none. */
export type Purpose = 'DOSSIER' | 'NEGATIVE_REPORT';

/** One package on its way. */
export interface PackageView {
  id: string;
  purpose: Purpose;
  receiver: string;
  paper: boolean;
  supplement: boolean;
  progress: 'UNDERWAY' | 'WAITING' | 'ALARM' | 'DONE' | 'CANCELLED';
  assembledAt: string;
  sealedAt?: string;
  sentAt?: string;
  confirmedAt?: string;
  caseNumber?: string;
  attempts: number;
  nextAt?: string;
  problem?: TransferProblem;
}

/** A receiver and the fields that it gets, by part of the dossier. */
export interface ReceiverView {
  id: string;
  name: string;
  kind: 'HALT_CASE_SYSTEM' | 'REFERRER';
  groups: { label: string; fields: string[] }[];
}

/** How far the transfer of a case is. */
export interface TransferView {
  state: CaseStateName;
  purpose?: Purpose;
  receivers: ReceiverView[];
  missing: { code: string; sentence: string; step: string }[];
  onPaper: boolean;
  transfers: PackageView[];
  erasedAt?: string;
}
