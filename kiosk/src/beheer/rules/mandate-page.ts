import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../elements/hl-banner.js';
import '../../elements/hl-state.js';
import { LightElement } from '../../elements/light.js';
import { clock } from '../../lib/clock.js';
import { dayInWords, localDate, localTime } from '../../lib/dates.js';
import { type Law, type Offence, validOn } from '../../lib/eligibility/law.js';
import { articleOf } from './catalogue.js';
import { lines } from './entry-details.js';
import { endsSoon } from './mandate-checks.js';
import type { MandateTerms } from './shapes.js';
import { dayWords, type Sureness, sourcesOf, surenessOf } from './words.js';

const NUMBERS: Readonly<Record<string, string>> = {
  desk: 'Loket',
  police: 'Politie',
  firstAid: 'EHBO',
  emergency: 'Nood',
  zsm: 'ZSM',
  neighbourhood: 'Wijk- of schoolinterventie',
  care: 'Veilig Thuis of wijkteam',
  interpreter: 'Tolkentelefoon',
};

/** The terms under which this loket works, and what about them needs a look. */
@customElement('hl-rules-mandate')
export class MandatePage extends LightElement {
  @property({ attribute: false }) law!: Law;
  @property({ attribute: false }) mandate!: MandateTerms;

  override render() {
    const { mandate } = this;
    const ends = endsSoon(mandate.to, clock.now());
    const offences = mandate.offences.map(({ id, label }) => ({
      label,
      offence: this.current(id),
    }));
    const doubtful = offences.filter(
      ({ offence }) => offence && this.sureness(offence).group === 'unverified',
    );
    return html`${ends ? html`<hl-banner tone="let" heading=${ends}></hl-banner>` : nothing}
      ${
        doubtful.length > 0
          ? html`<hl-banner
              tone="let"
              heading="Niet geverifieerd: ${doubtful.map(({ label }) => label).join(', ')}"
              text="Laat een jurist dit nakijken voordat verwijzers deze tegel gebruiken."
            ></hl-banner>`
          : nothing
      }
      <div class="mandaat" data-testid="mandate">
        ${this.terms()} ${this.approvals()} ${this.referrers()}
        <section class="kaart">
          <h2>Feiten</h2>
          <ul class="feitenlijst">
            ${offences.map(({ label, offence }) => this.offence(label, offence))}
          </ul>
        </section>
        <section class="kaart">
          <h2>Nummers</h2>
          ${lines(
            Object.entries(mandate.numbers).map(([name, number]) => [
              NUMBERS[name] ?? name,
              number,
            ]),
          )}
        </section>
      </div>`;
  }

  private terms() {
    const { municipality, projectplanRef, apvVersion, from, to, area, mandateId } = this.mandate;
    return html`<section class="kaart">
      <h2>${municipality.name}</h2>
      ${lines([
        ['Mandaat', mandateId],
        ['Gemeentecode', municipality.code],
        ['Project', projectplanRef],
        ['APV', apvVersion],
        ['Van', moment(from)],
        ['Tot', moment(to)],
        ['Gebied', `${area.name}: ${area.places.join(', ')}`],
      ])}
    </section>`;
  }

  private approvals() {
    const { prosecutor, police, mayor } = this.mandate.approvals;
    const words = (one: typeof police) => `${one.office}, ${one.reference}, ${dayWords(one.date)}`;
    return html`<section class="kaart">
      <h2>Akkoord van</h2>
      ${lines([
        ['Officier van justitie', words(prosecutor)],
        ['Politie', words(police)],
        ['Burgemeester', words(mayor)],
      ])}
    </section>`;
  }

  private referrers() {
    const { referrers = [] } = this.mandate;
    return html`<section class="kaart">
      <h2>Verwijzers</h2>
      ${lines(
        referrers.map(({ kind, number, domain, organisation }) => [
          `${kind === 'BOA' ? 'Boa' : 'Politie'} ${number}`,
          `${organisation}${domain ? `, domein ${domain}` : ''}`,
        ]),
      )}
    </section>`;
  }

  private offence(label: string, offence: Offence | undefined) {
    const sureness = offence ? this.sureness(offence) : undefined;
    return html`<li>
      <span><b>${label}</b>${offence ? articleOf(offence.law) : 'niet in de geldende feiten'}</span>
      ${
        sureness
          ? html`<hl-state
              tone=${sureness.tone}
              word=${sureness.word}
              note=${sureness.note}
            ></hl-state>`
          : html`<hl-state tone="stop" word="Onbekend"></hl-state>`
      }
    </li>`;
  }

  private current(id: string): Offence | undefined {
    const today = localDate(clock.now());
    return this.law.offences.offences.find((one) => one.id === id && validOn(one, today));
  }

  private sureness({ certainty, source }: Offence): Sureness {
    return surenessOf(certainty, sourcesOf(source, this.law.offences.sources));
  }
}

function moment(instant: string): string {
  const at = Date.parse(instant);
  return `${dayInWords(at)} ${instant.slice(0, 4)}, ${localTime(at)}`;
}
