#!/usr/bin/env node
// The `grid` command: brings the build up to date, then runs it in this process, so that signals and exit codes pass straight through.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bringUpToDate, BuildError } from './launcher/build.mjs';
import { bringWebUpToDate } from './launcher/web.mjs';
import { MISSING_DEPENDENCIES, NOTHING_TO_RUN, OLD_NODE, text } from './launcher/messages.mjs';

/** Exit code of the command-line contract for a bug or a broken environment. */
const BROKEN = 3;
const OLDEST_NODE = [20, 19];

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const main = join(root, 'dist/apps/cli/src/main.js');

function stop(message) {
  process.stderr.write(`grid: ${message}\n`);
  process.exit(BROKEN);
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
  stop(text(OLD_NODE, { found: process.versions.node, needed: OLDEST_NODE.join('.') }));
}

// Not `node_modules` beside us: an installed package finds its dependencies further up. The SQLite driver differs with the Node that installed.
try {
  const { resolve: find } = createRequire(join(root, 'package.json'));
  for (const needed of ['reflect-metadata', major >= 24 ? 'better-sqlite3-13' : 'better-sqlite3']) find(needed);
} catch {
  stop(`${MISSING_DEPENDENCIES.zh} / ${MISSING_DEPENDENCIES.en}`);
}

const args = process.argv.slice(2);
const serves = args[0] === 'serve' || (args[0] === 'demo' && !args.includes('--no-serve') && !args.includes('--json'));
const say = (line) => process.stderr.write(`grid: ${line}\n`);
try {
  await bringUpToDate(root, say);
  if (serves || args[0] === '--build-only') await bringWebUpToDate(root, say);
} catch (error) {
  stop(error instanceof BuildError ? error.message : (error.stack ?? String(error)));
}

if (args[0] !== '--build-only') {
  if (!existsSync(main)) stop(text(NOTHING_TO_RUN, { file: main }));
  process.argv = [process.argv[0], main, ...args];
  try {
    await import(pathToFileURL(main).href);
  } catch (error) {
    stop(error?.stack ?? String(error));
  }
}
