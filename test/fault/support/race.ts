import { DomainError } from '@gridstaff/kernel';

/** What somebody who comes too late may be told. */
export const TOO_LATE: readonly string[] = ['WRONG_STEP', 'STALE', 'APPROVAL_STALE'];

export interface Outcome<T> {
  won: T[];
  /** Codes of the refusals. */
  refused: string[];
}

/** Everybody at once. @throws whatever is no clear answer: a bug, or a process that died */
export async function race<T>(attempts: readonly Promise<T>[]): Promise<Outcome<T>> {
  const results = await Promise.allSettled(attempts);
  return {
    won: results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : [])),
    refused: results.flatMap((result) => (result.status === 'rejected' ? [codeOf(result.reason)] : [])),
  };
}

function codeOf(error: unknown): string {
  if (!(error instanceof DomainError) || error.code === 'BUG') throw error;
  return error.code;
}
