import type { SavedSection, SectionData } from '../shapes.js';
import { changedFields, type FieldSpec, type SectionSpec } from './sections.js';

/** A section as typed on this tablet, with the version it rests on. */
export interface SectionDraft {
  base: number;
  data: SectionData;
  /** True while something typed here is not at the server. */
  dirty: boolean;
}

/** What the server holds, or else what is known beforehand, as a draft with nothing changed. */
export function draftOf(saved: SavedSection | undefined, presets: SectionData = {}): SectionDraft {
  return { base: saved?.version ?? 0, data: saved?.data ?? presets, dirty: false };
}

/**
 * Brings a draft up to what the server holds now. What was typed here is kept, except when the
 * server already has it.
 */
export function refreshed(
  draft: SectionDraft,
  saved: SavedSection | undefined,
  spec: SectionSpec,
  presets: SectionData = {},
): SectionDraft {
  const newest = draftOf(saved, presets);
  const same = changedFields(spec, draft.data, newest.data).length === 0;
  return !draft.dirty || (same && newest.base > draft.base) ? newest : draft;
}

/** The fields that someone else changed too; empty when there is nothing to choose. */
export function conflictsOf(
  draft: SectionDraft,
  saved: SavedSection | undefined,
  spec: SectionSpec,
): FieldSpec[] {
  return draft.dirty && saved !== undefined && saved.version > draft.base
    ? changedFields(spec, draft.data, saved.data)
    : [];
}
