import { bareNumber, isNumber } from '../phone.js';

/** The other guardians with the same number. */
export function sharers<T extends { number: string }>(guardians: readonly T[], index: number): T[] {
  const number = guardians[index]?.number ?? '';
  return isNumber(number)
    ? guardians.filter(
        (other, at) => at !== index && sameNumber(other.number) === sameNumber(number),
      )
    : [];
}

function sameNumber(number: string): string {
  return bareNumber(number)
    .replace(/^(?:0031|\+31)/, '0')
    .replace(/^00/, '+');
}
