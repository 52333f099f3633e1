import { state } from 'lit/decorators.js';
import { journal, type Draft } from '../lib/journal.js';
import { CommandForm } from './command-form.js';

/** A form whose answers are on the tablet's disk as soon as they are given, until it is done or given up. */
export abstract class DraftForm<T extends object> extends CommandForm {
  @state() protected draft?: Draft<T>;

  /** Where it is kept; the id of the case stands in it, so that it goes with the case. */
  protected abstract get draftKey(): string;

  /** How the form begins. */
  protected abstract get empty(): T;

  override connectedCallback(): void {
    super.connectedCallback();
    void journal.open<T>(this.draftKey, this.empty).then((draft) => (this.draft = draft));
  }

  protected edit(change: Partial<T>): void {
    this.draft?.set(change);
    this.requestUpdate();
  }

  /** It is done: what was typed is not needed here any more. */
  protected async done(): Promise<void> {
    await this.draft?.clear();
    this.emit('recorded');
  }

  /** It was decided otherwise. */
  protected readonly giveUp = (): void => {
    void this.draft?.clear();
    this.emit('closed');
  };
}
