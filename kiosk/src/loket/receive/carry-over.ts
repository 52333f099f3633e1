import type { HandoverContent } from '../shapes.js';
import { emptyReceipt, fillFrom, type GuardianDraft, type ReceiptDraft } from './receipt-draft.js';

/**
 * What was typed for a handover, brought to the one that corrects it. What the worker changed is
 * kept; what was only copied from the referrer follows the correction.
 */
export function carryOver(
  draft: Readonly<ReceiptDraft>,
  before: HandoverContent,
  after: HandoverContent,
): ReceiptDraft {
  const old = fillFrom(emptyReceipt(''), before);
  const fresh = fillFrom(emptyReceipt(''), after);
  const [first, ...others] = draft.guardians;
  const [oldFirst] = old.guardians;
  const [freshFirst] = fresh.guardians;
  return {
    ...draft,
    corrected: true,
    familyName: follow(draft.familyName, old.familyName, fresh.familyName),
    givenNames: follow(draft.givenNames, old.givenNames, fresh.givenNames),
    birthDate: follow(draft.birthDate, old.birthDate, fresh.birthDate),
    basis: follow(draft.basis, old.basis, fresh.basis),
    guardians:
      first && oldFirst && freshFirst ? [guardian(first, oldFirst, freshFirst), ...others] : [],
  };
}

function guardian(
  typed: GuardianDraft,
  before: GuardianDraft,
  after: GuardianDraft,
): GuardianDraft {
  const number = follow(typed.number, before.number, after.number);
  return {
    ...typed,
    name: follow(typed.name, before.name, after.name),
    relation: follow(typed.relation, before.relation, after.relation),
    number,
    readBack: typed.readBack && number === typed.number,
  };
}

function follow<T>(typed: T, before: T, after: T): T {
  return typed === before ? after : typed;
}
