import { Accounts, Actors } from '@gridstaff/identity';
import type { Id } from '@gridstaff/kernel';
import { RunQueries } from '@gridstaff/payroll';
import { ManualClock, projectRoot } from '@gridstaff/runtime';
import { createTestUrl, testEngine } from '@gridstaff/testing';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { parse } from 'yaml';
import { populate } from '../../apps/cli/src/bench/payroll';
import { withApp } from '../../apps/cli/src/run';
import { grid } from '../e2e/cli-support';
import { startServers } from '../support/private-servers.mjs';
import { build } from './support/scene';
import { until } from './support/until';

const STAFF = 600;
const DEADLINE_MS = 60_000;
const PASSWORD = 'a quiet river crosses nine fields';
const onServers = testEngine() === 'mysql';

/** One process of the product as the compose file starts it. */
class Process {
  readonly ended: Promise<number | null>;
  private readonly child;
  private readonly first: Promise<{ ready: boolean; url?: string; code?: string }>;

  constructor(entry: string, env: Record<string, string>) {
    const { PATH = '', HOME = '' } = process.env;
    this.child = spawn(process.execPath, [path.join(projectRoot(), 'dist', entry)], { env: { PATH, HOME, ...env }, stdio: ['ignore', 'ignore', 'pipe'] });
    this.ended = new Promise((resolve) => this.child.on('close', resolve));
    this.first = new Promise((resolve) => {
      createInterface({ input: this.child.stderr }).on('line', (line) => {
        if (line.startsWith('{"ready":')) resolve(JSON.parse(line) as { ready: boolean });
      });
      void this.ended.then((code) => resolve({ ready: false, code: `exit ${code}` }));
    });
  }

  /** @throws Error with why it did not start */
  async ready(): Promise<string> {
    const { ready, url = '', code } = await this.first;
    if (!ready) throw new Error(`not ready: ${code}`);
    return url;
  }

  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    this.child.kill(signal);
    return this.ended;
  }
}

/** The month's people over HTTP; the API may be another process from one call to the next. */
class Office {
  url = '';
  private readonly cookies = new Map<string, string>();

  async call<T>(name: string, method: string, url: string, body?: unknown, key?: string): Promise<T> {
    const answer = await this.send(name, method, url, body, key);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${name}: ${method} ${url}: ${answer.status} ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  async enter(name: string, first: string): Promise<void> {
    await this.signIn(name, first);
    await this.call(name, 'POST', '/api/v1/session/password', { present: first, password: PASSWORD });
    await this.signIn(name, PASSWORD);
  }

  private async signIn(name: string, password: string): Promise<void> {
    const answer = await this.send(name, 'POST', '/api/v1/session', { name, password });
    expect([name, answer.status]).toEqual([name, 201]);
    const [cookie = ''] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/; Secure/);
    this.cookies.set(name, cookie.split(';')[0] as string);
  }

