import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../elements/hl-banner.js';
import '../../elements/hl-choice.js';
import '../../elements/hl-state.js';
import { fileLinks } from '../../elements/file-links.js';
import { LightElement } from '../../elements/light.js';
import { api, ApiError } from '../../lib/api.js';
import { uuidv7 } from '../../lib/ids.js';
import type {
  DocumentKind,
  DocumentLanguage,
  DocumentOverview,
  DocumentVersion,
  Sample,
  Shown,
} from './shapes.js';
import { sheet } from './sheet.js';
import { historyWords, sampleQuery, standing, USE_WORDS, versionsOf } from './words.js';

/** One document in one language: read it for each kind of case, and sign it. Emits `changed`. */
@customElement('hl-document-view')
export class DocumentView extends LightElement {
  @property({ attribute: false }) overview!: DocumentOverview;
  @property({ attribute: false }) kind!: DocumentKind;
  @property({ attribute: false }) language!: DocumentLanguage;
  @state() private sample: Sample = { offence: 'VIOLATION', manner: 'STOPPED', age: 'UNDER_16' };
  @state() private shown?: Shown;
  @state() private chosen = 0;
  @state() private pdf = '';
  @state() private asking = false;
  @state() private busy = false;
  @state() private done = '';
  @state() private refusal: ApiError | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    URL.revokeObjectURL(this.pdf);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = `${changed.get('kind')?.id ?? ''} ${changed.get('language')?.code ?? ''}`;
    if (changed.has('language') && before !== `${this.kind.id} ${this.language.code}`) {
      this.chosen = this.versions[0]?.version ?? 0;
      this.done = '';
      void this.look();
    }
  }

  override render() {
    const { tone, word, note } = standing(this.versions);
    return html`<main class="blad tekst">
      <a class="knop terug" href="#/documenten" data-testid="documents-back">Alle documenten</a>
      <div class="titel">
        <h1>${this.kind.name}, ${this.language.name}</h1>
        <hl-state tone=${tone} word=${word} note=${note}></hl-state>
      </div>
      <p>${USE_WORDS[this.kind.id]}</p>
      ${this.messages()}
      <div class="document">
        <div class="rijen">${this.samples()} ${this.files()} ${this.history()}</div>
        ${this.shown ? sheet(this.shown) : html`<p role="status">Het document wordt gemaakt.</p>`}
      </div>
      ${this.foot()}
    </main>`;
  }

  private get versions(): readonly DocumentVersion[] {
    return versionsOf(this.overview, this.kind.id, this.language.code);
  }

  private messages() {
    if (this.refusal) {
      return html`<hl-banner tone="stop" heading=${this.refusal.title}></hl-banner>`;
    }
    return this.done ? html`<hl-banner tone="goed" heading=${this.done}></hl-banner>` : nothing;
  }

  private samples() {
    return html`<section class="kaart" aria-label="Voor welke zaak">
      <p class="zacht">De gegevens zijn verzonnen. Kies hoe de zaak is.</p>
      ${this.choice('Waarvan verdacht?', 'offence', {
        VIOLATION: 'Overtreding',
        CRIME: 'Misdrijf',
      })}
      ${this.choice('Hoe?', 'manner', { STOPPED: 'Staande gehouden', ARRESTED: 'Aangehouden' })}
      ${this.choice('Hoe oud?', 'age', { UNDER_16: '12 tot en met 15', FROM_16: '16 of 17' })}
    </section>`;
  }

  private choice(legend: string, name: keyof Sample, options: Record<string, string>) {
    return html`<hl-choice
      look="pairs"
      legend=${legend}
      testId="sample-${name}"
      .value=${this.sample[name]}
      .choices=${Object.entries(options).map(([value, label]) => ({ value, label }))}
      @chosen=${(chosen: CustomEvent<string>) => {
        this.sample = { ...this.sample, [name]: chosen.detail };
        void this.look();
      }}
    ></hl-choice>`;
  }

  private files() {
    return html`<section class="kaart" aria-label="Op papier">
      ${
        this.pdf
          ? fileLinks(this.pdf, `${this.kind.name} ${this.language.code}.pdf`)
          : html`<button
              type="button"
              class="knop"
              data-testid="document-pdf"
              ?disabled=${this.busy}
              @click=${this.print}
            >
              Maak de pdf
            </button>`
      }
    </section>`;
  }

  private history() {
    return html`<section class="kaart" aria-labelledby="document-versies">
      <h2 id="document-versies">Versies</h2>
      <ol class="versies" data-testid="document-versions">
        ${this.versions.map(
          (one) =>
            html`<li>
              <b>Versie ${one.version}</b>
              <p class="zacht">${historyWords(one)}</p>
              ${
                one.version === this.chosen
                  ? html`<p>Deze versie staat hiernaast.</p>`
                  : html`<button type="button" class="knop" @click=${() => this.turnTo(one)}>
                      Bekijk deze versie
                    </button>`
              }
            </li>`,
        )}
      </ol>
    </section>`;
  }

  private foot() {
    const [newest] = this.versions;
    if (!newest || newest.signedAt !== undefined || newest.version !== this.chosen) return nothing;
    if (this.asking) return this.question(newest);
    return html`<div class="voet breed">
      <p class="wat-nog">Versie ${newest.version} is een concept en wordt niet aangeboden.</p>
      <button
        type="button"
        class="knop hoofd"
        data-testid="document-sign"
        ?disabled=${this.busy}
        @click=${() => (this.asking = true)}
      >
        Onderteken
      </button>
    </div>`;
  }

  private question({ version }: DocumentVersion) {
    return html`<div
      class="voet breed vraag"
      role="group"
      aria-label="Mag dit document worden gebruikt?"
    >
      <p class="wat-nog">
        <b>Mag dit document worden gebruikt?</b> Onderteken alleen als iemand die
        ${this.language.name} leest het heeft nagekeken, voor elke soort zaak. Vanaf dan geldt
        versie ${version}, met uw naam erbij.
      </p>
      <button type="button" class="knop" @click=${() => (this.asking = false)}>Nee</button>
      <button
        type="button"
        class="knop hoofd"
        data-testid="document-sign-confirm"
        ?disabled=${this.busy}
        @click=${() => this.sign(version)}
      >
        Ja, onderteken
      </button>
    </div>`;
  }

  private turnTo({ version }: DocumentVersion): void {
    this.chosen = version;
    this.asking = false;
    void this.look();
  }

  private path(): string {
    return `/documents/${this.kind.id}/${this.language.code}/versions/${this.chosen}`;
  }

  /** An answer that comes after another choice is no answer. */
  private async look(): Promise<void> {
    URL.revokeObjectURL(this.pdf);
    this.pdf = '';
    const asked = `${this.path()}/preview?${sampleQuery(this.sample)}`;
    try {
      const shown = await api.get<Shown>(asked);
      if (asked !== `${this.path()}/preview?${sampleQuery(this.sample)}`) return;
      this.shown = shown;
      this.refusal = undefined;
    } catch (failure) {
      this.refusal = ApiError.of(failure);
    }
  }

  private readonly print = (): Promise<void> =>
    this.run(async () => {
      const path = `${this.path()}/preview.pdf?${sampleQuery(this.sample)}`;
      this.pdf = URL.createObjectURL(await api.blob(path));
    });

  private sign(version: number): Promise<void> {
    return this.run(async () => {
      await api.send('POST', `${this.path()}/signature`, undefined, uuidv7());
      this.done = `Ondertekend. Versie ${version} geldt vanaf nu.`;
      this.emit('changed');
      await this.look();
    });
  }

  private async run(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.done = '';
    this.refusal = undefined;
    try {
      await work();
    } catch (failure) {
      this.refusal = ApiError.of(failure);
    } finally {
      this.busy = false;
      this.asking = false;
    }
  }
}
