import { html, nothing } from 'lit';
import { directionOf, directionOfLanguage } from '../../lib/script.js';
import { clockTime } from '../board/board-words.js';
import type { SentText } from '../contact-shapes.js';
import type { Guardian } from '../shapes.js';
import { LANGUAGES } from '../words.js';

const FATES: Record<SentText['state'], string> = {
  QUEUED: 'gaat nog weg',
  CLAIMED: 'wordt nu verstuurd',
  ACCEPTED: 'verstuurd',
  DELIVERED: 'op het toestel',
  FAILED: 'niet aangekomen',
  EXPIRED: 'niet meer verstuurd, te laat',
  CANCELLED: 'niet verstuurd, niet meer nodig',
  IN_DOUBT: 'misschien verstuurd',
};

/** What this guardian could read on the telephone, in which language, and what became of it. */
export function sentTexts({ followUp: { texts }, language }: Guardian) {
  if (texts.length === 0) return nothing;
  return html`<section class="kaart" data-testid="sent-texts">
    <h2>Sms aan deze ouder</h2>
    <ol class="sms-verstuurd">
      ${texts.map(
        (one) =>
          html`<li data-testid="sent-text" data-state=${one.state}>
            <p><b>${clockTime(one.at)}</b> ${FATES[one.state]}${languageNote(one, language)}</p>
            ${quotedText(one)}
          </li>`,
      )}
    </ol>
  </section>`;
}

/** The words of a text, the way its language runs. */
export function quotedText({ text, source }: SentText) {
  return html`<p
    class="sms-woorden"
    lang=${source?.language ?? nothing}
    dir=${source ? directionOfLanguage(source.language) : directionOf(text)}
    data-testid="sent-words"
    .textContent=${text}
  ></p>`;
}

/** Said only when it is not the language that the guardian speaks, or not Dutch. */
function languageNote({ source }: SentText, spoken: string): string {
  if (!source) return '';
  const name = LANGUAGES[source.language] ?? source.language;
  const known = spoken in LANGUAGES && spoken !== 'und' && spoken !== 'other';
  if (known && source.language !== spoken) {
    return `, in het ${name}: in het ${LANGUAGES[spoken]} is er geen ondertekende tekst`;
  }
  return source.language === 'nl' ? '' : `, in het ${name}`;
}
