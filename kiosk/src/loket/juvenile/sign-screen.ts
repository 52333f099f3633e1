import { html, nothing, type TemplateResult } from 'lit';
import '../../elements/hl-field.js';
import '../../elements/hl-icon.js';
import type { ShownDocument, Stroke } from './juvenile-shapes.js';
import { sentence } from './screens.js';
import { isSigned } from './signature.js';
import './signature-pad.js';
import type { Visit } from './visit.js';

/** Everything that is agreed to, and the box to sign in. */
export function signScreen(visit: Visit, without: boolean, help: TemplateResult): TemplateResult {
  const { words } = visit.language;
  const { shown, binding } = visit.consent;
  return html`<div class="tekenen">
    <div class="jongere-tekst breed">
      ${sentence(words.consent)} ${shown ? paper(shown) : nothing}
      ${
        binding && binding !== shown
          ? html`<p class="groep">${words.dutchCounts}</p>
              ${paper(binding)}`
          : nothing
      }
      ${help}
    </div>
    <div class="tekenen-vak">${without ? withoutBox(visit) : signBox(visit)}</div>
  </div>`;
}

/** The text itself, whole: a signature binds every letter of it. */
function paper({ blocks, language }: ShownDocument): TemplateResult {
  return html`<div
    class="papier"
    lang=${language}
    dir=${language === 'ar' ? 'rtl' : 'ltr'}
    tabindex="0"
    role="region"
    aria-label=${blocks[0]?.text ?? ''}
    data-testid="consent-text"
  >
    ${blocks.map(({ kind, text }) => {
      if (kind === 'HEADING') return html`<h2>${text}</h2>`;
      return kind === 'ITEM' ? html`<p class="punt">${text}</p>` : html`<p>${text}</p>`;
    })}
  </div>`;
}

function signBox(visit: Visit): TemplateResult {
  const { draft, language } = visit;
  const { words } = language;
  return html`<h2>${words.sign}</h2>
    <p>${words.signHint}</p>
    <hl-signature-pad
      .strokes=${draft.strokes}
      name=${draft.name}
      label=${words.signPad}
      @drawn=${(drawn: CustomEvent<Stroke[]>) => visit.keep({ strokes: drawn.detail })}
    ></hl-signature-pad>
    <p class="wis">
      <button
        type="button"
        class="knop"
        data-testid="erase"
        @click=${() => visit.keep({ strokes: [], name: '' })}
      >
        <hl-icon name="kruis"></hl-icon>${words.erase}
      </button>
    </p>
    <hl-field
      label=${words.name}
      hint=${words.nameHint}
      capitals="words"
      testId="signer-name"
      .maxBytes=${120}
      .value=${draft.name}
      @typed=${(typed: CustomEvent<string>) => visit.keep({ name: typed.detail })}
    ></hl-field>`;
}

function withoutBox(visit: Visit): TemplateResult {
  const { words } = visit.language;
  return html`<h2>${words.cannotSign}</h2>
    <p class="vraag" data-testid="without-signature">${words.cannotSignSure}</p>`;
}

/** Back; cannot sign, which is a normal way; and sign. */
export function signFoot(
  visit: Visit,
  without: boolean,
  choose: (without: boolean) => void,
): TemplateResult {
  const { words } = visit.language;
  const { strokes, name } = visit.draft;
  const ready = !visit.busy && (without || isSigned(strokes, name));
  return html`<button
      type="button"
      class="knop"
      data-testid="back"
      ?disabled=${visit.busy}
      @click=${() => (without ? choose(false) : visit.go(-1))}
    >
      <hl-icon name="terug"></hl-icon>${words.back}
    </button>
    ${
      without
        ? nothing
        : html`<button
            type="button"
            class="knop duw"
            data-testid="cannot-sign"
            @click=${() => choose(true)}
          >
            ${words.cannotSign}
          </button>`
    }
    <button
      type="button"
      class="knop hoofd ${without ? 'duw' : ''}"
      ?disabled=${!ready}
      data-testid="sign"
      @click=${() => void visit.decide(without ? 'unsigned' : 'signed')}
    >
      ${without ? words.withoutSign : words.doSign}
    </button>`;
}
