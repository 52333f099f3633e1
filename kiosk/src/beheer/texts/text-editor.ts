import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../elements/hl-banner.js';
import '../../elements/hl-state.js';
import { LightElement } from '../../elements/light.js';
import { api, ApiError } from '../../lib/api.js';
import { uuidv7 } from '../../lib/ids.js';
import { bubble } from './bubble.js';
import type {
  TextFinding,
  TextKept,
  TextKind,
  TextLanguage,
  TextOverview,
  TextPreview,
  TextSigned,
  TextVersion,
} from './shapes.js';
import { findingList, placeList } from './text-notes.js';
import { keepUnsaved, unsavedText } from './unsaved.js';
import { textVersions } from './text-versions.js';
import { countWords, filled, KIND_WORDS, standing } from './words.js';

/** After the last key, so that not every letter is a request. */
const LOOK_AFTER_MS = 300;

/** One text in one language: write it, see what a phone shows, and sign it. Emits `changed`. */
@customElement('hl-text-editor')
export class TextEditor extends LightElement {
  @property({ attribute: false }) overview!: TextOverview;
  @property({ attribute: false }) kind!: TextKind;
  @property({ attribute: false }) language!: TextLanguage;
  @state() private text = '';
  @state() private findings: readonly TextFinding[] = [];
  @state() private asking = false;
  @state() private busy = false;
  @state() private done = '';
  @state() private warning = '';
  @state() private refusal: ApiError | undefined;

