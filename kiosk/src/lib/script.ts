/** Arabic and Hebrew, the scripts from right to left that a guardian may write. */
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

const RIGHT_TO_LEFT_LANGUAGES = new Set(['ar', 'fa', 'he', 'ps', 'ur']);

/** Which way a text in this language runs (BCP 47). */
export function directionOfLanguage(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT_LANGUAGES.has(language) ? 'rtl' : 'ltr';
}

/**
 * Which way a text runs of which the language is not known. Any letter from right to left decides, not the first one: a
 * part of a long text may begin with a name or an address.
 */
export function directionOf(text: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.test(text) ? 'rtl' : 'ltr';
}

/** The language that a script gives away (BCP 47); undefined when it does not. */
export function languageOfScript(text: string): string | undefined {
  if (/\p{Script=Arabic}/u.test(text)) return 'ar';
  if (/\p{Script=Cyrillic}/u.test(text)) return 'uk';
  return undefined;
}
