/** Where in the input something is wrong. */
export interface ProblemPlace {
  field?: string;
  path?: string;
  [name: string]: unknown;
}

export interface ProblemFinding {
  code: string;
  detail_zh: string;
  detail_en: string;
  place?: ProblemPlace;
  errors?: ProblemFinding[];
}

export interface ProblemDocument extends ProblemFinding {
  status: number;
  /** Number to give to support. */
  instance?: string;
}

/** What the server refused, with its stable code and both texts; every failed call throws one. */
export class Problem extends Error {
  readonly code: string;
  readonly status: number;
  readonly findings: readonly ProblemFinding[];
  readonly supportNo: string | undefined;

  constructor(readonly document: ProblemDocument) {
    super(document.code);
    this.name = 'Problem';
    this.code = document.code;
    this.status = document.status;
    this.findings = document.errors ?? [];
    this.supportNo = document.instance;
  }

  /** Somebody else changed it meanwhile, or it no longer stands where the page shows it. */
  get stale(): boolean {
    return this.status === 409 && STALE.has(this.code);
  }
}

const STALE = new Set(['STALE', 'WRONG_STEP', 'APPROVAL_STALE', 'RUN_OUTDATED']);

const local = (code: string, detail_zh: string, detail_en: string, status = 0): Problem =>
  new Problem({ code, status, detail_zh, detail_en });

/** The server cannot be reached. The texts come from the caller: this file knows no language. */
export const unreachable = (texts: { zh: string; en: string }): Problem => local('UNREACHABLE', texts.zh, texts.en);

export function asProblem(error: unknown): Problem {
  return error instanceof Problem ? error : local('BUG', '', '', 500);
}

export function isProblemDocument(value: unknown): value is ProblemDocument {
  const document = value as ProblemDocument | null;
  return (
    typeof document === 'object' &&
    document !== null &&
    typeof document.code === 'string' &&
    typeof document.status === 'number'
  );
}
