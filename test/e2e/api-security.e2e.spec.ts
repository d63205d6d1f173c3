import { type Permission, ROLES, type Role } from '@gridstaff/contracts';
import { Database } from '@gridstaff/persistence';
import { PolicyPacks } from '@gridstaff/policy';
import { projectRoot } from '@gridstaff/runtime';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Route, RouteTable } from '../../apps/api/src/http/common/route-table';
import { Readiness } from '../../apps/api/src/http/health/readiness';
import { startWorker } from '../../apps/worker/src/start';
import { Browser, PASSWORD, TestApi } from './api-support';

type Person = Browser & { userId: string };

const NOBODY = '01854f6e-0000-7000-8000-000000000000';
/** Roles of the installation; the others are given for a centre. */
const EVERYWHERE: readonly Role[] = ['system_admin', 'security_admin', 'audit_admin'];
const SESSION_ENDING = ['/api/v1/session/sign-out', '/api/v1/session/password'];

const filled = (route: Route, ids: Record<string, string>): string =>
  route.path.replaceAll(/:(\w+)/g, (_, name: string) => ids[name] ?? NOBODY);

const call = (by: Browser, route: Route, ids: Record<string, string>) => {
  const method = route.method === 'GET' ? {} : { body: {} };
  return by.send(route.method, filled(route, ids), { ...method, headers: { 'idempotency-key': 'walk-of-all-routes' } });
};

