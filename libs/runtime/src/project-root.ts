import { existsSync } from 'node:fs';
import path from 'node:path';

/** The folder that holds package.json: the same from `libs/` under test and from the mirrored tree in `dist/`. */
export function projectRoot(): string {
  let folder = __dirname;
  while (!existsSync(path.join(folder, 'package.json'))) {
    const parent = path.dirname(folder);
    if (parent === folder) return process.cwd();
    folder = parent;
  }
  return folder;
}
