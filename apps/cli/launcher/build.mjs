// Incremental transpile of every TypeScript source to dist/<same path>.js. Types are not checked here: that is `npm run typecheck`.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BUILD_FAILED, BUILT, REMOVED, text } from './messages.mjs';
import { changedAt, listOutputs, listSources } from './tree.mjs';

/** The sources cannot be built; the message lists each reason. */
export class BuildError extends Error {}

const STAMP = 'dist/.build';
/** An output carries the time of the source it was made from; file systems and copies round it. */
const ROUNDING_MS = 2;
/** A temporary file this old was left by a launcher that was killed. */
const ABANDONED_MS = 600_000;

/**
 * Builds what is stale and deletes outputs whose source is gone; logs a line only when it did something. Without sources (an installed
 * package) there is nothing to do. Several launchers may run at once: each output appears whole, by a rename.
 * @throws BuildError when a source cannot be transpiled
 */
export async function bringUpToDate(root, log) {
  const sources = listSources(root);
  if (sources.length === 0) return;
  const recipe = recipeOf(root);
  const sameRecipe = readIfThere(join(root, STAMP)) === recipe;
  const stale = sources.filter((file) => !sameRecipe || isStale(root, file));
  const started = performance.now();
  if (stale.length > 0) await compile(root, stale);
  const removed = removeOrphans(root, sources);
  if (!sameRecipe) writeWhole(join(root, STAMP), recipe);
  if (stale.length > 0) {
    log(text(BUILT, { files: stale.length, seconds: ((performance.now() - started) / 1000).toFixed(1) }));
  }
  if (removed > 0) log(text(REMOVED, { files: removed }));
}

/**
 * Stale means made from another state of the source, also an older one (a branch was changed), hence "different" and not "older". The
 * output carries the time its source had before it was read, so an edit during the build is seen by the next one.
 */
function isStale(root, { source, output }) {
  const made = changedAt(join(root, output));
  const changed = changedAt(join(root, source));
  return made === undefined || (changed !== undefined && Math.abs(made - changed) > ROUNDING_MS);
}

/** What an output depends on besides its source: the settings, this file, and the compiler's version. */
function recipeOf(root) {
  const hash = createHash('sha256');
  hash.update(readFileSync(join(root, 'config/swc.json')));
  hash.update(readFileSync(fileURLToPath(import.meta.url)));
  hash.update(readIfThere(join(root, 'node_modules/@swc/core/package.json')) ?? '');
  return hash.digest('hex');
}

async function compile(root, files) {
  const { transformFile } = createRequire(join(root, 'package.json'))('@swc/core');
  const options = swcOptions(root);
  const results = await Promise.allSettled(files.map((file) => compileOne(root, file, transformFile, options)));
  const reasons = results.flatMap((result, i) =>
    result.status === 'rejected' ? [`${files[i].source}: ${result.reason?.message ?? result.reason}`] : [],
  );
  if (reasons.length > 0) throw new BuildError([text(BUILD_FAILED, { files: reasons.length }), ...reasons].join('\n'));
}

function swcOptions(root) {
  const { $schema: _, ...base } = JSON.parse(readFileSync(join(root, 'config/swc.json'), 'utf8'));
  return {
    ...base,
    swcrc: false,
    configFile: false,
    cwd: root,
    // Full file names in the emitted `require`: Node then finds each with one look at the disk.
    module: { ...base.module, resolveFully: true },
    jsc: { ...base.jsc, baseUrl: root, paths: { '@gridstaff/*': ['libs/*/src/index.ts'] } },
  };
}

async function compileOne(root, { source, output }, transformFile, options) {
  const from = join(root, source);
  const to = join(root, output);
  const stats = statSync(from);
  const { code, map } = await transformFile(from, { ...options, sourceFileName: relative(dirname(to), from) });
  const mapName = `${basename(to)}.map`;
  mkdirSync(dirname(to), { recursive: true });
  if (map) writeWhole(`${to}.map`, map);
  writeWhole(to, map ? `${code}//# sourceMappingURL=${mapName}\n` : code, stats.mtime);
}

/** A reader sees the old file or the new one, never a part. `time` is set before the file appears. */
function writeWhole(file, content, time) {
  const temporary = `${file}.${process.pid}.tmp`;
  writeFileSync(temporary, content);
  if (time) utimesSync(temporary, time, time);
  renameSync(temporary, file);
}

function removeOrphans(root, sources) {
  const { built, temporary } = listOutputs(root);
  const wanted = new Set(sources.map((file) => file.output));
  let removed = 0;
  for (const output of built) {
    // Asked again: another launcher may just have built a source that was not there when this one looked.
    const source = join(root, output.replace(/^dist\//, '').replace(/\.js$/, '.ts'));
    if (wanted.has(output) || existsSync(source)) continue;
    rmSync(join(root, output), { force: true });
    rmSync(join(root, `${output}.map`), { force: true });
    removed += 1;
  }
  for (const file of temporary) {
    const age = Date.now() - (changedAt(join(root, file)) ?? Date.now());
    if (age > ABANDONED_MS) rmSync(join(root, file), { force: true });
  }
  return removed;
}

function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}
