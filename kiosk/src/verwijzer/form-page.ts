import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../elements/hl-head.js';
import '../elements/hl-ticket.js';
import { LightElement } from '../elements/light.js';
import type { Identity } from '../lib/device.js';
import type { Draft } from '../lib/journal.js';
import type { HandoverDraft } from './draft.js';
import { go, goOnFrom } from './route.js';
import './step-card.js';
import './step-check.js';
import './step-declarations.js';
import './step-offence.js';
import './step-people.js';
import { submit } from './submit.js';

const lastStep = 5;

/** A new handover, one question on a screen. The step stands in the address, the rest in the draft. */
@customElement('hl-form-page')
export class FormPage extends LightElement {
  @property({ attribute: false }) identity!: Identity;
  @property({ attribute: false }) draft!: Draft<HandoverDraft>;
  @property({ type: Number }) step = 1;
  @state() private busy = false;
  @state() private fault = '';

  override updated(changed: PropertyValues<this>): void {
    if (!changed.has('step')) return;
    scrollTo(0, 0);
  }

  override render() {
    const { ticket } = this.draft.value;
    return html`<hl-head canGoBack @back=${this.back}></hl-head>
      <div class="stap" role="img" aria-label="Stap ${this.step} van ${lastStep}">
        ${Array.from({ length: lastStep }, (_, i) => html`<i class=${i < this.step ? 'nu' : ''}></i>`)}
      </div>
      ${
        this.step > 1 && ticket
          ? html`<div class="ticketrij">
              <hl-ticket .ticket=${ticket}></hl-ticket>
            </div>`
          : nothing
      }
      ${this.question()}`;
  }

  private question() {
    const { draft, identity } = this;
    const { mandate } = identity;
    switch (this.step) {
      case 1:
        return html`<hl-step-card
          .draft=${draft}
          .mandate=${mandate}
          @completed=${this.next}
        ></hl-step-card>`;
      case 2:
        return html`<hl-step-offence
          .draft=${draft}
          .mandate=${mandate}
          @completed=${this.next}
          @ended=${this.end}
        ></hl-step-offence>`;
      case 3:
        return html`<hl-step-people
          .draft=${draft}
          .mandate=${mandate}
          @completed=${this.next}
          @ended=${this.end}
        ></hl-step-people>`;
      case 4:
        return html`<hl-step-declarations
          .draft=${draft}
          .mandate=${mandate}
          @completed=${this.next}
          @ended=${this.end}
        ></hl-step-declarations>`;
      default:
        return html`<hl-step-check
          .draft=${draft}
          .mandate=${mandate}
          .busy=${this.busy}
          .fault=${this.fault}
          @corrected=${(corrected: CustomEvent<number>) =>
            go({ page: 'form', step: corrected.detail })}
          @completed=${this.handOver}
          @ended=${this.end}
        ></hl-step-check>`;
    }
  }

  private readonly next = (): void => go({ page: 'form', step: this.step + 1 });

  private readonly back = (): void =>
    go(this.step > 1 ? { page: 'form', step: this.step - 1 } : { page: 'home' });

  /** Not for Halt, and the officer goes on alone: nothing of it stays here. */
  private readonly end = async (): Promise<void> => {
    await this.draft.clear();
    go({ page: 'home' });
  };

  private readonly handOver = async (): Promise<void> => {
    if (this.busy) return;
    this.busy = true;
    const { caseId } = this.draft.value;
    try {
      await submit(this.draft, this.identity);
      goOnFrom({ page: 'form', step: lastStep }, { page: 'handover', id: caseId });
    } catch {
      this.fault =
        'De overdracht kon niet worden verzegeld. Alles is bewaard. Probeer het opnieuw.';
    } finally {
      this.busy = false;
    }
  };
}
