import type { Language } from './languages.js';

/** The part of the browser's speech that reading aloud needs. */
export interface Speaker {
  getVoices(): { readonly lang: string; readonly localService?: boolean }[];
  speak(utterance: SpeechSynthesisUtterance): void;
  cancel(): void;
}

/** The voice for a language: of that country before another, on the tablet itself before one in the cloud. */
export function voiceFor<T extends { readonly lang: string; readonly localService?: boolean }>(
  voices: readonly T[],
  { voice, code }: Language,
): T | undefined {
  const spoken = voices
    // What is read aloud does not leave the tablet.
    .filter(({ localService }) => localService !== false)
    .map((one) => ({ one, lang: one.lang.replace('_', '-').toLowerCase() }))
    .filter(({ lang }) => lang === code || lang.startsWith(`${code}-`));
  return (spoken.find(({ lang }) => lang === voice.toLowerCase()) ?? spoken[0])?.one;
}

/** Reads sentences aloud with the voices of the browser. */
export class Reader {
  reading = false;
  /** Whether the language that was asked last has no voice here. */
  voiceless = false;
  readonly #changed: () => void;
  readonly #speaker: Speaker | undefined;

  /** @param changed called when reading begins and ends */
  constructor(changed: () => void, speaker: Speaker | undefined = ofBrowser()) {
    this.#changed = changed;
    this.#speaker = speaker;
    // The first question makes some browsers load their voices.
    this.#speaker?.getVoices();
  }

  /** Reads aloud. @returns false when this browser has no voice for the language */
  read(text: string, language: Language): boolean {
    this.stop();
    const voice = voiceFor(this.#speaker?.getVoices() ?? [], language);
    this.voiceless = voice === undefined;
    if (voice && this.#speaker) {
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.voice = voice as SpeechSynthesisVoice;
      utterance.lang = voice.lang;
      utterance.rate = 0.9;
      utterance.onend = () => this.#end();
      utterance.onerror = () => this.#end();
      this.reading = true;
      this.#speaker.speak(utterance);
    }
    this.#changed();
    return !this.voiceless;
  }

  /** Falls silent, and forgets that there was no voice. */
  stop(): void {
    this.voiceless = false;
    if (!this.reading) return;
    this.reading = false;
    this.#speaker?.cancel();
    this.#changed();
  }

  #end(): void {
    this.reading = false;
    this.#changed();
  }
}

/** Not every browser speaks. */
function ofBrowser(): Speaker | undefined {
  return (globalThis as { speechSynthesis?: Speaker }).speechSynthesis;
}
