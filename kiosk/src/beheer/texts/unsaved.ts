import type { TextId } from './shapes.js';

const texts = new Map<string, string>();

/** Keeps what was typed while another page is open, when it is not what was saved. */
export function keepUnsaved(id: TextId, language: string, text: string, saved = ''): void {
  const key = `${id}/${language}`;
  if (text === saved) texts.delete(key);
  else texts.set(key, text);
}

/** What was typed and not saved, if anything was. */
export function unsavedText(id: TextId, language: string): string | undefined {
  return texts.get(`${id}/${language}`);
}
