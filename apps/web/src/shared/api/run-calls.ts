import type { components } from '../api-schema';
import { client, data, type Page } from './client';
import type * as T from './types';

export type RunNote = components['schemas']['RunNote'];
export type BonusChoice = components['schemas']['BonusChoice'];
export type BonusMethod = BonusChoice['method'];

/** Calls of the run page alone: apart from the others, so that they arrive with it. */
export const runNotes = (runId: T.Id, query: Page) =>
  data(client.GET('/api/v1/runs/{runId}/notes', { params: { path: { runId }, query } }));

export const bonusChoices = {
  page: (runId: T.Id, query: Page) =>
    data(client.GET('/api/v1/runs/{runId}/bonus-choices', { params: { path: { runId }, query } })),
  choose: (runId: T.Id, choices: { workerNo: number; method: BonusMethod }[]) =>
    data(client.POST('/api/v1/runs/{runId}/bonus-choices', { params: { path: { runId } }, body: { choices } })),
};
