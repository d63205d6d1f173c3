import { type RunningApi, startApi } from '../../apps/api/src/start';
import { startWorker } from '../../apps/worker/src/start';
import type { Actor, Role } from '@gridstaff/contracts';
import { Accounts, Actors } from '@gridstaff/identity';
import type { Id } from '@gridstaff/kernel';
import { KeyRing, ManualClock } from '@gridstaff/runtime';
import { createTestUrl, TEST_NOW, testEngine } from '@gridstaff/testing';
import type { Type } from '@nestjs/common';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unlikeDocument } from './api-answers';

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | number | undefined>;
  text: string;
  /** As it came, for answers that are files. */
  bytes: Buffer;
  /** Parsed where the answer is JSON. */
  body: Record<string, unknown>;
}

export interface Call {
  body?: unknown;
  headers?: Record<string, string>;
}

/** One person at a browser: signs in, then acts with the session cookie. */
export class Browser {
  cookie: string | undefined;

  constructor(private readonly api: TestApi) {}

  async send(method: string, url: string, { body, headers = {} }: Call = {}): Promise<Answer> {
    return this.api.send(method, url, {
      body,
      headers: { 'x-requested-with': 'gridstaff', ...(this.cookie ? { cookie: this.cookie } : {}), ...headers },
    });
  }

  get(url: string, headers?: Record<string, string>): Promise<Answer> {
    return this.send('GET', url, { headers });
  }

  post(url: string, body?: unknown, headers?: Record<string, string>): Promise<Answer> {
    return this.send('POST', url, { body, headers });
  }

  /** A command that moves money. */
  pay(url: string, body: unknown, key: string): Promise<Answer> {
    return this.post(url, body, { 'idempotency-key': key });
  }

  async signIn(name: string, password: string): Promise<Answer> {
    const answer = await this.post('/api/v1/session', { name, password });
    const cookie = String(answer.headers['set-cookie'] ?? '');
    if (answer.status === 201) this.cookie = cookie.split(';')[0];
    return answer;
  }

  /** One file as a multipart form. */
  upload(url: string, file: Buffer, fileName = 'file.xlsx'): Promise<Answer> {
    const boundary = 'gridstaff-form';
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
    const payload = Buffer.concat([Buffer.from(head), file, Buffer.from(`\r\n--${boundary}--\r\n`)]);
    return this.send('POST', url, {
      body: payload,
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    });
  }
}

export const PASSWORD = 'a quiet river crosses nine fields';

/** The real API on a database of its own; on MySQL with a worker beside it. */
export class TestApi {
  readonly system: Actor;

  private constructor(
    public running: RunningApi,
    readonly clock: ManualClock,
    readonly databaseUrl: string,
    private readonly startOn: (port: number) => Promise<RunningApi>,
    private readonly cleanUp: () => Promise<void>,
  ) {
    this.system = this.actors.system('test');
  }

  get actors(): Actors {
    return this.get(Actors);
  }

  get accounts(): Accounts {
    return this.get(Accounts);
  }

  static async start(env: Record<string, string> = {}): Promise<TestApi> {
    const { url, dispose } = await createTestUrl();
    const keys = mkdtempSync(path.join(tmpdir(), 'gridstaff-keys-'));
    // In production keys must be there already.
    KeyRing.inFolder(keys).masterKeyId;
    const clock = new ManualClock(TEST_NOW);
    const scaledOut = testEngine() === 'mysql';
    const redis: Record<string, string> = scaledOut ? { REDIS_URL: process.env.TEST_REDIS_URL as string } : {};
    const all = { DATABASE_URL: url, GRID_KEY_DIR: keys, NODE_ENV: 'test', GRID_LOG_LEVEL: 'silent', ...redis, ...env };
    const startOn = (port: number): Promise<RunningApi> =>
      startApi({ env: all, clock, port, host: '127.0.0.1', consumeJobs: !scaledOut });
    const running = await startOn(0);
    // As it is deployed: on MySQL and Redis the jobs are a worker's.
    const worker = scaledOut ? await startWorker({ env: all, clock }) : undefined;
    const api = new TestApi(running, clock, url, startOn, async () => {
      await worker?.close();
      await api.running.close();
      rmSync(keys, { recursive: true, force: true });
      await dispose();
    });
    return api;
  }

  /** Stops the API, and starts it again on the same port and database. */
  async restart(meanwhile: () => Promise<void> = () => Promise.resolve()): Promise<void> {
    const port = Number(new URL(this.running.url).port);
    await this.running.close();
    await meanwhile();
    this.running = await this.startOn(port);
  }

  get<T>(token: { prototype: T }): T {
    return this.running.app.get<T>(token as unknown as Type<T>, { strict: false });
  }

  close(): Promise<void> {
    return this.cleanUp();
  }

  async send(method: string, url: string, { body, headers = {} }: Call = {}): Promise<Answer> {
    const json = body !== undefined && !Buffer.isBuffer(body);
    const response = await this.running.app.inject({
      method: method as 'GET',
      url,
      headers: { ...(json ? { 'content-type': 'application/json' } : {}), ...headers },
      payload: json ? (typeof body === 'string' ? body : JSON.stringify(body)) : (body as Buffer | undefined),
    });
    const text = response.body;
    const isJson = String(response.headers['content-type'] ?? '').includes('json');
    const answer = (isJson ? JSON.parse(text) : {}) as Answer['body'];
    // Whatever a test asks for, the answer is as the document of the API promises it.
    const faults = isJson ? unlikeDocument(method, url, response.statusCode, answer) : [];
    if (faults.length > 0) throw new Error(`${method} ${url}: ${faults.slice(0, 5).join('; ')}`);
    return { status: response.statusCode, headers: response.headers, text, bytes: response.rawPayload, body: answer };
  }

  /** A person with an account, its first password changed, and roles. */
  async person(
    name: string,
    roles: readonly { role: Role; centreId: Id | '*' }[] = [],
    more: { centreId?: Id; workerNo?: number } = {},
  ): Promise<Browser & { userId: Id }> {
    const { userId, password } = await this.accounts.create(this.system, { name, displayName: name, ...more });
    for (const { role, centreId } of roles) await this.accounts.grantRole(this.system, userId, role, centreId);
    const browser = new Browser(this);
    await browser.signIn(name, password as string);
    const changed = await browser.post('/api/v1/session/password', { present: password, password: PASSWORD });
    if (changed.status !== 204) throw new Error(`password of ${name}: ${changed.text}`);
    const signedIn = await browser.signIn(name, PASSWORD);
    if (signedIn.status !== 201) throw new Error(`sign-in of ${name}: ${signedIn.text}`);
    return Object.assign(browser, { userId });
  }
}
