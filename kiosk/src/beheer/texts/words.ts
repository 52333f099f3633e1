import { countSms } from '../../lib/sms.js';
import type { Standing } from '../written.js';
import type { TextId, TextLanguage, TextVersion } from './shapes.js';

/** What a text is called, and when it goes. */
export const KIND_WORDS: Readonly<Record<TextId, { name: string; when: string }>> = {
  BRIDGE: { name: 'Eerste bericht', when: 'Gaat meteen uit als het loket een jongere overneemt.' },
  NOT_REACHED: {
    name: 'Niet bereikt',
    when: 'Gaat uit als bellen niet lukte, een keer per ouder.',
  },
  APPOINTMENT: { name: 'Afspraak', when: 'Gaat uit als de afspraak in de intake staat.' },
  WHICH_CASE: {
    name: 'Welke code?',
    when: 'Gaat uit als een antwoord bij twee zaken kan horen.',
  },
  REPLY_RECEIVED: { name: 'Antwoord ontvangen', when: 'Gaat uit na een antwoord van een ouder.' },
  PROBE: { name: 'Proef', when: 'Gaat naar het eigen nummer van het loket.' },
};

/** What comes in an open place. */
export const PLACE_WORDS: Readonly<Record<string, string>> = {
  tel: 'het telefoonnummer van het loket',
  code4: 'de vier cijfers van de zaak',
  date: 'dag en tijd van de afspraak',
  office: 'waar de afspraak is',
};

const whenFormat = new Intl.DateTimeFormat('nl-NL', {
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Amsterdam',
});

/** A moment by Dutch clocks, for instance "22 november 21:04". */
export function whenWords(instant: string): string {
  return whenFormat.format(Date.parse(instant)).replace(' om ', ' ');
}

/** The version that is sent: the newest one that was signed. */
export function inForce(versions: readonly TextVersion[]): TextVersion | undefined {
  return versions.find(({ signedAt }) => signedAt !== undefined);
}

/** Where a text in a language stands. */
export function standing(versions: readonly TextVersion[]): Standing {
  const [newest] = versions;
  const sent = inForce(versions);
  if (!newest) return { tone: 'geen', word: 'Geen tekst', note: 'ouders krijgen de Nederlandse' };
  if (!sent) return { tone: 'let', word: 'Concept', note: 'wordt niet verstuurd' };
  return newest === sent
    ? { tone: 'goed', word: 'Ondertekend', note: `versie ${sent.version}` }
    : { tone: 'goed', word: 'Ondertekend', note: `versie ${sent.version}; er is een concept` };
}

/** Who made a version, and when. */
export function madeWords({ source, madeBy, madeAt }: TextVersion): string {
  return source === 'FILE'
    ? `Meegeleverd, ${whenWords(madeAt)}`
    : `Geschreven door ${madeBy ?? 'onbekend'}, ${whenWords(madeAt)}`;
}

/** Who signed a version, and when; empty for a draft. */
export function signedWords({ signedBy, signedAt }: TextVersion): string {
  return signedAt === undefined ? '' : `Ondertekend door ${signedBy}, ${whenWords(signedAt)}`;
}

/** The text with samples in its open places; an unknown one stays as it is. */
export function filled(text: string, { samples }: TextLanguage): string {
  return text.replaceAll(/\{([^{}]*)\}/g, (whole, word: string) => samples[word] ?? whole);
}

/** What a text takes, in words. */
export function countWords(text: string): string {
  const { encoding, parts, characters } = countSms(text);
  const alphabet = encoding === 'GSM_7' ? 'gewone letters' : 'andere letters, 70 per deel';
  return `${characters} tekens, ${parts === 1 ? '1 sms-deel' : `${parts} sms-delen`} (${alphabet})`;
}
