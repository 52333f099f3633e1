import { relationWord } from '../words.js';
import type { BoardGuardian, BoardRow } from '../shapes.js';
import { countdown, dueTitle, dueWords, personWords } from './contact-words.js';
import { contactOf, type Contact } from './escalation.js';
import type { Unreported } from '../transfer/shapes.js';
import { isAlarm } from '../transfer/words.js';
import { waitAlarm } from './waiting.js';

/** The most urgent telephone call: who, why, how late and whose. */
export interface CallTask {
  row: BoardRow;
  title: string;
  why: string;
  /** What the button says that takes it. */
  take: string;
}

type Due = Extract<Contact, { kind: 'due' | 'waiting' }>;

/** The call that should be made first, or undefined when no call is due. What somebody took is not due. */
export function callTask(rows: readonly BoardRow[], now: number): CallTask | undefined {
  const tasks = rows.flatMap((row) => {
    const contact = contactOf(row, now);
    return contact.kind === 'due' ? [{ row, contact }] : [];
  });
  if (tasks.length === 0) return undefined;
  const { row, contact } = tasks.reduce((a, b) => (b.contact.dueAt < a.contact.dueAt ? b : a));
  return {
    row,
    title: title(row, contact.guardian),
    why: why(row, contact, now),
    take: contact.guardian.state === 'DO_NOT_CONTACT' ? 'Ik regel dit' : 'Ik bel',
  };
}

/** Every limit that is passed now; a new member means a sound. */
export function limitsPassed(
  rows: readonly BoardRow[],
  now: number,
  unreported: readonly Unreported[] = [],
): Set<string> {
  const passed = new Set<string>();
  for (const { id, transfer } of unreported) {
    if (isAlarm(transfer, now)) passed.add(`${id}:transfer`);
  }
  for (const row of rows) {
    const alarm = waitAlarm(row, now);
    if (alarm !== undefined) passed.add(alarm);
    if (isAlarm(row.transfer, now)) passed.add(`${row.id}:transfer`);
    const contact = contactOf(row, now);
    if (contact.kind === 'due') passed.add(`${row.id}:call:${contact.index}`);
    if ((contact.kind === 'due' || contact.kind === 'waiting') && contact.late) {
      passed.add(`${row.id}:nobody`);
    }
  }
  return passed;
}

function title(row: BoardRow, guardian: BoardGuardian): string {
  const { words } = row.ticket;
  if (guardian.state === 'DO_NOT_CONTACT') return `${dueTitle(guardian)} voor ${words}`;
  const known = guardian.relation === 'MOTHER' || guardian.relation === 'FATHER';
  return `Bel de ${known ? relationWord(guardian.relation) : 'ouder'} van ${words}`;
}

function why(row: BoardRow, { guardian, dueAt, late, who }: Due, now: number): string {
  const reason = sentence(dueWords(guardian));
  const nobody = late ? ' Nog niemand gesproken.' : '';
  return `${reason}${nobody} Nu: ${personWords(who, row).replace(/\.$/, '')}. Wacht al ${countdown(now - dueAt)}.`;
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
