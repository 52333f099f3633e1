import { html, nothing, type TemplateResult } from 'lit';
import '../../elements/hl-icon.js';
import { fill, type Language } from './languages.js';
import type { Choice, Face, JuvenileCase } from './juvenile-shapes.js';
import { face, picture, type PictureName } from './pictures.js';
import { progress, type Say, type Screen } from './walk.js';

/** A picture beside words, the way every screen of the juvenile is laid out. */
export function beside(name: PictureName, words: TemplateResult): TemplateResult {
  return html`${picture(name)}
    <div class="jongere-tekst">${words}</div>`;
}

/** The sentence that a screen is about; long ones in smaller letters. */
export function sentence(text: string): TemplateResult {
  const size = text.length > 150 ? 'heel-lang' : text.length > 70 ? 'lang' : '';
  return html`<h1 class="zin ${size}" tabindex="-1" data-testid="sentence">${text}</h1>`;
}

/** One sentence, one picture, and how far it is. */
export function sayScreen(said: Say, language: Language, help: TemplateResult): TemplateResult {
  return beside(
    said.picture,
    html`${said.total > 1 ? steps(said.n, said.total, language, said.group) : nothing}
    ${sentence(said.sentence)} ${said.more.map((line) => html`<p class="meer">${line}</p>`)}
    ${said.dutch ? dutch(language.words.dutchToo, said.dutch) : nothing} ${help}`,
  );
}

/** Everything that a screen says, to be read aloud. */
export function spoken({ sentence: first, more }: Say): string {
  return [first.replace(/[^.?!؟]$/u, '$&.'), ...more].join(' ');
}

/** What it says in Dutch, under a translation that nobody checked. */
export function dutch(intro: string, lines: readonly string[]): TemplateResult {
  return html`<div class="ook-nederlands">
    <p class="zacht">${intro}</p>
    <div lang="nl" dir="ltr">${lines.map((line) => html`<p>${line}</p>`)}</div>
  </div>`;
}

/** "4 van 5", drawn and written. */
export function steps(n: number, total: number, language: Language, group = ''): TemplateResult {
  const dots = total <= 12 ? Array.from({ length: total }, (_, at) => at) : [];
  return html`<p class="waar" data-testid="progress">
    ${dots.map((at) => html`<i class=${at < n ? 'af' : ''}></i>`)}
    <span>${progress(language, n, total)}${group ? html` · ${group}` : nothing}</span>
  </p>`;
}

/** The question itself. The three answers stand below, alike. */
export function decideScreen(
  file: JuvenileCase,
  { words }: Language,
  ifNo: boolean,
  help: TemplateResult,
): TemplateResult {
  return beside(
    'doors',
    html`${sentence(words.choose)}
    ${file.ageGroup === 'UNDER_16' ? html`<p>${words.guardianToo}</p>` : nothing}
    ${
      ifNo
        ? html`<ul class="als-nee" data-testid="if-no">
            ${words.ifNo.map((line) => html`<li>${line}</li>`)}
          </ul>`
        : nothing
    }
    ${help}`,
  );
}

/** Yes, no and later: the same size, the same colour, none chosen beforehand. */
export function choices(
  { words }: Language,
  chosen: Choice | '',
  choose: (choice: Choice) => void,
): TemplateResult {
  const button = (choice: Choice, text: string) =>
    html`<button
      type="button"
      class="knop"
      aria-pressed=${chosen === choice}
      data-testid="choose-${choice}"
      @click=${() => choose(choice)}
    >
      ${text}
    </button>`;
  return html`<div class="kies" role="group" aria-label=${words.choice}>
    ${button('YES', words.yes)} ${button('NO', words.no)} ${button('LATER', words.later)}
  </div>`;
}

/** The words of a choice as they stood on its button. */
export function choiceWords({ words }: Language, choice: Choice | ''): string {
  return { YES: words.yes, NO: words.no, LATER: words.later, '': '' }[choice];
}

export function confirmScreen(
  choice: Choice | '',
  language: Language,
  help: TemplateResult,
): TemplateResult {
  const { words } = language;
  return beside(
    choice === 'LATER' ? 'wait' : 'doors',
    html`${sentence(fill(words.youChoose, { choice: choiceWords(language, choice) }))}
      <p class="vraag">${choice === 'LATER' ? words.sureLater : words.sure}</p>
      ${help}`,
  );
}

export function afterScreen(
  file: JuvenileCase,
  told: Choice | '',
  { words }: Language,
  help: TemplateResult,
): TemplateResult {
  const guardian = file.ageGroup === 'UNDER_16' ? words.afterYesGuardian : words.afterYes;
  const text = { YES: guardian, NO: words.afterNo, LATER: words.afterLater, '': words.thanks }[
    told
  ];
  return beside(told === 'YES' ? 'together' : 'desk', html`${sentence(text)} ${help}`);
}

const moods: readonly Face[] = ['GOOD', 'MIDDLE', 'BAD'];

/** One question with three faces. */
export function feltScreen(
  screen: Extract<Screen, { kind: 'felt' }>,
  language: Language,
  answered: Face | undefined,
  answer: (mood: Face) => void,
  help: TemplateResult,
): TemplateResult {
  const { words } = language;
  const names = { GOOD: words.faceGood, MIDDLE: words.faceMiddle, BAD: words.faceBad };
  return html`<div class="jongere-tekst breed">
    ${steps(screen.n, 4, language)}
    <p class="groep">${words.felt}</p>
    ${sentence(words[screen.question])}
    <p class="zacht">${words.feltAnonymous}</p>
    <div class="gezichten" role="group" aria-label=${words[screen.question]}>
      ${moods.map(
        (mood) =>
          html`<button
            type="button"
            class="knop"
            aria-pressed=${answered === mood}
            data-testid="face-${mood}"
            @click=${() => answer(mood)}
          >
            ${face(mood)}<span>${names[mood]}</span>
          </button>`,
      )}
    </div>
    ${help}
  </div>`;
}

/** The tablet goes back; only a worker's PIN opens more. */
export function endScreen({ words }: Language, asked: boolean, open: () => void): TemplateResult {
  return beside(
    'together',
    html`${sentence(asked ? words.giveNow : words.thanks)}
      ${asked ? nothing : html`<p class="vraag">${words.giveBack}</p>`}
      <p>
        <button
          type="button"
          class="knop"
          lang="nl"
          dir="ltr"
          data-testid="worker-opens"
          @click=${open}
        >
          <hl-icon name="slot"></hl-icon>Medewerker: open het scherm
        </button>
      </p>`,
  );
}
