import type { paths } from '../api-schema';
import { client, data, inCentre } from './client';
import { download } from './http';
import type * as T from './types';

const PEOPLE = '/api/v1/centres/{centreId}/reports/people';
const EQUAL_PAY = '/api/v1/centres/{centreId}/reports/equal-pay';
export type EqualPayAsked = NonNullable<paths[typeof EQUAL_PAY]['get']['parameters']['query']>;
export type PeopleReportAsked = paths[typeof PEOPLE]['get']['parameters']['query'];

const bookOf = (path: string, body: object) =>
  download(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

/** Reports: sums that name nobody. */
export const reports = {
  people: (centreId: T.Id, query: PeopleReportAsked): Promise<T.PeopleReport> =>
    data(client.GET(PEOPLE, { params: { ...inCentre(centreId), query } })),
  peopleFile: (centreId: T.Id, body: PeopleReportAsked) =>
    bookOf(`/api/v1/centres/${centreId}/reports/people/file`, body),
  equalPay: (centreId: T.Id, query: EqualPayAsked): Promise<T.EqualPayReport> =>
    data(client.GET(EQUAL_PAY, { params: { ...inCentre(centreId), query } })),
  equalPayFile: (centreId: T.Id, body: EqualPayAsked) =>
    bookOf(`/api/v1/centres/${centreId}/reports/equal-pay/file`, body),
};
