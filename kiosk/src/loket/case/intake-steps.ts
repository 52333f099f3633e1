import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Decision } from '../consent-shapes.js';
import { routeHash } from '../route.js';
import type { CaseFile, SectionData } from '../shapes.js';
import './appointment-step.js';
import { consentStep } from './consent-step.js';
import { quickPicks } from './quick-picks.js';
import { beginButton, decideButton, mayBegin } from './receipt-step.js';
import './rights-step.js';
import './section-form.js';
import { sectionNamed, type SectionSpec } from './sections.js';
import { stepsOf } from './steps.js';

/** What the steps of the intake ask of the case page. */
export interface IntakeSteps {
  begin: () => void;
  load: () => void;
  /** On to the step after this one. */
  goOn: (from: string) => void;
  /** Somebody decided: on to the next who decides, or to the next step. */
  decided: () => void;
  /** Whose decision is being written down; empty when nobody's. */
  deciding: string;
  decide: (who: string) => void;
  withdraw: (decision: Decision) => void;
}

/** One step of the intake, or what must happen before it; undefined when the step is none of these. */
export function intakeStep(
  file: CaseFile,
  id: string,
  page: IntakeSteps,
): TemplateResult | undefined {
  const step = stepsOf(file).find((one) => one.id === id);
  if (!step) return undefined;
  const section = sectionNamed(id);
  if (id === 'rights') return rights(file, page);
  if (id !== 'consent' && !section) return undefined;
  if (!begun(file) || step.locked !== '') return before(file, step.label, step.locked, page);
  if (id === 'consent') return consent(file, page);
  if (id === 'appointment') return appointment(file, page);
  return section && sectionForm(file, section, page);
}

function begun({ state }: CaseFile): boolean {
  return state !== 'OPENED' && state !== 'PENDING_APPROVAL';
}

function before(file: CaseFile, label: string, locked: string, page: IntakeSteps) {
  return html`<div class="titel"><h1>${label}</h1></div>
    ${begun(file) ? lockedBy(file, locked) : notBegun(file, page)}`;
}

function lockedBy({ id, rights: shown }: CaseFile, locked: string) {
  return html`<p data-testid="locked">${locked}</p>
    ${
      shown
        ? nothing
        : html`<div class="voet breed">
            <a
              class="knop hoofd"
              href=${routeHash({ page: 'case', id, step: 'rights' })}
              data-testid="to-rights"
              >Naar de rechtenkaart</a
            >
          </div>`
    }`;
}

function notBegun(file: CaseFile, page: IntakeSteps) {
  const may = mayBegin(file);
  return html`<p data-testid="not-begun">
      De intake is nog niet begonnen.
      ${may ? nothing : 'Er moet eerst een besluit zijn: dat staat bij Ontvangst.'}
    </p>
    ${may ? beginButton(page.begin) : decideButton(file.id)}`;
}

function rights(file: CaseFile, page: IntakeSteps) {
  return html`<div class="contact" @recorded=${() => page.goOn('rights')}>
    <hl-loket-rights .file=${file}></hl-loket-rights>
  </div>`;
}

function consent(file: CaseFile, page: IntakeSteps) {
  return html`<div class="contact" @recorded=${page.decided}>${consentStep(file, page)}</div>`;
}

function appointment(file: CaseFile, page: IntakeSteps) {
  const on = () => page.goOn('appointment');
  return html`<div
    class="contact"
    @saved=${on}
    @fixed=${on}
    @recorded=${page.load}
    @changed-elsewhere=${page.load}
  >
    <hl-loket-appointment .file=${file}></hl-loket-appointment>
  </div>`;
}

function sectionForm(file: CaseFile, spec: SectionSpec, page: IntakeSteps) {
  return keyed(
    spec.name,
    html`<hl-loket-section
      .caseId=${file.id}
      .spec=${spec}
      .saved=${file.intake[spec.name]}
      .presets=${presetsOf(file, spec.name)}
      .quick=${quickPicks(file, spec.name)}
      @saved=${() => page.goOn(spec.name)}
      @changed-elsewhere=${page.load}
    ></hl-loket-section>`,
  ) as TemplateResult;
}

/** The language in which the rights were shown is the juvenile's, unless the worker says otherwise. */
function presetsOf({ rights: shown }: CaseFile, section: string): SectionData {
  if (section !== 'language' || !shown) return {};
  return { language: shown.language, ...(shown.interpreter ? { interpreter: true } : {}) };
}
