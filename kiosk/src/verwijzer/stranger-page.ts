import { html } from 'lit';
import '../elements/hl-head.js';
import type { Profile } from '../lib/contract.js';

const own = {
  loket: { kind: 'tablet van het loket', href: '/loket', way: 'Naar het loket' },
  beheer: { kind: 'toestel van beheer', href: '/beheer', way: 'Naar beheer' },
} as const;

/** What a device of another surface sees here: the way to its own. It stays enrolled. */
export function strangerPage(profile: Exclude<Profile, 'verwijzer'>) {
  const { kind, href, way } = own[profile];
  return html`<hl-head></hl-head>
    <main class="inhoud">
      <h1>Dit is geen telefoon van een verwijzer</h1>
      <p>Deze browser is aangemeld als ${kind}.</p>
      <a class="knop hoofd vol" href=${href} data-testid="own-surface">${way}</a>
    </main>`;
}
