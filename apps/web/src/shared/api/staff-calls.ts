import type { components } from '../api-schema';
import { type Body, client, data, inCentre, keyed } from './client';
import type * as T from './types';

type S = components['schemas'];
export type ChosenPerson = S['ChosenPerson'];
export type StaffLine = S['StaffChangeLine'];
export type StaffState = S['StaffState'];
export type StaffEffect = S['StaffChangeEffect'];
export type StaffChange = S['StaffChange'];
export type StaffChangeDetail = S['StaffChangeDetail'];
export type StaffAct = Body['StaffChangeBody'];
export type StaffTarget = StaffAct['lines'][number];
export type PeopleFilter = NonNullable<Body['ChoosePeopleBody']['filter']>;

const one = (centreId: T.Id, changeId: T.Id) => ({ params: { path: { centreId, changeId } } });

/** Changes of many people in one act; arrives with its page. */
export const staff = {
  choose: async (centreId: T.Id, body: Body['ChoosePeopleBody']) =>
    (await data(client.POST('/api/v1/centres/{centreId}/staff-changes/people', { params: inCentre(centreId), body }))).people,
  fromFile: async (centreId: T.Id, file: File) =>
    (
      await data(
        client.POST('/api/v1/centres/{centreId}/staff-changes/file', {
          params: inCentre(centreId),
          // The file itself goes in the form; the document can only call it a text.
          body: { file: '' },
          bodySerializer: () => {
            const form = new FormData();
            form.append('file', file, file.name);
            return form;
          },
        }),
      )
    ).people,
  preview: (centreId: T.Id, body: StaffAct) =>
    data(client.POST('/api/v1/centres/{centreId}/staff-changes/preview', { params: inCentre(centreId), body })),
  effect: (centreId: T.Id, body: StaffAct & { fundId?: T.Id }) =>
    data(client.POST('/api/v1/centres/{centreId}/staff-changes/effect', { params: inCentre(centreId), body })),
  carryOut: (centreId: T.Id, body: Body['CarryOutBody'], key: string) =>
    data(
      client.POST('/api/v1/centres/{centreId}/staff-changes', {
        params: { ...inCentre(centreId), header: keyed(key) },
        body,
      }),
    ),
  page: (centreId: T.Id, after?: string) =>
    data(
      client.GET('/api/v1/centres/{centreId}/staff-changes', {
        params: { ...inCentre(centreId), query: { limit: 20, after } },
      }),
    ),
  get: (centreId: T.Id, changeId: T.Id) =>
    data(client.GET('/api/v1/centres/{centreId}/staff-changes/{changeId}', one(centreId, changeId))),
  undoPreview: (centreId: T.Id, changeId: T.Id) =>
    data(client.GET('/api/v1/centres/{centreId}/staff-changes/{changeId}/undo', one(centreId, changeId))),
  undo: (centreId: T.Id, changeId: T.Id, reason: string) =>
    data(
      client.POST('/api/v1/centres/{centreId}/staff-changes/{changeId}/undo', { ...one(centreId, changeId), body: { reason } }),
    ),
};
