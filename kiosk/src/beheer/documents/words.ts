import { whenWords } from '../texts/words.js';
import { versionsIn, type Standing } from '../written.js';
import type { DocumentId, DocumentOverview, DocumentVersion, Sample } from './shapes.js';

/** What a document is for. */
export const USE_WORDS: Readonly<Record<DocumentId, string>> = {
  RIGHTS: 'Ziet de jongere als eerste.',
  OFFER: 'Krijgt de jongere mee, voordat de jongere kiest.',
  LEAFLET: 'Voor wie wil lezen wat Halt is.',
  CONSENT: 'Leest en ondertekent de jongere.',
  GUARDIAN_CONSENT: 'Leest het loket voor aan een ouder van een jongere van 12 tot en met 15.',
  GUARDIAN_INFORMATION: 'Voor een ouder van een jongere van 16 of 17.',
  GUARDIAN_LETTER: 'Voor een ouder die niet te bereiken was. Wat er is gebeurd, staat er niet in.',
  RECEIPT: 'Voor de verwijzer, na de ontvangst.',
  NEGATIVE_REPORT: 'Voor de verwijzer, als de zaak teruggaat.',
};

/** Documents for the referrer are in Dutch only. */
const DUTCH_ONLY: readonly DocumentId[] = ['RECEIPT', 'NEGATIVE_REPORT'];

/** Whether there can be a document in a language. */
export function exists(id: DocumentId, language: string): boolean {
  return language === 'nl' || !DUTCH_ONLY.includes(id);
}

/** The versions of a document in a language, newest first. */
export function versionsOf(
  { documents }: DocumentOverview,
  id: DocumentId,
  language: string,
): readonly DocumentVersion[] {
  return versionsIn(documents, id, { code: language });
}

/** Where a document in a language stands. */
export function standing(versions: readonly DocumentVersion[]): Standing {
  const [newest] = versions;
  const inForce = versions.find(({ signedAt }) => signedAt !== undefined);
  if (!newest) return { tone: 'geen', word: 'Niet in deze taal', note: '' };
  if (!inForce) return { tone: 'let', word: 'Concept', note: 'alleen hulp naast het Nederlands' };
  const more = newest === inForce ? '' : '; er is een concept';
  return { tone: 'goed', word: 'Ondertekend', note: `versie ${inForce.version}${more}` };
}

/** Where a version comes from, and who signed it. */
export function historyWords({ madeAt, signedAt, signedBy }: DocumentVersion): string {
  const made = `Meegeleverd, ${whenWords(madeAt)}.`;
  return signedAt === undefined
    ? made
    : `${made} Ondertekend door ${signedBy}, ${whenWords(signedAt)}.`;
}

/** The question behind a preview. */
export function sampleQuery({ offence, manner, age }: Sample): string {
  return `offence=${offence}&manner=${manner}&age=${age}`;
}
