import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { fileLinks } from '../../elements/file-links.js';
import '../../elements/hl-banner.js';
import '../../elements/hl-icon.js';
import { api, ApiError } from '../../lib/api.js';
import { LightElement } from '../../elements/light.js';
import { refusalText } from '../command.js';

type Kind = 'pdf' | 'json';

/** The dossier as a file to look at and to keep. */
@customElement('hl-loket-dossier')
export class DossierStep extends LightElement {
  @property() caseId = '';
  @state() private kind?: Kind;
  @state() private url = '';
  @state() private busy = false;
  @state() private refusal: ApiError | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    URL.revokeObjectURL(this.url);
  }

  override render() {
    return html`<div class="titel">
        <h1>Het dossier</h1>
        <p class="zacht">Elke keer dat u het opent, komt in het logboek.</p>
      </div>
      <div class="knoppen">
        ${this.button('pdf', 'Dossier als PDF')} ${this.button('json', 'Dossier als JSON')}
      </div>
      ${this.busy ? html`<p role="status">Het dossier wordt gemaakt.</p>` : nothing}
      ${
        this.refusal
          ? html`<hl-banner
              tone="stop"
              heading=${this.refusal.title}
              text=${refusalText(this.refusal)}
            ></hl-banner>`
          : nothing
      }
      ${this.kind && this.url ? this.ready(this.kind) : nothing}`;
  }

  private button(kind: Kind, label: string) {
    return html`<button
      type="button"
      class="knop ${kind === 'pdf' ? 'hoofd' : ''}"
      ?disabled=${this.busy}
      data-testid="dossier-${kind}"
      @click=${() => this.make(kind)}
    >
      <hl-icon name="papier"></hl-icon>${label}
    </button>`;
  }

  private ready(kind: Kind) {
    const name = `dossier-${this.caseId}.${kind}`;
    return html`<section class="kaart" data-testid="dossier-ready">
      <h2>${kind === 'pdf' ? 'De PDF is klaar' : 'De JSON is klaar'}</h2>
      ${fileLinks(this.url, name)}
      <p>Bewaar het bestand alleen op een apparaat van Halt.</p>
    </section>`;
  }

  private async make(kind: Kind): Promise<void> {
    this.busy = true;
    this.refusal = undefined;
    URL.revokeObjectURL(this.url);
    this.url = '';
    try {
      const blob = await api.blob(`/cases/${this.caseId}/documents/dossier.${kind}`);
      this.url = URL.createObjectURL(blob);
      this.kind = kind;
    } catch (failure) {
      this.refusal = ApiError.of(failure);
    } finally {
      this.busy = false;
    }
  }
}
