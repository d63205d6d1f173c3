// The private servers of the tests as a process of its own.
//   by hand:  node test/support/servers.mjs      prints the settings to export and stays until Ctrl-C
import { startServers } from './private-servers.mjs';

/** Whoever started it may be killed, the servers still go when its standard input ends (`--with-parent`). */
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

try {
  await keep(process.argv.includes('--with-parent'));
  process.exit(0);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
