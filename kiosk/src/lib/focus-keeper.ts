/**
 * Keeps the focus of a keyboard, and of who listens to the screen, where the work is. A button that goes away or that
 * waits for the server takes the focus with it, and the next Tab would begin at the top of the page. Here the focus
 * goes back to the button as soon as it can be used again, or on to the heading of what came in its place.
 */
export class FocusKeeper {
  readonly #page: HTMLElement;
  #last: HTMLElement | undefined;
  #lost = false;

  /** @param page in which the focus is kept, until the signal aborts */
  constructor(page: HTMLElement, signal: AbortSignal) {
    this.#page = page;
    page.addEventListener('focusin', this.#hear, { signal });
    page.addEventListener('focusout', this.#leave, { signal });
    const watching = new MutationObserver(this.#look);
    watching.observe(page, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['disabled'],
    });
    signal.addEventListener('abort', () => watching.disconnect());
  }

  /** Goes to the heading of what is on the screen now, or as soon as there is one. */
  toHeading(): void {
    this.#last = undefined;
    this.#lost = true;
    this.#look();
  }

  readonly #hear = ({ target }: FocusEvent): void => {
    if (!(target instanceof HTMLElement)) return;
    this.#last = target;
    this.#lost = false;
  };

  /** Who takes the focus away from something that can still be used, means it. */
  readonly #leave = ({ target }: FocusEvent): void => {
    if (!isUsable(this.#last)) return;
    requestAnimationFrame(() => {
      if (target === this.#last && isUsable(this.#last)) this.#last = undefined;
    });
  };

  readonly #look = (): void => {
    const last = this.#last;
    if (last && !isUsable(last) && document.activeElement === document.body) this.#lost = true;
    // While it only waits for the server, nothing else takes its place.
    if (!this.#lost || (last?.isConnected && last.matches(':disabled'))) return;
    const target = isUsable(last) ? last : heading(this.#page);
    if (!target) return;
    this.#lost = false;
    target.focus();
  };
}

function isUsable(element: HTMLElement | undefined): element is HTMLElement {
  return element !== undefined && element.isConnected && !element.matches(':disabled');
}

function heading(page: HTMLElement): HTMLElement | undefined {
  const found = [...page.querySelectorAll<HTMLElement>('main h1')].find((one) =>
    one.checkVisibility(),
  );
  if (found && !found.hasAttribute('tabindex')) found.tabIndex = -1;
  return found;
}
