import type { Encoding } from '../../lib/sms.js';

export type TextId =
  'BRIDGE' | 'NOT_REACHED' | 'APPOINTMENT' | 'WHICH_CASE' | 'REPLY_RECEIVED' | 'PROBE';

export interface TextLanguage {
  /** BCP 47. */
  readonly code: string;
  readonly name: string;
  readonly rightToLeft: boolean;
  /** What may come in each open place. */
  readonly samples: Readonly<Record<string, string>>;
}

export interface TextKind {
  readonly id: TextId;
  /** Open places that must be there. */
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

export interface TextVersion {
  readonly version: number;
  readonly text: string;
  readonly source: 'FILE' | 'EDITED';
  readonly madeAt: string;
  readonly madeBy?: string;
  readonly mine: boolean;
  readonly signedAt?: string;
  readonly signedBy?: string;
}

export interface TextOverview {
  readonly languages: readonly TextLanguage[];
  readonly kinds: readonly TextKind[];
  /** Versions newest first. */
  readonly texts: readonly {
    readonly id: TextId;
    readonly language: string;
    readonly versions: readonly TextVersion[];
  }[];
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
