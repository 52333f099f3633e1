import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../elements/hl-banner.js';
import '../../elements/hl-icon.js';
import { ApiError } from '../../lib/api.js';
import { clock } from '../../lib/clock.js';
import { localDate } from '../../lib/dates.js';
import { journal, type Draft } from '../../lib/journal.js';
import { LightElement } from '../../elements/light.js';
import { clockTime } from '../board/board-words.js';
import { command, refusalText } from '../command.js';
import type { SavedSection, SectionData } from '../shapes.js';
import { refusedDate } from './appointment-date.js';
import { conflictView } from './conflict-view.js';
import { fieldView } from './field-view.js';
import type { QuickPicks } from './quick-picks.js';
import { withQuickPicks } from './quick-row.js';
import { conflictsOf, draftOf, refreshed, type SectionDraft } from './section-draft.js';
import type { FieldSpec, SectionSpec } from './sections.js';

/** Places the fields of a section; `view` gives the control of one. */
export type SectionLayout = (
  spec: SectionSpec,
  data: SectionData,
  view: (field: FieldSpec) => TemplateResult,
) => TemplateResult;

/** A section as the server takes it. */
export type SectionBody = (version: number, data: SectionData) => object;

/**
 * One section of the short intake. What is typed is kept on the tablet at once and sent with
 * its button. Emits `saved`, and `changed-elsewhere` when the server holds a newer one.
 */
@customElement('hl-loket-section')
export class SectionForm extends LightElement {
  @property() caseId = '';
  @property({ attribute: false }) spec!: SectionSpec;
  @property({ attribute: false }) saved?: SavedSection;
  /** Where it is saved; the intake of the case when empty. */
  @property() path = '';
  /** What the button says. */
  @property() saveLabel = 'Bewaar en ga verder';
  /** How the fields stand on the screen; one below the other without it. */
  @property({ attribute: false }) layout?: SectionLayout;
  /** What a section that was never saved begins with: what is known already, and never an answer of the juvenile. */
  @property({ attribute: false }) presets: SectionData = {};
  /** What can be filled in with one tap. */
  @property({ attribute: false }) quick: QuickPicks = {};
  /** What the server takes. */
  @property({ attribute: false }) body: SectionBody = (version, data) => ({ version, data });
  /** What stands below the fields. */
  @property({ attribute: false }) beside: unknown = nothing;
  @state() private draft?: Draft<SectionDraft>;
  @state() private savedAt = '';
  @state() private busy = false;
  @state() private refusal: ApiError | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.openDraft();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('saved')) this.refresh();
  }

  override render() {
    const { spec, draft } = this;
    if (!draft) return nothing;
    const conflicts = conflictsOf(draft.value, this.saved, spec);
    return html`<div class="titel">
        <h1>${spec.question}</h1>
        <p class="zacht">${spec.hint}</p>
      </div>
      ${
        conflicts.length > 0
          ? conflictView(conflicts, draft.value.data, this.saved?.data ?? {}, this.settle)
          : nothing
      }
      ${this.fields(spec, draft.value)}
      ${
        this.refusal
          ? html`<hl-banner
              tone="stop"
              heading=${this.refusal.title}
              text=${refusalText(this.refusal)}
            ></hl-banner>`
          : nothing
      }
      ${this.beside} ${this.foot(draft.value, conflicts.length > 0)}`;
  }

  private fields(spec: SectionSpec, draft: SectionDraft) {
    const view = (field: FieldSpec) => this.field(field, draft);
    return this.layout
      ? this.layout(spec, draft.data, view)
      : html`<div class="velden">${spec.fields.map(view)}</div>`;
  }

  private field(field: FieldSpec, { data }: SectionDraft) {
    const view = fieldView(field, data, this.fault(field), (value) =>
      this.change({ [field.name]: value }),
    );
    const picks = this.quick[field.name] ?? [];
    return picks.length === 0
      ? view
      : withQuickPicks(field, data, picks, view, (part) => this.change(part));
  }

  private foot({ dirty }: SectionDraft, conflicted: boolean) {
    const wrong = conflicted || this.spec.fields.some((field) => this.fault(field) !== '');
    return html`<div class="voet breed">
      <button
        type="button"
        class="knop hoofd"
        ?disabled=${wrong || this.busy}
        data-testid="save-section"
        @click=${this.save}
      >
        ${this.busy ? 'Wordt verstuurd' : this.saveLabel}
      </button>
      <span class="bewaard ${dirty ? '' : 's-goed'}" role="status" data-testid="saved-state"
        >${conflicted ? 'Kies eerst welke versie klopt.' : this.savedWords(dirty)}</span
      >
    </div>`;
  }

  private savedWords(dirty: boolean) {
    if (dirty) return 'Nog niet verstuurd. Wel bewaard op deze tablet.';
    const at = this.savedAt || this.saved?.savedAt;
    if (at) return html`<hl-icon name="s-goed"></hl-icon>Bewaard ${clockTime(at)}`;
    return this.saved ? html`<hl-icon name="s-goed"></hl-icon>Bewaard` : '';
  }

  private fault(field: FieldSpec): string {
    const value = this.draft?.value.data[field.name];
    if (field.kind !== 'date' || typeof value !== 'string' || value === '') return '';
    return refusedDate(value, localDate(clock.now())) ?? '';
  }

  private change(part: SectionData): void {
    const typed = Object.entries(part).map(([name, value]) => [name, value === '' ? null : value]);
    const data = { ...this.draft?.value.data, ...Object.fromEntries(typed) } as SectionData;
    this.edit({ data, dirty: true });
  }

  private edit(change: Partial<SectionDraft>): void {
    this.draft?.set(change);
    this.requestUpdate();
  }

  private readonly settle = (version: 'mine' | 'theirs'): void => {
    if (version === 'theirs') this.edit(draftOf(this.saved, this.presets));
    else this.edit({ base: this.saved?.version ?? 0 });
  };

  private async openDraft(): Promise<void> {
    const key = `case/${this.caseId}/${this.spec.name}`;
    this.draft = await journal.open<SectionDraft>(key, draftOf(this.saved, this.presets));
    this.refresh();
  }

  private refresh(): void {
    const { draft, saved, spec, presets } = this;
    if (draft) draft.set(refreshed(draft.value, saved, spec, presets));
  }

  private readonly save = async (): Promise<void> => {
    const { draft, spec } = this;
    if (!draft) return;
    this.busy = true;
    this.refusal = undefined;
    const { base, data } = draft.value;
    try {
      const result = await command<SavedSection>({
        method: 'PUT',
        path: this.path || `/cases/${this.caseId}/intake/${spec.name}`,
        body: this.body(base, data),
        label: `Intake: ${spec.step}`,
      });
      draft.set({ base: result.version, dirty: draft.value.data !== data });
      this.savedAt = result.savedAt ?? '';
      this.emit('saved');
    } catch (failure) {
      this.refuse(ApiError.of(failure));
    } finally {
      this.busy = false;
    }
  };

  private refuse(refusal: ApiError): void {
    if (refusal.code.endsWith('.changed')) this.emit('changed-elsewhere');
    else this.refusal = refusal;
  }
}
