import { LitElement } from 'lit';

/** Base of every element: renders into the page itself, so that the shared style sheet applies. */
export class LightElement extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Emits a bubbling event that says what has happened. */
  protected emit(name: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
  }
}
