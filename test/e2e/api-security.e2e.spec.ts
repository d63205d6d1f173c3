import { TestApi } from './api-support';
import { RouteTable } from '../../apps/api/src/http/common/route-table';
let api: TestApi;
beforeAll(async () => { api = await TestApi.start(); });
afterAll(() => api?.close());
it('routes', () => { const r = api.get(RouteTable).routes; console.log(r.length, r.map(x => `${x.method} ${x.path} ${x.access}`).join('\n')); });
