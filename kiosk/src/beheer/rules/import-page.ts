import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../elements/hl-banner.js';
import '../../elements/hl-icon.js';
import { LightElement } from '../../elements/light.js';
import { api, ApiError } from '../../lib/api.js';
import type { Law, Offences, Rules } from '../../lib/eligibility/law.js';
import { uuidv7 } from '../../lib/ids.js';
import { compareFiles, compareLaw, type Section } from './compare.js';
import { differences } from './difference-list.js';
import { problemList } from './problem-list.js';
import type { RulesImported, RulesOverview, RulesPreview } from './shapes.js';
import { dayWords, keyWords } from './words.js';

/** As large as a good bundle can be, in bytes. */
const BYTES_MAX = 1 << 20;
const RULES = 'rules.json';
const OFFENCES = 'halt-feiten.json';

interface Chosen {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The same command again gets the same answer. */
  readonly commandId: string;
}

/** A signed bundle: who signed it and what it changes, and only then the button that puts it in force. */
@customElement('hl-rules-import')
export class ImportPage extends LightElement {
  @property({ attribute: false }) overview!: RulesOverview;
  @state() private chosen: Chosen | undefined;
  @state() private preview: RulesPreview | undefined;
  @state() private refusal: ApiError | undefined;
  @state() private done = '';
  @state() private busy = '';

  override render() {
    return html`<section class="kaart">
        <h2>Kies een getekend pakket</h2>
        <p>
          Een bestand dat eindigt op .haltbundle, van het kantoor van Halt. Eerst ziet u wat er
          verandert. Er gebeurt nog niets.
        </p>
        <label class="knop bestand">
          <hl-icon name="papier"></hl-icon>Kies een bestand
          <input
            type="file"
            accept=".haltbundle"
            data-testid="bundle-file"
            ?disabled=${this.busy !== ''}
            @change=${this.choose}
          />
        </label>
      </section>
      <div role="status">
        ${this.busy ? html`<p>${this.busy}</p>` : nothing}
        ${this.done ? html`<hl-banner tone="goed" heading=${this.done}></hl-banner>` : nothing}
      </div>
      ${this.refusal ? this.refused(this.refusal) : nothing}
      ${this.preview ? this.coming(this.preview) : nothing}`;
  }

  private refused({ title, problems, offline }: ApiError) {
    const stays = `Versie ${dayWords(this.overview.inForce)} blijft gelden.`;
    return html`<div class="rijen" data-testid="import-refused">
      <hl-banner
        tone="stop"
        heading=${offline ? title : `Dit pakket is geweigerd: ${this.chosen?.name ?? ''}`}
        text=${offline ? stays : `${title} ${stays}`}
      ></hl-banner>
      ${problemList(problems.length === 1 ? 'Dit klopt niet' : `${problems.length} dingen kloppen niet`, problems)}
    </div>`;
  }

  private coming(preview: RulesPreview) {
    const sections = changesOf(preview);
    const known = preview.files.every((file) => file.known);
    return html`<section class="kaart" data-testid="import-preview">
        <h2>Getekend door ${preview.signer}</h2>
        <p>
          Sleutel ${keyWords(preview.signedBy)}, gemaakt op ${dayWords(preview.madeAt)}. Dit loket
          vertrouwt dit kantoor.
        </p>
        <ul class="punten">
          ${preview.files.map(
            ({ file, version, known: old }) =>
              html`<li>
                <b>${file}, versie ${dayWords(version)}</b>
                <span>${old ? 'is hier al aangenomen' : 'is nieuw'}</span>
              </li>`,
          )}
        </ul>
      </section>
      <h2>Wat er verandert</h2>
      ${differences(sections, lawIn(preview))}
      <div class="voet breed">
        <p class="wat-nog">
          ${
            known
              ? 'Alles in dit pakket is hier al bekend. Er is niets in werking te zetten.'
              : 'Het geldt daarna meteen voor het loket en voor alle telefoons.'
          }
        </p>
        <button
          type="button"
          class="knop hoofd"
          data-testid="import-accept"
          ?disabled=${known || this.busy !== ''}
          @click=${this.accept}
        >
          Zet in werking
        </button>
      </div>`;
  }

  private readonly choose = async (change: Event): Promise<void> => {
    const input = change.currentTarget;
    if (!(input instanceof HTMLInputElement)) return;
    const file = input.files?.[0];
    input.value = '';
    if (!file) return;
    this.done = '';
    this.preview = undefined;
    await this.run('Het pakket wordt bekeken.', async () => {
      this.chosen = { name: file.name, bytes: new Uint8Array(), commandId: uuidv7() };
      if (file.size > BYTES_MAX) {
        const title = 'Dit pakket is groter dan 1 MB. Zo groot is geen goed pakket.';
        throw new ApiError({ code: 'bundle.too-large', title });
      }
      const bytes = new Uint8Array(await file.arrayBuffer());
      this.chosen = { ...this.chosen, bytes };
      this.preview = await api.bytes<RulesPreview>('/rules/preview', bytes);
    });
  };

  private readonly accept = async (): Promise<void> => {
    const { chosen } = this;
    if (!chosen) return;
    await this.run('Het pakket wordt in werking gezet.', async () => {
      const { bytes, commandId } = chosen;
      const { accepted } = await api.bytes<RulesImported>('/rules', bytes, commandId);
      this.preview = undefined;
      const versions = [...new Set(accepted.map(({ version }) => dayWords(version)))];
      this.done = `In werking: versie ${versions.join(' en ')}.`;
      this.emit('accepted');
    });
  };

  private async run(what: string, work: () => Promise<void>): Promise<void> {
    this.busy = what;
    this.refusal = undefined;
    try {
      await work();
    } catch (failure) {
      this.refusal = ApiError.of(failure);
    } finally {
      this.busy = '';
    }
  }
}

/** The law in a bundle, or the one beside it that holds; undefined when it has none. */
function lawIn({ files }: RulesPreview, side: 'before' | 'after' = 'after'): Law | undefined {
  const content = (name: string) => files.find(({ file }) => file === name)?.[side];
  const [rules, offences] = [content(RULES), content(OFFENCES)];
  if (!rules || !offences) return undefined;
  return { rules: rules as Rules, offences: offences as Offences };
}

function changesOf(preview: RulesPreview): readonly Section[] {
  const [before, after] = [lawIn(preview, 'before'), lawIn(preview)];
  const others = preview.files.filter(({ file }) => file !== RULES && file !== OFFENCES);
  return [
    ...(before && after ? compareLaw(before, after) : []),
    ...others.flatMap(({ file, before, after }) => compareFiles(file, before, after)),
  ];
}
