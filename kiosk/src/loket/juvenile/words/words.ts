/** What the juvenile's own screens say, besides the documents. Plain words, short sentences (B1 or lower). */
export interface JuvenileWords {
  readonly language: string;
  /** Under a translation that nobody checked. */
  readonly draft: string;
  /** With `{minutes}`, for instance "7 minuten". */
  readonly hereFor: string;
  /** With `{n}` and `{total}`. */
  readonly progress: string;
  readonly next: string;
  readonly back: string;
  readonly readAloud: string;
  readonly stopReading: string;
  readonly noVoice: string;
  readonly askWorker: string;
  readonly loading: string;
  readonly saving: string;
  readonly offline: string;
  readonly refused: string;
  readonly again: string;

  readonly who: string;
  readonly what: string;
  /** May the juvenile leave, as far as is known. */
  readonly free: { readonly YES: string; readonly NO: string; readonly UNKNOWN: string };

  readonly rights: string;
  readonly offer: string;
  readonly dutchToo: string;

  readonly choose: string;
  readonly choice: string;
  readonly yes: string;
  readonly no: string;
  readonly later: string;
  readonly whatIfNo: string;
  readonly ifNo: readonly string[];
  readonly close: string;
  /** With `{choice}`. */
  readonly youChoose: string;
  readonly sure: string;
  readonly sureLater: string;
  readonly confirm: string;
  readonly guardianToo: string;

  readonly consent: string;
  readonly dutchCounts: string;
  readonly sign: string;
  readonly signHint: string;
  readonly signPad: string;
  readonly name: string;
  readonly nameHint: string;
  readonly erase: string;
  readonly signed: string;
  readonly cannotSign: string;
  readonly cannotSignSure: string;
  readonly withoutSign: string;
  readonly doSign: string;

  readonly afterYes: string;
  readonly afterYesGuardian: string;
  readonly afterNo: string;
  readonly afterLater: string;

  readonly own: string;
  readonly ownNot: string;
  readonly ownReaders: string;
  readonly ownField: string;
  readonly ownSave: string;
  readonly skip: string;

  readonly felt: string;
  readonly feltAnonymous: string;
  readonly information: string;
  readonly room: string;
  readonly talk: string;
  readonly voluntary: string;
  readonly faceGood: string;
  readonly faceMiddle: string;
  readonly faceBad: string;

  readonly thanks: string;
  readonly giveBack: string;
  readonly giveNow: string;
  readonly goOn: string;
}
