import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { caps } from '../lib/handover.js';
import { lawBook } from '../lib/law-book.js';
import { DraftStep, kebab } from './draft-step.js';
import { cents, type TextKey } from './draft.js';
import { fieldOf } from './judgement.js';
import { admissionWords, fireworksWords, mannerWords, questionWords, wordsOf } from './words.js';

/** What did the referrer see, say and do? Nothing is filled in beforehand. Emits `completed`. */
@customElement('hl-step-declarations')
export class StepDeclarations extends DraftStep {
  override render() {
    const { questions } = this.judgement;
    return html`<main class="inhoud ruim">
        <h1 tabindex="-1">Wat heeft u gezien en gedaan?</h1>
        ${this.met()} ${this.said()}
        ${questions.filter((key) => key !== 'cautionGiven' && key !== 'counsel').map((key) => this.question(key))}
        ${this.choice('guardianTold', 'Weet de ouder het al?')} ${this.how()} ${this.facts()}
      </main>
      ${this.foot({ label: 'Verder' })}`;
  }

  private met() {
    const talks = this.judgement.questions.includes('responsive');
    const usual = { caughtInAct: 'YES', manner: 'STOPPED' };
    const all = talks ? { ...usual, responsive: 'YES' } : usual;
    return html`<section class="kaart" aria-label="Hoe trof u de jongere?">
      <h2>Hoe trof u de jongere?</h2>
      <button class="knop" data-testid="met-as-usual" @click=${() => this.answer(all)}>
        Op heterdaad, staande gehouden${talks ? ', aanspreekbaar' : ''}
      </button>
      ${this.choice('caughtInAct', 'Op heterdaad gezien?')}
      ${this.choice('manner', 'Wat deed u?', mannerWords, 'pairs')}
    </section>`;
  }

  private said() {
    const caution = this.judgement.questions.includes('cautionGiven');
    const told = { suspicionTold: 'YES', counselTold: 'YES' };
    const yes = caution ? { ...told, cautionGiven: 'YES' } : told;
    return html`<section class="kaart" aria-label="Wat heeft u tegen de jongere gezegd?">
      <h2>Wat heeft u gezegd?</h2>
      <button class="knop" data-testid="all-told" @click=${() => this.answer(yes)}>
        ${caution ? 'Alle drie gezegd' : 'Allebei gezegd'}
      </button>
      ${this.choice('suspicionTold', 'Waar de verdenking over gaat')}
      ${caution ? this.choice('cautionGiven', 'De cautie: u hoeft niet te antwoorden') : nothing}
      ${this.choice('counselTold', 'Recht op een advocaat')} ${this.question('counsel')}
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
      ${this.offence?.kind === 'CRIME' ? this.prosecutor() : nothing}`;
  }

  /** One question that the rules still have, in their words. */
  private question(key: TextKey) {
    const legend = this.legend(key);
    switch (key) {
      case 'value':
      case 'damage':
      case 'damageTotal':
        return this.amount(key, legend);
      case 'admission':
        return html`<div class="rijen">
          ${this.choice(key, legend, admissionWords, 'pairs')}
          <p class="zacht">Wat de jongere zelf vertelt, vult u hier niet in.</p>
        </div>`;
      case 'inArea':
        return html`<div class="rijen">
          ${this.choice(key, legend)}
          <p class="zacht">${this.area()}</p>
        </div>`;
      case 'fireworks':
        return this.choice(key, legend, fireworksWords, 'list');
      default: {
        const words = wordsOf[key];
        return words ? this.choice(key, legend, words, 'pairs') : this.choice(key, legend);
      }
    }
  }

  private legend(key: TextKey): string {
    const facts = Object.entries(lawBook.law?.rules.facts ?? {});
    const asked = facts.find(([fact, { question }]) => question && fieldOf[fact] === key);
    return asked?.[1].question ?? questionWords[key] ?? '';
  }

  private area(): string {
    const { area } = this.mandate;
    return area ? `${area.name}: ${area.places.join(', ')}.` : '';
  }

  private amount(key: 'damage' | 'value' | 'damageTotal', label: string) {
    const typed = this.draft.value[key];
    const unknown = typed === 'UNKNOWN';
    const wrong = typed !== '' && !unknown && cents(typed) === undefined;
    const { damage } = this.draft.value;
    const none = key === 'damage' && typed === '';
    const same = key === 'damageTotal' && typed === '' && cents(damage) !== undefined;
    return html`<div class="rijen">
      ${this.field(key, label, {
        keyboard: 'decimal',
        hint: 'In euro. Een schatting mag.',
        shown: unknown ? '' : typed,
        fault: wrong ? 'Typ een bedrag, bijvoorbeeld 12,50.' : '',
      })}
      ${none ? this.noDamage() : nothing}
      ${same ? this.button(`${kebab(key)}-same`, 'Hetzelfde bedrag', key, damage) : nothing}
      ${this.button(`${kebab(key)}-UNKNOWN`, 'Weet ik niet', key, unknown ? '' : 'UNKNOWN', unknown)}
    </div>`;
  }

  /** One tap for what is so most of the time. */
  private noDamage() {
    return html`<button
      class="knop"
      data-testid="damage-none"
      @click=${() => this.answer({ damage: '0', damageTotal: '0' })}
    >
      Geen schade
    </button>`;
  }

  private button(testId: string, label: string, key: TextKey, value: string, pressed?: boolean) {
    return html`<button
      class="knop ${pressed ? 'gekozen' : ''}"
      data-testid=${testId}
      aria-pressed=${pressed ?? nothing}
      @click=${() => this.answer({ [key]: value })}
    >
      ${label}
    </button>`;
  }

  private prosecutor() {
    return this.field('assistantProsecutor', 'Hulpofficier: naam of nummer, en tijd', {
      hint: 'Dit is een misdrijf. Bel de hulpofficier.',
      maxBytes: caps.assistantProsecutor,
    });
  }
}
