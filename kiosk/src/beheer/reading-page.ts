import { html, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import '../elements/hl-banner.js';
import { LightElement } from '../elements/light.js';
import { ApiError } from '../lib/api.js';

/** A page that reads one thing from the loket and shows it; when that fails it says why, and offers to try again. */
export abstract class ReadingPage<Held> extends LightElement {
  @state() protected held?: Held;
  @state() protected refusal: ApiError | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  /** Asks the loket. */
  protected abstract read(): Promise<Held>;

  /** What was read, by `view`; before that `waiting`. Why it failed stands above both. */
  protected whenRead(waiting: string, view: (held: Held) => unknown) {
    const { refusal, held } = this;
    return html`${
      refusal
        ? html`<hl-banner
            tone="stop"
            heading=${refusal.title}
            action="Probeer opnieuw"
            @acted=${() => this.load()}
          ></hl-banner>`
        : nothing
    }
    ${held ? view(held) : refusal ? nothing : html`<p role="status">${waiting}</p>`}`;
  }

  protected async load(): Promise<void> {
    try {
      this.held = await this.read();
      this.refusal = undefined;
    } catch (failure) {
      this.refusal = ApiError.of(failure);
    }
  }
}
