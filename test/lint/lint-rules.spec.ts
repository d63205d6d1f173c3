import { join, relative } from 'node:path';
import samples from './lint-samples.json';
import { PROJECT, SampleTree } from './sample-tree';

/** [file, source, the rules that refuse it in the order of their places]. */
type Sample = readonly [file: string, source: string, rules: readonly string[]];

const LONG = Array.from({ length: 401 }, (_, i) => `export const v${i} = ${i};`).join('\n');
const COMMENTED = Array.from({ length: 401 }, (_, i) => `// ${i}\n`).join('\n');

// Most samples stand in a data file: in here they would be what they show.
const SAMPLES: Sample[] = [
  ...samples.map(({ file, source, refusedBy }): Sample => [file, source.join('\n'), refusedBy]),
  ['libs/payroll/src/long.ts', LONG, ['max-lines']],
  ['libs/payroll/src/long.spec.ts', LONG, []],
  ['libs/payroll/src/commented.ts', `${COMMENTED}\nexport const a = 1;`, []],
];

interface Linted {
  readonly filePath: string;
  readonly messages: ReadonlyArray<{
    readonly ruleId: string | null;
    readonly fatal?: boolean;
    readonly message: string;
  }>;
}

describe('the lint rules', () => {
  const tree = new SampleTree([]);
  const broken = new Map<string, string[]>();

  beforeAll(() => {
    tree.write(
      'libs/globals.d.ts',
      'declare const it: any, test: any, describe: any, xit: any, f: any, process: any, fetch: any;',
    );
    for (const [file, source] of SAMPLES) tree.write(file, source);
    const config = join(PROJECT, 'config/eslint.config.mjs');
    const files = SAMPLES.map(([file]) => file);
    const results = tree.run('eslint/bin/eslint.js', ['--config', config, '--format', 'json', ...files]) as Linted[];
    for (const { filePath, messages } of results) {
      // A refused comment is reported without a rule name.
      const rules = messages.map((m) => (m.fatal ? m.message : (m.ruleId ?? 'inline')));
      broken.set(relative(tree.root, filePath), rules);
    }
  });

  afterAll(() => tree.remove());

  it.each(SAMPLES)('%s', (file, _source, rules) => {
    expect(broken.get(file)).toEqual(rules);
  });
});
