import { type Body, client, data, done, inCentre } from './client';
import { download } from './http';
import type * as T from './types';

const ofRun = (runId: T.Id): { path: { runId: T.Id } } => ({ path: { runId } });

function formOf(file: File): FormData {
  const form = new FormData();
  form.append('file', file, file.name);
  return form;
}

/** The document can only call the file a text; the file itself goes in the form. */
const upload = (file: File): { body: { file: string }; bodySerializer: () => FormData } => ({
  body: { file: '' },
  bodySerializer: () => formOf(file),
});

export type VarianceFlag = T.VarianceRow['flags'][number];
export type WhatIfInput = Body['WhatIfBody'];

/** What explains and forecasts pay. */
export const variance = {
  ofRun: (runId: T.Id, query: { limit?: number; after?: string; flag?: VarianceFlag }) =>
    data(client.GET('/api/v1/runs/{runId}/variance', { params: { ...ofRun(runId), query } })),
  ofWorker: (runId: T.Id, workerNo: number) =>
    data(client.GET('/api/v1/runs/{runId}/variance/{workerNo}', { params: { path: { runId, workerNo } } })),
};

export const whatIf = {
  calculate: (centreId: T.Id, body: WhatIfInput) =>
    data(client.POST('/api/v1/centres/{centreId}/what-if', { params: inCentre(centreId), body })),
};

export const parallel = {
  sketch: (runId: T.Id, file: File) =>
    data(client.POST('/api/v1/runs/{runId}/parallel/columns', { params: ofRun(runId), ...upload(file) })),
  remember: (runId: T.Id, columns: Body['ParallelColumnsBody']['columns']) =>
    done(client.PUT('/api/v1/runs/{runId}/parallel/columns', { params: ofRun(runId), body: { columns } })),
  compare: (runId: T.Id, file: File) =>
    data(client.POST('/api/v1/runs/{runId}/parallel', { params: ofRun(runId), ...upload(file) })),
  marked: (runId: T.Id, file: File) =>
    download(`/api/v1/runs/${runId}/parallel/file`, { method: 'POST', body: formOf(file) }),
};
