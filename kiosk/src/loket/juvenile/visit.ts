import { api, ApiError } from '../../lib/api.js';
import { journal, type Draft } from '../../lib/journal.js';
import { queue } from '../../lib/queue.js';
import { pause } from '../../lib/stream.js';
import { answer, command } from '../command.js';
import { feltAnswers } from './felt.js';
import { languageOf, LANGUAGES, type Language } from './languages.js';
import {
  EMPTY_DRAFT,
  type Choice,
  type Face,
  type Felt,
  type JuvenileCase,
  type JuvenileDraft,
  type ShownDocument,
} from './juvenile-shapes.js';
import { Shelf } from './shelf.js';
import { idFrom, screenAt, walkOf, type Screen } from './walk.js';

const AGAIN_MS = 3_000;
/** The last screen. */
const END = 'end';
/** What the juvenile wrote and drew; what was sent is at the server. */
const NOTHING_PERSONAL = { strokes: [], name: '', ownWords: '', felt: {} };

/** What signs the text that was shown; apart, so that a test needs no canvas. */
export type Signer = (
  caseId: string,
  shown: ShownDocument,
  draft: Readonly<JuvenileDraft>,
) => Promise<{ statement: string; image: string }>;

/** The key of the draft of a case on this tablet. */
export function draftKey(caseId: string): string {
  return `juvenile/${caseId}`;
}

/** Where the juvenile is, what was done, and what goes to the server. Everything typed or drawn is kept at once. */
export class Visit {
  file: JuvenileCase | undefined;
  /** Why it does not go on; the title is Dutch. */
  refusal: ApiError | undefined;
  /** Something is on its way. */
  busy = false;
  readonly caseId: string;
  readonly #changed: () => void;
  readonly #signer: Signer;
  readonly #shelf: Shelf;
  #draft: Draft<JuvenileDraft> | undefined;

  constructor(caseId: string, changed: () => void, signer: Signer) {
    this.caseId = caseId;
    this.#shelf = new Shelf(caseId);
    this.#changed = changed;
    this.#signer = signer;
  }

  get draft(): Readonly<JuvenileDraft> {
    return this.#draft?.value ?? EMPTY_DRAFT;
  }

  /** What the juvenile chose, else what a worker noted, else Dutch. */
  get language(): Language {
    const noted = LANGUAGES.some(({ code }) => code === this.file?.language);
    return languageOf(this.draft.language || (noted ? this.file?.language : undefined));
  }

  get ready(): boolean {
    return this.file !== undefined && this.#draft !== undefined && this.#lacking.length === 0;
  }

