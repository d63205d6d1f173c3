import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { DomainError } from '@gridstaff/kernel';

import type { PackFile } from './schema/pack-file';

/**
 * `<dir>/<layer>/*.yaml`, in name order; other files are no packs.
 * @throws DomainError POLICY_DIR_UNREADABLE
 */
export function readPackFiles(dir: string): PackFile[] {
  try {
    return readdirSync(dir, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      .sort()
      .flatMap((layer) =>
        readdirSync(join(dir, layer))
          .filter((name) => name.endsWith('.yaml'))
          .sort()
          .map((name) => ({ layer, name: `${layer}/${name}`, text: readFileSync(join(dir, layer, name), 'utf8') })),
      );
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown';
    throw new DomainError('POLICY_DIR_UNREADABLE', { dir, reason }, {}, [], { cause: error });
  }
}

/**
 * What somebody wants looked at: a whole policy folder (`folders`: `<layer>/*.yaml`), or packs to stand on those in force (`texts`: one file, or a
 * folder of files).
 * @throws DomainError FILE_UNREADABLE
 */
export function readPackPath(path: string): { folders: PackFile[] } | { texts: PackFile[] } {
  try {
    if (!statSync(path).isDirectory()) return { texts: [{ name: basename(path), text: readFileSync(path, 'utf8') }] };
    const names = readdirSync(path)
      .filter((name) => name.endsWith('.yaml'))
      .sort();
    if (names.length === 0) return { folders: readPackFiles(path) };
    return { texts: names.map((name) => ({ name, text: readFileSync(join(path, name), 'utf8') })) };
  } catch (error) {
    throw new DomainError('FILE_UNREADABLE', { file: path }, { file: path }, [], { cause: error });
  }
}

/** `config/policy` of the project: the nearest folder above this file with a package.json, from the sources as from the build. */
export function defaultPolicyDir(start: string = __dirname): string {
  let dir = start;
  while (!existsSync(join(dir, 'package.json')) && dirname(dir) !== dir) dir = dirname(dir);
  return resolve(dir, 'config/policy');
}
