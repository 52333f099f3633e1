import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../elements/hl-banner.js';
import '../../elements/hl-ticket.js';
import { LightElement } from '../../elements/light.js';
import { api, ApiError } from '../../lib/api.js';
import type { Handover } from '../../lib/contract.js';
import { uuidv7 } from '../../lib/ids.js';
import { journal, type Draft } from '../../lib/journal.js';
import { answer, command, refusalText, underway } from '../command.js';
import { forgetReason } from '../reason-form.js';
import { goOnFrom, goTo, type Place } from '../route.js';
import type { BoardRow, CaseState, HandoverContent, Override } from '../shapes.js';
import '../verdict/band.js';
import { VerdictLook } from '../verdict/look.js';
import { voluntaryOffer } from '../voluntary/offer.js';
import { forgetOverride } from '../verdict/override-form.js';
import { declineReason } from '../verdict/words.js';
import { STOPS } from '../case/stop-words.js';
import { carryTo, correctedBanner, endedView, isFor, loadingView, type Ended } from './ended.js';
import { DECLINE } from './decline-words.js';
import { givenByReferrer } from './given.js';
import { foot, footWords } from './foot.js';
import { guardianList } from './guardian-list.js';
import { identityForm } from './identity-form.js';
import { lostView, SOMEBODY, whoWasFirst } from './lost-view.js';
import {
  emptyGuardian,
  emptyReceipt,
  fillFrom,
  missingItems,
  toReceipt,
  type ReceiptDraft,
} from './receipt-draft.js';
import { safetyForm } from './safety-form.js';

const at = (id: string): Place => ({ page: 'receive', id });

