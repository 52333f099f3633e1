import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../elements/hl-banner.js';
import { LightElement } from '../elements/light.js';
import { wordMark } from '../elements/word-mark.js';
import { api, ApiError } from '../lib/api.js';
import { theme } from '../lib/theme.js';
import './docs.css';
import type { Contract, Entry, Parameter, Schema } from './document.js';
import { accessInWords, answers, entries, kind, limits, nameOf } from './document.js';

/** The description of the API, read from the contract of the server that shows it. */
@customElement('hl-docs')
export class Docs extends LightElement {
  @state() private contract?: Contract;
  @state() private fault = '';

  override connectedCallback(): void {
    super.connectedCallback();
    theme.apply();
    void this.load();
  }

  override render() {
    return html`<div class="scherm">
      <header class="kop">
        ${wordMark()}<span class="plek"><b>Interface van de server</b></span>
      </header>
      ${this.contract ? page(this.contract) : this.waiting()}
    </div>`;
  }

  private waiting() {
    return html`<main class="blad">
      ${
        this.fault
          ? html`<hl-banner
              tone="let"
              heading=${this.fault}
              action="Probeer opnieuw"
              @acted=${this.load}
            ></hl-banner>`
          : html`<p role="status">De beschrijving wordt geladen.</p>`
      }
    </main>`;
  }

  private readonly load = async (): Promise<void> => {
    this.fault = '';
    try {
      this.contract = await api.anonymous<Contract>('GET', '/openapi.json');
    } catch (failure) {
      this.fault = ApiError.of(failure).title;
    }
  };
}

function page(contract: Contract) {
  const { info, servers, tags, components } = contract;
  return html`<main class="blad docs">
    <h1>${info.title}, versie ${info.version}</h1>
    <p>${text(info.description)}</p>
    <p>
      Adres: <code>${servers[0]?.url}</code>. Het contract zelf:
      <a href="/api/v1/openapi.json">openapi.json</a>. Het dossier:
      <a href="/api/v1/dossier.schema.json">dossier.schema.json</a>.
    </p>
    <nav aria-label="Onderwerpen">
      ${tags.map((tag) => html`<a class="knop" href="#${tag.name}">${tag.description}</a>`)}
      <a class="knop" href="#vormen">Vormen</a>
    </nav>
    ${tags.map(
      (tag) =>
        html`<section id=${tag.name}>
          <h2>${tag.description}</h2>
          ${entries(contract, tag.name).map((entry) => operation(contract, entry))}
        </section>`,
    )}
    <section id="vormen">
      <h2>Vormen</h2>
      ${Object.entries(components.schemas).map(
        ([name, schema]) =>
          html`<article class="kaart" id="vorm-${name}">
            <h3>${name}</h3>
            ${shape(schema)}
          </article>`,
      )}
    </section>
  </main>`;
}

function operation(contract: Contract, { path, method, operation: model, parameters }: Entry) {
  const bodies = Object.entries(model.requestBody?.content ?? {});
  return html`<article class="kaart" id=${model.operationId} data-testid="operation">
    <h3>${model.summary}</h3>
    <p class="adres"><b class="methode">${method.toUpperCase()}</b><code>${path}</code></p>
    <p>${text(model.description)}</p>
    <dl>
      <dt>Wie</dt>
      <dd>${accessInWords(model['x-access'])}</dd>
      ${
        parameters.length > 0
          ? html`<dt>Gegeven</dt>
              ${parameters.map(given)}`
          : nothing
      }
      ${bodies.map(
        ([media, { schema }]) =>
          html`<dt>Inhoud</dt>
            <dd>${value(schema)} <code>${media}</code></dd>`,
      )}
      <dt>Antwoord</dt>
      ${answers(contract, model).map(
        ({ statuses, answer }) =>
          html`<dd>
            <b>${statuses.join(' ')}</b> ${answer.description}
            ${Object.entries(answer.content ?? {}).map(
              ([media, { schema }]) => html`${value(schema)} <code>${media}</code>`,
            )}
          </dd>`,
      )}
    </dl>
  </article>`;
}

function given(parameter: Parameter) {
  const where = parameter.in === 'header' ? 'kop' : parameter.in === 'query' ? 'vraag' : 'adres';
  return html`<dd>
    <code>${parameter.name}</code> (${where}${parameter.required ? ', verplicht' : ''})
    ${parameter.description}
  </dd>`;
}

/** A value where it is used: a link to its shape, or the shape in a word. */
function value(schema: Schema): unknown {
  if (schema.$ref) {
    const name = nameOf(schema.$ref);
    return html`<a href="#vorm-${name}">${name}</a>`;
  }
  if (schema.items) return html`lijst van ${value(schema.items)} ${limits(schema)}`;
  return html`${kind(schema)} ${limits(schema)}`;
}

function shape(schema: Schema): unknown {
  const { properties, required = [] } = schema;
  if (schema.$ref || !properties)
    return html`<p>${schema.description}</p>
      <p>${value(schema)}</p>`;
  return html`${schema.description ? html`<p>${schema.description}</p>` : nothing}
    <dl>
      ${Object.entries(properties).map(
        ([name, field]) =>
          html`<dt><code>${name}</code>${required.includes(name) ? ' *' : ''}</dt>
            <dd>
              ${value(field)}${field.$ref || !field.description ? nothing : html`: ${text(field.description)}`}
              ${field.properties ? shape({ properties: field.properties }) : nothing}
            </dd>`,
      )}
    </dl>`;
}

/** Dutch with `code` in it. */
function text(words: string) {
  return words.split('`').map((part, at) => (at % 2 === 0 ? part : html`<code>${part}</code>`));
}
