import { html, type TemplateResult } from 'lit';
import '../../elements/hl-yesno.js';
import { selectField } from '../select-field.js';
import type { CaseFile, Guardian } from '../shapes.js';
import { LANGUAGES } from '../words.js';

/** How something is explained: in which language, by whom read out. */
export interface ExplainedDraft {
  language: string;
  readAloud: boolean;
  interpreter: boolean;
}

/** The languages in which a document may be had. */
const DOCUMENT_LANGUAGES = ['nl', 'en', 'de', 'fr', 'pl', 'tr', 'ar', 'uk'] as const;

const OPTIONS = Object.fromEntries(
  DOCUMENT_LANGUAGES.map((code) => [code, LANGUAGES[code] ?? code]),
);

/** What the intake says of the juvenile's language, as a beginning. */
export function explainedOf(file: CaseFile): ExplainedDraft {
  const data = file.intake.language?.data ?? {};
  const spoken = typeof data.language === 'string' ? data.language : '';
  return {
    language: file.rights?.language ?? (spoken in OPTIONS ? spoken : 'nl'),
    readAloud: file.rights?.readAloud ?? false,
    interpreter: data.interpreter === true || (file.rights?.interpreter ?? false),
  };
}

/** The language in which something is explained to a guardian: the guardian's own where there are documents in it. */
export function languageOf({ language }: Guardian): string {
  return language in OPTIONS ? language : 'nl';
}

/** Language, read aloud and interpreter, in one row. */
export function explainedFields(
  draft: ExplainedDraft,
  change: (part: Partial<ExplainedDraft>) => void,
): TemplateResult {
  return html`<div class="velden" data-testid="explained">
    ${selectField({
      label: 'In welke taal?',
      value: draft.language,
      options: OPTIONS,
      testId: 'explained-language',
      half: true,
      chosen: (language) => change({ language }),
    })}
    <div class="aankruisen half">
      ${tick('Voorgelezen', draft.readAloud, 'explained-aloud', (readAloud) => change({ readAloud }))}
      ${tick('Met een tolk', draft.interpreter, 'explained-interpreter', (interpreter) =>
        change({ interpreter }),
      )}
    </div>
  </div>`;
}

function tick(label: string, on: boolean, testId: string, change: (on: boolean) => void) {
  return html`<button
    type="button"
    class="knop ${on ? 'gekozen' : ''}"
    aria-pressed=${on}
    data-testid=${testId}
    @click=${() => change(!on)}
  >
    ${on ? '✓ ' : ''}${label}
  </button>`;
}
