// Private MariaDB (or MySQL) and Redis for tests: own data folder, socket and free loopback port, gone afterwards.
//   by hand:  node test/support/servers.mjs      prints the settings to export and stays until Ctrl-C
//   by code:  const servers = await startServers(); … await servers.stop();
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mariaDb, redis } from './engines.mjs';
import { findProgram } from './programs.mjs';

/** What the MySQL + Redis suites need, with the Debian package that brings each. */
const NEEDED = [
  { names: ['mariadbd', 'mysqld'], package: 'mariadb-server' },
  { names: ['redis-server'], package: 'redis-server' },
];

/** Debian packages to install before `startServers` can work; empty when all is there. */
export function missingPackages() {
  return NEEDED.filter(({ names }) => !names.some(findProgram)).map((need) => need.package);
}

/**
 * Starts both and waits until each answers.
 * @returns {Promise<{mysqlUrl: string, redisUrl: string, stop: () => Promise<void>}>} the MySQL user may create databases
 * @throws Error with the end of the server's log when one does not come up
 */
export async function startServers() {
  const folder = mkdtempSync(join(tmpdir(), 'gridstaff-'));
  const started = [];
  const stop = async () => {
    await Promise.all(started.map((server) => server.stop()));
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  const start = async (engine, name) => {
    const own = join(folder, name);
    mkdirSync(own);
    return engine(own, (server) => started.push(server));
  };
  const results = await Promise.allSettled([start(mariaDb, 'mysql'), start(redis, 'redis')]);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) {
    await stop();
    throw failed.reason;
  }
  const [mysqlUrl, redisUrl] = results.map((result) => result.value);
  return { mysqlUrl, redisUrl, stop };
}

/** As a process of its own: whoever started it may be killed, the servers still go when its standard input ends (`--with-parent`). */
async function keep(withParent) {
  let leave;
  const left = new Promise((done) => {
    leave = done;
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, leave);
  if (withParent) process.stdin.on('end', leave).on('error', leave).resume();
  const servers = await startServers();
  const settings = { TEST_MYSQL_URL: servers.mysqlUrl, TEST_REDIS_URL: servers.redisUrl };
  if (withParent) process.stdout.write(`${JSON.stringify(settings)}\n`);
  else for (const [name, value] of Object.entries(settings)) process.stdout.write(`export ${name}=${value}\n`);
  const alive = setInterval(() => {}, 60_000);
  await left;
  clearInterval(alive);
  await servers.stop();
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    await keep(process.argv.includes('--with-parent'));
    process.exit(0);
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
