import type { paths } from '../api-schema';
import { client, data, inCentre } from './client';
import { download } from './http';
import type * as T from './types';

const PEOPLE = '/api/v1/centres/{centreId}/reports/people';
export type PeopleReportAsked = paths[typeof PEOPLE]['get']['parameters']['query'];

const bookOf = (path: string, body: object) =>
  download(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

/** Reports: sums that name nobody. */
export const reports = {
  people: (centreId: T.Id, query: PeopleReportAsked): Promise<T.PeopleReport> =>
    data(client.GET(PEOPLE, { params: { ...inCentre(centreId), query } })),
  peopleFile: (centreId: T.Id, body: PeopleReportAsked) =>
    bookOf(`/api/v1/centres/${centreId}/reports/people/file`, body),
};
