import type { components } from '../api-schema';
import { client, data, inCentre } from './client';
import type * as T from './types';

export type CustomField = components['schemas']['CustomField'];
export type CustomFieldInput = components['schemas']['CustomFieldBody'];
export type FieldValueInput = components['schemas']['FieldValueBody'];

/** Fields of a centre's own. Apart from the other calls, so that it arrives with the pages that use it. */
export const customFields = {
  list: async (centreId: T.Id) =>
    (
      await data(
        client.GET('/api/v1/centres/{centreId}/custom-fields', { params: { ...inCentre(centreId), query: {} } }),
      )
    ).fields,
  define: (centreId: T.Id, body: CustomFieldInput) =>
    data(client.POST('/api/v1/centres/{centreId}/custom-fields', { params: inCentre(centreId), body })),
  set: (centreId: T.Id, workerNo: number, body: FieldValueInput) =>
    data(
      client.POST('/api/v1/centres/{centreId}/workers/{workerNo}/custom-fields', {
        params: { path: { centreId, workerNo } },
        body,
      }),
    ),
};
