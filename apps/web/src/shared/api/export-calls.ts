import type { components } from '../api-schema';
import { client, data, done, every, inCentre } from './client';
import { download } from './http';
import type { WorkerFilter } from './people-calls';
import type * as T from './types';

type ExpiryKind = components['schemas']['DispatchExpiry']['kind'];

const ofTask = (centreId: T.Id, taskId: T.Id) => ({ path: { centreId, taskId } });

/** How a list goes out. */
export interface ExportWish {
  format: 'xlsx' | 'csv';
  /** Keys with commas between them. */
  columns: string;
  language: 'zh' | 'en';
  purpose?: string;
}

export const exportTasks = {
  workers: (centreId: T.Id, query: WorkerFilter, body: ExportWish) =>
    data(client.POST('/api/v1/centres/{centreId}/workers/exports', { params: { ...inCentre(centreId), query }, body })),
  findings: (centreId: T.Id, query: { closed?: boolean }, body: ExportWish) =>
    data(client.POST('/api/v1/centres/{centreId}/dispatch/findings/exports', { params: { ...inCentre(centreId), query }, body })),
  expiries: (centreId: T.Id, query: { closed?: boolean; kind?: ExpiryKind }, body: ExportWish) =>
    data(client.POST('/api/v1/centres/{centreId}/dispatch/expiries/exports', { params: { ...inCentre(centreId), query }, body })),
  list: (centreId: T.Id, waiting = false) =>
    every(
      (page) => data(client.GET('/api/v1/centres/{centreId}/export-tasks', { params: { ...inCentre(centreId), query: { ...page, waiting } } })),
      (answer) => answer.tasks,
    ),
  get: (centreId: T.Id, taskId: T.Id) =>
    data(client.GET('/api/v1/centres/{centreId}/export-tasks/{taskId}', { params: ofTask(centreId, taskId) })),
  stop: (centreId: T.Id, taskId: T.Id) =>
    done(client.POST('/api/v1/centres/{centreId}/export-tasks/{taskId}/stop', { params: ofTask(centreId, taskId) })),
  approve: (centreId: T.Id, taskId: T.Id, hash: string) =>
    done(client.POST('/api/v1/centres/{centreId}/export-tasks/{taskId}/approve', { params: ofTask(centreId, taskId), body: { hash } })),
  sendBack: (centreId: T.Id, taskId: T.Id, hash: string, reason: string) =>
    done(
      client.POST('/api/v1/centres/{centreId}/export-tasks/{taskId}/return', {
        params: ofTask(centreId, taskId),
        body: { hash, reason },
      }),
    ),
  file: (centreId: T.Id, taskId: T.Id) => download(`/api/v1/centres/${centreId}/export-tasks/${taskId}/file`, { method: 'POST' }),
};
