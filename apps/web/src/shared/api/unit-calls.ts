import type { LocalDate } from '@gridstaff/kernel';
import { type Body, client, data, inCentre } from './client';
import { download } from './http';
import type * as T from './types';

const UNITS = '/api/v1/centres/{centreId}/org-units';
const ofUnit = (centreId: T.Id, unitId: T.Id): { path: { centreId: T.Id; unitId: T.Id } } => ({
  path: { centreId, unitId },
});

/** The tree with seats, and one unit of it. */
export const units = {
  tree: async (centreId: T.Id, on?: LocalDate): Promise<T.UnitSeats[]> =>
    (await data(client.GET(`${UNITS}/seats`, { params: { ...inCentre(centreId), query: { on } } }))).units,
  get: (centreId: T.Id, unitId: T.Id, on?: LocalDate): Promise<T.UnitDetail> =>
    data(client.GET(`${UNITS}/{unitId}`, { params: { ...ofUnit(centreId, unitId), query: { on } } })),
  setSeats: (centreId: T.Id, seats: Body['SeatsBody']['seats']) =>
    data(client.POST(`${UNITS}/seats`, { params: inCentre(centreId), body: { seats } })),
  setArea: (centreId: T.Id, body: Body['UnitAreaBody']) =>
    data(client.POST(`${UNITS}/area`, { params: inCentre(centreId), body })),
  close: (centreId: T.Id, unitId: T.Id, body: Body['CloseUnitBody']) =>
    data(client.POST(`${UNITS}/{unitId}/close`, { params: ofUnit(centreId, unitId), body })),
};

/** Who was on which grid. */
export const coverage = {
  report: (centreId: T.Id, query: { from: LocalDate; until: LocalDate; unit?: string }): Promise<T.CoverageReport> =>
    data(client.GET('/api/v1/centres/{centreId}/coverage', { params: { ...inCentre(centreId), query } })),
  file: (centreId: T.Id, body: { from: LocalDate; until: LocalDate; unit?: string }) =>
    download(`/api/v1/centres/${centreId}/coverage/file`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
};
