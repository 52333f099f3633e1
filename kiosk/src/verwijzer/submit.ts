import { api, ApiError } from '../lib/api.js';
import { clock } from '../lib/clock.js';
import type { Handover, Mandate } from '../lib/contract.js';
import { device, type Identity } from '../lib/device.js';
import type { Verdict } from '../lib/eligibility/verdict.js';
import { uuidv7 } from '../lib/ids.js';
import type { Draft } from '../lib/journal.js';
import { lawBook } from '../lib/law-book.js';
import { queue } from '../lib/queue.js';
import { sealHandover } from '../lib/seal.js';
import { emptyDraft, type HandoverDraft } from './draft.js';
import { judgementOf } from './judgement.js';
import { records } from './records.js';
import { toData } from './to-data.js';
import { finalBand } from './verdict.js';

const saltBytes = 16;

/** Seals the draft once and hands it to the queue; the draft is free again after that. */
export async function submit(draft: Draft<HandoverDraft>, identity: Identity): Promise<void> {
  const { caseId, cardCode, ticket } = draft.value;
  const { verdict } = judgementOf(draft.value, identity.mandate, lawBook.law);
  const { bytes, payloadHash } = await sealed(draft.value, identity, verdict);
  const sealedAt = clock.now();
  await records.add({
    ...{ id: caseId, sealedAt, payloadHash, cardCode, ticket, draft: draft.value },
    verdict: verdict && finalBand(verdict),
  });
  const label = ticket?.words ?? 'overdracht';
  await queue.put({ id: caseId, method: 'POST', path: '/handovers', bytes, label });
  void awaitAnswer(caseId);
  await draft.clear();
}

/**
 * Keeps the loket's answer to a command when it comes. A refused handover stays in the queue, for
 * the screen; a refused withdrawal is forgotten, since the handover itself tells how it stands.
 */
export async function awaitAnswer(commandId: string): Promise<void> {
  try {
    await records.answered(await queue.done<Handover>(commandId));
    await refreshReplaced(commandId);
  } catch (failure) {
    if (!(failure instanceof ApiError)) throw failure;
    if (!records.get(commandId)) await queue.dismiss(commandId);
  }
}

/** What a correction took the place of is withdrawn now. */
async function refreshReplaced(id: string): Promise<void> {
  const earlier = records.get(id)?.draft?.replaces;
  if (earlier) await records.answered(await api.get<Handover>(`/handovers/${earlier}`));
}

/** Sends a refused handover once more, as it is. */
export function sendAgain(caseId: string): void {
  queue.retry(caseId);
  void awaitAnswer(caseId);
}

/** Takes a handover back; it leaves by the queue, behind the handover itself. @throws ApiError */
export async function withdraw(id: string): Promise<void> {
  const command = uuidv7();
  const path = `/handovers/${id}/withdrawal`;
  await queue.put({ id: command, method: 'POST', path, label: 'intrekken' });
  const answer = queue.done<Handover>(command);
  void awaitAnswer(command);
  await answer;
}

/** Begins what follows from a handover: its correction, one more offence, or the next of a group. */
export async function follow(next: HandoverDraft, draft: Draft<HandoverDraft>): Promise<void> {
  draft.set(next);
  await draft.flush();
}

/** Forgets a handover that the loket will not take. */
export async function forget(id: string): Promise<void> {
  await queue.dismiss(id);
  await records.remove(id);
}

/** Opens a refused handover again as a draft under a new id, with everything still in it. */
export async function reopen(id: string, draft: Draft<HandoverDraft>): Promise<void> {
  const answers = records.get(id)?.draft;
  if (!answers) return;
  draft.set({ ...emptyDraft, ...answers, caseId: uuidv7() });
  await draft.flush();
  await queue.dismiss(id);
  await records.remove(id);
}

function sealed(
  draft: Readonly<HandoverDraft>,
  { deviceId, mandate }: Identity,
  verdict: Verdict | undefined,
) {
  const { kioskId, mandateId, sealKey } = mandate;
  const rulesVersion = verdict?.rules ?? mandate.rulesVersion;
  const content = {
    caseId: draft.caseId,
    kioskId,
    deviceId,
    mandateId,
    rulesVersion,
    capturedAt: Date.now(),
    clockOffsetMs: clock.offset,
    salt: crypto.getRandomValues(new Uint8Array(saltBytes)),
    data: toData(draft, offenceOf(draft, mandate), verdict),
  };
  return sealHandover(content, sealKey, (bytes) => device.sign(bytes));
}

function offenceOf({ offenceId }: Readonly<HandoverDraft>, { offences }: Mandate) {
  const offence = offences.find(({ id }) => id === offenceId);
  if (!offence) throw new Error('the offence is not in the mandate');
  return offence;
}