describe('the API under attack', () => {
  let api: TestApi;
  let hrA: Person;
  let hrB: Person;
  let centreA: string;
  let ids: Record<string, string>;
  let routes: readonly Route[];

  beforeAll(async () => {
    api = await TestApi.start();
    routes = api.get(RouteTable).routes;
    const admin = await api.person('root1', [{ role: 'system_admin', centreId: '*' }]);
    const open = async (code: string): Promise<string> =>
      (await admin.post('/api/v1/centres', { code, name: `${code}中心`, region: '430200' })).body.id as string;
    centreA = await open('A');
    const centreB = await open('B');
    hrA = await api.person('hr.a', [
      { role: 'hr', centreId: centreA },
      { role: 'finance', centreId: centreA },
    ]);
    hrB = await api.person('hr.b', [
      { role: 'hr', centreId: centreB },
      { role: 'finance', centreId: centreB },
    ]);
    ids = await furnish(hrA, centreA);
  });

  afterAll(() => api?.close());

  /** One of everything in the centre, so that its ids are real. */
  async function furnish(hr: Person, centreId: string): Promise<Record<string, string>> {
    const base = `/api/v1/centres/${centreId}`;
    const document: unknown = JSON.parse(
      readFileSync(path.join(projectRoot(), 'config/demo/budget-2023.json'), 'utf8'),
    );
    const budget = await hr.pay(`${base}/budgets`, { document }, 'budget-of-centre-a');
    const [fund] = budget.body.funds as { id: string }[];
    const agency = await hr.post(`${base}/agencies`, { code: 'A1', name: '甲派遣公司' });
    await hr.post(`${base}/pay-schemes`, { validFrom: '2023-01' });
    const run = await hr.post('/api/v1/runs', {
      centreId,
      period: '2023-01',
      kind: 'regular',
      payDate: '2023-01-28',
      fundId: fund?.id,
    });
    expect(run.status).toBe(201);
    const agencyId = agency.body.id as string;
    const known = { centreId, fundId: fund?.id as string, runId: run.body.id as string, agencyId };
    return { ...known, workerNo: '1', period: '2023-01', year: '2023', kind: 'roster', runNo: '1', role: 'hr' };
  }

  describe('who may call what', () => {
    it('lets nobody in without signing in, and nobody further than the role goes (S15)', async () => {
      const stranger = new Browser(api);
      for (const route of routes.filter((r) => r.access !== 'public')) {
        expect([route.handler, (await call(stranger, route, ids)).status]).toEqual([route.handler, 401]);
      }
      for (const role of Object.keys(ROLES) as Role[]) {
        const person = await api.person(`role.${role.replaceAll('_', '-')}`, [
          { role, centreId: EVERYWHERE.includes(role) ? '*' : centreA },
        ]);
        const granted: readonly Permission[] = ROLES[role];
        for (const route of routes.filter((r) => !SESSION_ENDING.includes(r.path) && Array.isArray(r.access))) {
          const needed = route.access as readonly Permission[];
          const { status, body } = await call(person, route, ids);
          const title = `${role} ${route.handler}`;
          if (!needed.some((p) => granted.includes(p)))
            expect([title, status, body.code]).toEqual([title, 403, 'FORBIDDEN']);
          // Which of several permissions is needed, and where, is known to the use case alone.
          else if (needed.length === 1) expect([title, status]).not.toEqual([title, 403]);
          expect([title, status]).not.toEqual([title, 401]);
          expect([title, status < 500]).toEqual([title, true]);
        }
      }
    });

    it('tells another centre’s people that its things do not exist (S17)', async () => {
      const ownOnly = routes.filter((r) => r.method === 'GET' && r.path.includes(':') && Array.isArray(r.access));
      const mine = ownOnly.filter((r) =>
        (r.access as readonly Permission[]).every((p) => [...ROLES.hr, ...ROLES.finance].includes(p as never)),
      );
      expect(mine.length).toBeGreaterThan(15);
      for (const route of mine) {
        const query = queryOf(route);
        const answer = await hrB.get(filled(route, ids) + query);
        expect([route.handler, answer.status, answer.body.code]).toEqual([route.handler, 404, 'NOT_FOUND']);
      }
      const body = { centreId: centreA, period: '2023-02', kind: 'regular', payDate: '2023-02-28', fundId: ids.fundId };
      expect((await hrB.post('/api/v1/runs', body)).status).toBe(404);
      expect((await hrB.get(`/api/v1/runs?centreId=${centreA}`)).status).toBe(404);
      expect((await hrB.get('/api/v1/runs')).body).toEqual({ runs: [], after: null });
      expect((await hrB.pay(`/api/v1/runs/${ids.runId}/cancel`, { reason: 'x' }, 'cancel-of-others')).status).toBe(404);
      expect((await hrA.get(`/api/v1/runs/${ids.runId}`)).body).toMatchObject({ status: 'draft' });
    });

    const queryOf = (route: Route): string => {
      if (/attendance$|attendance-teams$|evaluations$|one-offs$|pay-schemes$|pay-preview$|pay-readiness$/.test(route.path))
        return '?period=2023-01';
      if (/shifts$/.test(route.path)) return '?on=2023-01-01';
      if (/hours-systems$/.test(route.path)) return '?from=2023-01-01';
      if (/coverage$/.test(route.path)) return '?from=2023-01-01&until=2023-02-01';
      if (/reports\/people$/.test(route.path)) return '?report=head_count';
      return /\/funds$|tax-profiles$|leave-balances$/.test(route.path) ? '?year=2023' : '';
    };
  });

  describe('sessions', () => {
    it('locks after five wrong passwords, in the same words as for an unknown account (S01)', async () => {
      const victim = await api.person('locked1');
      const guest = new Browser(api);
      const wrong = await guest.signIn('locked1', 'wrong guess 1');
      const unknown = await guest.signIn('no.such.person', 'wrong guess 1');
      expect([unknown.status, unknown.body.code, unknown.body.detail]).toEqual([
        401,
        'SIGN_IN_FAILED',
        wrong.body.detail,
      ]);
      for (let i = 2; i <= 5; i++) await guest.signIn('locked1', `wrong guess ${i}`);
      expect((await guest.signIn('locked1', PASSWORD)).status).toBe(401);
      expect((await victim.get('/api/v1/session/me')).status).toBe(200);
    });

    it('opens nothing but the change of an initial password (S05)', async () => {
      const { password, userId } = await api.accounts.create(api.system, { name: 'new1', displayName: 'new1' });
      await api.accounts.grantRole(api.system, userId, 'hr', centreA);
      const browser = new Browser(api);
      expect((await browser.signIn('new1', password as string)).body).toMatchObject({ mustChangePassword: true });
      expect((await browser.get('/api/v1/runs')).body.code).toBe('PASSWORD_CHANGE_REQUIRED');
      expect((await browser.get('/api/v1/approvals/todos')).status).toBe(403);
      expect((await browser.get('/api/v1/session/me')).body).toMatchObject({ name: 'new1', grants: [] });
    });

    it('always makes a new one, and ends it everywhere at once (S07, S08)', async () => {
      const person = await api.person('many1');
      const first = person.cookie as string;
      await person.signIn('many1', PASSWORD);
      expect(person.cookie).not.toBe(first);
      const again = new Browser(api);
      again.cookie = first;
      const preset = again.cookie;
      await again.signIn('many1', PASSWORD);
      expect(again.cookie).not.toBe(preset);
      expect((await again.post('/api/v1/session/sign-out')).status).toBe(204);
      expect((await again.get('/api/v1/session/me')).status).toBe(401);
      expect((await person.get('/api/v1/session/me')).status).toBe(200);
      await api.accounts.disable(api.system, person.userId);
      expect((await person.get('/api/v1/session/me')).status).toBe(401);
    });

    it('takes tokens of programs, until they are revoked', async () => {
      const { userId } = await api.accounts.create(api.system, {
        name: 'robot1',
        displayName: 'robot',
        machine: true,
        centreId: centreA,
      });
      await api.accounts.grantRole(api.system, userId, 'auditor', centreA);
      const keeper = await api.person('keeper1', [{ role: 'system_admin', centreId: '*' }]);
      const issued = await keeper.post('/api/v1/tokens', { userId, name: 'report', days: 7 });
      expect(issued.status).toBe(201);
      const { token, id } = issued.body as unknown as { token: string; id: string };
      const asRobot = () => api.send('GET', '/api/v1/runs', { headers: { authorization: `Bearer ${token}` } });
      expect((await asRobot()).status).toBe(200);
      for (const authorization of ['Bearer x', `bearer ${token}`, 'Basic eDp4', `Bearer ${token}0`]) {
        expect((await api.send('GET', '/api/v1/runs', { headers: { authorization } })).status).toBe(401);
      }
      await keeper.send('DELETE', `/api/v1/tokens/${id}`);
      expect((await asRobot()).status).toBe(401);
    });

    it('refuses what another site makes a browser send (S13)', async () => {
      const cookie = hrA.cookie as string;
      const url = `/api/v1/centres/${centreA}/periods/2023-03/lock`;
      const from = (headers: Record<string, string>) =>
        api.send('POST', url, { headers: { cookie, host: 'grid.example', ...headers } });
      expect((await from({})).body.code).toBe('CROSS_SITE');
      expect((await from({ origin: 'https://evil.example' })).status).toBe(403);
      expect((await from({ origin: 'null' })).status).toBe(403);
      expect((await from({ 'x-requested-with': 'XMLHttpRequest' })).status).toBe(403);
      expect((await from({ origin: 'http://grid.example' })).status).toBe(200);
      const form = { 'content-type': 'text/plain', origin: 'http://grid.example' };
      expect(
        (await api.send('POST', '/api/v1/session', { body: Buffer.from('{"name":"a","password":"b"}'), headers: form }))
          .status,
      ).toBe(415);
    });

    it('ends after 31 idle minutes, and after eight hours of constant use (S09)', async () => {
      const idle = await api.person('idle1');
      const busy = await api.person('busy1');
      api.clock.advance(31 * 60_000);
      expect((await idle.get('/api/v1/session/me')).status).toBe(401);
      await busy.signIn('busy1', PASSWORD);
      for (let minutes = 0; minutes < 8 * 60 - 20; minutes += 20) {
        api.clock.advance(20 * 60_000);
        expect((await busy.get('/api/v1/session/me')).status).toBe(200);
      }
      api.clock.advance(20 * 60_000);
      expect((await busy.get('/api/v1/session/me')).status).toBe(401);
      await hrA.signIn('hr.a', PASSWORD);
      await hrB.signIn('hr.b', PASSWORD);
    });
  });

  describe('input', () => {
    const runBody = () => ({
      centreId: centreA,
      period: '2023-02',
      kind: 'regular',
      payDate: '2023-02-28',
      fundId: ids.fundId,
    });

    it('takes no field that a form does not have (S19)', async () => {
      for (const more of [
        { status: 'approved' },
        { netFen: 1 },
        { createdBy: NOBODY },
        { id: NOBODY },
        { hash: 'x' },
      ]) {
        const answer = await hrA.post('/api/v1/runs', { ...runBody(), ...more });
        expect(answer.body).toMatchObject({
          status: 400,
          errors: [{ code: 'UNKNOWN_FIELD', place: { path: Object.keys(more)[0] } }],
        });
      }
      expect((await hrA.post(`/api/v1/runs/${ids.runId}/submit`, { status: 'approved' })).body.code).toBe(
        'UNKNOWN_FIELD',
      );
      expect((await hrA.get(`/api/v1/runs/${ids.runId}?role=admin`)).body.code).toBe('UNKNOWN_FIELD');
      expect((await hrA.get('/api/v1/runs')).body.runs).toHaveLength(1);
    });

    it('takes no object, list or number where a text is due, and no list as a body (S20, S21)', async () => {
      const before = (await hrA.get('/api/v1/runs')).text;
      const wrong = [
        { id: { $gt: 0 } },
        { fundId: { $ne: null } },
        { period: ['2023-02'] },
        { kind: { toString: 'regular' } },
        { payDate: 20230228 },
      ];
      for (const change of wrong)
        expect((await hrA.post('/api/v1/runs', { ...runBody(), ...change })).status).toBe(400);
      expect((await hrA.post('/api/v1/runs', [runBody()])).body.code).toBe('BODY_NOT_OBJECT');
      for (const body of ['"text"', '1', 'null ']) expect((await hrA.post('/api/v1/runs', body)).status).toBe(400);
      const nested = { units: [{ code: 'S1', name: '街道', kind: 'street', role: 'admin' }] };
      expect((await hrA.post(`/api/v1/centres/${centreA}/org-units`, nested)).body).toMatchObject({
        errors: [{ code: 'UNKNOWN_FIELD', place: { path: 'units[0].role' } }],
      });
      expect((await hrA.post(`/api/v1/centres/${centreA}/org-units`, { units: { code: 'S1' } })).status).toBe(400);
      expect((await hrA.get('/api/v1/runs?centreId[role]=admin')).status).toBe(400);
      expect((await hrA.get('/api/v1/runs')).text).toBe(before);
    });

    it('searches literally and sorts by nothing it was told (S27)', async () => {
      for (const search of ["' OR 1=1 --", '%', '_', '\\', '"; DROP TABLE worker; --']) {
        const answer = await hrA.get(`/api/v1/centres/${centreA}/workers?search=${encodeURIComponent(search)}`);
        expect([search, answer.status, answer.body.workers]).toEqual([search, 200, []]);
      }
      for (const query of [
        'sort=salary;drop%20table',
        'orderBy=(select%20sleep(5))',
        'limit=0',
        'limit=501',
        'limit=1e1',
        'after=-1',
      ]) {
        expect([query, (await hrA.get(`/api/v1/runs?${query}`)).status]).toEqual([query, 400]);
      }
    });

    it('reaches into no prototype (S30)', async () => {
      for (const body of [
        '{"__proto__":{"isAdmin":true}}',
        '{"constructor":{"prototype":{"isAdmin":true}}}',
        '{"a":{"__proto__":{"b":1}}}',
      ]) {
        expect((await hrA.post('/api/v1/runs', body)).body.code).toBe('BODY_MALFORMED');
      }
      expect((await hrA.get('/api/v1/runs?__proto__=1')).status).toBe(400);
      expect((await hrA.get('/api/v1/runs?constructor=1')).status).toBe(400);
      expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
    });

    it('refuses what is too much, too deep, twice, or no JSON (S31, S32, S66)', async () => {
      expect((await hrA.get('/api/v1/runs?limit=1&limit=2')).body.code).toBe('QUERY_REPEATED');
      const many = Array.from({ length: 10_000 }, (_, i) => `k${i}=1`).join('&');
      expect((await hrA.get(`/api/v1/runs?${many}`)).body.code).toBe('QUERY_TOO_LONG');
      expect((await hrA.post('/api/v1/runs', `${'{"a":'.repeat(100)}1${'}'.repeat(100)}`)).body.code).toBe(
        'BODY_TOO_DEEP',
      );
      expect((await hrA.post('/api/v1/runs', `{"a":"${'x'.repeat(20_000_000)}"}`)).body).toMatchObject({
        status: 413,
        code: 'BODY_TOO_LARGE',
      });
      const broken = ['{', '{"a":1,}', '', '\u0000', '{"kind":"regular\\u0000"}', '{"kind":"\\ud800"}'];
      for (const body of broken) expect([body, (await hrA.post('/api/v1/runs', body)).status]).toEqual([body, 400]);
      const utf16 = Buffer.from(JSON.stringify(runBody()), 'utf16le');
      expect(
        (await hrA.send('POST', '/api/v1/runs', { body: utf16, headers: { 'content-type': 'application/json' } }))
          .status,
      ).toBe(400);
      const long = await hrA.get(`/api/v1/centres/${centreA}/workers?search=${'a'.repeat(40_000)}`);
      expect(long.status).toBe(400);
    });

    it('takes a number in an address as its digits and as nothing else', async () => {
      const budgets = `/api/v1/centres/${centreA}/budgets`;
      expect((await hrA.get(`${budgets}/2023`)).status).toBe(200);
      for (const year of [
        '2.023e3',
        '0x7e7',
        '%202023',
        '2023.0',
        '+2023',
        '02023',
        '-2023',
        '%D9%A2%D9%A0%D9%A2%D9%A3',
      ])
        expect([year, (await hrA.get(`${budgets}/${year}`)).body.code]).toEqual([year, 'NOT_FOUND']);
    });

    it('refuses a broken form as such', async () => {
      const url = `/api/v1/centres/${centreA}/imports/roster`;
      const type = { 'content-type': 'multipart/form-data; boundary=zz' };
      const head = '--zz\r\nContent-Disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\n';
      for (const form of ['x', '--zz', '--zz\r\n', head, `${head}cut`, '--zz--\r\n']) {
        const answer = await hrA.send('POST', url, { body: Buffer.from(form), headers: type });
        expect([form, answer.status, answer.body.code]).toEqual([form, 400, expect.stringMatching(/^F(ORM|ILE)_M/)]);
      }
      const nowhere = { 'content-type': 'multipart/form-data' };
      expect((await hrA.send('POST', url, { body: Buffer.from('x'), headers: nowhere })).status).toBe(400);
    });

    it('takes an amount as decimal yuan text and as nothing else (S33)', async () => {
      const url = `/api/v1/funds/${ids.fundId}/appropriations`;
      const body = { kind: 'supplement', documentNo: '文1', effectiveOn: '2023-01-05' };
      const wrong = [
        1e21,
        -0,
        5,
        '1e3',
        'NaN',
        'Infinity',
        '1,000',
        '１２３',
        '0.005',
        '9007199254740993',
        '99999999999999999999',
        '',
        ' 1',
        '+1',
        '0x10',
        null,
      ];
      for (const amount of wrong) {
        const answer = await hrA.pay(url, { ...body, amount }, 'amounts-of-all-kinds');
        expect([amount, answer.status]).toEqual([amount, 400]);
      }
      expect((await hrA.post(url, { ...body, amount: '1.00' })).body.code).toBe('MISSING_FIELD');
      expect((await hrA.pay(url, { ...body, amount: '1.00' }, 'one-yuan-more')).status).toBe(201);
    });
  });

  describe('answers', () => {
    it('explains itself in the language asked for, with both texts at hand', async () => {
      const en = await hrA.get('/api/v1/nowhere', { 'accept-language': 'fr, en-GB;q=0.9, zh;q=0.8' });
      expect(en.headers['content-type']).toContain('application/problem+json');
      expect(en.body).toMatchObject({
        status: 404,
        code: 'ROUTE_UNKNOWN',
        title: 'Not Found',
        instance: en.headers['x-request-id'],
      });
      expect(en.body.detail).toBe(en.body.detail_en);
      const zh = await hrA.get('/api/v1/nowhere', { 'accept-language': 'de' });
      expect(zh.body.detail).toBe(zh.body.detail_zh);
      expect(zh.body.detail).toMatch(/[\u4e00-\u9fff]/);
    });

    it('carries its headers on every kind of answer (S12)', async () => {
      const answers = [
        await hrA.get('/api/v1/runs'),
        await hrA.get('/api/v1/runs?x=1'),
        await new Browser(api).get('/api/v1/runs'),
        await hrA.get('/nowhere'),
        await hrA.get('/%zz'),
        await hrA.get(`/api/v1/centres/${centreA}/import-templates/roster`),
      ];
      expect(answers.map((a) => a.status)).toEqual([200, 400, 401, 404, 400, 200]);
      for (const { headers } of answers) {
        expect(headers).toMatchObject({
          'x-content-type-options': 'nosniff',
          'cache-control': 'no-store',
          'referrer-policy': 'no-referrer',
        });
        expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
        expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
      }
    });

    it('answers to no other method or address (S63)', async () => {
      for (const [method, url] of [
        ...[
          ['TRACE', '/api/v1/runs'],
          ['PUT', '/api/v1/runs'],
          ['OPTIONS', '/api/v1/runs'],
          ['PATCH', '/api/v1/session'],
        ],
        ...[
          ['GET', '/metrics'],
          ['GET', '/.git/config'],
          ['GET', '/main.js.map'],
          ['GET', '/health'],
        ],
      ] as [string, string][]) {
        expect([method, url, (await hrA.send(method, url)).status]).toEqual([method, url, 404]);
      }
      expect((await api.send('GET', '/health/live')).body).toEqual({ status: 'ok' });
      expect((await api.send('GET', '/health/ready')).body).toEqual({ status: 'ok' });
    });

    it('shows nothing of the inside when something breaks (S64)', async () => {
      const broken = jest.spyOn(api.get(PolicyPacks), 'regions').mockImplementation(() => {
        throw new Error('secret detail at /srv/inside.ts');
      });
      const bug = await hrA.get('/api/v1/policy/regions', { 'accept-language': 'en' });
      broken.mockRestore();
      expect(bug.body).toMatchObject({ status: 500, code: 'BUG', instance: bug.headers['x-request-id'] });
      expect(bug.text).not.toMatch(/secret|inside|stack|\.ts/);
      expect(bug.headers['content-security-policy']).toBeDefined();
      const down = jest.spyOn(api.get(Database), 'query').mockRejectedValue(new Error('ECONNREFUSED 10.0.0.1:3306'));
      const answers = [
        await api.send('GET', '/health/ready'),
        await hrA.get('/api/v1/runs'),
        await new Browser(api).signIn('hr.a', PASSWORD),
      ];
      down.mockRestore();
      for (const answer of answers) {
        expect(answer.status).toBeGreaterThanOrEqual(500);
        expect(answer.text).not.toMatch(/ECONNREFUSED|3306/);
      }
      expect((await hrA.get('/api/v1/runs')).status).toBe(200);
    });

    it('records the real peer, whatever address it claims (S65)', async () => {
      const keeper = await api.person('watch1', [{ role: 'audit_admin', centreId: '*' }]);
      await api.send('POST', '/api/v1/session', {
        body: { name: 'watch1', password: PASSWORD },
        headers: { 'x-forwarded-for': '203.0.113.9', 'x-real-ip': '203.0.113.9', forwarded: 'for=203.0.113.9' },
      });
      const audit = await keeper.get('/api/v1/audit?scope=system&limit=5');
      expect((audit.body.entries as { action: string; data: { ip?: string } }[])[0]).toMatchObject({
        action: 'session.opened',
        data: { ip: '127.0.0.1' },
      });
      expect(audit.text).not.toContain('203.0.113.9');
    });
  });
});

