import { client, data, done, inCentre, type Page } from './client';
import type { components } from '../api-schema';
import type * as T from './types';

export type LateChange = components['schemas']['LateChange'];
export type LateDecision = components['schemas']['LateDecisionBody'];

/** Facts recorded after the cut-off of a month they touch. Apart from the other calls, so that it arrives with the pages that use it. */
export const lateChanges = {
  page: (centreId: T.Id, query: Page & { undecided?: boolean }) =>
    data(client.GET('/api/v1/centres/{centreId}/late-changes', { params: { ...inCentre(centreId), query } })),
  undecided: async (centreId: T.Id) =>
    (await data(client.GET('/api/v1/centres/{centreId}/late-changes/count', { params: inCentre(centreId) }))).undecided,
  decide: (centreId: T.Id, body: LateDecision) =>
    done(client.POST('/api/v1/centres/{centreId}/late-changes/decisions', { params: inCentre(centreId), body })),
};
