// The tiers of tests, which files belong to each, and how one is run and counted.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

const DATABASE = /\.db\.spec\.ts$/;
const END_TO_END = /\.(e2e|fault)\.spec\.ts$/;
const BROWSER = /\.browser\.spec\.ts$/;
const ANY = /\.spec\.ts$/;

/** In the order they are run. `files` says the same as the jest settings do. */
export const TIERS = [
  { name: 'pure', config: 'pure', files: (file) => ANY.test(file) && ![DATABASE, END_TO_END, BROWSER].some((other) => other.test(file)) },
  { name: 'db:sqlite', config: 'db', database: 'sqlite', files: (file) => DATABASE.test(file) },
  { name: 'e2e:sqlite', config: 'e2e', database: 'sqlite', files: (file) => END_TO_END.test(file) },
  { name: 'browser', config: 'browser', browser: true, workers: 2, files: (file) => BROWSER.test(file) },
  { name: 'db:mysql', config: 'db', database: 'mysql', files: (file) => DATABASE.test(file) },
  { name: 'e2e:mysql', config: 'e2e', database: 'mysql', files: (file) => END_TO_END.test(file) },
];

/** More workers than this only compete for the one database server. */
const MOST_WORKERS = 4;
/** A tier that takes longer hangs. */
const TIER_DEADLINE_MS = 1_200_000;
const GRACE_MS = 5_000;

/** Test files of the project, relative to its root. */
export function listTestFiles(root) {
  const found = [];
  const queue = ['apps', 'libs', 'test'];
  for (let folder = queue.pop(); folder !== undefined; folder = queue.pop()) {
    if (!existsSync(join(root, folder))) continue;
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory() && entry.name !== 'node_modules') queue.push(path);
      else if (ANY.test(entry.name)) found.push(path);
    }
  }
  return found;
}

/**
 * Runs one tier, its output passing through.
 * @param options `urls` the TEST_* settings of the servers, `only` the files to take when not all, `report` file for jest's results,
 *   `onChild` gets the running process so that a signal can end it
 * @returns {Promise<{passed: number, failed: number, skipped: number}>} a run that did not test anything counts as one failure
 */
export async function runTier(root, tier, { urls, only, report, onChild }) {
  const args = [
    join(root, 'node_modules/jest/bin/jest.js'),
    ...['--config', `config/jest/${tier.config}.cjs`],
    ...['--json', '--outputFile', report],
    ...['--maxWorkers', String(Math.min(tier.workers ?? MOST_WORKERS, availableParallelism()))],
    ...(only ? ['--runTestsByPath', ...only] : []),
  ];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: environmentOf(tier, urls),
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  onChild(child);
  const how = await endOf(child, tier);
  return count(tier, how, report);
}

/** A tier sees its own database alone, whatever the shell has set. */
function environmentOf(tier, urls) {
  const { TEST_MYSQL_URL: _mysql, TEST_REDIS_URL: _redis, TEST_DATABASE: _database, ...rest } = process.env;
  const database = tier.database ? { TEST_DATABASE: tier.database } : {};
  return { ...rest, ...database, ...(tier.database === 'mysql' ? urls : {}) };
}

function endOf(child, tier) {
  return new Promise((done) => {
    let kill;
    const deadline = setTimeout(() => {
      process.stdout.write(`${tier.name}: still running after ${TIER_DEADLINE_MS / 60_000} minutes, stopped\n`);
      child.kill('SIGTERM');
      kill = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
    }, TIER_DEADLINE_MS);
    const finish = (how) => {
      clearTimeout(deadline);
      clearTimeout(kill);
      done(how);
    };
    child.on('error', (error) => finish(error.message));
    child.on('exit', (code, signal) => finish(signal ?? code));
  });
}

function count(tier, how, report) {
  const results = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined;
  if (!results) return oneFailure(`${tier.name}: jest ended with ${how} and without results`);
  const passed = results.numPassedTests;
  // A file that cannot be loaded has no tests to fail.
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
  const skipped = results.numPendingTests + results.numTodoTests;
  if (passed + failed === 0) return { ...oneFailure(`${tier.name}: no test was executed`), skipped };
  if (failed === 0 && how !== 0) return { ...oneFailure(`${tier.name}: jest ended with ${how}`), passed, skipped };
  return { passed, failed, skipped };
}

function oneFailure(reason) {
  process.stdout.write(`${reason}\n`);
  return { passed: 0, failed: 1, skipped: 0 };
}
