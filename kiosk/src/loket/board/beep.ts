/** A short sound when a limit is passed. Off until someone touches the switch. */
export class Beep {
  #context: AudioContext | undefined;

  /** Whether the sound is on. */
  get on(): boolean {
    return this.#context !== undefined;
  }

  /** Switches the sound; call it from a touch, or the browser keeps silent. */
  async toggle(): Promise<void> {
    if (this.#context === undefined) {
      this.#context = new AudioContext();
      this.play();
      return;
    }
    const old = this.#context;
    this.#context = undefined;
    await old.close();
  }

  /** Two short tones. Does nothing while the sound is off. */
  play(): void {
    const context = this.#context;
    if (context === undefined) {
      return;
    }
    // A tablet that slept may have put the sound to sleep too.
    if (context.state !== 'running') void context.resume();
    for (const [index, pitch] of [880, 660].entries()) {
      tone(context, pitch, context.currentTime + index * 0.22);
    }
  }
}

function tone(context: AudioContext, pitch: number, start: number): void {
  const oscillator = context.createOscillator();
  const volume = context.createGain();
  oscillator.frequency.value = pitch;
  volume.gain.setValueAtTime(0.25, start);
  volume.gain.exponentialRampToValueAtTime(0.001, start + 0.2);
  oscillator.connect(volume).connect(context.destination);
  oscillator.start(start);
  oscillator.stop(start + 0.2);
}
