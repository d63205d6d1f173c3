import { checkDigitOf } from '@gridstaff/roster';
import { type Browser, TestApi } from './api-support';

const AREA = JSON.stringify({
  type: 'Polygon',
  coordinates: [
    [
      [113.1, 27.8],
      [113.2, 27.8],
      [113.2, 27.9],
      [113.1, 27.8],
    ],
  ],
});
type Row = Record<string, unknown>;

describe('units over HTTP', () => {
  let api: TestApi;
  let hr: Browser;
  let auditor: Browser;
  let head: Browser;
  let clerk: Browser;
  let base: string;

  beforeAll(async () => {
    api = await TestApi.start();
    const admin = await api.person('root1', [{ role: 'system_admin', centreId: '*' }]);
    const made = await admin.post('/api/v1/centres', { code: 'SF', name: '网格中心', region: '430200' });
    const centreId = made.body.id as string;
    base = `/api/v1/centres/${centreId}`;
    hr = await api.person('hr1', [{ role: 'hr', centreId }], { centreId });
    auditor = await api.person('auditor1', [{ role: 'auditor', centreId }], { centreId });
    head = await api.person('head1', [{ role: 'head', centreId }], { centreId });
    clerk = await api.person('other1', []);
    const units = [
      { code: 'S1', name: '街道', kind: 'street' },
      { code: 'G1', name: '网格', kind: 'grid', parentCode: 'S1' },
    ];
    await hr.post(`${base}/org-units`, { units });
    const grade = {
      code: 'W1',
      name: '一级',
      postCode: 'W',
      base: '1900',
      post: '0',
      performance: '0',
      from: '2022-01-01',
    };
    await hr.post(`${base}/grades`, { grades: [grade] });
  }, 60_000);
  afterAll(() => api.close());

  it('HR sets seats and an outline and closes; the auditor sees it and may not; a stranger sees nothing', async () => {
    const seats = { seats: [{ unitCode: 'G1', postCode: 'W', seats: 2, from: '2023-01-01' }] };
    const area = { unitCode: 'G1', area: AREA, from: '2023-01-01' };
    expect((await auditor.post(`${base}/org-units/seats`, seats)).status).toBe(403);
    expect((await auditor.post(`${base}/org-units/area`, area)).status).toBe(403);
    expect((await hr.post(`${base}/org-units/seats`, seats)).body).toEqual({ created: 1, changed: 0, same: 0 });
    expect((await hr.post(`${base}/org-units/area`, area)).body).toMatchObject({ created: 1 });
    expect((await hr.post(`${base}/org-units/area`, { ...area, area: '<svg/>' })).body.code).toBe('AREA_INVALID');
    const tree = await auditor.get(`${base}/org-units/seats?on=2023-01-01`);
    const units = tree.body.units as Row[];
    expect(units.map(({ code, total }) => [code, (total as Row).seats, (total as Row).vacant])).toEqual([
      ['G1', 2, 2],
      ['S1', 2, 2],
    ]);
    const [grid, street] = units.map(({ id }) => `${base}/org-units/${String(id)}`) as [string, string];
    expect((await auditor.get(grid)).body).toMatchObject({
      code: 'G1',
      area: { type: 'MultiPolygon' },
      history: [{ name: '网格' }],
    });
    for (const path of [`${base}/org-units/seats`, grid]) expect((await clerk.get(path)).status).toBe(403);
    const closing = { lastDay: '2023-06-30', reason: '合并' };
    expect((await auditor.post(`${grid}/close`, closing)).status).toBe(403);
    expect((await hr.post(`${street}/close`, closing)).body.code).toBe('UNIT_HAS_UNITS');
    expect((await hr.post(`${grid}/close`, closing)).body).toEqual({ moved: 0 });
    const after = await auditor.get(`${base}/org-units/seats?on=2023-07-01`);
    expect((after.body.units as Row[]).map(({ code }) => code)).toEqual(['S1']);
  });

  it('says who was on a grid when, to who may read the roster, and as a workbook that the audit log knows', async () => {
    const units = [{ code: 'G9', name: '九网格', kind: 'grid', parentCode: 'S1' }];
    await hr.post(`${base}/org-units`, { units });
    await hr.post(`${base}/agencies`, { code: 'A1', name: '派遣' });
    const first17 = '43020419900307001';
    const person = {
      name: '张三',
      idNumber: first17 + checkDigitOf(first17),
      agency: 'A1',
      joinedOn: '2023-08-05',
      gridCode: 'G9',
      gradeCode: 'W1',
    };
    const hired = await hr.post(`${base}/workers`, person);
    const asked = 'from=2023-08-01&until=2023-08-10';
    const { body } = await auditor.get(`${base}/coverage?${asked}&unit=S1`);
    expect(body).toMatchObject({ days: 10, uncovered: 4, coveredByOthers: 0 });
    expect(body.grids).toMatchObject([
      {
        ...{ code: 'G9', path: ['街道'], uncovered: 4 },
        pieces: [
          { from: '2023-08-01', to: '2023-08-05', main: [], covering: [] },
          { from: '2023-08-05', to: '2023-08-11', main: [{ no: hired.body.no, name: '张三' }] },
        ],
      },
    ]);
    expect((await clerk.get(`${base}/coverage?${asked}`)).status).toBe(403);
    expect((await auditor.get(`${base}/coverage?from=2022-01-01&until=2023-12-31`)).body.code).toBe('OUT_OF_RANGE');
    expect((await auditor.get(`${base}/coverage?${asked}&unit=none`)).body.code).toBe('UNKNOWN_GRID');
    const file = await hr.post(`${base}/coverage/file`, { from: '2023-08-01', until: '2023-08-10' });
    expect([file.status, file.headers['content-type']]).toEqual([200, expect.stringContaining('spreadsheetml')]);
    expect((await auditor.get(`/api/v1/audit?scope=${base.split('/').at(-1) ?? ''}`)).text).toContain(
      'coverage.exported',
    );
  });

  it('are counted in reports, as a table and a workbook, for whoever reads the roster', async () => {
    const people = `${base}/reports/people`;
    const { status, body } = await auditor.get(`${people}?report=head_count&on=2023-08-10`);
    expect([status, body.columns]).toEqual([200, expect.arrayContaining([expect.objectContaining({ key: 'people' })])]);
    expect(body.rows).toMatchObject([
      { name_zh: '街道', figures: ['1', '100.0', '1', '0', '0'], roster: { on: '2023-08-10', unit: 'S1' }, within: 'S1' },
    ]);
    expect((await auditor.get(people)).status).toBe(400);
    expect((await auditor.get(`${people}?report=salaries`)).status).toBe(400);
    expect((await clerk.get(`${people}?report=head_count`)).status).toBe(403);
    expect((await clerk.post(`${people}/file`, { report: 'head_count' })).status).toBe(403);
    const file = await auditor.post(`${people}/file`, { report: 'turnover_months', from: '2023-08-01', until: '2023-08-31' });
    expect([file.status, file.headers['content-type']]).toEqual([200, expect.stringContaining('spreadsheetml')]);
  });

  it('are compared in what their people were paid, for whoever reads the roster; more than the agency for whoever reads pay', async () => {
    const equal = `${base}/reports/equal-pay`;
    expect((await auditor.get(equal)).body).toMatchObject({ period: null, rows: [], by: 'agency' });
    expect((await auditor.get(`${equal}?period=2023-01`)).status).toBe(404);
    expect((await auditor.get(`${equal}?by=fund`)).status).toBe(200);
    expect((await head.get(equal)).status).toBe(200);
    expect((await head.get(`${equal}?by=fund`)).status).toBe(403);
    expect((await clerk.get(equal)).status).toBe(403);
    expect((await auditor.post(`${equal}/file`, {})).status).toBe(200);
  });
});
