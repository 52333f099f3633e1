import { property, state } from 'lit/decorators.js';
import { api } from '../../lib/api.js';
import { CommandForm } from '../command-form.js';
import type { Shown } from '../consent-shapes.js';
import type { CaseFile } from '../shapes.js';
import { explainedFields, explainedOf, type ExplainedDraft } from './explained.js';

/** A form around a document that somebody is told, reads or gets on paper. */
export abstract class ExplainingForm extends CommandForm {
  @property({ attribute: false }) file!: CaseFile;
  @state() protected explained?: ExplainedDraft;
  /** The document, once it is there to be read. */
  @state() protected shown?: Shown;
  /** Its PDF, as an address of this page; empty without one. */
  @state() protected url = '';

  override connectedCallback(): void {
    super.connectedCallback();
    this.explained = explainedOf(this.file);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.away();
  }

  /** In which language, read aloud, with an interpreter. */
  protected fields(explained: ExplainedDraft) {
    return explainedFields(explained, (part) => this.explain({ ...explained, ...part }));
  }

  /** Another language is another document. */
  protected explain(explained: ExplainedDraft): void {
    if (explained.language !== this.explained?.language) this.away();
    this.explained = explained;
  }

  /** Puts the document away. */
  protected away(): void {
    URL.revokeObjectURL(this.url);
    this.url = '';
    delete this.shown;
  }

  /** Gets the PDF of a document in this language. */
  protected async print(document: string, language: string): Promise<void> {
    const pdf = await api.blob(`${this.path}/documents/${document}.pdf?language=${language}`);
    URL.revokeObjectURL(this.url);
    this.url = URL.createObjectURL(pdf);
  }

  protected get language(): string {
    return this.explained?.language ?? 'nl';
  }

  protected get path(): string {
    return `/cases/${this.file.id}`;
  }
}
