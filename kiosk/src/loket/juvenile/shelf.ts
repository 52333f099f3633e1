import { api, ApiError } from '../../lib/api.js';
import type { JuvenileCase, ShownDocument } from './juvenile-shapes.js';
import type { Papers } from './walk.js';

/** The documents of a case as far as they were read, in the language of the juvenile and in Dutch. */
export class Shelf {
  readonly #caseId: string;
  readonly #papers = new Map<string, ShownDocument>();

  constructor(caseId: string) {
    this.#caseId = caseId;
  }

  /** What was not read yet and is shown next. */
  lacking({ rightsShown, state }: JuvenileCase, code: string): string[] {
    const offered = state === 'OFFERED' ? ['OFFER', 'CONSENT'] : [];
    const wanted = (rightsShown ? offered : ['RIGHTS']).flatMap((document) => [
      `${document}/${code}`,
      `${document}/nl`,
    ]);
    return [...new Set(wanted)].filter((key) => !this.#papers.has(key));
  }

  /** Reads what `lacking` named. @throws ApiError */
  async fetch(keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      const [document, code] = key.split('/');
      const path = `/cases/${this.#caseId}/shown/${document}?language=${code}`;
      this.#papers.set(key, await inDutchElse(path));
    }
  }

  /** A document in a language, when it was read. */
  of(document: string, code: string): ShownDocument | undefined {
    return this.#papers.get(`${document}/${code}`);
  }

  /** What the walk shows in this language. */
  papers(code: string): Papers {
    const papers = {
      rights: this.of('RIGHTS', code),
      rightsDutch: this.of('RIGHTS', 'nl'),
      offer: this.of('OFFER', code),
      offerDutch: this.of('OFFER', 'nl'),
    };
    return Object.fromEntries(Object.entries(papers).filter(([, paper]) => paper));
  }
}

/** In Dutch where nobody wrote it in this language. */
async function inDutchElse(path: string): Promise<ShownDocument> {
  return api.get<ShownDocument>(path).catch((failure: unknown) => {
    const dutch = path.replace(/=.*/, '=nl');
    if (ApiError.of(failure).code !== 'document.language' || path === dutch) throw failure;
    return api.get<ShownDocument>(dutch);
  });
}
