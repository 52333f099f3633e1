import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { fileLinks } from '../../elements/file-links.js';
import '../../elements/hl-banner.js';
import '../../elements/hl-field.js';
import '../../elements/hl-icon.js';
import { LightElement } from '../../elements/light.js';
import { api, ApiError } from '../../lib/api.js';
import { journal, type Draft } from '../../lib/journal.js';
import { clockTime } from '../board/board-words.js';
import { command, refusalText } from '../command.js';
import { routeHash } from '../route.js';
import type { BoardRow } from '../shapes.js';
import { alreadyGone, packageList, receiverList } from './package-list.js';
import type { BoardTransfer, TransferView } from './shapes.js';

/** While something is underway the screen looks again after this time. */
const LOOK_AGAIN_MS = 2_000;

/** Gives a case to its receiver: what goes, to whom, what is missing, and how far it is. */
@customElement('hl-loket-transfer')
export class TransferStep extends LightElement {
  @property() caseId = '';
  /** The step that is to be done first. */
  @property() next = 'receipt';
  /** Guardians whom nobody spoke to yet, by name. */
  @property({ attribute: false }) stillToCall: readonly string[] = [];
  /** Of the board's row; when it changes, there is news. */
  @property({ attribute: false }) mark?: BoardTransfer;
  @state() private view?: TransferView;
  @state() private refusal: ApiError | undefined;
  @state() private busy = false;
  /** Who got the report on paper, as typed. */
  @state() private given?: Draft<{ to: string }>;
  @state() private url = '';
  private timer: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    const key = `case/${this.caseId}/paper`;
    void journal.open(key, { to: '' }).then((given) => (this.given = given));
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
    URL.revokeObjectURL(this.url);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('mark') && this.view) void this.load();
  }

  override render() {
    const { view } = this;
    return html`<div class="titel"><h1>Overdragen</h1></div>
      ${this.banner()} ${view ? this.body(view) : html`<p role="status">Wordt opgehaald.</p>`}`;
  }

  private banner() {
    return this.refusal
      ? html`<hl-banner
          tone="stop"
          heading=${this.refusal.title}
          text=${refusalText(this.refusal)}
        ></hl-banner>`
      : nothing;
  }

  private body(view: TransferView) {
    if (view.state === 'TRANSFERRED' || view.state === 'ERASED') return this.ended(view);
    if (view.purpose === undefined) {
      return html`<p>
          Deze zaak kan nog niet worden overgedragen. Dat kan na de afspraak, of als de zaak
          teruggaat naar de verwijzer.
        </p>
        <div class="voet breed">
          <a
            class="knop hoofd"
            href=${routeHash({ page: 'case', id: this.caseId, step: this.next })}
            data-testid="transfer-first"
            >Naar wat nog moet</a
          >
        </div>`;
    }
    const underway = view.transfers.some((one) => one.purpose === view.purpose && isUnderway(one));
    return html`${alreadyGone(view)} ${underway ? nothing : this.explain(view)}
    ${packageList(view.transfers)}
    ${underway ? nothing : html`${receiverList(view.receivers)} ${this.unspoken()} ${this.missing(view)}`}
    ${view.onPaper && !underway ? this.paper(view) : nothing} ${this.button(view, underway)}`;
  }

  private ended({ erasedAt, transfers }: TransferView) {
    return html`<hl-banner
        tone="goed"
        heading=${erasedAt === undefined ? 'Overgedragen' : 'Overgedragen en hier gewist'}
        text=${
          erasedAt === undefined
            ? 'De zaak wordt hier zo gewist.'
            : `Gewist om ${clockTime(erasedAt)}. Vragen over deze zaak? Bel de ontvanger en noem het zaaknummer.`
        }
        data-testid="erased"
      ></hl-banner>
      ${packageList(transfers)}
      <div class="voet breed">
        <a class="knop hoofd" href=${routeHash({ page: 'board' })} data-testid="transfer-done"
          >Naar het bord</a
        >
      </div>`;
  }

  private explain({ purpose }: TransferView) {
    return purpose === 'DOSSIER'
      ? html`<p>
          Het dossier gaat ondertekend en verzegeld naar Halt. Is de ontvangst bevestigd, dan wordt
          de zaak hier vanzelf gewist.
        </p>`
      : html`<p>
          De verwijzer moet weten dat deze zaak niet bij Halt verdergaat. Heeft de verwijzer het
          bericht, dan wordt de zaak hier vanzelf gewist.
        </p>`;
  }

  /** It stops nothing: a parent may be out of reach for the whole night. */
  private unspoken() {
    if (this.stillToCall.length === 0) return nothing;
    const who = this.stillToCall.join(' en ');
    const sentence = `Nog niet gesproken: ${who}. Na de overdracht belt hier niemand meer.`;
    return this.notice(sentence, 'guardian', 'Bel eerst', 'still-to-call');
  }

  private missing({ missing }: TransferView) {
    return missing.map(({ sentence, step }) =>
      this.notice(sentence, step, 'Doe dit eerst', 'missing'),
    );
  }

  private notice(sentence: string, step: string, label: string, testId: string) {
    return html`<p class="melding s-let" data-testid=${testId}>
      <hl-icon name="s-let"></hl-icon>
      <span>${sentence}</span>
      <a class="knop" href=${routeHash({ page: 'case', id: this.caseId, step })}>${label}</a>
    </p>`;
  }

  private paper({ receivers }: TransferView) {
    const givenTo = this.given?.value.to ?? '';
    return html`<section class="kaart" data-testid="paper-form">
      <h2>
        ${receivers.length === 0 ? 'Geef het verslag op papier' : 'Of geef het verslag op papier'}
      </h2>
      <button
        type="button"
        class="knop"
        data-testid="print-report"
        ?disabled=${this.busy}
        @click=${() => this.print()}
      >
        <hl-icon name="papier"></hl-icon>Maak het verslag
      </button>
      ${this.url === '' ? nothing : fileLinks(this.url, 'verslag.pdf')}
      <hl-field
        label="Wie kreeg het?"
        hint="Naam of dienstnummer"
        testId="given-to"
        .value=${givenTo}
        @typed=${(typed: CustomEvent<string>) => this.giveTo(typed.detail)}
      ></hl-field>
      <button
        type="button"
        class="knop ${receivers.length === 0 ? 'hoofd' : ''}"
        data-testid="paper-given"
        ?disabled=${this.busy || givenTo.trim() === ''}
        @click=${() => this.send('/paper', { givenTo }, 'Verslag op papier')}
      >
        Het verslag is gegeven
      </button>
    </section>`;
  }

  private giveTo(to: string): void {
    this.given?.set({ to });
    this.requestUpdate();
  }

  private button({ receivers, missing, transfers, purpose }: TransferView, underway: boolean) {
    if (receivers.length === 0 || missing.length > 0) return nothing;
    const waits = transfers.some((one) => one.purpose === purpose && one.problem !== undefined);
    if (underway && !waits) return html`<p role="status">De zaak is onderweg.</p>`;
    return html`<div class="voet breed">
      <button
        type="button"
        class="knop hoofd"
        data-testid="transfer"
        ?disabled=${this.busy}
        @click=${() => this.send('', undefined, 'Overdragen')}
      >
        ${underway ? 'Probeer nu opnieuw' : 'Draag de zaak over'}
      </button>
    </div>`;
  }

  private async send(below: string, body: unknown, label: string): Promise<void> {
    this.busy = true;
    this.refusal = undefined;
    const path = `/cases/${this.caseId}/transfer${below}`;
    try {
      await command({ method: 'POST', path, label, ...(body === undefined ? {} : { body }) });
    } catch (failure) {
      this.refusal = ApiError.of(failure);
    } finally {
      this.busy = false;
    }
    await this.load();
  }

  private async print(): Promise<void> {
    this.busy = true;
    try {
      const blob = await api.blob(
        `/cases/${this.caseId}/documents/negative-report.pdf?language=nl`,
      );
      URL.revokeObjectURL(this.url);
      this.url = URL.createObjectURL(blob);
    } catch (failure) {
      this.refusal = ApiError.of(failure);
    } finally {
      this.busy = false;
    }
  }

  private async load(): Promise<void> {
    clearTimeout(this.timer);
    try {
      this.view = await api.get<TransferView>(`/cases/${this.caseId}/transfer`);
      if (this.view.state === 'ERASED') await journal.forgetCase(this.caseId);
      if (this.isConnected && isMoving(this.view)) {
        this.timer = setTimeout(() => void this.load(), LOOK_AGAIN_MS);
      }
    } catch (failure) {
      this.refusal = ApiError.of(failure);
    }
  }
}

/** What is left of a case that was erased: that it arrived, and where. */
export function erasedCase(caseId: string) {
  return html`<main class="blad">${transferStep(caseId)}</main>`;
}

/** The step of a case. */
export function transferStep(
  caseId: string,
  row?: BoardRow,
  next = 'receipt',
  stillToCall: readonly string[] = [],
) {
  return html`<hl-loket-transfer
    .caseId=${caseId}
    .next=${next}
    .stillToCall=${stillToCall}
    .mark=${row?.transfer}
  ></hl-loket-transfer>`;
}

function isUnderway({ progress }: { progress: string }): boolean {
  return progress === 'UNDERWAY' || progress === 'WAITING' || progress === 'ALARM';
}

function isMoving({ state: stand, transfers }: TransferView): boolean {
  return stand === 'TRANSFERRED' || transfers.some(isUnderway);
}
