// What there is to build and what has been built: two walks over the disk, synchronous because that is the fastest for some hundred files.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const TOP = ['apps', 'libs'];
/** The web app has a build of its own; the test kit is never part of the product. */
const NOT_BUILT = new Set(['apps/web', 'libs/testing']);
const SOURCE = /(?<!\.d|\.spec)\.ts$/;
const OUTPUT = /\.js$/;
/** A half-written output: its process id keeps two launchers apart. */
const TEMPORARY = /\.\d+\.tmp$/;

/**
 * Everything the product is built from.
 * @returns {{source: string, output: string}[]} paths relative to the project root, with forward slashes
 */
export function listSources(root) {
  return walk(root, TOP, SOURCE).map((source) => ({ source, output: `dist/${source.replace(/\.ts$/, '.js')}` }));
}

/** Outputs of this launcher that exist now, relative to the project root. */
export function listOutputs(root) {
  const tops = TOP.map((top) => `dist/${top}`);
  return { built: walk(root, tops, OUTPUT), temporary: walk(root, tops, TEMPORARY) };
}

/** Milliseconds of the last change, or undefined when there is no such file. */
export function changedAt(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs;
}

function walk(root, folders, wanted) {
  const found = [];
  const queue = [...folders];
  for (let folder = queue.pop(); folder !== undefined; folder = queue.pop()) {
    for (const entry of entriesOf(join(root, folder))) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (entry.name !== 'node_modules' && !NOT_BUILT.has(path.replace(/^dist\//, ''))) queue.push(path);
      } else if (wanted.test(entry.name)) {
        found.push(path);
      }
    }
  }
  return found;
}

function entriesOf(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
}
