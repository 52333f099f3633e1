import type { BoardGuardian, BoardRow } from '../shapes.js';

/** A gateway takes a text within this time, or somebody calls (limits agreed for the desk). */
export const ACCEPTED_WITHIN_MS = 15_000;
/** A text is on the telephone within this time, or somebody calls. */
export const DELIVERED_WITHIN_MS = 2 * 60_000;
/** Somebody spoke with a guardian within this time after receipt, or the coordinator steps in. */
export const SPOKEN_WITHIN_MS = 10 * 60_000;
/** So long a call is only the receiver's; then it is that of anybody who is free. */
const RECEIVER_ALONE_MS = 2 * 60_000;

/** Who is next when a call is due. */
export type NextPerson = 'receiver' | 'anybody' | 'coordinator';

/** Where the contact with the guardians of one juvenile stands at a moment. Instants are epoch ms. */
export type Contact =
  | { kind: 'none' }
  | { kind: 'spoken' | 'letter'; guardian: BoardGuardian; index: number }
  | { kind: 'substituted'; guardian: BoardGuardian; index: number }
  | { kind: 'claimed'; guardian: BoardGuardian; index: number; by: string; until: number }
  | {
      /** Due: somebody must do it now. Waiting: at dueAt. */
      kind: 'due' | 'waiting';
      guardian: BoardGuardian;
      index: number;
      dueAt: number;
      /** Nobody was spoken to in time, whatever the next step is. */
      late: boolean;
      who: NextPerson;
    };

type Timed = Pick<BoardGuardian, 'state' | 'callBefore'> & { at?: string; substitute?: string };

/** When somebody must call this guardian, epoch ms; undefined when nobody has to. */
export function dueAt({ state, at, callBefore, substitute }: Timed): number | undefined {
  const since = at === undefined ? undefined : Date.parse(at);
  const before = callBefore === undefined ? undefined : Date.parse(callBefore);
  switch (state) {
    case 'NOT_TRIED':
      return earliest(later(since, ACCEPTED_WITHIN_MS), before);
    case 'SMS_ACCEPTED':
      return earliest(later(since, DELIVERED_WITHIN_MS), before);
    case 'SMS_DELIVERED':
    case 'NOT_REACHED':
      return before ?? since;
    case 'SMS_FAILED':
    case 'CALL_DUE':
      return since ?? 0;
    case 'DO_NOT_CONTACT':
      // Whoever comes instead is called at once.
      return substitute === 'NAMED' ? (since ?? 0) : undefined;
    case 'REACHED':
      return undefined;
  }
}

/** Whether this guardian must be called now. */
export function isCallDue(guardian: Timed, now: number): boolean {
  const due = dueAt(guardian);
  return due !== undefined && due <= now;
}

/** Where the contact stands: who was spoken to, who calls, or what is due first and whose it is. */
export function contactOf(row: BoardRow, now: number): Contact {
  const all = row.guardians.map((guardian, index) => ({ guardian, index }));
  const spoken = all.find(({ guardian }) => guardian.state === 'REACHED');
  if (spoken) return { kind: 'spoken', ...spoken };
  const letter = all.find(({ guardian }) => guardian.letterAt !== undefined);
  if (letter) return { kind: 'letter', ...letter };
  const [first] = all;
  if (!first) return { kind: 'none' };
  const callable = all.filter(
    ({ guardian: { state, substitute } }) => state !== 'DO_NOT_CONTACT' || substitute === 'NAMED',
  );
  const substituted = all.find(({ guardian }) => guardian.substitute === 'SPOKEN');
  if (callable.length === 0 && substituted) return { kind: 'substituted', ...substituted };
  const claimed = claimOf(all, now);
  if (claimed) return claimed;
  return callable.length === 0
    ? task(row, { ...first, dueAt: Date.parse(row.since) }, now)
    : task(row, firstDue(callable, now), now);
}

/** Where a touched row opens: at the call when that is what is due, else at what was not read yet. */
export function stepToOpen(row: BoardRow, now: number): 'guardian' | 'messages' | 'receipt' {
  if (contactOf(row, now).kind === 'due') return 'guardian';
  return row.unread > 0 ? 'messages' : 'receipt';
}

interface Placed {
  guardian: BoardGuardian;
  index: number;
}

function claimOf(all: readonly Placed[], now: number): Contact | undefined {
  for (const { guardian, index } of all) {
    const { claim } = guardian;
    const until = claim === undefined ? 0 : Date.parse(claim.until);
    if (claim && until > now) return { kind: 'claimed', guardian, index, by: claim.by, until };
  }
  return undefined;
}

function firstDue(callable: readonly Placed[], now: number): Placed & { dueAt: number } {
  const tasks = callable.map((one) => ({ ...one, dueAt: dueAt(one.guardian) ?? now }));
  // What is due longest first; of equals the one who stands first.
  return tasks.reduce((best, one) => (one.dueAt < best.dueAt ? one : best));
}

function task(
  row: BoardRow,
  { guardian, index, dueAt: at }: Placed & { dueAt: number },
  now: number,
) {
  const late = now - Date.parse(row.since) >= SPOKEN_WITHIN_MS;
  const who: NextPerson = late
    ? 'coordinator'
    : now - at < RECEIVER_ALONE_MS
      ? 'receiver'
      : 'anybody';
  const kind = at <= now ? ('due' as const) : ('waiting' as const);
  return { kind, guardian, index, dueAt: at, late, who };
}

function later(since: number | undefined, by: number): number | undefined {
  return since === undefined ? undefined : since + by;
}

function earliest(a: number | undefined, b: number | undefined): number | undefined {
  if (a === undefined) return b;
  return b === undefined ? a : Math.min(a, b);
}
