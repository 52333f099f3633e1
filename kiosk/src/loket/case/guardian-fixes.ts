import { html, type TemplateResult } from 'lit';
import '../../elements/hl-icon.js';
import type { CaseFile, Guardian } from '../shapes.js';
import './guardian-add.js';
import './guardian-edit.js';
import './letter-form.js';
import './number-form.js';

/** What is being put right about the guardians; empty when nothing is. */
export type Fix = '' | 'number' | 'edit' | 'add' | 'letter';

const MOST_GUARDIANS = 4;

/** The ways to put something right about a guardian. */
export function fixButtons(
  file: CaseFile,
  guardian: Guardian,
  fix: (what: Fix) => void,
): TemplateResult {
  const button = (what: Fix, label: string) =>
    html`<button type="button" class="knop" data-testid="fix-${what}" @click=${() => fix(what)}>
      ${label}
    </button>`;
  const mayCall = guardian.state !== 'DO_NOT_CONTACT';
  return html`<div class="knoppen" role="group" aria-label="Iets verbeteren">
    ${mayCall ? button('number', 'Nummer klopt niet') : ''}
    ${button('edit', 'Verbeter naam of taal')}
    ${file.guardians.length < MOST_GUARDIANS ? button('add', 'Nog een ouder') : ''}
    ${mayCall ? button('letter', 'Brief als laatste stap') : ''}
  </div>`;
}

/** The form of what is being put right. It emits `recorded` or `closed`. */
export function fixForm(
  file: CaseFile,
  guardian: Guardian,
  what: Exclude<Fix, ''>,
  close: () => void,
): TemplateResult {
  switch (what) {
    case 'number':
      return html`<hl-loket-number
        .caseId=${file.id}
        .guardian=${guardian}
        @closed=${close}
      ></hl-loket-number>`;
    case 'letter':
      return html`<hl-loket-letter
        .caseId=${file.id}
        .guardian=${guardian}
        @closed=${close}
      ></hl-loket-letter>`;
    case 'edit':
      return html`<hl-loket-guardian-edit
        .caseId=${file.id}
        .guardian=${guardian}
        @closed=${close}
      ></hl-loket-guardian-edit>`;
    case 'add':
      return html`<hl-loket-guardian-add
        .caseId=${file.id}
        .position=${file.guardians.length + 1}
        @closed=${close}
      ></hl-loket-guardian-add>`;
  }
}
