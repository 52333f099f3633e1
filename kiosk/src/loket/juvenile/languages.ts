import type { JuvenileWords } from './words/words.js';
import { words as ar } from './words/ar.js';
import { words as de } from './words/de.js';
import { words as en } from './words/en.js';
import { words as fr } from './words/fr.js';
import { words as nl } from './words/nl.js';
import { words as pl } from './words/pl.js';
import { words as tr } from './words/tr.js';
import { words as uk } from './words/uk.js';

/** BCP 47. */
export type LanguageCode = 'nl' | 'en' | 'de' | 'fr' | 'pl' | 'tr' | 'ar' | 'uk';

/** A language of the juvenile's screens. */
export interface Language {
  readonly code: LanguageCode;
  /** What its own speakers call it. */
  readonly name: string;
  /** As voices of the browser are named. */
  readonly voice: string;
  readonly dir: 'ltr' | 'rtl';
  readonly words: JuvenileWords;
}

const dutch: Language = {
  code: 'nl',
  name: 'Nederlands',
  voice: 'nl-NL',
  dir: 'ltr',
  words: nl,
};

/** In the order of the buttons. */
export const LANGUAGES: readonly Language[] = [
  dutch,
  { code: 'en', name: 'English', voice: 'en-GB', dir: 'ltr', words: en },
  { code: 'de', name: 'Deutsch', voice: 'de-DE', dir: 'ltr', words: de },
  { code: 'fr', name: 'Français', voice: 'fr-FR', dir: 'ltr', words: fr },
  { code: 'pl', name: 'Polski', voice: 'pl-PL', dir: 'ltr', words: pl },
  { code: 'tr', name: 'Türkçe', voice: 'tr-TR', dir: 'ltr', words: tr },
  { code: 'ar', name: 'العربية', voice: 'ar-SA', dir: 'rtl', words: ar },
  { code: 'uk', name: 'Українська', voice: 'uk-UA', dir: 'ltr', words: uk },
];

/** The language with this code, or Dutch. */
export function languageOf(code: string | undefined): Language {
  return LANGUAGES.find((one) => one.code === code) ?? dutch;
}

/** Fills the places between braces. */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

/** How long somebody is here, for instance "je bent hier 7 minuten". */
export function hereFor({ code, words }: Language, arrivedAt: string, now: number): string {
  const minutes = Math.max(0, Math.floor((now - Date.parse(arrivedAt)) / 60_000));
  // Every screen writes the same digits.
  const written = new Intl.NumberFormat(`${code}-u-nu-latn`, {
    style: 'unit',
    unit: 'minute',
    unitDisplay: 'long',
  });
  return fill(words.hereFor, { minutes: written.format(minutes) });
}
