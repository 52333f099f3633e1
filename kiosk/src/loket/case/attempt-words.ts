import type { SendAttempt, SentText } from '../contact-shapes.js';

const OUTCOMES: Record<SendAttempt['outcome'], string> = {
  SENDING: 'wordt nu verstuurd',
  ACCEPTED: 'aangenomen door de gateway',
  FAILED: 'niet gelukt',
  REFUSED: 'deze gateway neemt de sms niet aan',
  THROTTLED: 'de gateway heeft het te druk',
  PERMANENT: 'het nummer klopt niet',
  IN_DOUBT: 'geen antwoord, misschien toch verstuurd',
};

/** Tries that ended the same, one after the other, in one line: a night of them must not hide the rest. */
export function attemptMoments({ attempts }: SentText): { at: string; words: string }[] {
  return runsOf(attempts).map((run) => ({ at: run[0].at, words: runWords(run) }));
}

type Run = [SendAttempt, ...SendAttempt[]];

function runsOf(attempts: readonly SendAttempt[]): Run[] {
  const runs: Run[] = [];
  for (const attempt of attempts) {
    const last = runs.at(-1);
    if (last?.[0].outcome === attempt.outcome) last.push(attempt);
    else runs.push([attempt]);
  }
  return runs;
}

function runWords(run: Run): string {
  const [first] = run;
  const last = run[run.length - 1] ?? first;
  const roads = [...new Set(run.map(({ gateway }) => gateway))].join(' en ');
  const which =
    run.length === 1
      ? `poging ${first.number}`
      : `poging ${first.number} tot en met ${last.number}`;
  const code = first.outcome === 'ACCEPTED' ? undefined : last.code;
  return `sms, ${which} via ${roads}: ${OUTCOMES[first.outcome]}${code === undefined ? '' : ` (${code})`}`;
}
