import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export const PROJECT = resolve(__dirname, '../..');

/** A small project of its own in a temporary folder: the same layout, sources of one line, empty packages. */
export class SampleTree {
  readonly root = mkdtempSync(join(tmpdir(), 'gridstaff-lint-'));

  constructor(dependencies: readonly string[], devDependencies: readonly string[] = []) {
    const versions = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, '1.0.0']));
    this.write(
      'package.json',
      JSON.stringify({ dependencies: versions(dependencies), devDependencies: versions(devDependencies) }),
    );
    this.write(
      'tsconfig.json',
      JSON.stringify({
        compilerOptions: {
          ...{
            target: 'ES2023',
            module: 'node20',
            moduleResolution: 'node16',
            lib: ['ES2023'],
            strict: true,
            noEmit: true,
          },
          ...{ types: [], skipLibCheck: true, paths: { '@gridstaff/*': ['./libs/*/src/index.ts'] } },
        },
        include: ['apps/**/*.ts', 'libs/**/*.ts', 'test/**/*.ts'],
      }),
    );
    for (const name of [...dependencies, ...devDependencies]) this.package(name);
  }

  package(name: string): void {
    this.write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
    this.write(`node_modules/${name}/index.js`, '');
  }

  write(file: string, content: string): void {
    const path = join(this.root, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${content}\n`);
  }

  /** Runs a tool of the project inside the tree and reads its JSON. */
  run(tool: string, args: readonly string[]): unknown {
    const { stdout, stderr } = spawnSync(process.execPath, [join(PROJECT, 'node_modules', tool), ...args], {
      cwd: this.root,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    if (!/^\s*[[{]/.test(stdout)) throw new Error(`${tool} gave no JSON:\n${stdout}\n${stderr}`);
    return JSON.parse(stdout) as unknown;
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
