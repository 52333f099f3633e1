import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import '../../elements/hl-banner.js';
import { LightElement } from '../../elements/light.js';
import { api, ApiError } from '../../lib/api.js';
import { command, refusalText } from '../command.js';
import '../reason-form.js';
import type { Reason } from '../reason-form.js';
import { goOnFrom } from '../route.js';
import type { BoardRow, CaseFile, CaseStateName, Override } from '../shapes.js';
import { asideStep } from './aside-step.js';
import type { Fix } from './guardian-fixes.js';
import { guardianStep, guardianToCall } from './guardian-step.js';
import './other-juvenile.js';
import type { Rare } from './other-juvenile.js';
import { beginButton, decideButton, mayBegin, receiptStep } from './receipt-step.js';
import './section-form.js';
import { sectionNamed, type SectionSpec } from './sections.js';
import { sideBar, type Stop } from './side-bar.js';
import { stepAfter } from './steps.js';
import { STOPS } from './stop-words.js';
import { erasedCase, transferStep } from '../transfer/transfer-step.js';
import { waitBanner } from './wait-banner.js';

/** A case: the steps at the side, one question at a time. */
@customElement('hl-loket-case')
export class CasePage extends LightElement {
  @property() caseId = '';
  @property() step = 'receipt';
  /** The row on the board; when it changes, the case is read again. */
  @property({ attribute: false }) row?: BoardRow;
  /** Somebody said "Ik bel" on the board: the call is taken as soon as the case is read. */
  @property({ type: Boolean }) calling = false;
  /** Epoch ms by the server's clock. */
  @property({ type: Number }) now = 0;
  @state() private file?: CaseFile;
  @state() private refusal: ApiError | undefined;
  @state() private stopping: Stop | undefined;
  @state() private guardianId = '';
  @state() private fixing: Fix = '';
  @state() private rare: Rare | undefined;
  #taken = false;
  /** All rows of the board: who else waits. */
  @property({ attribute: false }) rows: readonly BoardRow[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('step')) {
      this.stopping = undefined;
      this.fixing = '';
      this.rare = undefined;
    }
    const before = changed.get('row');
    const rowChanged = before !== undefined && JSON.stringify(before) !== JSON.stringify(this.row);
    if (rowChanged) void this.load();
  }

  override render() {
    const { file } = this;
    if (this.refusal?.code === 'case.erased') return erasedCase(this.caseId);
    if (!file) return html`<main class="blad">${this.banner()}${this.waiting()}</main>`;
    const stop = (to: Stop) => (this.stopping = to);
    return html`<div class="lijf" data-testid="case-page" data-state=${file.state}>
      ${sideBar(
        file,
        this.step,
        stop,
        () => void this.change({ to: 'INTAKE' }),
        (what) => (this.rare = what),
        this.row?.unread ?? 0,
      )}
      <main>
        ${this.banner()} ${waitBanner(file, this.now)} ${this.newOffences(file)} ${this.main(file)}
      </main>
    </div>`;
  }

  private main(file: CaseFile) {
    if (this.rare) {
      return html`<hl-loket-other
        .file=${file}
        .rows=${this.rows}
        .rare=${this.rare}
        @closed=${this.closeRare}
        @recorded=${this.recorded}
      ></hl-loket-other>`;
    }
    return this.stopping ? this.stopForm(this.stopping) : this.body(file);
  }

  /** One more offence on the same card came after receipt. */
  private newOffences({ newOffences }: CaseFile) {
    const [first] = newOffences;
    if (first === undefined) return nothing;
    return html`<hl-banner
      tone="let"
      heading="Er is nog een feit voor deze jongere"
      text="Het kwam op dezelfde kaart binnen, na de ontvangst."
      action="Hoort bij deze zaak"
      data-testid="new-offence"
      @acted=${() => this.addOffence(first)}
    ></hl-banner>`;
  }

  private async addOffence(handoverId: string): Promise<void> {
    const path = `/cases/${this.caseId}/offences`;
    try {
      await command({ method: 'POST', path, body: { handoverId }, label: 'Nog een feit' });
      await this.load();
    } catch (failure) {
      this.refusal = ApiError.of(failure);
    }
  }

  private waiting() {
    return this.refusal ? nothing : html`<p role="status">De zaak wordt opgehaald.</p>`;
  }

  private banner() {
    return this.refusal
      ? html`<hl-banner
          tone="stop"
          heading=${this.refusal.title}
          text=${refusalText(this.refusal)}
          action="Probeer opnieuw"
          @acted=${() => this.load()}
        ></hl-banner>`
      : nothing;
  }

  private body(file: CaseFile) {
    const section = sectionNamed(this.step);
    if (section) return this.section(file, section);
    if (this.step === 'guardian') {
      return html`<div class="contact" @recorded=${this.recorded}>
        ${guardianStep(file, {
          row: this.row,
          now: this.now,
          chosenId: this.guardianId,
          choose: (id) => (this.guardianId = id),
          fixing: this.fixing,
          fix: (what) => (this.fixing = what),
          take: (id) => void this.take(id),
        })}
      </div>`;
    }
    if (this.step === 'transfer') return transferStep(file.id, this.row);
    const aside = asideStep(file, this.step, this.row?.unread ?? 0, () =>
      this.goOn(file, this.step),
    );
    if (aside) return aside;
    return html`<div
      class="contact"
      @recorded=${this.recorded}
      @returned=${() => this.change({ to: 'RETURNED', reason: 'NOT_HALT' })}
      @overridden=${(given: CustomEvent<Override>) => this.begin(given.detail)}
    >
      ${receiptStep(
        file,
        this.now,
        () => void this.begin(),
        () => (this.stopping = 'NOT_FIT_NOW'),
      )}
    </div>`;
  }

  private section(file: CaseFile, spec: SectionSpec) {
    if (file.state === 'OPENED' || file.state === 'PENDING_APPROVAL') {
      return html`<div class="titel"><h1>${spec.question}</h1></div>
        <p>
          De intake is nog niet begonnen.
          ${mayBegin(file) ? nothing : 'Er moet eerst een besluit zijn: dat staat bij Ontvangst.'}
        </p>
        ${mayBegin(file) ? beginButton(() => void this.change({ to: 'INTAKE' })) : decideButton(file.id)}`;
    }
    return keyed(
      spec.name,
      html`<hl-loket-section
        .caseId=${file.id}
        .spec=${spec}
        .saved=${file.intake[spec.name]}
        @saved=${() => this.goOn(file, spec.name)}
        @changed-elsewhere=${() => this.load()}
      ></hl-loket-section>`,
    );
  }

  private stopForm(to: Stop) {
    return html`<hl-loket-reason
      .words=${STOPS[to]}
      @confirmed=${(confirmed: CustomEvent<Reason>) => this.change({ to, ...confirmed.detail })}
      @closed=${() => (this.stopping = undefined)}
    ></hl-loket-reason>`;
  }

  private readonly recorded = async (): Promise<void> => {
    await this.load();
    // After a call whose turn it is shows itself; after a correction the same guardian stays.
    if (this.fixing === '') this.guardianId = '';
    this.fixing = '';
    this.rare = undefined;
  };

  private readonly closeRare = (): void => {
    this.rare = undefined;
    void this.load();
  };

  private async begin(override?: Override): Promise<void> {
    await this.change({ to: 'INTAKE', ...(override ? { override } : {}) });
    if (this.file?.state === 'INTAKE' && !this.refusal) this.goOn(this.file, 'receipt');
  }

  private goOn(file: CaseFile, from: string): void {
    void this.load();
    const { id } = file;
    goOnFrom({ page: 'case', id, step: from }, { page: 'case', id, step: stepAfter(file, from) });
  }

  /** What was said on the board: "Ik bel". */
  private async takeFromBoard(file: CaseFile): Promise<void> {
    if (!this.calling || this.#taken) return;
    this.#taken = true;
    const guardian = guardianToCall(file.guardians, this.row, this.now);
    if (!guardian) return;
    this.guardianId = guardian.id;
    await this.take(guardian.id);
  }

  private async take(guardianId: string): Promise<void> {
    const path = `/cases/${this.caseId}/guardians/${guardianId}/claims`;
    try {
      await command({ method: 'POST', path, label: 'Ik bel' });
      await this.load();
    } catch (failure) {
      this.refusal = ApiError.of(failure);
    }
  }

  private async load(): Promise<void> {
    try {
      this.file = await api.get<CaseFile>(`/cases/${this.caseId}`);
      this.refusal = undefined;
      this.awaitReceipt(this.file);
      void this.takeFromBoard(this.file);
    } catch (failure) {
      this.refusal = ApiError.of(failure);
    }
  }

  /** To the receive page, but not from under whoever gives the case to its juvenile just now. */
  private awaitReceipt({ awaiting }: CaseFile): void {
    if (!awaiting || this.row?.state !== 'AWAITING' || this.rare) return;
    const id = this.caseId;
    goOnFrom({ page: 'case', id }, { page: 'receive', id });
  }

  private async change(body: {
    to: CaseStateName;
    reason?: string;
    override?: Override;
  }): Promise<void> {
    this.stopping = undefined;
    const path = `/cases/${this.caseId}/transitions`;
    try {
      await command({ method: 'POST', path, body, label: 'Stand van de zaak' });
      await this.load();
    } catch (failure) {
      this.refusal = ApiError.of(failure);
    }
  }
}