describe('a worker', () => {
  it('refuses the embedded pair, whose jobs are worked on by the API', async () => {
    for (const env of [
      { DATABASE_URL: 'sqlite:var/none.db', REDIS_URL: 'redis://127.0.0.1:1' },
      { DATABASE_URL: 'mysql://127.0.0.1:1/none' },
    ]) {
      await expect(startWorker({ env })).rejects.toMatchObject({ code: 'WORKER_NEEDS_QUEUE' });
    }
  });
});

describe('the API behind HTTPS', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await TestApi.start({ GRID_SECURE_COOKIES: 'true' });
  });

  afterAll(() => api?.close());

  it('sends its cookie by HTTPS alone, to its own site, and to no script (S12)', async () => {
    const { password } = await api.accounts.create(api.system, { name: 'anna', displayName: 'anna' });
    const answer = await new Browser(api).signIn('anna', password as string);
    const cookie = String(answer.headers['set-cookie']);
    for (const flag of ['HttpOnly', 'Secure', 'SameSite=Strict', 'Path=/']) expect(cookie).toContain(flag);
    expect(cookie).not.toMatch(/Max-Age|Expires|Domain/);
    expect(answer.headers['strict-transport-security']).toMatch(/max-age=31536000/);
    expect(answer.text).not.toContain(cookie.split('=')[1]?.split(';')[0]);
  });

  it('slows down who tries many names from one address (S02)', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 62; i++)
      statuses.push((await api.send('POST', '/api/v1/session', { body: { name: `user${i}` } })).status);
    expect(statuses.slice(0, 50)).toEqual(Array.from({ length: 50 }, () => 400));
    expect(statuses.at(-1)).toBe(429);
    expect((await new Browser(api).signIn('anna', 'x')).body).toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  });

  it('stops taking new people before it ends, and ends twice without harm', async () => {
    api.get(Readiness).drain();
    expect((await api.send('GET', '/health/ready')).body).toMatchObject({ status: 503, code: 'SHUTTING_DOWN' });
    expect((await api.send('GET', '/health/live')).status).toBe(200);
    await Promise.all([api.running.close(), api.running.close()]);
    await expect(fetch(`${api.running.url}/health/live`)).rejects.toThrow();
  });
});
