import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../elements/hl-banner.js';
import { LightElement } from '../../elements/light.js';
import { api, ApiError } from '../../lib/api.js';
import type { Law } from '../../lib/eligibility/law.js';
import { compareLaw, type Section } from './compare.js';
import { differences } from './difference-list.js';
import { pick } from './pick.js';
import type { LawVersion, RulesOverview } from './shapes.js';
import { dayWords, keyWords } from './words.js';

/** Two versions beside each other: everything that came, went or changed. */
@customElement('hl-rules-differences')
export class Differences extends LightElement {
  @property({ attribute: false }) overview!: RulesOverview;
  @state() private older = '';
  @state() private newer = '';
  @state() private sections?: readonly Section[];
  private law?: Law;
  @state() private refusal: ApiError | undefined;

  private readonly read = new Map<string, Promise<Law>>();

  override connectedCallback(): void {
    super.connectedCallback();
    const [newest, before] = this.overview.versions;
    this.newer = newest?.version ?? '';
    this.older = before?.version ?? this.newer;
    void this.compare();
  }

  override render() {
    const { versions } = this.overview;
    const options = Object.fromEntries(versions.map((one) => [one.version, named(one)]));
    return html`<div class="twee">
        ${pick('Oude versie', this.older, options, 'version-old', (older) => this.choose({ older }))}
        ${pick('Nieuwe versie', this.newer, options, 'version-new', (newer) => this.choose({ newer }))}
      </div>
      ${
        versions.length < 2
          ? html`<p>
              Er is nog maar een versie. Bij een nieuw pakket ziet u hier wat er verandert.
            </p>`
          : nothing
      }
      ${this.refusal ? html`<hl-banner tone="stop" heading=${this.refusal.title}></hl-banner>` : nothing}
      ${this.sections ? differences(this.sections, this.law) : nothing}
      <section class="kaart">
        <h2>Alle versies</h2>
        <ul class="versies">
          ${versions.map((one) => version('Regels en feiten', one))}
          ${this.overview.events.map((one) => version('Mandaat', one))}
        </ul>
      </section>`;
  }

  private choose(versions: { older?: string; newer?: string }): void {
    Object.assign(this, versions);
    void this.compare();
  }

  private async compare(): Promise<void> {
    const { older, newer } = this;
    if (!older || !newer) return;
    try {
      const [before, after] = await Promise.all([this.file(older), this.file(newer)]);
      if (older !== this.older || newer !== this.newer) return;
      this.law = after;
      this.sections = compareLaw(before, after);
      this.refusal = undefined;
    } catch (failure) {
      this.refusal = ApiError.of(failure);
      this.read.clear();
    }
  }

  private file(version: string): Promise<Law> {
    const held = this.read.get(version) ?? api.get<Law>(`/rules/${version}`);
    this.read.set(version, held);
    return held;
  }
}

function named({ version, inForce }: LawVersion): string {
  return `${dayWords(version)}${inForce ? ' (geldt nu)' : ''}`;
}

function version(what: string, one: LawVersion) {
  const by = one.acceptedBy === 'system' ? 'bij een start' : 'door een coördinator';
  return html`<li>
    <b>${what}, ${named(one)}</b>
    <span
      >Getekend door ${one.signer} (sleutel ${keyWords(one.signedBy)}) op ${dayWords(one.madeAt)}.
      Aangenomen op ${dayWords(one.acceptedAt)} ${by}.</span
    >
  </li>`;
}
