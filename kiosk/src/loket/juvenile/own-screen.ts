import { html, type TemplateResult } from 'lit';
import '../../elements/hl-field.js';
import { picture } from './pictures.js';
import { sentence } from './screens.js';
import type { Visit } from './visit.js';

/** Longest text in UTF-8 bytes. */
const MOST_BYTES = 2_000;

/** What the juvenile wants to say; not about the offence, and who reads it stands beside it. */
export function ownScreen(visit: Visit, help: TemplateResult): TemplateResult {
  const { words } = visit.language;
  return html`${picture('talk')}
    <div class="jongere-tekst">
      ${sentence(words.own)}
      <p>${words.ownNot}</p>
      <p class="zacht">${words.ownReaders}</p>
      <hl-field
        multiline
        label=${words.ownField}
        testId="own-words"
        .maxBytes=${MOST_BYTES}
        .value=${visit.draft.ownWords}
        @typed=${(typed: CustomEvent<string>) => visit.keep({ ownWords: typed.detail })}
      ></hl-field>
      ${help}
    </div>`;
}
