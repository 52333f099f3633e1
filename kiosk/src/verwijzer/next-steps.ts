import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../elements/hl-icon.js';
import { LightElement } from '../elements/light.js';
import type { Mandate, NumberName } from '../lib/contract.js';
import type { Route, RouteStep } from '../lib/eligibility/law.js';

const places: Readonly<Record<NumberName, string>> = {
  desk: 'het loket',
  police: 'de politie',
  firstAid: 'de EHBO',
  emergency: '112',
  zsm: 'ZSM',
  neighbourhood: 'Halt in de wijk',
  care: 'Veilig Thuis',
  interpreter: 'de tolk',
};

/** What to do now that a case is not for Halt, with a number to call at each step that has one. */
@customElement('hl-next-steps')
export class NextSteps extends LightElement {
  @property({ attribute: false }) route?: Route | undefined;
  @property({ attribute: false }) mandate!: Mandate;

  override render() {
    if (!this.route) return nothing;
    return html`<section class="kaart" aria-label="Wat nu?" data-testid="next-steps">
      <h2>${this.route.heading}</h2>
      <ol class="stappen">
        ${this.route.steps.map((step) => this.step(step))}
      </ol>
    </section>`;
  }

  private step({ text, number }: RouteStep) {
    const name = number as NumberName | undefined;
    const { numbers, event } = this.mandate;
    const dialled = name && (numbers?.[name] ?? (name === 'desk' ? event.deskPhone : ''));
    return html`<li>
      <p>${text}</p>
      ${
        name && dialled
          ? html`<a class="knop" href="tel:${dialled.replace(/[^+\d]/g, '')}">
              <hl-icon name="telefoon"></hl-icon>Bel
              ${places[name]}${name === 'emergency' ? nothing : html`: ${dialled.replaceAll(' ', '\u00a0')}`}
            </a>`
          : nothing
      }
    </li>`;
  }
}
