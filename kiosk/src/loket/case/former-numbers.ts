import { html, nothing } from 'lit';
import { clockTime } from '../board/board-words.js';
import { groupNumber } from '../phone.js';
import type { SentText } from '../contact-shapes.js';
import type { FormerNumber, Guardian } from '../shapes.js';
import { WRONG_NUMBER_WORDS } from './guardian-words.js';
import { quotedText } from './sent-texts.js';

const FATES: Record<SentText['state'], string> = {
  QUEUED: 'gaat nog weg',
  CLAIMED: 'is net verstuurd',
  ACCEPTED: 'is verstuurd',
  DELIVERED: 'is daar aangekomen',
  FAILED: 'is niet aangekomen',
  EXPIRED: 'is niet aangekomen',
  CANCELLED: 'is niet verstuurd',
  IN_DOUBT: 'is misschien verstuurd',
};

const READ = ['CLAIMED', 'ACCEPTED', 'DELIVERED', 'IN_DOUBT'];

/** The numbers that were wrong, with what somebody else may have read there. */
export function formerNumbers({ former }: Guardian) {
  if (former.length === 0) return nothing;
  return html`<section class="kaart" data-testid="former-numbers">
    <h2>Fout nummer</h2>
    ${former.map(formerNumber)}
  </section>`;
}

function formerNumber({ number, replacedAt, reason, texts }: FormerNumber) {
  const read = texts.some(({ state }) => READ.includes(state));
  return html`<p>
      <b>${groupNumber(number ?? '')}</b>: ${WRONG_NUMBER_WORDS[reason].toLowerCase()}, verbeterd om
      ${clockTime(replacedAt)}.
    </p>
    ${texts.map(
      (text) =>
        html`<div data-testid="stranger-text" data-state=${text.state}>
          <p>Deze sms ${FATES[text.state]} (${clockTime(text.at)}):</p>
          ${quotedText(text)}
        </div>`,
    )}
    <p class="zacht">
      ${
        read
          ? 'Er staat geen naam in en niet wat er is gebeurd. U hoeft dit nummer niet te bellen.'
          : 'Naar dit nummer is niets gegaan.'
      }
    </p>`;
}
