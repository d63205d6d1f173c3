// The built product as the measures use it: brought up to date, started on a database of its own, worked over HTTP.
import { spawn } from 'node:child_process';
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bringUpToDate } from '../../apps/cli/launcher/build.mjs';
import { bringWebUpToDate } from '../../apps/cli/launcher/web.mjs';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const require = createRequire(join(root, 'package.json'));
const PASSWORD = 'a quiet river crosses nine fields';
const START_MS = 60_000;

export const say = (line) => process.stderr.write(`${line}\n`);

/** What a file of the build exports. @param file path in the sources, without its ending */
export function built(file) {
  require('reflect-metadata');
  return require(join(root, 'dist', `${file}.js`));
}

/** An installation in a temporary folder: embedded database and keys. `dispose` removes it. */
export async function installation() {
  await bringUpToDate(root, say);
  await bringWebUpToDate(root, say);
  const folder = mkdtempSync(join(tmpdir(), 'gridstaff-measures-'));
  return {
    folder,
    env: { NODE_ENV: 'development', DATABASE_URL: `sqlite:${join(folder, 'grid.db')}`, GRID_KEY_DIR: join(folder, 'keys') },
    dispose: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** Nothing of the shell's own settings. */
const environment = (env) => ({ PATH: process.env.PATH, HOME: process.env.HOME, TMPDIR: process.env.TMPDIR ?? tmpdir(), ...env });

/** The API process, as `grid serve` runs it, its log in a file. @returns its address, and `stop` */
export async function startApi({ folder, env }) {
  const log = join(folder, 'api.log');
  const child = spawn(process.execPath, [join(root, 'dist/apps/api/src/main.js')], {
    env: environment({ GRID_PORT: '0', ...env }),
    stdio: ['ignore', 'ignore', openSync(log, 'w')],
  });
  const ended = new Promise((done) => child.on('exit', done));
  const first = await until('the API is up', 20, START_MS, () => {
    const line = readFileSync(log, 'utf8').split('\n').find((text) => text.startsWith('{"ready":'));
    if (!line && child.exitCode !== null) throw new Error(`the API ended with ${child.exitCode}\n${readFileSync(log, 'utf8')}`);
    return line?.endsWith('}') ? JSON.parse(line) : undefined;
  });
  if (!first.ready) throw new Error(`${first.code}: ${first.en}`);
  return {
    url: first.url,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** A person with a session: `call` gives the parsed answer. */
export class Person {
  constructor(url, name) {
    this.url = url;
    this.name = name;
  }

  /** First password to a lasting one, and in. */
  async enter(firstPassword) {
    await this.signIn(firstPassword);
    await this.call('POST', '/api/v1/session/password', { present: firstPassword, password: PASSWORD });
    await this.signIn(PASSWORD);
    return this;
  }

  async call(method, path, body, headers = {}) {
    const answer = await this.send(method, path, body, headers);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  }

  get headers() {
    return { 'x-requested-with': 'gridstaff', ...(this.cookie ? { cookie: this.cookie } : {}) };
  }

  async signIn(password) {
    const answer = await this.send('POST', '/api/v1/session', { name: this.name, password });
    if (!answer.ok) throw new Error(`sign-in of ${this.name}: ${answer.status} ${await answer.text()}`);
    this.cookie = answer.headers.getSetCookie()[0].split(';')[0];
  }

  send(method, path, body, headers) {
    const json = body === undefined ? {} : { 'content-type': 'application/json' };
    return fetch(this.url + path, {
      method,
      headers: { ...this.headers, ...json, ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  }
}

/** Waits until `probe` gives something, asking every `everyMs`. */
export async function until(what, everyMs, withinMs, probe) {
  const end = performance.now() + withinMs;
  for (;;) {
    const found = await probe();
    if (found) return found;
    if (performance.now() > end) throw new Error(`not within ${withinMs} ms: ${what}`);
    await new Promise((next) => setTimeout(next, everyMs));
  }
}
