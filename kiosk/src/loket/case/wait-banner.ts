import { html, nothing, type TemplateResult } from 'lit';
import '../../elements/hl-banner.js';
import { waitWords } from '../board/waiting.js';
import { goTo } from '../route.js';
import type { CaseFile } from '../shapes.js';

/** That the juvenile waits too long, what to do next, and where the law says so that it may go. */
export function waitBanner(file: CaseFile, now: number): TemplateResult | typeof nothing {
  const words = waitWords(file, now);
  if (!words) return nothing;
  const free = file.freeToLeave === 'YES' ? ' Zeg tegen de jongere: je mag weg als je wilt.' : '';
  return html`<hl-banner
    tone=${words.tone}
    heading=${words.heading}
    text="${words.text}${free}"
    data-testid="wait-banner"
  ></hl-banner>`;
}

/** That a case stopped here, and that its referrer has to hear of it. */
export function endedBanner(
  { id, state }: CaseFile,
  step: string,
): TemplateResult | typeof nothing {
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
