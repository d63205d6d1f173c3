import type { LocalDate, Period } from '@gridstaff/kernel';
import type { operations } from '../api-schema';
import { type Body, client, data, done, inCentre } from './client';
import type { CellEdit } from './sheet-calls';
import type * as T from './types';

type Answer<K extends keyof operations> = operations[K] extends {
  responses: { 200: { content: { 'application/json': infer Got } } };
}
  ? Got
  : never;

export type TeamSchedule = Answer<'schedules_get'>;
export type Shift = TeamSchedule['shifts'][number];
export type ShiftPattern = TeamSchedule['patterns'][number];
export type HoursStanding = Answer<'schedules_hours'>['systems'][number];

const of = (centreId: T.Id, period: Period, unitId: T.Id) => ({ params: { path: { centreId, period, unitId } } });

/** Shifts, schedules and working-time systems. Apart from the other calls, so that they arrive with the page that uses them. */
export const schedules = {
  get: (centreId: T.Id, period: Period, unitId: T.Id) =>
    data(client.GET('/api/v1/centres/{centreId}/schedules/{period}/{unitId}', of(centreId, period, unitId))),
  save: (centreId: T.Id, period: Period, unitId: T.Id, cells: CellEdit[]) =>
    data(
      client.POST('/api/v1/centres/{centreId}/schedules/{period}/{unitId}/cells', {
        ...of(centreId, period, unitId),
        body: { cells },
      }),
    ),
  fill: async (centreId: T.Id, period: Period, unitId: T.Id, body: Body['FillBody']) =>
    (
      await data(
        client.POST('/api/v1/centres/{centreId}/schedules/{period}/{unitId}/fill', {
          ...of(centreId, period, unitId),
          body,
        }),
      )
    ).cells,
  recordShift: (centreId: T.Id, body: Body['ShiftBody']) =>
    done(client.POST('/api/v1/centres/{centreId}/shifts', { params: inCentre(centreId), body })),
  endShift: (centreId: T.Id, code: string, from: LocalDate) =>
    done(
      client.POST('/api/v1/centres/{centreId}/shifts/{code}/end', {
        params: { path: { centreId, code } },
        body: { from },
      }),
    ),
  keepPattern: (centreId: T.Id, body: Body['PatternBody']) =>
    done(client.POST('/api/v1/centres/{centreId}/shift-patterns', { params: inCentre(centreId), body })),
  recordHours: (centreId: T.Id, body: Body['HoursBody']) =>
    done(client.POST('/api/v1/centres/{centreId}/hours-systems', { params: inCentre(centreId), body })),
};
