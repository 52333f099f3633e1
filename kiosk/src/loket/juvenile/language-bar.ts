import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../elements/hl-icon.js';
import { LightElement } from '../../elements/light.js';
import { LANGUAGES, languageOf, type Language } from './languages.js';

/**
 * The languages, each by the name its speakers give it; on a narrow screen behind one button. Emits `spoken` with the
 * code of the one chosen.
 */
@customElement('hl-language-bar')
export class LanguageBar extends LightElement {
  @property({ attribute: false }) current: Language = languageOf('nl');
  @state() private open = false;

  override render() {
    const { current } = this;
    return html`<button
        type="button"
        class="taal talen-knop"
        aria-expanded=${this.open}
        data-testid="languages"
        @click=${() => (this.open = !this.open)}
      >
        <hl-icon name="wereld"></hl-icon><span class="lees">${current.words.language}: </span>${
          current.name
        }
      </button>
      <div
        class="talen ${this.open ? 'open' : ''}"
        role="group"
        aria-label=${current.words.language}
      >
        ${LANGUAGES.map(
          ({ code, name, dir }) =>
            html`<button
              type="button"
              class="taal"
              lang=${code}
              dir=${dir}
              aria-pressed=${code === current.code}
              data-testid="language-${code}"
              @click=${() => this.choose(code)}
            >
              ${code === current.code ? html`<hl-icon name="vink"></hl-icon>` : nothing}${name}
            </button>`,
        )}
      </div>`;
  }

  private choose(code: string): void {
    this.open = false;
    this.emit('spoken', code);
  }
}
