import type { Written, WrittenLanguage, WrittenVersion } from '../written.js';

export type DocumentId =
  | 'RIGHTS'
  | 'OFFER'
  | 'LEAFLET'
  | 'CONSENT'
  | 'GUARDIAN_CONSENT'
  | 'GUARDIAN_INFORMATION'
  | 'GUARDIAN_LETTER'
  | 'RECEIPT'
  | 'NEGATIVE_REPORT';

export type DocumentLanguage = WrittenLanguage;

export interface DocumentKind {
  readonly id: DocumentId;
  readonly name: string;
}

export type DocumentVersion = WrittenVersion;

export interface DocumentOverview {
  readonly languages: readonly DocumentLanguage[];
  readonly kinds: readonly DocumentKind[];
  readonly documents: readonly Written<DocumentId, DocumentVersion>[];
}

/** A document as somebody reads it. */
export interface Shown {
  readonly document: DocumentId;
  readonly version: number;
  readonly language: string;
  readonly signedOff: boolean;
  readonly rightToLeft: boolean;
  readonly title: string;
  readonly notice?: string;
  readonly blocks: readonly { readonly kind: 'HEADING' | 'TEXT' | 'ITEM'; readonly text: string }[];
}

/** The case for which a document is previewed. */
export interface Sample {
  readonly offence: 'VIOLATION' | 'CRIME';
  readonly manner: 'STOPPED' | 'ARRESTED';
  readonly age: 'UNDER_16' | 'FROM_16';
}
