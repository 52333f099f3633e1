import { html, nothing, type TemplateResult } from 'lit';
import '../../elements/hl-icon.js';
import type { Language } from './languages.js';
import { choices } from './screens.js';
import type { Reader } from './speech.js';
import type { Visit } from './visit.js';

/** What the buttons under a sentence do. */
interface Helps {
  readonly read: (text: string) => void;
  readonly ask: () => void;
  readonly more: TemplateResult | typeof nothing;
}

/** Read aloud, ask for help, and what else a screen has. */
export function helpRow(
  language: Language,
  { reading, voiceless }: Reader,
  text: string,
  { read, ask, more }: Helps,
): TemplateResult {
  const { words } = language;
  const button = html`<button
    type="button"
    class="knop"
    data-testid="read-aloud"
    @click=${() => read(text)}
  >
    <hl-icon name=${reading ? 'geluiduit' : 'geluid'}></hl-icon>${
      reading ? words.stopReading : words.readAloud
    }
  </button>`;
  return html`<div class="hulp">${text ? button : nothing} ${more} ${askButton(language, ask)}</div>
    <p role="status" class="stemloos" data-testid="no-voice">${voiceless ? words.noVoice : ''}</p>`;
}

/** A worker is never further than this. */
export function askButton({ words }: Language, ask: () => void): TemplateResult {
  return html`<button type="button" class="knop" data-testid="ask-worker" @click=${ask}>
    <hl-icon name="hand"></hl-icon>${words.askWorker}
  </button>`;
}

/** What happens on no, told before it is chosen. */
export function noButton({ words }: Language, open: boolean, turn: () => void): TemplateResult {
  return html`<button
    type="button"
    class="knop"
    aria-expanded=${open}
    data-testid="what-if-no"
    @click=${turn}
  >
    <hl-icon name="vraagteken"></hl-icon>${words.whatIfNo}
  </button>`;
}

/** The question with its three answers, to be read aloud. */
export function decideText({ words }: Language, ifNo: boolean): string {
  const all = [words.choose, `${words.yes}.`, `${words.no}.`, `${words.later}.`];
  return [...all, ...(ifNo ? words.ifNo : [])].join(' ');
}

/** The buttons below a screen: back, and the way on. */
export function footOf(visit: Visit): TemplateResult {
  const { screen, draft, language } = visit;
  const { words } = language;
  switch (screen.kind) {
    case 'decide':
      return choices(language, draft.choice, (choice) => visit.choose(choice));
    case 'confirm':
      return onward(visit, words.confirm, () => {
        if (draft.choice === 'YES') visit.go(1);
        else void visit.decide('unsigned');
      });
    case 'own': {
      const text = draft.ownWords.trim() === '' ? words.skip : words.ownSave;
      return onward(visit, text, () => void visit.saveOwnWords());
    }
    case 'felt':
      return onward(visit, words.skip, () => void visit.feel(screen.question, undefined), true);
    case 'end':
      return backButton(visit);
    default:
      return onward(visit, words.next, () => void visit.next());
  }
}

function onward(visit: Visit, text: string, act: () => void, quiet = false): TemplateResult {
  const { busy, language } = visit;
  return html`${backButton(visit)}<button
      type="button"
      class="knop ${quiet ? '' : 'hoofd'} duw"
      ?disabled=${busy}
      data-testid="next"
      @click=${act}
    >
      ${busy ? language.words.loading : text}
    </button>`;
}

/** To the screen before. */
export function backButton(visit: Visit): TemplateResult {
  if (visit.isFirst) return html``;
  return html`<button
    type="button"
    class="knop"
    data-testid="back"
    ?disabled=${visit.busy}
    @click=${() => visit.go(-1)}
  >
    <hl-icon name="terug"></hl-icon>${visit.language.words.back}
  </button>`;
}

/** Why it does not go on just now, calmly; what the server says is Dutch, for the worker. */
export function troubles({ busy, refusal, language }: Visit): TemplateResult | typeof nothing {
  const { words } = language;
  if (busy) return html`<p class="melding" role="status">${words.saving}</p>`;
  if (!refusal) return nothing;
  return html`<div class="melding" role="status" data-testid="refused">
    <p>${refusal.temporary ? words.offline : words.refused}</p>
    ${refusal.temporary ? nothing : html`<p lang="nl" dir="ltr">${refusal.title}</p>`}
  </div>`;
}
