// `npm test [-- TIER… --filter PATTERN]`: runs every tier, the MySQL + Redis ones on private servers where the programs are installed.
// A TIER is a name or its first part (`pure`, `db`, `db:mysql`, `e2e`, …); PATTERN is a regular expression on the file path.
// The last line is always `N passed, N failed`, summed over the tiers (`, N skipped` where tests were).
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findProgram } from './support/programs.mjs';
import { missingPackages } from './support/private-servers.mjs';
import { listTestFiles, runTier, TIERS } from './support/tiers.mjs';

const WRONG_USAGE = 2;
const INTERRUPTED = 130;

/** Servers that somebody already runs for tests (`node test/support/servers.mjs`). */
const { TEST_MYSQL_URL, TEST_REDIS_URL } = process.env;
const GIVEN = TEST_MYSQL_URL && TEST_REDIS_URL ? { TEST_MYSQL_URL, TEST_REDIS_URL } : undefined;

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const inCi = process.env.CI === 'true' || process.env.CI === '1';
const total = { passed: 0, failed: 0, skipped: 0 };
let running;
let interrupted = false;

const say = (line) => process.stdout.write(`${line}\n`);
const add = (result) => Object.keys(total).forEach((key) => (total[key] += result[key]));
const fail = (line) => {
  say(line);
  total.failed += 1;
};

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    interrupted = true;
    running?.kill('SIGTERM');
  });
}

const { names, filter } = readArguments();
const reports = mkdtempSync(join(tmpdir(), 'gridstaff-reports-'));
let servers;
try {
  await runAll(chooseTiers());
} catch (error) {
  fail(error.stack ?? String(error));
} finally {
  await servers?.stop();
  rmSync(reports, { recursive: true, force: true });
}
if (interrupted) fail('interrupted');
say(`${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`);
process.exitCode = interrupted ? INTERRUPTED : Number(total.failed > 0);

function readArguments() {
  try {
    const { values, positionals } = parseArgs({ options: { filter: { type: 'string' } }, allowPositionals: true });
    const unknown = positionals.find((name) => !TIERS.some((tier) => isChosen(tier, name)));
    if (unknown) throw new Error(`no tier "${unknown}"; there are: ${TIERS.map((tier) => tier.name).join(', ')}`);
    return { names: positionals, filter: values.filter && new RegExp(values.filter) };
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exit(WRONG_USAGE);
  }
}

function isChosen(tier, name) {
  return tier.name === name || tier.name.startsWith(`${name}:`);
}

/** The chosen tiers that have files; a tier nobody has written a test for yet is no failure. */
function chooseTiers() {
  const files = listTestFiles(root).filter((file) => !filter || filter.test(file));
  const tiers = TIERS.filter((tier) => names.length === 0 || names.some((name) => isChosen(tier, name)))
    .map((tier) => ({ ...tier, chosen: files.filter(tier.files) }))
    .filter((tier) => tier.chosen.length > 0);
  if (tiers.length === 0) fail('no test file was chosen');
  return tiers;
}

async function runAll(tiers) {
  const onServers = tiers.filter((tier) => tier.database === 'mysql');
  const noServers = onServers.length > 0 && !GIVEN ? missingPackages() : [];
  const noBrowser = ['chromium-headless-shell', 'chromium'].some(findProgram) ? [] : ['chromium-headless-shell', 'fonts-noto-cjk'];
  const packagesFor = (tier) => (tier.database === 'mysql' ? noServers : tier.browser ? noBrowser : []);
  const left = tiers.filter((tier) => packagesFor(tier).length > 0);
  if (onServers.length > 0 && noServers.length === 0) servers = beginServers();
  for (const tier of tiers) {
    if (interrupted || left.includes(tier)) continue;
    const urls = tier.database === 'mysql' ? await servers.urls : {};
    if (interrupted) continue;
    if (urls === undefined) {
      fail(`${tier.name}: not run, its servers did not start`);
      continue;
    }
    say(`\n== ${tier.name}`);
    const report = join(reports, `${tier.name.replace(':', '-')}.json`);
    const only = filter && tier.chosen;
    add(await runTier(root, tier, { urls, only, report, onChild: (child) => (running = child) }));
  }
  if (left.length > 0) leftOut(left, [...new Set(left.flatMap(packagesFor))]);
}

/** A failure in CI, and for who asked for these tiers by name. */
function leftOut(tiers, packages) {
  const line = `left out: ${tiers.map((tier) => tier.name).join(', ')} (to run them: apt-get install ${packages.join(' ')})`;
  if (inCi || names.length > 0) fail(line);
  else say(line);
}

/** Starts them in a process of its own while the first tiers run; it ends with this one, however this one ends. */
function beginServers() {
  if (GIVEN) return { urls: Promise.resolve(GIVEN), stop: () => Promise.resolve() };
  const child = spawn(process.execPath, [join(root, 'test/support/servers.mjs'), '--with-parent'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
  });
  const ended = new Promise((done) => child.on('exit', done).on('error', done));
  const firstLine = new Promise((done) => createInterface(child.stdout).once('line', (line) => done(JSON.parse(line))));
  return {
    urls: Promise.race([firstLine, ended.then(() => undefined)]),
    stop: async () => {
      child.stdin.end();
      await ended;
    },
  };
}
