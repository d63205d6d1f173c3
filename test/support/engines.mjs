// How each server is started for tests: the settings that matter as in production, what only costs start-up time turned off.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import mysql from 'mysql2/promise';
import { background, findProgram, freePort, run, untilReady } from './programs.mjs';

const DEADLINE_MS = 60_000;
/** A port may be taken between the moment it is found free and the server's start. */
const PORT_TRIES = 3;
const SQL_MODE =
  'ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
const ROOT_OVER_TCP = [
  "CREATE USER IF NOT EXISTS 'root'@'127.0.0.1';",
  "GRANT ALL PRIVILEGES ON *.* TO 'root'@'127.0.0.1' WITH GRANT OPTION;",
];

/**
 * MariaDB with MySQL 8's `sql_mode` (it stands in for MySQL 8), or MySQL where that is what is installed.
 * @returns {Promise<string>} URL of a user that may create databases, without a password
 */
export async function mariaDb(folder, started) {
  const program = findProgram('mariadbd') ?? findProgram('mysqld');
  const data = join(folder, 'data');
  const log = join(folder, 'log');
  const init = join(folder, 'init.sql');
  mkdirSync(data);
  writeFileSync(init, `${ROOT_OVER_TCP.join('\n')}\n`);
  const isMariaDb = execFileSync(program, ['--no-defaults', '--version'], { encoding: 'utf8' }).includes('MariaDB');
  // Both refuse to run as root unless told.
  const asUser = process.getuid?.() === 0 ? [`--user=${userInfo().username}`] : [];
  const common = ['--no-defaults', `--datadir=${data}`, ...asUser];
  if (isMariaDb) {
    const installer = findProgram('mariadb-install-db') ?? findProgram('mysql_install_db');
    await run(
      installer,
      [...common, '--auth-root-authentication-method=normal', '--skip-test-db', '--skip-name-resolve'],
      log,
    );
  } else {
    await run(program, [...common, '--initialize-insecure'], log);
  }
  const args = [
    ...common,
    `--socket=${join(folder, 'sock')}`,
    `--pid-file=${join(folder, 'pid')}`,
    `--init-file=${init}`,
    '--bind-address=127.0.0.1',
    '--skip-name-resolve',
    `--sql-mode=${SQL_MODE}`,
    '--character-set-server=utf8mb4',
    '--collation-server=utf8mb4_unicode_ci',
    '--default-time-zone=+00:00',
    '--innodb-flush-log-at-trx-commit=1',
    '--innodb-buffer-pool-size=128M',
    '--innodb-buffer-pool-load-at-startup=OFF',
    '--innodb-buffer-pool-dump-at-shutdown=OFF',
    '--max-connections=200',
    '--skip-log-bin',
    '--performance-schema=OFF',
    ...(isMariaDb ? [] : ['--mysqlx=OFF']),
  ];
  const withPort = (p) => [...args, `--port=${p}`];
  const port = await startOnFreePort('MariaDB', log, program, withPort, started, pingMysql);
  return `mysql://root@127.0.0.1:${port}`;
}

/** Redis without any persistence, and without eviction, as Bull asks for. @returns {Promise<string>} its URL */
export async function redis(folder, started) {
  const args = [
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
    '--maxmemory-policy',
    'noeviction',
    '--dir',
    folder,
  ];
  const withPort = (port) => ['--port', String(port), ...args];
  const port = await startOnFreePort(
    'Redis',
    join(folder, 'log'),
    findProgram('redis-server'),
    withPort,
    started,
    pingRedis,
  );
  return `redis://127.0.0.1:${port}`;
}

/** `started` gets a handle: `stop` as a power cut would, `start` again on the same port and data, for tests of exactly that. */
async function startOnFreePort(name, log, program, argsFor, started, ping) {
  const start = async (port) => {
    const server = background(program, argsFor(port), log);
    try {
      await untilReady(server, name, DEADLINE_MS, () => ping(port));
      // Whoever took the port would answer as well: only a server that still runs is ours.
      if (server.hasEnded()) throw new Error(`${name} did not start\n${server.logTail()}`);
      return server;
    } catch (error) {
      await server.kill();
      throw error;
    }
  };
  for (let left = PORT_TRIES; ; left -= 1) {
    const port = await freePort();
    try {
      let server = await start(port);
      started({
        stop: () => server.kill(),
        start: async () => {
          server = await start(port);
        },
      });
      return port;
    } catch (error) {
      if (left <= 1) throw error;
    }
  }
}

async function pingMysql(port) {
  const connection = await mysql.createConnection({ host: '127.0.0.1', port, user: 'root', connectTimeout: 5_000 });
  try {
    await connection.query('SELECT 1');
  } finally {
    await connection.end();
  }
}

function pingRedis(port) {
  return new Promise((done, failed) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    socket.setTimeout(5_000, () => socket.destroy(new Error('no answer')));
    socket.on('data', (answer) => {
      socket.end();
      if (String(answer).startsWith('+PONG')) done();
      else failed(new Error(String(answer).trim()));
    });
    socket.on('error', failed);
  });
}