  private send(name: string, method: string, url: string, body?: unknown, key?: string): Promise<Response> {
    return fetch(this.url + url, {
      method,
      headers: {
        'x-requested-with': 'gridstaff',
        ...(this.cookies.has(name) ? { cookie: this.cookies.get(name) as string } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  }
}

/** What the compose file sets for a program, with the places of this machine. */
function composed(places: Record<string, string>): Record<string, string> {
  const text = readFileSync(path.join(projectRoot(), 'docker-compose.yml'), 'utf8');
  const { services } = parse(text, { merge: true }) as { services: Record<string, { environment: Record<string, string> }> };
  const names = Object.keys(services.api?.environment ?? {});
  expect(names).toEqual(expect.arrayContaining(Object.keys(places)));
  const constants = { NODE_ENV: services.api?.environment.NODE_ENV ?? '', GRID_TRUSTED_PROXY: '' };
  return { ...constants, ...places, GRID_JOB_LEASE_SECONDS: '2', GRID_JOB_SWEEP_SECONDS: '1', GRID_CHUNK_SIZE: '10' };
}

describe('a month as it is deployed, in production, with processes and Redis dying amid the calculation', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'gridstaff-deployed-'));
  const shared = process.env.TEST_MYSQL_URL;
  const running = new Set<Process>();
  const office = new Office();
  let servers: Awaited<ReturnType<typeof startServers>> | undefined;
  let database: Awaited<ReturnType<typeof createTestUrl>>;
  let env: Record<string, string>;
  let run: { id: Id; centreId: Id };

  beforeAll(async () => {
    build();
    if (onServers) {
      servers = await startServers();
      process.env.TEST_MYSQL_URL = servers.mysqlUrl;
    }
    database = await createTestUrl({ migrated: false });
    mkdirSync(path.join(folder, 'keys'));
    const places = { DATABASE_URL: database.url, GRID_KEY_DIR: path.join(folder, 'keys'), GRID_HOST: '127.0.0.1', GRID_PORT: '0' };
    env = composed({ ...places, REDIS_URL: servers?.redisUrl ?? '' });
    expect((await grid(['db', 'migrate'], env)).code).toBe(0);
    const settings = { env: { ...env, GRID_LOG_LEVEL: 'error' }, consumeJobs: false };
    run = await withApp(
      async (app) => {
        const id = await populate(app, STAFF);
        return { id, centreId: (await app.get(RunQueries).get(app.get(Actors).system(), id)).centreId };
      },
      { ...settings, clock: new ManualClock('2023-05-26T09:00:00+08:00') },
    );
    await start('apps/api/src/main.js');
    await withApp(async (app) => {
      const system = app.get(Actors).system();
      for (const [name, role] of [['hr', 'hr'], ['finance', 'finance'], ['leader', 'leader']] as const) {
        const { userId, password } = await app.get(Accounts).create(system, { name, displayName: name, centreId: run.centreId });
        await app.get(Accounts).grantRole(system, userId, role, run.centreId);
        await office.enter(name, password as string);
      }
    }, settings);
  }, 120_000);

  afterAll(async () => {
    await Promise.all([...running].map((it) => it.end('SIGKILL')));
    await database?.dispose();
    await servers?.stop();
    if (shared !== undefined) process.env.TEST_MYSQL_URL = shared;
    rmSync(folder, { recursive: true, force: true });
  });

  async function start(entry: string): Promise<Process> {
    const started = new Process(entry, env);
    running.add(started);
    void started.ended.then(() => running.delete(started));
    const url = await started.ready();
    if (url !== '') office.url = url;
    return started;
  }

  const progress = async (): Promise<{ done: number }> => (await office.call<{ job: { done: number } }>('hr', 'GET', `/api/v1/runs/${run.id}/progress`)).job;
  const beyond = (chunks: number): Promise<void> =>
    until(`more than ${chunks} chunks done`, DEADLINE_MS, async () => (await progress()).done > chunks);

  it('ends the run by itself, settles and pays it, and every invariant holds', async () => {
    const workers = onServers ? [await start('apps/worker/src/main.js'), await start('apps/worker/src/main.js')] : [];
    await office.call('hr', 'POST', `/api/v1/runs/${run.id}/calculate`, {});
    await beyond(5);
    await workers[0]?.end('SIGKILL');
    await servers?.redis.stop();
    // The worker that is left may have had no part in the run yet, and only Redis can call it.
    await servers?.redis.start();
    await beyond(15);
    await Promise.all([...running].filter((it) => !workers.includes(it)).map((it) => it.end('SIGKILL')));
    const api = await start('apps/api/src/main.js');
    let seen = await progress();
    await until('calculated', DEADLINE_MS, async () => {
      const now = await progress();
      expect(now.done).toBeGreaterThanOrEqual(seen.done);
      seen = now;
      return (await office.call<{ status: string }>('hr', 'GET', `/api/v1/runs/${run.id}`)).status === 'calculated';
    });

    const address = `/api/v1/runs/${run.id}`;
    const { hash, people } = await office.call<{ hash: string; people: number }>('hr', 'POST', `${address}/submit`, {});
    expect(people).toBe(STAFF);
    await office.call('finance', 'POST', `${address}/check`, { hash });
    await office.call('leader', 'POST', `${address}/approve`, { hash }, 'deployed-approve');
    const { settlements } = await office.call<{ settlements: { id: Id }[] }>('finance', 'POST', `${address}/settlements`, {});
    for (const { id } of settlements) {
      await office.call('finance', 'POST', `/api/v1/settlements/${id}/confirm`, {});
      await office.call('finance', 'POST', `/api/v1/settlements/${id}/payments`, { documentNo: `支-${id}`, paidOn: '2023-05-28' }, `pay-${id}`);
    }
    expect(await office.call('hr', 'GET', address)).toMatchObject({ status: 'paid' });

    expect((await Promise.all([api, ...workers.slice(1)].map((it) => it.end('SIGTERM')))).every((code) => code === 0)).toBe(true);
    const verified = await grid(['verify', '--json'], env);
    expect([verified.code, JSON.parse(verified.out) as object]).toEqual([0, expect.objectContaining({ violations: [] })]);
  });
});
