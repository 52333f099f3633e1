import { html, nothing, type TemplateResult } from 'lit';
import '../../elements/hl-icon.js';
import { bareNumber, groupNumber } from '../phone.js';
import type { Guardian } from '../shapes.js';
import { CUSTODY_WORDS, relationWord, languageWords } from '../words.js';
import { callWords } from './guardian-words.js';

const SCRIPT: readonly [string, string?][] = [
  ['Goedendag, met Halt. Met wie spreek ik?', 'Noem pas een naam als u weet wie u spreekt.'],
  ['Uw kind is bij ons op het Halt-loket en is veilig.'],
  ['Uw kind luistert mee. Is dat goed?'],
  ['Wat er is gebeurd, hoort u van de verwijzer. Ik vertel wat wij nu doen.'],
  ['Kunt u uw kind komen ophalen? Hoe laat?'],
];

/** Who to call, before when, and what to say. */
export function callPanel(guardian: Guardian, now: number): TemplateResult {
  const words = callWords(guardian, now);
  const mayCall = guardian.state !== 'DO_NOT_CONTACT' && guardian.number !== undefined;
  return html`<section class="taak" data-testid="call-panel" data-contact=${guardian.state}>
    <div class="bel s-${words.tone}">
      <p class="vlag"><hl-icon name=${words.shape}></hl-icon>${words.word}</p>
      <p class="tot">${words.detail}</p>
      <p class="wie">
        <b>${guardian.name ?? 'Naam onbekend'}</b>
        ${relationWord(guardian.relation)}, ${CUSTODY_WORDS[guardian.custody]}<br />
        ${languageWords(guardian.language)}
      </p>
      ${mayCall ? dial(guardian.number ?? '', guardian.informed) : nothing}
    </div>
    <div class="zeg">
      <h2>Zeg dit</h2>
      <ol>
        ${SCRIPT.map(
          ([line, hint], index) =>
            html`<li>
              <b>${index + 1}</b>
              <span>${line}${hint ? html`<i>${hint}</i>` : nothing}</span>
            </li>`,
        )}
      </ol>
    </div>
  </section>`;
}

function dial(number: string, informed: boolean) {
  return html`<p class="nummer" data-testid="call-number">${groupNumber(number)}</p>
    <a
      class="knop vol ${informed ? '' : 'hoofd'}"
      href="tel:${bareNumber(number)}"
      data-testid="call-dial"
    >
      <hl-icon name="telefoon"></hl-icon>Bel op luidspreker
    </a>`;
}
