import createClient from 'openapi-fetch';
import type { components, paths } from '../api-schema';
import { ask } from './http';
import type * as T from './types';

export const client = createClient<paths>({ baseUrl: window.location.origin, fetch: ask });
export type Body = components['schemas'];

/** `ask` has thrown for everything else, so an answer is there. */
export const data = async <A>(call: Promise<{ data?: A }>): Promise<A> => (await call).data as A;
export const done = async (call: Promise<unknown>): Promise<void> => void (await call);
export const keyed = (key: string): { 'Idempotency-Key': string } => ({ 'Idempotency-Key': key });
export const inCentre = (centreId: T.Id): { path: { centreId: T.Id } } => ({ path: { centreId } });
export const month = (centreId: T.Id, period: string): { path: { centreId: T.Id; period: string } } => ({
  path: { centreId, period },
});

export interface Page {
  limit?: number;
  after?: string;
}

/** The longest page of the API: the people of a usual centre come in one. */
export const LONGEST_PAGE = 500;

/** Lists that a page needs whole: choices of a form, names beside numbers. */
export async function every<A extends { after: string | null }, R>(
  read: (page: Page) => Promise<A>,
  rows: (answer: A) => readonly R[],
): Promise<R[]> {
  const all: R[] = [];
  for (let after: string | undefined; ;) {
    const answer = await read({ limit: LONGEST_PAGE, after });
    all.push(...rows(answer));
    if (answer.after === null) return all;
    after = answer.after;
  }
}
