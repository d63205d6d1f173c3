/** Where in the user's input an error lies; every part is optional and only what is known is given. */
export interface ErrorPlace {
  field?: string;
  /** JSON path such as `input.months[2].income`. */
  path?: string;
  file?: string;
  sheet?: string;
  /** 1-based, as the spreadsheet shows it. */
  row?: number;
  column?: string;
  workerNo?: number;
}

export type ErrorParams = Record<string, string | number | boolean | null>;

/**
 * The one error that rules and use cases throw. `code` is stable and listed with its kind (user, operational, bug), HTTP status
 * and Chinese and English text in `libs/contracts` (the kernel knows no texts). `params` fill the text; they never hold personal data.
 */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    readonly params: ErrorParams = {},
    readonly place: ErrorPlace = {},
    /** Several findings at once (an import, a readiness list): each is an error of its own. */
    readonly details: readonly DomainError[] = [],
    options?: ErrorOptions,
  ) {
    super(`${code} ${JSON.stringify(params)}`, options);
    this.name = 'DomainError';
  }
}

/** For states that only a mistake in our code can reach: assertions stay on in production. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new DomainError('BUG', { message });
}
