// Private MariaDB (or MySQL) and Redis for tests: own data folder, socket and free loopback port, gone afterwards.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
 * @returns {Promise<{mysqlUrl: string, redisUrl: string, mysql: Server, redis: Server, stop: () => Promise<void>}>} the MySQL user may
 *   create databases; a `Server` is stopped as by a power cut and started again on the same data (Redis keeps none)
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
    let handle;
    const url = await engine(own, (server) => started.push((handle = server)));
    return { url, handle };
  };
  const results = await Promise.allSettled([start(mariaDb, 'mysql'), start(redis, 'redis')]);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) {
    await stop();
    throw failed.reason;
  }
  const [mysql, redisServer] = results.map((result) => result.value);
  return { mysqlUrl: mysql.url, redisUrl: redisServer.url, mysql: mysql.handle, redis: redisServer.handle, stop };
}
