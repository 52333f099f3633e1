/** Not seen, or turning round what is seen: control characters and overrides of the direction. */
const unseen = /[\p{Cc}\p{Zl}\p{Zp}\p{Co}\p{Cs}\u202A-\u202E\u2066-\u2069]/gu;
const breaks = /[\t\r\n\u0085\u2028\u2029]+/g;

/** @returns the text on one line as the loket takes it, in any script, without what cannot be read */
export function plainLine(text: string): string {
  return text.replace(breaks, ' ').replace(unseen, '').normalize('NFC');
}

/** @returns as `plainLine`, but with its lines kept */
export function plainLines(text: string): string {
  return text.replace(/\r\n?/g, '\n').split('\n').map(plainLine).join('\n');
}