/** The one screen on which a juvenile is received or declined. */
@customElement('hl-loket-receive')
export class ReceivePage extends LightElement {
  @property() handoverId = '';
  /** The row on the board; undefined once it left the board. */
  @property({ attribute: false }) row?: BoardRow;
  @state() private content?: HandoverContent;
  @state() private draft?: Draft<ReceiptDraft>;
  @state() private declining = false;
  @state() private overriding = false;
  @state() private sending = false;
  @state() private refusal: ApiError | undefined;
  @state() private first = SOMEBODY;
  @state() private gone?: Ended;
  private look?: VerdictLook;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('row')) return;
    this.noticeChange(changed.get('row'));
    if (!this.tooLate) return;
    void whoWasFirst(this.handoverId).then((words) => (this.first = words));
  }

  /** The case was opened on another juvenile, and waits for its own. */
  private get awaiting(): boolean {
    return this.row?.state === 'AWAITING';
  }

  /** The board says that somebody else received this juvenile; it never says who. */
  private get tooLate(): boolean {
    const waits = this.row?.state === 'UNDERWAY' || this.row?.state === 'AWAITING';
    return this.row !== undefined && !waits && !this.sending;
  }

  /** The row went from the board, or came to hold another offence: look what happened. */
  private noticeChange(before: BoardRow | undefined): void {
    if (before === undefined || this.sending) return;
    if (this.row === undefined) void this.lookWhy();
    else if (this.row.offences !== before.offences) void this.load();
  }

  /** Withdrawn and corrected: on to the correction with all that was typed. Withdrawn: say so. */
  private async lookWhy(): Promise<void> {
    const { draft, content } = this;
    const standing = await api.get<Handover>(`/handovers/${this.handoverId}`);
    if (standing.state === 'WITHDRAWN' && standing.replacedBy && draft && content) {
      await carryTo(at(this.handoverId), standing.replacedBy, draft, content);
    } else if (standing.state === 'WITHDRAWN' || standing.state === 'DECLINED') {
      this.gone = standing.state;
    }
  }

  override render() {
    return html`<main class="blad" data-testid="receive-page">${this.body()}</main>`;
  }

  private body() {
    const { draft, content, refusal } = this;
    if (this.gone) return endedView(this.gone, () => goTo({ page: 'board' }));
    if (refusal?.status === 409 && !refusal.code.startsWith('verdict.')) {
      return this.lost(refusal.title, refusalText(refusal));
    }
    if (this.tooLate) return this.lost('Deze jongere is al ontvangen', this.first);
    if (!draft || !content) return loadingView(this.refusal, () => void this.load());
    return html`${this.heading(content)} ${this.verdict()}
      <div class="overname">
        <div>${givenByReferrer(content)}</div>
        <div>${this.declining ? this.decline() : this.form(draft.value)}</div>
      </div>
      ${this.declining || this.overriding ? nothing : this.foot(missingItems(draft.value))}`;
  }

  private verdict() {
    const verdict = this.look?.verdict;
    return verdict ? html`<hl-desk-verdict .verdict=${verdict}></hl-desk-verdict>` : nothing;
  }

  /** The rules say no, or do not know: declining comes first, and receiving needs a reason. */
  private get against(): boolean {
    return this.look?.verdict?.needs === 'OVERRIDE';
  }

  /** Nobody overrules what is no longer said. */
  private judged(): void {
    this.overriding = this.overriding && this.against;
    this.requestUpdate();
  }

  private heading(content: HandoverContent) {
    const others = content.otherOffences?.length ?? 0;
    return html`<div class="titel ontvangst">
      <hl-ticket .ticket=${this.row?.ticket ?? content.ticket}></hl-ticket>
      <h1>Neem over${others > 0 ? `: ${others + 1} feiten` : nothing}</h1>
    </div>`;
  }

  private lost(heading: string, text: string) {
    const open = () => goTo({ page: 'case', id: this.handoverId, step: 'receipt' });
    return lostView(heading, text, open, () => goTo({ page: 'board' }));
  }

  private decline() {
    return html`<hl-loket-reason
        .caseId=${this.handoverId}
        .words=${this.awaiting ? STOPS.LEFT : DECLINE}
        .preset=${this.awaiting || !this.look?.verdict ? '' : declineReason(this.look.verdict)}
        @confirmed=${(confirmed: CustomEvent<object>) => this.sendDecline(confirmed.detail)}
        @closed=${() => (this.declining = false)}
      ></hl-loket-reason>
      ${this.refused()} ${this.awaiting ? nothing : voluntaryOffer()}`;
  }

  private form(draft: ReceiptDraft) {
    return html`${draft.corrected ? correctedBanner() : nothing}
    ${safetyForm(draft.safety, (change) => this.edit({ safety: { ...draft.safety, ...change } }))}
    ${identityForm(draft, (change) => this.edit(change))}
    ${guardianList(draft.guardians, (guardians) => this.edit({ guardians }))}
    ${this.overriding ? this.override(missingItems(draft)) : nothing} ${this.refused()}`;
  }

  private override(missing: readonly string[]) {
    return html`<hl-loket-override
      .caseId=${this.handoverId}
      .decision=${this.look?.verdict?.decision ?? 'UNKNOWN'}
      .lacks=${missing.length === 0 ? '' : footWords(missing, this.sending)}
      ?sending=${this.sending}
      @confirmed=${(confirmed: CustomEvent<Override>) => this.receive(confirmed.detail)}
      @closed=${() => (this.overriding = false)}
    ></hl-loket-override>`;
  }

  private foot(missing: readonly string[]) {
    const { sending, against, awaiting } = this;
    return foot(
      { missing, sending, against, awaiting, refused: this.refusal?.title },
      {
        decline: () => (this.declining = true),
        receive: () => void this.receive(),
        overrule: () => void this.overrule(),
      },
    );
  }

  private async overrule(): Promise<void> {
    this.overriding = true;
    await this.updateComplete;
    this.querySelector('hl-loket-override')?.scrollIntoView();
  }

  private refused() {
    const { refusal } = this;
    return refusal
      ? html`<hl-banner
          tone="stop"
          heading=${refusal.title}
          text=${refusalText(refusal)}
        ></hl-banner>`
      : nothing;
  }

  private edit(change: Partial<ReceiptDraft>): void {
    this.draft?.set(change);
    if (this.draft) this.look?.follow(this.draft.value);
    this.requestUpdate();
  }

  private async load(): Promise<void> {
    this.refusal = undefined;
    const id = this.handoverId;
    try {
      const draft = await journal.open(`receive/${id}`, emptyReceipt(uuidv7()));
      const content = await api.get<HandoverContent>(`/handovers/${id}/content`);
      // A form that begins anew may not bring the ids of guardians that were sent before.
      if (!draft.value.filled) draft.set({ guardians: [emptyGuardian(uuidv7())] });
      draft.set(fillFrom(draft.value, content));
      this.draft = draft;
      this.content = content;
      this.look = new VerdictLook(id, content.verdict, () => this.judged());
      this.look.follow(draft.value);
      const before = await underway('/cases', (body) => isFor(body, id));
      if (before !== undefined) await this.finish(answer<CaseState>(before));
    } catch (failure) {
      this.refusal = ApiError.of(failure);
    }
  }

  private async receive(override?: Override): Promise<void> {
    if (!this.draft) return;
    const others = this.content?.otherOffences?.map((other) => other.handoverId) ?? [];
    const receipt = toReceipt(this.handoverId, this.draft.value, others);
    const body = override ? { ...receipt, override } : receipt;
    const label = 'Jongere overnemen';
    await this.finish(command<CaseState>({ method: 'POST', path: '/cases', body, label }));
  }

  private async finish(sent: Promise<CaseState>): Promise<void> {
    this.sending = true;
    this.refusal = undefined;
    try {
      const { id } = await sent;
      await this.draft?.clear();
      await forgetOverride(this.handoverId);
      goOnFrom(at(this.handoverId), { page: 'case', id, step: 'guardian' });
    } catch (failure) {
      const refusal = ApiError.of(failure);
      if (refusal.code === 'handover.withdrawn') await this.lookWhy();
      else this.refusal = refusal;
    } finally {
      this.sending = false;
    }
  }

  private async sendDecline(body: object): Promise<void> {
    this.refusal = undefined;
    const id = this.handoverId;
    const what = this.awaiting
      ? {
          path: `/cases/${id}/transitions`,
          body: { to: 'LEFT', ...body },
          label: 'Stand van de zaak',
        }
      : { path: `/handovers/${id}/decline`, body, label: 'Overdracht weigeren' };
    try {
      await command({ method: 'POST', ...what });
      await this.draft?.clear();
      await forgetReason(id, this.awaiting ? STOPS.LEFT : DECLINE);
      goOnFrom(at(this.handoverId), { page: 'board' });
    } catch (failure) {
      this.refusal = ApiError.of(failure);
    }
  }
}
