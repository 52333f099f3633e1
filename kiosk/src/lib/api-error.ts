/** One thing wrong with a request, by JSON pointer. */
export interface InvalidParam {
  readonly pointer: string;
  readonly reason: string;
}

/** One thing wrong with a file that was sent. */
export interface FileProblem {
  readonly file: string;
  /** From 1; 0 when it is about the file as a whole. */
  readonly line: number;
  readonly reason: string;
}

interface Problem {
  readonly status?: number;
  readonly code?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly invalidParams?: readonly InvalidParam[];
  readonly problems?: readonly FileProblem[];
}

/** A refusal by the server, or no answer (yet). Titles are Dutch, for the screen. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly invalidParams: readonly InvalidParam[];
  readonly problems: readonly FileProblem[];
  readonly offline: boolean;

  constructor(problem: Problem, offline = false) {
    super(problem.title ?? 'Er ging iets mis.');
    this.name = 'ApiError';
    this.status = problem.status ?? 0;
    this.code = problem.code ?? 'unknown';
    this.title = problem.title ?? 'Er ging iets mis.';
    this.detail = problem.detail ?? '';
    this.invalidParams = problem.invalidParams ?? [];
    this.problems = problem.problems ?? [];
    this.offline = offline;
  }

  /** Whether the same request may still succeed later, unchanged. */
  get temporary(): boolean {
    return this.offline || this.status >= 500 || [202, 401, 408, 429].includes(this.status);
  }

  /** Whether the loket keeps the request unread, because it is locked: the answer is still to come. */
  get parked(): boolean {
    return this.status === 202;
  }

  /** Whether the loket waits for its passphrase. */
  get locked(): boolean {
    return this.code === 'loket.locked';
  }

  /** Whether the loket does not know this device, or does not want it any more. */
  get sentAway(): boolean {
    return ['device.revoked', 'device.unknown'].includes(this.code) && this.status === 401;
  }

  /** The error of a request that got no answer. */
  static lost(): ApiError {
    return new ApiError({ code: 'offline', title: 'Het loket is nu niet bereikbaar.' }, true);
  }

  /** Reads the problem document of a refused request. */
  static async from(response: Response): Promise<ApiError> {
    const problem = await response.json().then(
      (body: unknown) => (typeof body === 'object' && body !== null ? (body as Problem) : {}),
      () => ({}),
    );
    return new ApiError({ ...problem, status: response.status });
  }

  /** Any failure as an ApiError. */
  static of(failure: unknown): ApiError {
    if (failure instanceof ApiError) return failure;
    const title = failure instanceof Error ? failure.message : undefined;
    return new ApiError({ code: 'client', ...(title ? { title } : {}) });
  }
}
