import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const PROJECT = resolve(__dirname, '../../..');

/** A product of three files: the command prints what another lib gives it and its arguments, and ends with a code of its own. */
const SOURCES = {
  'libs/kernel/src/index.ts': "export { word } from './word';",
  'libs/kernel/src/word.ts': "export const word: string = 'first';",
  'apps/cli/src/main.ts':
    "import { word } from '@gridstaff/kernel';\nconsole.log(word, ...process.argv.slice(2));\nprocess.exitCode = Number(process.argv[2] ?? 0);",
};

describe('the launcher', () => {
  let root: string;

  const write = (file: string, content: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), `${content}\n`);
  };
  const environment = { PATH: process.env['PATH'], LANG: 'C.UTF-8' };
  const grid = (...args: string[]) => {
    const command = [join(root, 'apps/cli/grid.mjs'), ...args];
    const { status, stdout, stderr } = spawnSync(process.execPath, command, {
      cwd: tmpdir(),
      encoding: 'utf8',
      env: environment,
    });
    return { status, stdout: stdout.trim(), stderr: stderr.trim() };
  };
  const outputs = () =>
    readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' }).filter((name) => /\.(js|tmp)$/.test(name));

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'gridstaff-launcher-'));
    cpSync(join(PROJECT, 'apps/cli/grid.mjs'), join(root, 'apps/cli/grid.mjs'));
    cpSync(join(PROJECT, 'apps/cli/launcher'), join(root, 'apps/cli/launcher'), { recursive: true });
    cpSync(join(PROJECT, 'config/swc.json'), join(root, 'config/swc.json'));
    rmSync(join(root, 'apps/cli/launcher/launcher.spec.ts'));
    symlinkSync(join(PROJECT, 'node_modules'), join(root, 'node_modules'));
    for (const [file, content] of Object.entries(SOURCES)) write(file, content);
  });

  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('builds once, from any working directory, and passes arguments and the exit code through', () => {
    const first = grid('7', '--json');
    expect(first).toEqual({
      status: 7,
      stdout: 'first 7 --json',
      stderr: expect.stringMatching(/^grid: built 3 files in [\d.]+ s$/),
    });
    expect(grid('0')).toEqual({ status: 0, stdout: 'first 0', stderr: '' });
  });

  it('only builds with --build-only', () => {
    expect(grid('--build-only')).toMatchObject({ status: 0, stdout: '' });
    expect(existsSync(join(root, 'dist/apps/cli/src/main.js.map'))).toBe(true);
  });

  it('builds what changed, also to an older state, and everything when the settings change', () => {
    grid();
    write('libs/kernel/src/word.ts', "export const word: string = 'second';");
    expect(grid()).toMatchObject({ stdout: 'second', stderr: expect.stringContaining('built 1 files') });
    write('libs/kernel/src/word.ts', "export const word: string = 'third';");
    utimesSync(join(root, 'libs/kernel/src/word.ts'), 1_000_000, 1_000_000);
    expect(grid()).toMatchObject({ stdout: 'third', stderr: expect.stringContaining('built 1 files') });
    expect(grid().stderr).toBe('');
    const settings = { module: { type: 'commonjs' }, jsc: { target: 'es2022', parser: { syntax: 'typescript' } } };
    write('config/swc.json', JSON.stringify(settings));
    expect(grid()).toMatchObject({ stdout: 'third', stderr: expect.stringContaining('built 3 files') });
  });

  it('leaves out specs, declarations, the test kit and the web app, and deletes outputs whose source is gone', () => {
    for (const file of [
      'libs/kernel/src/word.spec.ts',
      'libs/kernel/src/types.d.ts',
      'libs/testing/src/index.ts',
      'apps/web/main.ts',
    ]) {
      write(file, 'not a program');
    }
    write('libs/kernel/src/gone.ts', 'export {};');
    grid();
    expect(outputs()).toHaveLength(4);
    rmSync(join(root, 'libs/kernel/src/gone.ts'));
    expect(grid()).toMatchObject({ status: 0, stderr: 'grid: removed 1 outdated outputs' });
    expect(outputs()).toHaveLength(3);
  });

  it('names every file that cannot be built, runs nothing, and recovers', () => {
    write('libs/kernel/src/word.ts', 'export const = ;');
    const failed = grid();
    expect(failed).toMatchObject({ status: 3, stdout: '' });
    expect(failed.stderr).toContain('1 files cannot be built\nlibs/kernel/src/word.ts: ');
    write('libs/kernel/src/word.ts', "export const word = 'mended';");
    expect(grid()).toMatchObject({ status: 0, stdout: 'mended' });
  });

  it('runs a product that comes without its sources, and says so when nothing is there', () => {
    grid();
    rmSync(join(root, 'libs'), { recursive: true });
    rmSync(join(root, 'apps/cli/src'), { recursive: true });
    expect(grid('0')).toEqual({ status: 0, stdout: 'first 0', stderr: '' });
    rmSync(join(root, 'dist'), { recursive: true });
    expect(grid()).toMatchObject({ status: 3, stdout: '', stderr: expect.stringContaining('install again') });
  });

  it('says in both languages how to get missing dependencies', () => {
    rmSync(join(root, 'node_modules'));
    const { status, stderr } = grid();
    expect(status).toBe(3);
    expect(stderr).toMatch(/^grid: .*请.*npm ci.* run npm ci [^\n]*$/);
  });

  it('several at once do not break one another', async () => {
    for (let i = 0; i < 60; i += 1) write(`libs/kernel/src/many-${i}.ts`, `export const value${i} = ${i};`);
    const run = () =>
      new Promise<string>((done) => {
        const child = spawn(process.execPath, [join(root, 'apps/cli/grid.mjs'), '0'], { env: environment });
        let text = '';
        child.stdout.on('data', (chunk) => (text += String(chunk)));
        child.stderr.on('data', (chunk) => (text += String(chunk).replace(/^grid: built.*\n/, '')));
        child.on('close', (code) => done(`${code} ${text.trim()}`));
      });
    expect(await Promise.all([run(), run(), run()])).toEqual(['0 first 0', '0 first 0', '0 first 0']);
    expect(outputs().filter((name) => name.endsWith('.tmp'))).toEqual([]);
    expect(grid().stderr).toBe('');
  });
});
