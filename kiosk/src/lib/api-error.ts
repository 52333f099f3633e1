/** One thing wrong with a request, by JSON pointer. */
export interface InvalidParam {
  readonly pointer: string;
  readonly reason: string;
}

interface Problem {
  readonly status?: number;
  readonly code?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly invalidParams?: readonly InvalidParam[];
}

/** A refusal by the server, or no answer at all (`offline`). Titles are Dutch, for the screen. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly invalidParams: readonly InvalidParam[];
  readonly offline: boolean;

  constructor(problem: Problem, offline = false) {
    super(problem.title ?? 'Er ging iets mis.');
    this.name = 'ApiError';
    this.status = problem.status ?? 0;
    this.code = problem.code ?? 'unknown';
    this.title = problem.title ?? 'Er ging iets mis.';
    this.detail = problem.detail ?? '';
    this.invalidParams = problem.invalidParams ?? [];
    this.offline = offline;
  }

  /** Whether the same request may still succeed later, unchanged. */
  get temporary(): boolean {
    if (this.code === 'device.revoked') return false;
    return this.offline || this.status >= 500 || [401, 408, 429].includes(this.status);
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
