import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../../elements/hl-banner.js';
import { LightElement } from '../../elements/light.js';
import { api, ApiError } from '../../lib/api.js';
import { dateWords } from '../words.js';
import { callLink } from './layouts.js';
import type { Help, HelpLine } from './shapes.js';

/** Help lines, to call by a touch, and tips to open a talk. */
@customElement('hl-loket-help')
export class HelpPanel extends LightElement {
  @state() private help?: Help;
  @state() private refusal: ApiError | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override render() {
    const { help, refusal } = this;
    if (refusal) return html`<hl-banner tone="stop" heading=${refusal.title}></hl-banner>`;
    if (!help) return html`<p role="status">De hulplijnen worden opgehaald.</p>`;
    return html`<div class="titel">
        <h1>Hulplijnen en gesprekstips</h1>
        <p class="zacht">Nagekeken op ${dateWords(help.version)}.</p>
      </div>
      <ul class="hulplijnen" data-testid="help-lines">
        ${help.lines.map((line) => this.line(line))}
      </ul>
      <h2>Zo opent u het gesprek</h2>
      <ol class="tips">
        ${help.tips.map(({ title, text }) => html`<li><b>${title}</b><span>${text}</span></li>`)}
      </ol>`;
  }

  private line({ name, about, number, address, source }: HelpLine) {
    return html`<li class="kaart">
      <div>
        <b>${name}</b>
        <p>${about}</p>
        ${address ? html`<p class="zacht">${plain(address)}</p>` : nothing}
        ${address === source ? nothing : html`<p class="zacht">Bron: ${plain(source)}</p>`}
      </div>
      ${number ? callLink(number, 'Bel') : nothing}
    </li>`;
  }

  private async load(): Promise<void> {
    try {
      this.help = await api.get<Help>('/help');
    } catch (failure) {
      this.refusal = ApiError.of(failure);
    }
  }
}

/** An address as people read it: the host, and where it leads to a page the path. */
function plain(address: string): string {
  const { host, pathname } = new URL(address);
  const short = pathname.length > 24 ? '' : pathname.replace(/\/$/, '');
  return `${host.replace(/^www\./, '')}${short}`;
}
