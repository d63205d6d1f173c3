import { type Body, client, data, inCentre, keyed } from './client';
import type * as T from './types';

export type AdoptInput = Body['AdoptScenarioBody'];
export type Adopted = Body['AdoptedScenario'];

/** Records what the scenario supposes. */
export const adoptScenario = (centreId: T.Id, body: AdoptInput, key: string) =>
  data(
    client.POST('/api/v1/centres/{centreId}/what-if/adopt', {
      params: { ...inCentre(centreId), header: keyed(key) },
      body,
    }),
  );
