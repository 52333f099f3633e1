import { html, nothing, type TemplateResult } from 'lit';
import '../../elements/hl-banner.js';
import { goTo } from '../route.js';
import type { CaseFile } from '../shapes.js';
import { waitBanner } from './wait-banner.js';

/** What must be seen on every step of a case: that somebody waits, that it stopped here, that a signature does not hold. */
export function banners(file: CaseFile, step: string, now: number): TemplateResult {
  return html`${brokenBanner(file, step)} ${waitBanner(file, now)} ${endedBanner(file, step)}`;
}

/** That a signature no longer belongs to what was shown; on the page of the decision it stands beside it. */
function brokenBanner({ id, decisions }: CaseFile, step: string) {
  if (step === 'consent' || decisions.every(({ signature }) => signature?.state !== 'BROKEN')) {
    return nothing;
  }
  return html`<hl-banner
    tone="stop"
    heading="Een handtekening in deze zaak klopt niet meer"
    text="Gebruik haar niet, en meld het aan de coördinator."
    action="Bekijk welke"
    data-testid="broken-banner"
    @acted=${() => goTo({ page: 'case', id, step: 'consent' })}
  ></hl-banner>`;
}

/** That a case stopped here, and that its referrer has to hear of it. */
function endedBanner({ id, state }: CaseFile, step: string): TemplateResult | typeof nothing {
  if (step === 'transfer' || (state !== 'LEFT' && state !== 'RETURNED')) return nothing;
  return html`<hl-banner
    tone="let"
    heading=${state === 'LEFT' ? 'Deze jongere is vertrokken' : 'Deze zaak gaat terug naar de verwijzer'}
    text="De verwijzer moet het nog horen. Daarna wordt de zaak hier vanzelf gewist."
    action="Geef het bericht"
    data-testid="ended"
    @acted=${() => goTo({ page: 'case', id, step: 'transfer' })}
  ></hl-banner>`;
}
