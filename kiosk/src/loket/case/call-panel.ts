import { html, nothing, type TemplateResult } from 'lit';
import '../../elements/hl-icon.js';
import { clockTime } from '../board/board-words.js';
import type { BoardGuardian, CaseFile, Guardian } from '../shapes.js';
import { bareNumber, groupNumber } from '../phone.js';
import { CUSTODY_WORDS, relationWord, languageWords } from '../words.js';
import { callScript, deskHere, interpreterWords } from './call-script.js';
import { callWords } from './guardian-words.js';

/** What the panel needs beside the guardian. */
export interface Calling {
  /** The guardian's cell on the board, which tells since when the contact is where it is. */
  cell?: BoardGuardian | undefined;
  /** Epoch ms by the server's clock. */
  now: number;
  /** Called when the worker takes the call. */
  take: () => void;
}

/** Who to call, before when, and what to say. A guardian who must be left alone has no number here. */
export function callPanel(file: CaseFile, guardian: Guardian, calling: Calling): TemplateResult {
  const words = callWords(guardian, calling.now, calling.cell);
  const mayCall = guardian.state !== 'DO_NOT_CONTACT' && guardian.number !== undefined;
  return html`<section
    class="taak ${mayCall ? '' : 'alleen'}"
    data-testid="call-panel"
    data-contact=${guardian.state}
  >
    <div class="bel s-${words.tone}">
      <p class="vlag"><hl-icon name=${words.shape}></hl-icon>${words.word}</p>
      <p class="tot">${words.detail}</p>
      <p class="wie">
        <b>${guardian.name ?? 'Naam onbekend'}</b>
        ${relationWord(guardian.relation)}, ${CUSTODY_WORDS[guardian.custody]}<br />
        ${languageWords(guardian.language)}
      </p>
      ${claimLine(guardian, calling)}
      ${mayCall ? dial(guardian.number ?? '', guardian.informed, calling.take) : nothing}
    </div>
    ${mayCall ? script(file, guardian, calling.now) : nothing}
  </section>`;
}

/** Whose call it is now; the worker's own name is in the head of the screen. */
function claimLine({ state, followUp: { claim } }: Guardian, { now }: Calling) {
  if (!claim || Date.parse(claim.until) <= now) return nothing;
  const mine = claim.by === deskHere().worker;
  return html`<p class="wie-belt" data-testid="call-claim" data-mine=${mine ? 'ja' : 'nee'}>
    <hl-icon name="telefoon"></hl-icon>
    ${mine ? 'U' : claim.by} ${state === 'DO_NOT_CONTACT' ? 'regelt dit' : 'belt'}, tot
    ${clockTime(claim.until)}
  </p>`;
}

function dial(number: string, informed: boolean, take: () => void) {
  return html`<p class="nummer" data-testid="call-number">${groupNumber(number)}</p>
    <a
      class="knop vol ${informed ? '' : 'hoofd'}"
      href="tel:${bareNumber(number)}"
      data-testid="call-dial"
      @click=${take}
    >
      <hl-icon name="telefoon"></hl-icon>Bel op luidspreker
    </a>`;
}

function script(file: CaseFile, guardian: Guardian, now: number) {
  return html`<div class="zeg">
    <h2>Zeg dit</h2>
    ${interpreter(guardian)}
    <ol data-testid="call-script">
      ${callScript(file, deskHere(), now).map(
        ([line, hint], index) =>
          html`<li>
            <b>${index + 1}</b>
            <span>${line}${hint ? html`<i>${hint}</i>` : nothing}</span>
          </li>`,
      )}
    </ol>
  </div>`;
}

function interpreter(guardian: Guardian) {
  const { text, number } = interpreterWords(guardian);
  if (text === '') return nothing;
  return html`<p class="tolk" data-testid="interpreter">
    <span>${text}</span>
    ${
      number === ''
        ? nothing
        : html`<a class="knop" href="tel:${number.replace(/[^+\d]/g, '')}">
            <hl-icon name="telefoon"></hl-icon>Tolk: ${number}
          </a>`
    }
  </p>`;
}
