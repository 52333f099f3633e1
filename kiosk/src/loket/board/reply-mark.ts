import { html, nothing, type TemplateResult } from 'lit';
import '../../elements/hl-icon.js';
import { routeHash } from '../route.js';

/** That a guardian wrote and nobody read it yet; nothing of what it says. */
export function replyMark(unread: number): TemplateResult | typeof nothing {
  if (unread === 0) return nothing;
  return html`<span class="antwoord" data-testid="reply-mark"
    ><hl-icon name="s-envelop"></hl-icon
    >${unread === 1 ? '1 antwoord' : `${unread} antwoorden`}</span
  >`;
}

/** How many texts wait for somebody to say where they belong, with the way there. */
export function repliesWaiting(count: number): TemplateResult {
  return html`<a
    class="zonder-zaak s-info"
    href=${routeHash({ page: 'replies' })}
    data-testid="to-replies"
  >
    <hl-icon name="s-envelop"></hl-icon>
    <span
      ><b>${count} sms ${count === 1 ? 'hoort' : 'horen'} nog bij geen zaak.</b> Kies waar.</span
    >
    <span class="knop">Bekijk</span>
  </a>`;
}
