// One process of the product for fault tests, worked by remote control over IPC: the assembly of the build without HTTP. Told beforehand, it
// strikes itself (SIGKILL, SIGSTOP) at an exact call of an exact method, so that a test can go through the moments one by one.
const { join } = require('node:path');
require('reflect-metadata');
const { NestFactory } = require('@nestjs/core');
const { DataSource } = require('typeorm');

const DIST = join(__dirname, '../../../dist');
/** A file of the build, or of a package. */
const built = (file) => require(file.startsWith('libs/') ? join(DIST, `${file}.js`) : file);
const { AssemblyModule, ALL_ENTITIES } = built('libs/assembly/src/index');
const runtime = built('libs/runtime/src/index');
const persistence = built('libs/persistence/src/index');
const exchange = built('libs/exchange/src/index');
const { parseYuan } = built('libs/kernel/src/index');

let app;

const say = (message) => new Promise((sent) => process.send(message, sent));

/** What the other side needs of an error, in our codes as every face of the product has it; the classes do not travel. */
function plain(error) {
  const { code, params, place, message, stack, details } = persistence.mapDriverError(error) ?? {};
  return { code: code ?? 'BUG', params, place, details: details?.map(plain), message: message ?? String(error), stack };
}

const ACTS = {
  async open({ env, consume, now }) {
    const clock = now && new runtime.ManualClock(now);
    const logger = new runtime.NestLogger(runtime.createLogger(env.GRID_LOG_LEVEL));
    const module = AssemblyModule.with({ env, clock, consumeJobs: consume });
    app = await NestFactory.createApplicationContext(module, { logger, abortOnError: false });
  },

  async call({ file, name, method, args }) {
    return app.get(built(file)[name])[method](...args);
  },

  /** Each text of `reports` tells the outcome of a method's every call from now on, each of `strikes` ends one of them. */
  async arm({ strikes = [], reports = [] }) {
    strikes.forEach(armStrike);
    reports.forEach(armReport);
  },

  /** A workbook of an import kind: rows by the keys of its columns, under the Chinese names of its sheets. */
  async workbook({ kind, sheets }) {
    const specs = app
      .get(exchange.ImportRegistry)
      .handlerFor(kind)
      .sheets.filter((spec) => sheets[spec.zh]?.length > 0);
    return exchange.writeWorkbook(specs.map((spec) => sheetOf(spec, sheets[spec.zh])));
  },

  async migrate({ url }) {
    return migrator(await connect(url), (it) => it.migrate());
  },

  async schema({ url }) {
    const source = await asServerIs(await connect(url));
    return migrator(source, async (it) => ({ ...(await it.status()), drift: await it.drift() }));
  },

  async close() {
    await app?.close();
    app = undefined;
  },
};

function connect(url) {
  const kind = url.startsWith('sqlite:') ? 'sqlite' : 'mysql';
  return persistence.createDataSource({ kind, pool: 2, url }, ALL_ENTITIES).initialize();
}

/** On a MariaDB server TypeORM's `mysql` type reports false drift; only this look at the schema uses `mariadb`. */
async function asServerIs(source) {
  if (source.options.type !== 'mysql') return source;
  const [{ version }] = await source.query('SELECT VERSION() AS version');
  if (!version.includes('MariaDB')) return source;
  await source.destroy();
  return new DataSource({ ...source.options, type: 'mariadb' }).initialize();
}

async function migrator(source, work) {
  try {
    return await work(new persistence.Migrator(source, new runtime.SystemClock()));
  } finally {
    await source.destroy();
  }
}

function sheetOf({ zh, columns }, rows) {
  const used = columns.filter(({ key }) => rows.some((row) => row[key] !== undefined));
  const cell = ({ key, type }, row) => (type === 'yuan' && row[key] != null ? parseYuan(row[key]) : (row[key] ?? null));
  const kindOf = (type) => (type === 'yuan' || type === 'int' ? type : 'text');
  return {
    name: zh,
    columns: used.map(({ zh: header, type }) => ({ header, kind: kindOf(type) })),
    rows: rows.map((row) => used.map((column) => cell(column, row))),
  };
}

/** @param strike the `nth` call of a method from now on; `when` before or after it; `signal` */
function armStrike({ file, name, method, nth, when, signal }) {
  let calls = 0;
  wrap(built(file)[name], method, async (call) => {
    calls += 1;
    const mine = calls === nth;
    if (mine && when === 'before') await strike(signal, name, method);
    const result = await call();
    if (mine && when === 'after') await strike(signal, name, method);
    return result;
  });
}

/** `signal` may be a number too: milliseconds for which the event loop gets no turn. */
async function strike(signal, name, method) {
  await say({ event: 'struck', at: `${name}.${method}` });
  if (typeof signal === 'string') process.kill(process.pid, signal);
  else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, signal);
}

function armReport({ file, name, method }) {
  const at = `${name}.${method}`;
  wrap(built(file)[name], method, async (call) => {
    try {
      const result = await call();
      await say({ event: 'done', at });
      return result;
    } catch (error) {
      await say({ event: 'refused', at, code: plain(error).code });
      throw error;
    }
  });
}

function wrap(type, method, around) {
  const original = type.prototype[method];
  if (typeof original !== 'function') throw new Error(`${type.name} has no method ${method}`);
  type.prototype[method] = function (...args) {
    return around(() => original.apply(this, args));
  };
}

process.on('message', async ({ id, act, input }) => {
  try {
    const value = await ACTS[act](input);
    await say({ id, value });
  } catch (error) {
    await say({ id, error: plain(error) });
  }
});
// The test is gone: nobody else would stop this process.
process.on('disconnect', () => process.exit(0));
process.send({ event: 'loaded' });
