import { html } from 'lit';
import '../../elements/hl-state.js';
import type { TextLanguage, TextVersion } from './shapes.js';
import { inForce, madeWords, signedWords } from './words.js';

/** Every version there was, newest first, each to be taken up again. */
export function textVersions(
  versions: readonly TextVersion[],
  language: TextLanguage,
  takeUp: (version: TextVersion) => void,
) {
  const sent = inForce(versions);
  return html`<section class="kaart" aria-labelledby="versies">
    <h2 id="versies">Versies</h2>
    <ol class="versies" data-testid="text-versions">
      ${versions.map(
        (one) =>
          html`<li data-testid="text-version" data-version=${one.version}>
            <div class="versie-kop">
              <b>Versie ${one.version}</b>
              ${
                one === sent
                  ? html`<hl-state tone="goed" word="Wordt verstuurd"></hl-state>`
                  : one.signedAt === undefined
                    ? html`<hl-state tone="let" word="Concept"></hl-state>`
                    : html`<hl-state tone="geen" word="Eerder verstuurd"></hl-state>`
              }
            </div>
            <p lang=${language.code} dir=${language.rightToLeft ? 'rtl' : 'ltr'}>${one.text}</p>
            <p class="zacht">${[madeWords(one), signedWords(one)].filter(Boolean).join('. ')}.</p>
            <button
              type="button"
              class="knop"
              data-testid="text-take-up"
              @click=${() => takeUp(one)}
            >
              Begin met deze tekst
            </button>
          </li>`,
      )}
    </ol>
  </section>`;
}
