import { html, nothing, type TemplateResult } from 'lit';
import '../../elements/hl-banner.js';
import '../../elements/hl-icon.js';
import { clockTime } from '../board/board-words.js';
import type { PackageView, ReceiverView, TransferView } from './shapes.js';
import { stepsOfPackage } from './words.js';

/** Each package with its steps and times, and why it waits. */
export function packageList(all: readonly PackageView[]): TemplateResult {
  return html`${all.filter(({ progress }) => progress !== 'CANCELLED').map(card)}`;
}

/** A dossier that left before a yes was taken back can not be fetched back from here. */
export function alreadyGone({ purpose, transfers }: TransferView) {
  const gone = transfers.find((one) => one.purpose === 'DOSSIER' && one.sentAt !== undefined);
  if (purpose !== 'NEGATIVE_REPORT' || !gone) return nothing;
  return html`<hl-banner
    tone="let"
    heading="Het dossier was al weg"
    text="Bel ${gone.receiver} en zeg dat deze zaak niet doorgaat. Er gaat niets meer heen."
    data-testid="already-gone"
  ></hl-banner>`;
}

function card(one: PackageView) {
  const number =
    one.caseNumber === undefined ? '' : `Zaaknummer bij de ontvanger: ${one.caseNumber}`;
  return html`<section class="kaart pakket" data-testid="package" data-progress=${one.progress}>
    <h2>${one.paper ? 'Verslag op papier' : one.receiver}</h2>
    ${one.supplement ? html`<p>Aanvulling: er kwam iets bij na het vorige pakket.</p>` : nothing}
    ${problem(one)}
    <ol class="pakket-stappen">
      ${stepsOfPackage(one).map(
        ({ label, at }) =>
          html`<li class=${at === undefined ? 'open' : 's-goed'}>
            <hl-icon name=${at === undefined ? 'klok' : 's-goed'}></hl-icon>
            <span>${label}</span>
            <span>${at === undefined ? 'nog niet' : clockTime(at)}</span>
          </li>`,
      )}
    </ol>
    ${number === '' ? nothing : html`<p><b data-testid="case-number">${number}</b></p>`}
  </section>`;
}

function problem({ problem: why, progress, nextAt }: PackageView) {
  if (!why) return nothing;
  const next = nextAt === undefined ? '' : ` Volgende keer om ${clockTime(nextAt)}.`;
  return html`<hl-banner
    tone=${progress === 'ALARM' ? 'stop' : why.calm ? 'geen' : 'let'}
    heading=${progress === 'ALARM' ? 'Dit duurt te lang. Nu: de coördinator.' : 'Nog niet gelukt'}
    text="${why.sentence}${next}"
  ></hl-banner>`;
}

/** Who gets it and which fields, folded. */
export function receiverList(all: readonly ReceiverView[]): TemplateResult {
  return html`${all.map(
    ({ name, groups }) =>
      html`<details class="kaart" data-testid="receiver">
        <summary><b>${name}</b> krijgt ${groups.length} onderdelen. Bekijk welke.</summary>
        <dl class="velden">
          ${groups.map(
            ({ label, fields }) =>
              html`<dt>${label}</dt>
                <dd>${fields.join(', ')}</dd>`,
          )}
        </dl>
        <p>Wat hier niet staat, verlaat het loket niet.</p>
      </details>`,
  )}`;
}
