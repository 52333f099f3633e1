import { html, type TemplateResult } from 'lit';
import '../../elements/hl-icon.js';
import { routeHash } from '../route.js';

/** That there is help without the law, with the way there. Nothing of the case goes along. */
export function voluntaryOffer(): TemplateResult {
  return html`<section class="kaart" data-testid="voluntary-offer">
    <h2>Wil de jongere toch hulp?</h2>
    <p>
      Een school- of wijkinterventie is vrijwillig, van 10 tot en met 23 jaar. Onder de 16 jaar moet
      een ouder het goed vinden. Er gaat niets mee uit deze zaak.
    </p>
    <div class="knoppen">
      <a
        class="knop"
        href=${routeHash({ page: 'voluntary', id: 'nieuw' })}
        data-testid="voluntary-begin"
        >Begin een school- of wijkinterventie</a
      >
    </div>
  </section>`;
}
