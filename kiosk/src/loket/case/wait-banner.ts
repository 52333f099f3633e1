import { html, nothing, type TemplateResult } from 'lit';
import '../../elements/hl-banner.js';
import { waitWords } from '../board/waiting.js';
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
