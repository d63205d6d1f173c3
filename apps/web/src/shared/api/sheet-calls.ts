import type { Period } from '@gridstaff/kernel';
import type { operations } from '../api-schema';
import { client, data, done, every, inCentre } from './client';
import { download } from './http';
import type * as T from './types';

type Answer<K extends keyof operations> = operations[K] extends {
  responses: { 200: { content: { 'application/json': infer Body } } };
}
  ? Body
  : never;

export type Team = Answer<'monthSheets_teams'>['teams'][number];
export type MonthSheet = Answer<'monthSheets_get'>;
export type SheetLine = MonthSheet['rows'][number];
export type SheetFinding = SheetLine['findings'][number];
export type CellProblem = Answer<'monthSheets_save'>['problems'][number];
export type CloseOfMonth = Answer<'monthClose_get'>;
export type TrailStep = CloseOfMonth['trail'][number];

export interface CellEdit {
  workerNo: number;
  day: number;
  text: string;
}

const of = (centreId: T.Id, period: Period, unitId: T.Id) => ({ params: { path: { centreId, period, unitId } } });
const month = (centreId: T.Id, period: Period) => ({ params: { path: { centreId, period } } });

/** Month sheets and the close of months. Apart from the other calls, so that they arrive with the pages that use them. */
export const sheets = {
  teams: (centreId: T.Id, period: Period) =>
    every(
      (page) =>
        data(
          client.GET('/api/v1/centres/{centreId}/attendance-teams', {
            params: { ...inCentre(centreId), query: { ...page, period } },
          }),
        ),
      (answer) => answer.teams,
    ),
  setHeads: (centreId: T.Id, unitId: T.Id, userIds: T.Id[]) =>
    done(
      client.PUT('/api/v1/centres/{centreId}/attendance-teams/{unitId}/heads', {
        params: { path: { centreId, unitId } },
        body: { userIds },
      }),
    ),
  get: (centreId: T.Id, period: Period, unitId: T.Id) =>
    data(client.GET('/api/v1/centres/{centreId}/month-sheets/{period}/{unitId}', of(centreId, period, unitId))),
  save: (centreId: T.Id, period: Period, unitId: T.Id, cells: CellEdit[]) =>
    data(
      client.POST('/api/v1/centres/{centreId}/month-sheets/{period}/{unitId}/cells', {
        ...of(centreId, period, unitId),
        body: { cells },
      }),
    ),
  /** For paper; the Excel one can be imported again. */
  file: (centreId: T.Id, period: Period, unitId: T.Id, body: { format: 'xlsx' | 'pdf'; language: 'zh' | 'en' }) =>
    download(`/api/v1/centres/${centreId}/month-sheets/${period}/${unitId}/file`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  submit: (centreId: T.Id, period: Period, unitId: T.Id, reason?: string) =>
    done(
      client.POST('/api/v1/centres/{centreId}/month-sheets/{period}/{unitId}/submit', {
        ...of(centreId, period, unitId),
        body: { reason },
      }),
    ),
  withdraw: (centreId: T.Id, period: Period, unitId: T.Id, reason: string) =>
    done(
      client.POST('/api/v1/centres/{centreId}/month-sheets/{period}/{unitId}/withdraw', {
        ...of(centreId, period, unitId),
        body: { reason },
      }),
    ),
  decide: (
    centreId: T.Id,
    period: Period,
    unitId: T.Id,
    body: { decision: 'pass' | 'return'; hash: string; opinion?: string },
  ) =>
    done(
      client.POST('/api/v1/centres/{centreId}/month-sheets/{period}/{unitId}/decide', {
        ...of(centreId, period, unitId),
        body,
      }),
    ),
  trail: async (centreId: T.Id, period: Period, unitId: T.Id) =>
    (
      await data(
        client.GET('/api/v1/centres/{centreId}/month-sheets/{period}/{unitId}/trail', of(centreId, period, unitId)),
      )
    ).steps,
  closeOf: (centreId: T.Id, period: Period) =>
    data(client.GET('/api/v1/centres/{centreId}/attendance-close/{period}', month(centreId, period))),
  close: (centreId: T.Id, period: Period, reason?: string) =>
    data(
      client.POST('/api/v1/centres/{centreId}/attendance-close/{period}', {
        ...month(centreId, period),
        body: { reason },
      }),
    ),
  askToReopen: (centreId: T.Id, period: Period, reason: string) =>
    done(
      client.POST('/api/v1/centres/{centreId}/attendance-close/{period}/reopen', {
        ...month(centreId, period),
        body: { reason },
      }),
    ),
  decideReopening: (centreId: T.Id, period: Period, body: { decision: 'pass' | 'return'; opinion?: string }) =>
    done(
      client.POST('/api/v1/centres/{centreId}/attendance-close/{period}/reopen/decide', {
        ...month(centreId, period),
        body,
      }),
    ),
  matter: (centreId: T.Id, matterId: T.Id) =>
    data(
      client.GET('/api/v1/centres/{centreId}/attendance-matters/{matterId}', {
        params: { path: { centreId, matterId } },
      }),
    ),
};
