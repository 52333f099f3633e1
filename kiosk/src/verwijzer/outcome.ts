import type { Handover } from '../lib/contract.js';
import { refusalWords } from './words.js';
import type { Verdict } from './verdict.js';

const replaced: Verdict = {
  tone: 'geen',
  heading: 'Vervangen',
  reason: 'U heeft deze overdracht verbeterd.',
  next: 'De verbeterde overdracht staat in uw lijst.',
};

/**
 * What a handover's state means for the referrer.
 *
 * @param way parked: the loket is locked and keeps it unread; sentAway: the loket does not want this device any more
 */
export function outcomeOf(
  handover: Handover | undefined,
  deskPhone: string,
  { parked = false, sentAway = false } = {},
): Verdict {
  if (!handover && parked) return parkedOutcome(deskPhone);
  switch (handover?.state) {
    case undefined:
      if (sentAway) return waitsForDevice(deskPhone);
      return {
        tone: 'let',
        heading: 'Nog op deze telefoon',
        reason: 'De overdracht is bewaard en gaat vanzelf weg zodra er net is.',
        next: `Breng de jongere al naar het loket, of bel ${deskPhone}.`,
      };
    case 'SUBMITTED':
      return {
        tone: 'info',
        heading: 'Het loket weet het',
        reason: 'De jongere is nog bij u.',
        next: 'Breng de jongere naar het loket.',
      };
    case 'RECEIVED':
      return {
        tone: 'goed',
        heading: 'Overgenomen',
        reason: 'De jongere is nu bij het loket.',
        next: `U bent klaar. Klopt er iets niet? Bel het loket: ${deskPhone}.`,
      };
    case 'DECLINED': {
      const { why, next } = refusalWords(handover.declineReason);
      return { tone: 'stop', heading: 'Het loket neemt niet over', reason: why, next };
    }
    case 'WITHDRAWN':
      if (handover.declineReason === 'REPLACED') return replaced;
      return {
        tone: 'geen',
        heading: 'Ingetrokken',
        reason: 'U heeft deze overdracht ingetrokken.',
        next: 'De jongere blijft bij u.',
      };
    case 'EXPIRED':
      return {
        tone: 'let',
        heading: 'Verlopen',
        reason: 'De jongere is niet op tijd bij het loket gekomen.',
        next: `Bel het loket: ${deskPhone}.`,
      };
  }
}

function parkedOutcome(deskPhone: string): Verdict {
  return {
    tone: 'info',
    heading: 'Bewaard bij het loket, nog niet gelezen',
    reason: 'Het loket is nog op slot. Het leest de overdracht vanzelf zodra het open is.',
    next: `Breng de jongere al naar het loket, of bel ${deskPhone}.`,
  };
}

function waitsForDevice(deskPhone: string): Verdict {
  return {
    tone: 'stop',
    heading: 'Nog op deze telefoon',
    reason: 'Dit toestel is ingetrokken. De overdracht is bewaard, maar gaat zo niet weg.',
    next: `Breng de jongere naar het loket en meld deze telefoon daar opnieuw aan, of bel ${deskPhone}.`,
  };
}
