import type { FileProblem } from '../../lib/api-error.js';
import type { Mandate } from '../../lib/contract.js';

/** A version of the law or of the event that the loket accepted. */
export interface LawVersion {
  readonly version: string;
  readonly inForce: boolean;
  readonly madeAt: string;
  readonly acceptedAt: string;
  readonly acceptedBy: string;
  /** Name of the trusted key. */
  readonly signer: string;
  /** SHA-256 of the public key, hexadecimal. */
  readonly signedBy: string;
  readonly sha256: string;
  readonly rules?: number;
  readonly reviewed?: number;
  readonly reviewers?: readonly { readonly by: string; readonly reviewedOn?: string }[];
}

/** Every version, newest first, and what the last start refused. */
export interface RulesOverview {
  readonly inForce: string;
  readonly versions: readonly LawVersion[];
  readonly events: readonly LawVersion[];
  readonly problems: readonly FileProblem[];
}

/** A file of a bundle beside the one that holds now. */
export interface PreviewFile {
  readonly file: string;
  readonly version: string;
  /** Whether it was accepted before, as it is. */
  readonly known: boolean;
  readonly before: unknown;
  readonly after: unknown;
}

/** What a signed bundle would change. */
export interface RulesPreview {
  readonly signer: string;
  readonly signedBy: string;
  readonly madeAt: string;
  readonly files: readonly PreviewFile[];
}

/** What an import put in force. */
export interface RulesImported {
  readonly accepted: readonly { readonly file: string; readonly version: string }[];
}

interface Approval {
  readonly office: string;
  readonly reference: string;
  readonly date: string;
}

/** The mandate as a coordinator sees it: with the terms under which it was given. */
export interface MandateTerms extends Mandate {
  readonly municipality: { readonly name: string; readonly code: string };
  readonly apvVersion: string;
  readonly projectplanRef: string;
  readonly approvals: {
    readonly prosecutor: Approval;
    readonly police: Approval;
    readonly mayor: Approval;
  };
  readonly from: string;
  /** Exclusive. */
  readonly to: string;
  readonly area: { readonly name: string; readonly places: readonly string[] };
  readonly numbers: Readonly<Record<string, string>>;
}