  private looking?: ReturnType<typeof setTimeout>;
  private looked = '';

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.looking);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // The list is read anew after each change: the same text stays as it is.
    const before = `${changed.get('kind')?.id ?? ''} ${changed.get('language')?.code ?? ''}`;
    const now = `${this.kind.id} ${this.language.code}`;
    if (changed.has('language') && before !== now) {
      const unsaved = unsavedText(this.kind.id, this.language.code);
      this.take(unsaved ?? this.newest?.text ?? '');
      this.done = unsaved === undefined ? '' : 'Uw tekst van daarnet staat er nog.';
      this.warning = '';
      this.refusal = undefined;
    }
  }

  override render() {
    const { name, when } = KIND_WORDS[this.kind.id];
    const { tone, word, note } = standing(this.versions);
    return html`<main class="blad tekst">
      <a class="knop terug" href="#/teksten" data-testid="texts-back">Alle teksten</a>
      <div class="titel">
        <h1>${name}, ${this.language.name}</h1>
        <hl-state tone=${tone} word=${word} note=${note}></hl-state>
      </div>
      <p>${when}</p>
      ${this.messages()}
      <div class="schrijven">
        <div class="rijen">${this.box()} ${findingList(this.findings)} ${placeList(this.kind)}</div>
        <div class="rijen">
          <h2>Op de telefoon</h2>
          ${bubble(filled(this.text, this.language), this.language.code, this.language.rightToLeft)}
          ${this.dutch()}
        </div>
      </div>
      ${
        this.versions.length > 0
          ? textVersions(this.versions, this.language, (one) => this.takeUp(one))
          : nothing
      }
      ${this.foot()}
    </main>`;
  }

  private get versions(): readonly TextVersion[] {
    return this.versionsIn(this.language.code);
  }

  private get newest(): TextVersion | undefined {
    return this.versions[0];
  }

  private versionsIn(code: string): readonly TextVersion[] {
    const { texts } = this.overview;
    return texts.find((one) => one.id === this.kind.id && one.language === code)?.versions ?? [];
  }

  private messages() {
    return html`<div role="status">
        ${this.done ? html`<hl-banner tone="goed" heading=${this.done} text=${this.warning}></hl-banner>` : nothing}
      </div>
      ${this.refusal ? html`<hl-banner tone="stop" heading=${this.refusal.title}></hl-banner>` : nothing}`;
  }

  private box() {
    const faulty = this.findings.some(({ level }) => level === 'FAULT');
    return html`<div class="veld">
      <label for="tekst">Tekst</label>
      <textarea
        class="invoer"
        id="tekst"
        rows="6"
        lang=${this.language.code}
        dir=${this.language.rightToLeft ? 'rtl' : 'ltr'}
        maxlength="918"
        aria-describedby="tekst-telling tekst-bevindingen"
        aria-invalid=${faulty ? 'true' : 'false'}
        data-testid="text-box"
        .value=${this.text}
        @input=${this.typed}
      ></textarea>
      <output class="telling" id="tekst-telling" for="tekst" data-testid="text-count"
        >${countWords(filled(this.text, this.language))}</output
      >
    </div>`;
  }

  /** What it should say, for who reads the other language. */
  private dutch() {
    const [dutch] = this.versionsIn('nl');
    if (this.language.code === 'nl' || !dutch) return nothing;
    return html`<h2>In het Nederlands</h2>
      <p lang="nl">${dutch.text}</p>`;
  }

  private foot() {
    const { newest } = this;
    if (this.asking && newest) return this.question(newest);
    if (this.text !== (newest?.text ?? '')) return this.saving();
    if (!newest || newest.signedAt !== undefined) return nothing;
    return html`<div class="voet breed">
      <p class="wat-nog">Versie ${newest.version} is een concept en wordt niet verstuurd.</p>
      <button
        type="button"
        class="knop hoofd"
        data-testid="text-sign"
        ?disabled=${this.busy}
        @click=${() => (this.asking = true)}
      >
        Onderteken
      </button>
    </div>`;
  }

  private saving() {
    const faults = this.findings.filter(({ level }) => level === 'FAULT').length;
    return html`<div class="voet breed">
      <p class="wat-nog">
        ${faults === 0 ? 'Nog niet bewaard.' : 'Bewaren kan nog niet: kijk wat er rood staat.'}
      </p>
      <button
        type="button"
        class="knop"
        data-testid="text-reset"
        @click=${() => this.take(this.newest?.text ?? '')}
      >
        Maak ongedaan
      </button>
      <button
        type="button"
        class="knop hoofd"
        data-testid="text-save"
        ?disabled=${this.busy || faults > 0 || this.text.trim() === ''}
        @click=${this.save}
      >
        Bewaar als concept
      </button>
    </div>`;
  }

  private question({ version, mine }: TextVersion) {
    return html`<div class="voet breed vraag" role="group" aria-label="Mag deze tekst naar ouders?">
      <p class="wat-nog">
        <b>Mag deze tekst naar ouders?</b> Onderteken alleen als iemand die ${this.language.name}
        leest haar heeft nagekeken. Vanaf dan gaat versie ${version} uit, met uw naam erbij.
        ${mine ? html`<b>U schreef haar zelf: laat liefst een ander nog eens lezen.</b>` : nothing}
      </p>
      <button type="button" class="knop" @click=${() => (this.asking = false)}>Nee</button>
      <button
        type="button"
        class="knop hoofd"
        data-testid="text-sign-confirm"
        ?disabled=${this.busy}
        @click=${() => this.sign(version)}
      >
        Ja, onderteken
      </button>
    </div>`;
  }

  private take(text: string): void {
    this.text = text;
    keepUnsaved(this.kind.id, this.language.code, text, this.newest?.text);
    this.asking = false;
    this.lookSoon();
  }

  private takeUp({ text, version }: TextVersion): void {
    this.take(text);
    this.refusal = undefined;
    this.done = text === this.newest?.text ? '' : `De tekst van versie ${version} staat klaar.`;
    this.warning = 'Bewaar haar als nieuw concept.';
    void this.updateComplete.then(() => {
      this.querySelector<HTMLElement>('#tekst')?.focus();
    });
  }

  private readonly typed = (input: Event): void => {
    if (!(input.currentTarget instanceof HTMLTextAreaElement)) return;
    this.done = '';
    this.take(input.currentTarget.value);
  };

  private lookSoon(): void {
    clearTimeout(this.looking);
    this.looking = setTimeout(() => void this.look(), LOOK_AFTER_MS);
  }

  /** An answer that comes after more was typed is no answer. */
  private async look(): Promise<void> {
    const asked = { id: this.kind.id, language: this.language.code, text: this.text };
    this.looked = JSON.stringify(asked);
    const preview = await api.send<TextPreview>('POST', '/texts/preview', asked).catch(() => null);
    if (preview && this.looked === JSON.stringify(asked)) this.findings = preview.findings;
  }

  private readonly save = (): Promise<void> =>
    this.run(async (path) => {
      const body = { newest: this.newest?.version ?? 0, text: this.text.trim() };
      const { version } = await api.send<TextKept>('POST', path, body, uuidv7());
      this.text = body.text;
      keepUnsaved(this.kind.id, this.language.code, body.text, body.text);
      this.done = `Bewaard als concept, versie ${version}.`;
      this.warning = 'Zij wordt pas verstuurd als zij is ondertekend.';
    });

  private sign(version: number): Promise<void> {
    return this.run(async (path) => {
      const signature = `${path}/versions/${version}/signature`;
      const { sameWriter } = await api.send<TextSigned>('POST', signature, undefined, uuidv7());
      this.done = `Ondertekend. Versie ${version} wordt vanaf nu verstuurd.`;
      this.warning = sameWriter ? 'U schreef haar zelf. Laat een ander haar ook lezen.' : '';
    });
  }

  private async run(work: (path: string) => Promise<void>): Promise<void> {
    this.busy = true;
    this.done = '';
    this.refusal = undefined;
    try {
      await work(`/texts/${this.kind.id}/${this.language.code}`);
      this.emit('changed');
    } catch (failure) {
      this.refusal = ApiError.of(failure);
    } finally {
      this.busy = false;
      this.asking = false;
    }
  }
}
