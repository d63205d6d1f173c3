import type { components } from '../api-schema';
import { client, data, inCentre } from './client';
import type * as T from './types';

export type PeopleTag = components['schemas']['Tag'];
export type TagInput = components['schemas']['TagBody'];
export type TaggingInput = components['schemas']['TaggingBody'];

/** Words that a centre marks people with. Apart from the other calls, so that it arrives with the pages that use it. */
export const tags = {
  list: async (centreId: T.Id) =>
    (await data(client.GET('/api/v1/centres/{centreId}/tags', { params: { ...inCentre(centreId), query: {} } }))).tags,
  define: (centreId: T.Id, body: TagInput) =>
    data(client.POST('/api/v1/centres/{centreId}/tags', { params: inCentre(centreId), body })),
  mark: (centreId: T.Id, code: string, body: TaggingInput) =>
    data(client.POST('/api/v1/centres/{centreId}/tags/{code}/workers', { params: { path: { centreId, code } }, body })),
};
