import type { Encoding } from '../../lib/sms.js';
import type { Written, WrittenLanguage, WrittenVersion } from '../written.js';

export type TextId =
  'BRIDGE' | 'NOT_REACHED' | 'APPOINTMENT' | 'WHICH_CASE' | 'REPLY_RECEIVED' | 'PROBE';

export interface TextLanguage extends WrittenLanguage {
  /** What may come in each open place. */
  readonly samples: Readonly<Record<string, string>>;
}

export interface TextKind {
  readonly id: TextId;
  /** Open places that must be there. */
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

export interface TextVersion extends WrittenVersion {
  readonly text: string;
  readonly source: 'FILE' | 'EDITED';
  readonly madeBy?: string;
  readonly mine: boolean;
}

export interface TextOverview {
  readonly languages: readonly TextLanguage[];
  readonly kinds: readonly TextKind[];
  readonly texts: readonly Written<TextId, TextVersion>[];
}

export interface TextFinding {
  readonly level: 'FAULT' | 'WARNING';
  readonly code: string;
  readonly sentence: string;
}

export interface TextPreview {
  readonly text: string;
  readonly encoding: Encoding;
  readonly parts: number;
  readonly findings: readonly TextFinding[];
}

export interface TextKept {
  readonly version: number;
}

export interface TextSigned {
  readonly version: number;
  /** Who signed wrote it too. */
  readonly sameWriter: boolean;
}
