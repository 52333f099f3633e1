import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { caps } from '../lib/handover.js';
import { DraftStep } from './draft-step.js';
import { cents } from './draft.js';
import {
  admissionWords,
  counselWords,
  mannerWords,
  priorCheckWords,
  responsiveWords,
} from './words.js';

/** What did the referrer see, say and do? Nothing is filled in beforehand. Emits `completed`. */
@customElement('hl-step-declarations')
export class StepDeclarations extends DraftStep {
  override render() {
    return html`<main class="inhoud ruim">
        <h1 tabindex="-1">Wat heeft u gezien en gedaan?</h1>
        ${this.met()} ${this.said()} ${this.choice('counsel', 'Advocaat', counselWords, 'pairs')}
        <div class="rijen">
          ${this.choice('admission', 'Bekent de jongere?', admissionWords, 'pairs')}
          <p class="zacht">Wat de jongere zelf vertelt, vult u hier niet in.</p>
        </div>
        ${this.choice('responsive', 'Is de jongere aanspreekbaar?', responsiveWords, 'pairs')}
        ${this.choice('priorCheck', 'Eerder bij Halt of politie?', priorCheckWords, 'pairs')}
        ${this.choice('guardianTold', 'Weet de ouder het al?')} ${this.how()} ${this.facts()}
      </main>
      <footer class="voet">
        <button class="knop hoofd vol" data-testid="next" @click=${() => this.emit('completed')}>
          Verder
        </button>
      </footer>`;
  }

  private met() {
    const usual = { caughtInAct: 'YES', manner: 'STOPPED' };
    return html`<section class="kaart" aria-label="Hoe trof u de jongere?">
      <h2>Hoe trof u de jongere?</h2>
      <button class="knop" data-testid="met-as-usual" @click=${() => this.answer(usual)}>
        Op heterdaad, staande gehouden
      </button>
      ${this.choice('caughtInAct', 'Op heterdaad gezien?')}
      ${this.choice('manner', 'Wat deed u?', mannerWords, 'pairs')}
    </section>`;
  }

  private said() {
    const yes = { suspicionTold: 'YES', cautionGiven: 'YES', counselTold: 'YES' };
    return html`<section class="kaart" aria-label="Wat heeft u tegen de jongere gezegd?">
      <h2>Wat heeft u gezegd?</h2>
      <button class="knop" data-testid="all-told" @click=${() => this.answer(yes)}>
        Alle drie gezegd
      </button>
      ${this.choice('suspicionTold', 'Waar de verdenking over gaat')}
      ${this.choice('cautionGiven', 'De cautie: u hoeft niet te antwoorden')}
      ${this.choice('counselTold', 'Recht op een advocaat')}
    </section>`;
  }

  private how() {
    if (this.draft.value.guardianTold !== 'YES') return nothing;
    const hint = 'Bijvoorbeeld: moeder, 22:10, gebeld';
    return this.field('guardianToldHow', 'Wie, wanneer en hoe?', {
      hint,
      maxBytes: caps.guardianToldHow,
    });
  }

  private facts() {
    return html`<h2>Waar en wanneer?</h2>
      ${this.field('place', 'Plaats', { maxBytes: caps.place })}
      ${this.field('offenceTime', 'Tijd', { type: 'time' })}
      ${this.field('recordNumber', 'PV- of registratienummer', {
        capitals: 'characters',
        maxBytes: caps.recordNumber,
      })}
      ${this.field('description', 'Wat is er gebeurd?', {
        multiline: true,
        hint: 'Alleen feiten: wat u zelf zag of hoorde.',
        maxBytes: caps.description,
      })}
      ${this.offence?.asksDamage ? this.amount('damage', 'Schade in euro') : nothing}
      ${this.offence?.asksValue ? this.amount('value', 'Waarde in euro') : nothing}
      ${this.offence?.kind === 'CRIME' ? this.prosecutor() : nothing}`;
  }

  private amount(key: 'damage' | 'value', label: string) {
    const typed = this.draft.value[key];
    const wrong = typed !== '' && cents(typed) === undefined;
    const fault = wrong ? 'Typ een bedrag, bijvoorbeeld 12,50.' : '';
    return this.field(key, label, { keyboard: 'decimal', hint: 'Schatting mag', fault });
  }

  private prosecutor() {
    return this.field('assistantProsecutor', 'Hulpofficier: naam of nummer, en tijd', {
      hint: 'Dit is een misdrijf. Bel de hulpofficier.',
      maxBytes: caps.assistantProsecutor,
    });
  }
}
