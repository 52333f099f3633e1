/** How far this device's clock stands from the server's, as measured. */
export class Clock {
  #offset = 0;
  #precision = Number.POSITIVE_INFINITY;

  /** Device minus server, in ms; 0 as long as nothing was measured. */
  get offset(): number {
    return this.#offset;
  }

  /** Whether the server ever told the time. */
  get measured(): boolean {
    return Number.isFinite(this.#precision);
  }

  /** The server's time by this device, epoch ms. */
  now(): number {
    return Date.now() - this.#offset;
  }

  /**
   * Takes in a time the server told. A coarse measurement replaces a finer one only when both
   * cannot be true.
   *
   * @param serverTime epoch ms
   * @param precision half the width in ms within which the server's time is known
   * @param deviceTime when the answer came in, epoch ms
   */
  observe(serverTime: number, precision: number, deviceTime: number = Date.now()): void {
    if (Number.isNaN(serverTime)) return;
    const offset = Math.round(deviceTime - serverTime);
    const apart = Math.abs(offset - this.#offset) > precision + this.#precision;
    if (precision > this.#precision && !apart) return;
    this.#offset = offset;
    this.#precision = precision;
  }
}

const worthTellingMs = 5 * 60_000;
/** The desk sees earlier that two clocks differ: its times go on receipts. */
const apartMs = 2 * 60_000;

/** @returns how wrong a clock is, such as "1 uur voor", or '' when it is right enough */
export function clockWords(offset: number): string {
  const minutes = Math.round(Math.abs(offset) / 60_000);
  if (minutes * 60_000 < worthTellingMs) return '';
  return `${stretch(minutes)} ${offset > 0 ? 'voor' : 'achter'}`;
}

/** @returns how far two clocks differ, such as "1 uur", or '' when they agree well enough */
export function apartWords(offset: number): string {
  return Math.abs(offset) <= apartMs ? '' : stretch(Math.round(Math.abs(offset) / 60_000));
}

function stretch(minutes: number): string {
  if (minutes < 60) return `${minutes} minuten`;
  const hours = Math.round(minutes / 60);
  if (hours < 24) return `${hours} uur`;
  const days = Math.round(hours / 24);
  return `${days} ${days === 1 ? 'dag' : 'dagen'}`;
}

/** The clock of this device. */
export const clock = new Clock();
