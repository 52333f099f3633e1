const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const cardLength = 8;
const tokenLength = 10;

/** What a card's QR or a typed card code turned out to be. */
export type CardText =
  | { readonly kind: 'card'; readonly code: string }
  | { readonly kind: 'foreign'; readonly host: string }
  | { readonly kind: 'invalid' };

/** What a join QR says. */
export interface Join {
  readonly host: string;
  readonly token: string;
  /** First 16 hex digits of the SHA-256 of the seal key. */
  readonly keyHash: string;
}

/** @returns the check character of the letters before it */
export function checkCharacter(letters: string): string {
  const sum = Array.from(letters).reduce(
    (total, letter, i) => total + alphabet.indexOf(letter) * (i + 1),
    0,
  );
  return alphabet.charAt(sum % alphabet.length);
}

/** @returns the typed code as it is printed: upper case, no spaces, letters that look alike mended */
export function tidyCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
}

/** @returns the tidy card code, or undefined when it is not one */
export function parseCardCode(typed: string): string | undefined {
  return parseCode(typed, cardLength);
}

/** @returns the tidy enrolment token, or undefined when it is not one */
export function parseToken(typed: string): string | undefined {
  return parseCode(typed, tokenLength);
}

function parseCode(typed: string, length: number): string | undefined {
  const code = tidyCode(typed);
  const letters = code.slice(0, -1);
  const known =
    code.length === length && Array.from(code).every((letter) => alphabet.includes(letter));
  return known && checkCharacter(letters) === code.at(-1) ? code : undefined;
}

/**
 * Reads what a camera saw on a card, or what was typed from it.
 *
 * @param ownHost the host (with port) of this loket
 */
export function readCard(text: string, ownHost: string): CardText {
  const link = /^https?:\/\/([^/#?]+)\/k#(.+)$/i.exec(text.trim());
  if (link && link[1]?.toLowerCase() !== ownHost.toLowerCase()) {
    return { kind: 'foreign', host: link[1] ?? '' };
  }
  const code = parseCardCode(link?.[2] ?? text);
  return code ? { kind: 'card', code } : { kind: 'invalid' };
}

/** Reads a join QR; the host may hold a colon, so it is read from both ends. */
export function readJoin(text: string): Join | undefined {
  const parts = /^HALTJOIN:1:(.+):([^:]+):([0-9a-f]{16})$/i.exec(text.trim());
  const token = parseToken(parts?.[2] ?? '');
  if (!parts?.[1] || !parts[3] || !token) return undefined;
  return { host: parts[1].toLowerCase(), token, keyHash: parts[3].toLowerCase() };
}

/** @returns the code in groups of `size`, to read aloud */
export function spaced(code: string, size = 4): string {
  return code.replace(new RegExp(`(.{${size}})(?=.)`, 'g'), '$1 ');
}
