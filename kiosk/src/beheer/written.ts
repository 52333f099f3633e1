import { html, type TemplateResult } from 'lit';
import '../elements/hl-state.js';
import type { Tone } from '../elements/hl-state.js';

/** A language in which something is written. */
export interface WrittenLanguage {
  /** BCP 47. */
  readonly code: string;
  readonly name: string;
  readonly rightToLeft: boolean;
}

/** A version of something that counts once somebody signed it. */
export interface WrittenVersion {
  readonly version: number;
  readonly madeAt: string;
  readonly signedAt?: string;
  readonly signedBy?: string;
}

/** The versions of one thing in one language, newest first. */
export interface Written<Id, Version> {
  readonly id: Id;
  readonly language: string;
  readonly versions: readonly Version[];
}

/** Where something that is written stands. */
export interface Standing {
  readonly tone: Tone;
  readonly word: string;
  readonly note: string;
}

/** The versions of one of them in a language, newest first; none when it is not there. */
export function versionsIn<Id, Version>(
  all: readonly Written<Id, Version>[],
  id: Id,
  { code }: Pick<WrittenLanguage, 'code'>,
): readonly Version[] {
  return all.find((one) => one.id === id && one.language === code)?.versions ?? [];
}

/** What an address as `RIGHTS/ar` names, or undefined. */
export function named<Kind extends { readonly id: string }, Language extends WrittenLanguage>(
  address: string,
  {
    kinds,
    languages,
  }: { readonly kinds: readonly Kind[]; readonly languages: readonly Language[] },
): { kind: Kind; language: Language } | undefined {
  const [id = '', code = ''] = address.split('/');
  const kind = kinds.find((one) => one.id === id);
  const language = languages.find((one) => one.code === code);
  return kind && language ? { kind, language } : undefined;
}

/** One kind with a tile for each language; `place` is the page in the address, `name` that in test ids. */
export function kindCard(
  { id, name, when }: { id: string; name: string; when: string },
  tiles: readonly { language: WrittenLanguage; standing: Standing }[],
  page: { place: string; name: string },
): TemplateResult {
  return html`<section class="kaart" aria-labelledby="soort-${id}">
    <div class="soort">
      <h2 id="soort-${id}">${name}</h2>
      <p class="zacht">${when}</p>
    </div>
    <ul class="talen">
      ${tiles.map(
        ({ language: { code, name: spoken }, standing: { tone, word, note } }) =>
          html`<li>
            <a href="#/${page.place}/${id}/${code}" data-testid="${page.name}-${id}-${code}">
              <b>${spoken}</b>
              <hl-state tone=${tone} word=${word} note=${note}></hl-state>
            </a>
          </li>`,
      )}
    </ul>
  </section>`;
}
