import type { Answer, Relation } from '../lib/contract.js';
import { relationWords } from '../verwijzer/words.js';

/** A relation as part of a sentence. */
export function relationWord(relation: Relation): string {
  return relationWords[relation].toLowerCase();
}

/** A guardian's custody, as part of a sentence. */
export const CUSTODY_WORDS: Record<Answer, string> = {
  YES: 'heeft gezag',
  NO: 'heeft geen gezag',
  UNKNOWN: 'gezag onbekend',
};

/** Asked, and nobody knows; also what is sent when it was not asked. */
export const UNKNOWN_LANGUAGE = 'und';

/** Languages to choose from, by their short code. */
export const LANGUAGES: Record<string, string> = {
  nl: 'Nederlands',
  en: 'Engels',
  de: 'Duits',
  fr: 'Frans',
  ar: 'Arabisch',
  tr: 'Turks',
  pl: 'Pools',
  uk: 'Oekraïens',
  ti: 'Tigrinya',
  so: 'Somalisch',
  other: 'Een andere taal',
  und: 'Weet ik niet',
};

/** What is known of a guardian's language; an unknown code is shown as it is. */
export function languageWords(code: string): string {
  return code === '' || code === UNKNOWN_LANGUAGE
    ? 'taal onbekend'
    : `spreekt ${LANGUAGES[code] ?? code}`;
}

const dateFormat = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long', timeZone: 'UTC' });

/** A date (YYYY-MM-DD) in words, for instance "4 maart 2011". */
export function dateWords(date: string): string {
  return dateFormat.format(Date.parse(date));
}
