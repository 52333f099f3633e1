import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../elements/hl-banner.js';
import { LightElement } from '../../elements/light.js';
import { refusalText } from '../command.js';
import type { Decision } from '../consent-shapes.js';
import { forgetReason, type Reason } from '../reason-form.js';
import { goOnFrom } from '../route.js';
import type { BoardRow, CaseFile, Override } from '../shapes.js';
import { asideStep } from './aside-step.js';
import { banners } from './banners.js';
import { beginAtTop } from './begin-at-top.js';
import { CaseDesk } from './case-desk.js';
import { nextToDecide } from './consent-step.js';
import './decision-form.js';
import type { Fix } from './guardian-fixes.js';
import { guardianStep, guardianToCall } from './guardian-step.js';
import { intakeStep } from './intake-steps.js';
import { newOffence } from './new-offence.js';
import { notFit } from './not-fit.js';
import './other-juvenile.js';
import type { Rare } from './other-juvenile.js';
import { beginsItself, receiptStep } from './receipt-step.js';
import { sideBar, type Stop } from './side-bar.js';
import { stepAfter, stillToCall } from './steps.js';
import { stopForm } from './stop-form.js';
import { STOPS } from './stop-words.js';
import { erasedCase, transferStep } from '../transfer/transfer-step.js';
import { forgetOverride } from '../verdict/override-form.js';
import './withdraw-form.js';

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
  /** All rows of the board: who else waits. */
  @property({ attribute: false }) rows: readonly BoardRow[] = [];
  @state() private stopping: Stop | undefined;
  @state() private guardianId = '';
  @state() private fixing: Fix = '';
  @state() private rare: Rare | undefined;
  /** Whose decision is being written down; empty when nobody's. */
  @state() private deciding = '';
  @state() private withdrawing: Decision | undefined;
  private readonly desk = new CaseDesk(
    () => this.caseId,
    () => this.requestUpdate(),
  );
  #taken = false;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('step')) this.closeForms();
    // Nobody decides now; what was filled in is there when it is asked again.
    if (this.desk.file?.state === 'NOT_FIT_NOW') this.deciding = '';
    const before = changed.get('row');
    const rowChanged = before !== undefined && JSON.stringify(before) !== JSON.stringify(this.row);
    if (rowChanged) void this.load();
  }

  /** What is asked next begins at its top, and its step is in view. */
  override updated(changed: PropertyValues<this>): void {
    if (changed.has('step') && changed.get('step') !== undefined) beginAtTop(this);
  }

  override render() {
    const { file, refusal } = this.desk;
    if (refusal?.code === 'case.erased') return erasedCase(this.caseId);
    if (!file)
      return html`<main class="blad">
        ${refusal ? this.banner() : html`<p role="status">De zaak wordt opgehaald.</p>`}
      </main>`;
    return html`<div class="lijf" data-testid="case-page" data-state=${file.state}>
      ${sideBar(
        file,
        this.step,
        (to) => (this.stopping = to),
        () => void this.rest(),
        (what) => (this.rare = what),
        this.row?.unread ?? 0,
      )}
      <main>
        ${this.banner()} ${banners(file, this.step, this.now)}
        ${newOffence(file, (id) => void this.desk.addOffence(id))} ${this.main(file)}
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
    if (this.withdrawing) {
      return html`<hl-loket-withdraw
        .caseId=${this.caseId}
        .decision=${this.withdrawing}
        @recorded=${this.recorded}
        @closed=${() => (this.withdrawing = undefined)}
      ></hl-loket-withdraw>`;
    }
    const { stopping } = this;
    if (stopping) {
      const stop = (why: Reason) => void this.stop(stopping, why);
      return stopForm(this.caseId, stopping, stop, () => (this.stopping = undefined));
    }
    const rests = file.state === 'NOT_FIT_NOW' && ['receipt', 'consent'].includes(this.step);
    return html`${rests ? this.resting(file) : nothing} ${this.body(file)}`;
  }

  /** The juvenile can not talk now: what to do meanwhile stands first. */
  private resting(file: CaseFile) {
    return html`<div @recorded=${this.recorded} @resumed=${() => this.begin()}>
      ${notFit(file)}
    </div>`;
  }

  private banner() {
    const { refusal } = this.desk;
    return refusal
      ? html`<hl-banner
          tone="stop"
          heading=${refusal.title}
          text=${refusalText(refusal)}
          action="Probeer opnieuw"
          @acted=${() => this.load()}
        ></hl-banner>`
      : nothing;
  }

  private body(file: CaseFile) {
    const { step } = this;
    if (step === 'guardian') return this.guardian(file);
    if (step === 'transfer')
      return transferStep(file.id, this.row, stepAfter(file, ''), stillToCall(file.guardians));
    const on = () => void this.goOn(step);
    const aside = asideStep(file, step, this.row?.unread ?? 0, on, () => void this.recorded());
    return aside ?? intakeStep(file, step, this.intake()) ?? this.receipt(file);
  }

  private guardian(file: CaseFile) {
    return html`<div class="contact" @recorded=${this.recorded}>
      ${guardianStep(file, {
        row: this.row,
        now: this.now,
        chosenId: this.guardianId,
        choose: (id) => (this.guardianId = id),
        fixing: this.fixing,
        fix: (what) => (this.fixing = what),
        take: (id) => void this.desk.take(id),
      })}
    </div>`;
  }

  private intake() {
    return {
      begin: () => void this.begin(),
      load: () => void this.load(),
      goOn: (from: string) => void this.goOn(from),
      decided: () => void this.decided(),
      deciding: this.deciding,
      decide: (who: string) => (this.deciding = who),
      withdraw: (decision: Decision) => (this.withdrawing = decision),
    };
  }

  private receipt(file: CaseFile) {
    return html`<div
      class="contact"
      @recorded=${this.recorded}
      @returned=${() => this.desk.change({ to: 'RETURNED', reason: 'NOT_HALT' })}
      @overridden=${(given: CustomEvent<Override>) => this.begin(given.detail)}
    >
      ${receiptStep(
        file,
        this.now,
        () => void this.begin(),
        () => void this.rest(),
      )}
    </div>`;
  }

  /** What was typed is only forgotten once the server has it. */
  private async stop(to: Stop, why: Reason): Promise<void> {
    this.stopping = undefined;
    await this.desk.change({ to, ...why });
    if (!this.desk.refusal) await forgetReason(this.caseId, STOPS[to]);
  }

  private readonly recorded = async (): Promise<void> => {
    const { deciding } = this;
    await this.load();
    // After a call whose turn it is shows itself; after a correction the same guardian stays.
    if (this.fixing === '') this.guardianId = '';
    // A form that was opened meanwhile stays.
    if (this.deciding === deciding) this.closeForms();
  };

  /** Who decides next, is asked next; an agreement leads on to the appointment. */
  private async decided(): Promise<void> {
    const asked = this.deciding !== '';
    await this.recorded();
    const { file } = this.desk;
    if (!file || !asked) return;
    this.deciding = nextToDecide(file);
    if (file.state === 'AGREED') await this.goOn('consent');
  }

  private readonly closeRare = (): void => {
    this.rare = undefined;
    void this.load();
  };

  private closeForms(): void {
    this.stopping = undefined;
    this.fixing = '';
    this.rare = undefined;
    this.deciding = '';
    this.withdrawing = undefined;
  }

  /** One tap: no offer and no signature now. Why comes after. */
  private async rest(): Promise<void> {
    const { caseId: id, step } = this;
    await this.desk.change({ to: 'NOT_FIT_NOW' });
    if (!this.desk.refusal)
      goOnFrom({ page: 'case', id, step }, { page: 'case', id, step: 'receipt' });
  }

  private async begin(override?: Override): Promise<void> {
    await this.desk.change({ to: 'INTAKE', ...(override ? { override } : {}) });
    const { file, refusal } = this.desk;
    if (override && !refusal) await forgetOverride(this.caseId);
    if (file?.state === 'INTAKE' && !refusal) await this.goOn('receipt');
  }

  /** Which step is next, depends on what the server made of this one. */
  private async goOn(from: string): Promise<void> {
    await this.load();
    if (from === 'rights' && this.desk.file && beginsItself(this.desk.file)) {
      await this.desk.change({ to: 'INTAKE' });
    }
    const { file } = this.desk;
    if (!file) return;
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
    await this.desk.take(guardian.id);
  }

  private async load(): Promise<void> {
    await this.desk.load();
    const { file, refusal } = this.desk;
    if (!file || refusal) return;
    this.awaitReceipt(file);
    void this.takeFromBoard(file);
  }

  /** To the receive page, but not from under whoever gives the case to its juvenile just now. */
  private awaitReceipt({ awaiting }: CaseFile): void {
    if (!awaiting || this.row?.state !== 'AWAITING' || this.rare) return;
    const id = this.caseId;
    goOnFrom({ page: 'case', id }, { page: 'receive', id });
  }
}