  /** What must be read before the next screen can be shown. */
  get #lacking(): string[] {
    const { file, language, draft } = this;
    return file && draft.told === '' ? this.#shelf.lacking(file, language.code) : [];
  }

  get walk(): Screen[] {
    const { file } = this;
    return file
      ? walkOf(file, this.#shelf.papers(this.language.code), this.draft, this.language)
      : [];
  }

  get screen(): Screen {
    return screenAt(this.walk, this.draft.at);
  }

  get isFirst(): boolean {
    return this.screen.id === this.walk[0]?.id;
  }

  /** What is agreed to: in the juvenile's language when somebody signed it off, and in Dutch. */
  get consent(): { readonly shown?: ShownDocument; readonly binding?: ShownDocument } {
    const shown = this.#shelf.of('CONSENT', this.language.code);
    const binding = shown?.signedOff ? shown : this.#shelf.of('CONSENT', 'nl');
    return { ...(shown ? { shown } : {}), ...(binding ? { binding } : {}) };
  }

  /** Reads what is needed, however long the network is away, until the signal aborts. */
  async load(signal: AbortSignal): Promise<void> {
    this.#draft ??= await journal.open<JuvenileDraft>(draftKey(this.caseId), EMPTY_DRAFT);
    while (!signal.aborted) {
      try {
        this.file = await api.get<JuvenileCase>(`/cases/${this.caseId}/juvenile`);
        await this.#shelf.fetch(this.#lacking);
        await this.#fetchWords();
        this.refusal = undefined;
        void this.#awaitChoice();
        return;
      } catch (failure) {
        this.refusal = ApiError.of(failure);
        if (!this.refusal.temporary) return;
        this.#changed();
        await pause(AGAIN_MS, signal);
      } finally {
        this.#changed();
      }
    }
  }

  /** Keeps what was done. */
  keep(part: Partial<JuvenileDraft>): void {
    this.#draft?.set(part);
    this.#changed();
  }

  /** Goes on in another language, on the same screen. */
  async speak(code: string, signal: AbortSignal): Promise<void> {
    this.keep({ language: code });
    await this.load(signal);
  }

  go(by: 1 | -1): void {
    this.refusal = undefined;
    const back = this.draft.at === END;
    this.keep({ at: idFrom(this.walk, this.screen.id, by) });
    if (this.screen.kind === 'end') this.keep(NOTHING_PERSONAL);
    else if (back) void this.#fetchWords().catch(() => undefined);
  }

  /** The tablet went back: after a whole walk nothing of it stays here, and of a broken off one no line is kept. */
  async leave(): Promise<void> {
    if (this.draft.at === END) await this.#draft?.clear();
    else this.#draft?.set({ strokes: [], name: '' });
  }

  /** To the next screen, after what this one owes the server. */
  async next(): Promise<void> {
    const { screen } = this;
    if (screen.kind === 'say' && screen.endsRights) await this.#run(() => this.#tellRights());
    else this.go(1);
  }

  /** Nothing is told yet: first comes "is this your choice?". */
  choose(choice: Choice): void {
    this.keep({ choice });
    this.keep({ at: 'confirm' });
  }

  /** Tells the desk what was chosen; a yes with what stands in the box, or without a signature. */
  async decide(how: 'signed' | 'unsigned'): Promise<void> {
    await this.#run(async () => {
      const { choice } = this.draft;
      if (choice === '') return;
      await this.#post(this.#decisions, await this.#decision(choice, how), 'Keuze');
      await this.#chosen(choice);
    });
  }

  /** A choice that was on its way, or refused, when the screen was loaded: what was drawn stays until it is taken in. */
  async #awaitChoice(): Promise<void> {
    const { choice } = this.draft;
    await queue.ready;
    const sent = queue.pending.find(({ command: { path } }) => path === this.#decisions);
    if (choice === '' || !sent || !queue.isOwn(sent.command)) return;
    await this.#run(async () => {
      await answer(sent.command.id);
      await this.#chosen(choice);
    });
  }

  async #chosen(choice: Choice): Promise<void> {
    this.keep({ told: choice, at: 'after', strokes: [], name: '' });
    await this.#refresh();
  }

  get #decisions(): string {
    return `/cases/${this.caseId}/decisions`;
  }

  async saveOwnWords(): Promise<void> {
    const { ownWords, ownVersion } = this.draft;
    if (ownWords.trim() === '') {
      this.go(1);
      return;
    }
    await this.#run(async () => {
      const saved = await command<{ version: number }>({
        method: 'PUT',
        path: `/cases/${this.caseId}/own-words`,
        body: { version: ownVersion, text: ownWords.trim() },
        label: 'Eigen woorden',
      });
      this.keep({ ownVersion: saved.version });
      this.go(1);
    });
  }

  /** An answer, or none; after the last question they go, without the name of the case. */
  async feel(question: Felt, face: Face | undefined): Promise<void> {
    const others = Object.entries(this.draft.felt).filter(([asked]) => asked !== question);
    const felt = Object.fromEntries(face ? [...others, [question, face]] : others);
    this.keep({ felt });
    if (question === 'voluntary' && Object.keys(felt).length > 0) {
      await this.#run(async () => {
        await this.#tellFelt(felt);
        this.keep({ felt: {} });
        this.go(1);
      });
    } else this.go(1);
  }

  /** Whoever answered before is thanked all the same. */
  async #tellFelt(felt: Partial<Record<Felt, Face>>): Promise<void> {
    const body = { language: this.language.code, answers: feltAnswers(felt) };
    await this.#post(`/cases/${this.caseId}/experience`, body, 'Hoe het was').catch(
      (failure: unknown) => {
        if (ApiError.of(failure).code !== 'experience.given') throw failure;
      },
    );
  }

  async #tellRights(): Promise<void> {
    const { rights, rightsDutch } = this.#shelf.papers(this.language.code);
    const shown = rights?.signedOff ? rights : rightsDutch;
    if (!shown) return;
    const { language, version } = shown;
    const body = { language, version, medium: 'SCREEN', ...this.#how() };
    await this.#post(`/cases/${this.caseId}/rights`, body, 'Rechten getoond');
    this.keep({ at: 'own' });
    await this.#refresh();
  }

  async #decision(answer: Choice, how: 'signed' | 'unsigned'): Promise<unknown> {
    const shown = this.consent.binding;
    if (!shown) throw new ApiError({ code: 'not-loaded' });
    const { document, version, language } = shown;
    const decided = { person: 'JUVENILE', purpose: 'PROGRAMME', answer, channel: 'SCREEN' };
    const body = { ...decided, document, version, language, ...this.#how() };
    if (answer !== 'YES') return body;
    return how === 'signed'
      ? { ...body, signature: await this.#signer(this.caseId, shown, this.draft) }
      : { ...body, cannotSign: true };
  }

  #how(): { readAloud: boolean; interpreter: boolean } {
    return { readAloud: this.draft.readAloud, interpreter: this.file?.interpreter ?? false };
  }

  async #post(path: string, body: unknown, label: string): Promise<void> {
    await command({ method: 'POST', path, body, label });
  }

  async #run(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.refusal = undefined;
    this.#changed();
    try {
      await work();
    } catch (failure) {
      this.refusal = ApiError.of(failure);
    } finally {
      this.busy = false;
      this.#changed();
    }
  }

  /** What was told stays told, also when this does not get through. */
  async #refresh(): Promise<void> {
    const reading = api.get<JuvenileCase>(`/cases/${this.caseId}/juvenile`);
    this.file = await reading.catch(() => this.file);
  }

  /** What was said before, unless something else was typed here. */
  async #fetchWords(): Promise<void> {
    if (!this.file?.rightsShown || this.draft.at === END) return;
    const path = `/cases/${this.caseId}/own-words`;
    const said = await api.get<{ version: number; text: string }>(path);
    const { ownWords } = this.draft;
    this.keep({ ownVersion: said.version, ownWords: ownWords === '' ? said.text : ownWords });
  }
}
