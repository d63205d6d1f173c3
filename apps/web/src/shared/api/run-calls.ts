import type { components } from '../api-schema';
import { client, data, type Page } from './client';
import type * as T from './types';

export type RunNote = components['schemas']['RunNote'];

/** Calls of the run page alone: apart from the others, so that they arrive with it. */
export const runNotes = (runId: T.Id, query: Page) =>
  data(client.GET('/api/v1/runs/{runId}/notes', { params: { path: { runId }, query } }));
