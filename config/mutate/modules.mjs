// Loads our TypeScript as often as asked, each time as if for the first time; compiled once, so that a fresh start costs milliseconds.
import { transformSync } from '@swc/core';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as path from 'node:path';
import { compileFunction } from 'node:vm';

const OWN = /^@gridstaff\/([^/]+)$/;
const PARAMETERS = ['exports', 'require', 'module', '__dirname', '__filename'];

export class Modules {
  #root;
  #outside;
  #compiler;
  #compiled = new Map();
  #resolved = new Map();

  /** @param {string} root folder of the project */
  constructor(root) {
    this.#root = root;
    // Packages are loaded once and shared: no change ever touches them.
    this.#outside = createRequire(path.join(root, 'package.json'));
    const { $schema: _, ...compiler } = JSON.parse(readFileSync(path.join(root, 'config/swc.json'), 'utf8'));
    this.#compiler = { ...compiler, swcrc: false, sourceMaps: 'inline', module: { type: 'commonjs' } };
  }

  /** Loads a file of ours and all it imports; nothing is shared with what was loaded before. */
  load(start) {
    const loaded = new Map();
    const load = (file) => {
      const known = loaded.get(file);
      if (known) return known.exports;
      const module = { exports: {} };
      loaded.set(file, module);
      const folder = path.dirname(file);
      const require = (name) => {
        const own = this.#resolve(name, folder);
        return own ? load(own) : this.#outside(name);
      };
      this.#compile(file)(module.exports, require, module, folder, file);
      return module.exports;
    };
    return load(start);
  }

  /** The file of a module of ours; undefined for a package. */
  #resolve(name, folder) {
    const key = `${folder}:${name}`;
    if (!this.#resolved.has(key)) this.#resolved.set(key, this.#find(name, folder));
    return this.#resolved.get(key);
  }

  #find(name, folder) {
    const own = OWN.exec(name);
    if (own) return path.join(this.#root, 'libs', own[1], 'src/index.ts');
    if (!name.startsWith('.')) return undefined;
    const stem = path.resolve(folder, name);
    const found = [`${stem}.ts`, path.join(stem, 'index.ts')].find((file) => existsSync(file));
    if (!found) throw new Error(`${name} is not found from ${folder}`);
    return found;
  }

  #compile(file) {
    const known = this.#compiled.get(file);
    if (known) return known;
    const { code } = transformSync(readFileSync(file, 'utf8'), { ...this.#compiler, filename: file });
    const compiled = compileFunction(code, PARAMETERS, { filename: file });
    this.#compiled.set(file, compiled);
    return compiled;
  }
}
