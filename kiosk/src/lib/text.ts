/** Not seen, or turning round what is seen: control characters and overrides of the direction. */
const unseen = /[\p{Cc}\p{Zl}\p{Zp}\p{Co}\p{Cs}\u202A-\u202E\u2066-\u2069]/gu;
const utf8 = new TextEncoder();
const signs = new Intl.Segmenter('nl');
const breaks = /[\t\r\n\u0085\u2028\u2029]+/g;

/** @returns the text on one line as the loket takes it, in any script, without what cannot be read */
export function plainLine(text: string): string {
  return text.replace(breaks, ' ').replace(unseen, '').normalize('NFC');
}

/** @returns as `plainLine`, but with its lines kept */
export function plainLines(text: string): string {
  return text.replace(/\r\n?/g, '\n').split('\n').map(plainLine).join('\n');
}

/**
 * Cuts between signs as people see them: a family of emoji or a letter with its accent stays whole.
 *
 * @returns as much of the text as fits in so many UTF-8 bytes
 */
export function fitting(text: string, maxBytes: number): string {
  let room = maxBytes;
  let end = 0;
  for (const { segment } of signs.segment(text)) {
    room -= utf8.encode(segment).length;
    if (room < 0) break;
    end += segment.length;
  }
  return text.slice(0, end);
}
