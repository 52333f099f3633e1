import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { scan } from '../lib/scanner.js';
import './hl-banner.js';
import './hl-field.js';
import './hl-icon.js';
import { LightElement } from './light.js';

const sameAgainMs = 2_500;

/**
 * A camera that reads QR codes, with a typed code as the other way. Emits `scanned` with the text
 * of a QR, and `entered` with a typed code; keeps scanning until it is removed.
 */
@customElement('hl-scan')
export class HlScan extends LightElement {
  /** Label of the field for a typed code. */
  @property() codeLabel = 'Of typ de code';
  @property() codeHint = '';
  /** What is wrong with the last code, as a sentence. */
  @property() fault = '';
  @property() testId = 'scan';
  @state() private cameraFault = '';
  @state() private typed = '';

  private lifetime?: AbortController;
  private last = { text: '', at: 0 };

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.lifetime?.abort();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) void this.start();
  }

  override firstUpdated(): void {
    void this.start();
  }

  override render() {
    return html`<div class="rijen">
      ${this.cameraFault ? this.withoutCamera() : this.camera()}
      <form class="rijen" @submit=${this.enter}>
        <hl-field
          code
          capitals="characters"
          .label=${this.codeLabel}
          .hint=${this.codeHint}
          .value=${this.typed}
          .fault=${this.fault}
          .testId="${this.testId}-code"
          @typed=${(typed: CustomEvent<string>) => (this.typed = typed.detail)}
        ></hl-field>
        ${
          this.typed
            ? html`<button class="knop" data-testid="${this.testId}-use">Gebruik deze code</button>`
            : nothing
        }
      </form>
    </div>`;
  }

  private camera() {
    return html`<div class="camera">
      <video playsinline muted aria-label="Camera"></video>
      <span class="zoeker"></span>
      <p class="woord">Richt op de QR-code</p>
    </div>`;
  }

  private withoutCamera() {
    return html`<hl-banner
      tone="info"
      heading="Geen camera"
      .text=${this.cameraFault}
      action="Probeer de camera opnieuw"
      @acted=${this.retry}
    ></hl-banner>`;
  }

  private async start(): Promise<void> {
    this.lifetime?.abort();
    this.lifetime = new AbortController();
    const video = this.querySelector('video');
    if (!video) return;
    try {
      await scan(video, this.seen, this.lifetime.signal);
    } catch (failure) {
      if (this.isConnected) this.cameraFault = cameraSentence(failure);
    }
  }

  private readonly retry = async (): Promise<void> => {
    this.cameraFault = '';
    await this.updateComplete;
    await this.start();
  };

  /** One code held before the camera is one scan, not ten. */
  private readonly seen = (text: string): void => {
    const now = performance.now();
    const again = text === this.last.text && now - this.last.at < sameAgainMs;
    this.last = { text, at: now };
    if (!again) this.emit('scanned', text);
  };

  private readonly enter = (submit: Event): void => {
    submit.preventDefault();
    this.emit('entered', this.typed);
  };
}

function cameraSentence(failure: unknown): string {
  const refused = failure instanceof DOMException && failure.name === 'NotAllowedError';
  return refused
    ? 'De camera mag niet worden gebruikt. Sta de camera toe in de browser, of typ de code.'
    : 'De camera doet het niet op dit toestel. Typ de code.';
}
