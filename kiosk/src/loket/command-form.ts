import { html, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import '../elements/hl-banner.js';
import { LightElement } from '../elements/light.js';
import { ApiError } from '../lib/api.js';
import type { Command } from '../lib/queue.js';
import { command, refusalText } from './command.js';

/** A form with one command behind its button: busy meanwhile, and what the server refused stays in view. */
export abstract class CommandForm extends LightElement {
  @state() protected busy = false;
  @state() protected refusal: ApiError | undefined;

  /** Sends a command; true when it was done. A refusal is kept for `refused`. */
  protected send(what: Omit<Command, 'id'>, done: () => void = () => this.emit('recorded')) {
    return this.working(async () => {
      await command(what);
      done();
    });
  }

  protected async working(work: () => Promise<void>): Promise<boolean> {
    this.busy = true;
    this.refusal = undefined;
    try {
      await work();
      return true;
    } catch (failure) {
      this.refusal = ApiError.of(failure);
      return false;
    } finally {
      this.busy = false;
    }
  }

  protected refused() {
    const { refusal } = this;
    return refusal
      ? html`<hl-banner
          tone="stop"
          heading=${refusal.title}
          text=${refusalText(refusal)}
        ></hl-banner>`
      : nothing;
  }
}
