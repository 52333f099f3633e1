import type { Face, Felt } from './juvenile-shapes.js';

/** As the server counts them. */
const QUESTIONS: Record<Felt, string> = {
  information: 'INFORMATION',
  room: 'PLACE',
  talk: 'HEARD',
  voluntary: 'CHOICE',
};
const ANSWERS: Record<Face, string> = { GOOD: 'YES', MIDDLE: 'A_BIT', BAD: 'NO' };

/** How it was, as the server takes it. */
export function feltAnswers(felt: Partial<Record<Felt, Face>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(felt).map(([question, face]) => [QUESTIONS[question as Felt], ANSWERS[face]]),
  );
}
