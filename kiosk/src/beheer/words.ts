import type { Profile, Referrer } from '../lib/contract.js';

/** What a device is for, in words. */
export const PROFILE_WORDS: Record<Profile, string> = {
  verwijzer: 'Telefoon',
  loket: 'Tablet',
  beheer: 'Beheer',
};

/** A referrer by service number, never by name. */
export function referrerWords({ kind, number, organisation }: Referrer): string {
  return `${kind === 'BOA' ? 'Boa' : 'Politie'} ${number}, ${organisation}`;
}

/** The time left until an instant, as 9:05; `0:00` once it has passed. */
export function timeLeft(until: string, now: number): string {
  const seconds = Math.max(0, Math.floor((Date.parse(until) - now) / 1_000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
