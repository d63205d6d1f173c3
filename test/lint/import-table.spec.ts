import { join } from 'node:path';
import { PROJECT, SampleTree } from './sample-tree';

/** [file, what it imports, the rules that refuse it]; a file with no rules must pass. */
type Sample = readonly [file: string, source: string, rules: readonly string[]];

const value = (...from: string[]) => from.map((name, i) => `import { x as x${i} } from '${name}';`).join('\n');
const type = (...from: string[]) => from.map((name, i) => `import type { X as X${i} } from '${name}';`).join('\n');

const ALLOWED: Sample[] = [
  ['libs/contracts/src/a.ts', value('@gridstaff/kernel'), []],
  ['libs/pay-engine/src/a.ts', value('@gridstaff/kernel', './index', 'decimal.js'), []],
  ['libs/verifier/src/a.ts', type('@gridstaff/kernel'), []],
  ['libs/persistence/src/a.ts', value('@gridstaff/runtime', 'typeorm', '@nestjs/typeorm', 'node:fs'), []],
  ['libs/audit/src/persistence/a.ts', value('typeorm', '@gridstaff/persistence'), []],
  ['libs/audit/src/a.entity.ts', value('typeorm'), []],
  ['libs/jobs/src/drivers/bull/a.ts', value('bull'), []],
  ['libs/jobs/src/drivers/bull.ts', value('@nestjs/bull'), []],
  ['libs/policy/src/a.ts', value('@gridstaff/exchange', '@gridstaff/runtime'), []],
  ['libs/payroll/src/domain/a.ts', value('@gridstaff/kernel', '@gridstaff/pay-engine', './b'), []],
  ['libs/payroll/src/domain/b.ts', type('@gridstaff/kernel'), []],
  [
    'libs/payroll/src/application/a.ts',
    value('../domain/a', '@gridstaff/pay-engine', '@gridstaff/fund', '@gridstaff/persistence'),
    [],
  ],
  ['libs/payroll/src/jobs/a.ts', value('../application/a', '@gridstaff/jobs', '@nestjs/common'), []],
  ['libs/payroll/src/persistence/a.ts', value('../domain/a', '@gridstaff/persistence', 'typeorm'), []],
  ['libs/payroll/src/payroll.module.ts', value('./persistence/a', './jobs/a', '@nestjs/common', '@nestjs/typeorm'), []],
  ['libs/payroll/src/index.ts', value('./payroll.module', './persistence/a'), []],
  [
    'libs/payroll/src/persistence/a.db.spec.ts',
    value('@gridstaff/testing', '@gridstaff/settlement', '../application/a', 'typeorm'),
    [],
  ],
  ['libs/reporting/src/application/a.ts', value('@gridstaff/verifier', '@gridstaff/settlement'), []],
  ['libs/assembly/src/a.ts', value('@gridstaff/payroll', '@gridstaff/reporting', '@gridstaff/verifier'), []],
  [
    'libs/testing/src/a.ts',
    value('@gridstaff/assembly', '../../payroll/src/persistence/a', 'typeorm', 'fast-check'),
    [],
  ],
  ['apps/api/src/main.ts', value('@gridstaff/assembly', '@gridstaff/payroll', 'fastify', '@nestjs/common'), []],
  ['apps/web/src/a.ts', value('@gridstaff/contracts', '@gridstaff/kernel'), []],
  ['test/e2e/a.e2e.spec.ts', value('@gridstaff/testing', '@gridstaff/payroll', '../../apps/api/src/main'), []],
];

const REFUSED: Sample[] = [
  ['libs/kernel/src/bad-lib.ts', value('@gridstaff/contracts'), ['room-kernel']],
  ['libs/kernel/src/bad-node.ts', value('node:crypto'), ['pure-no-node']],
  ['libs/kernel/src/bad-package.ts', value('decimal.js'), ['no-packages-at-all']],
  ['libs/contracts/src/bad.ts', value('@nestjs/common', '@gridstaff/runtime'), ['pure-no-packages', 'room-contracts']],
  [
    'libs/pay-engine/src/bad.ts',
    value('fs', '@gridstaff/policy', 'typeorm'),
    ['pure-no-node', 'pure-no-packages', 'room-pay-engine', 'typeorm-in-persistence'],
  ],
  ['libs/verifier/src/bad-value.ts', value('@gridstaff/kernel'), ['verifier-types-only']],
  [
    'libs/verifier/src/bad-both.ts',
    `${type('@gridstaff/kernel')}\n${value('@gridstaff/kernel')}`,
    ['verifier-types-only'],
  ],
  ['libs/verifier/src/bad-engine.ts', type('@gridstaff/pay-engine'), ['room-verifier']],
  ['libs/runtime/src/bad.ts', value('@gridstaff/persistence'), ['room-runtime']],
  ['libs/jobs/src/bad-bull.ts', value('bull'), ['bull-in-its-driver']],
  ['libs/jobs/src/bad-bull.spec.ts', value('@nestjs/bull'), ['bull-in-its-driver']],
  ['libs/audit/src/bad-order.ts', value('@gridstaff/approval'), ['room-audit']],
  ['libs/audit/src/bad-feature.ts', type('@gridstaff/payroll'), ['room-audit']],
  ['libs/audit/src/bad-typeorm.ts', type('typeorm'), ['typeorm-in-persistence']],
  ['libs/identity/src/bad-http.ts', value('fastify', 'node:http'), ['http-in-apps']],
  ['libs/policy/src/domain/bad.ts', value('node:fs', 'yaml'), ['pure-no-node', 'pure-no-packages']],
  ['libs/roster/src/application/bad-edge.ts', value('@gridstaff/payroll'), ['room-roster']],
  ['libs/fund/src/jobs/bad-edge.ts', type('@gridstaff/roster'), ['room-fund']],
  ['libs/settlement/src/application/bad-edge.ts', value('@gridstaff/training'), ['room-settlement']],
  ['libs/roster/src/bad-verifier.ts', value('@gridstaff/verifier'), ['room-roster']],
  [
    'libs/payroll/src/domain/bad-platform.ts',
    type('@gridstaff/persistence', '@gridstaff/contracts'),
    ['domain-is-pure'],
  ],
  ['libs/payroll/src/domain/bad-nest.ts', value('@nestjs/common'), ['pure-no-packages']],
  ['libs/payroll/src/domain/bad-inward.ts', type('../application/a'), ['domain-is-pure']],
  ['libs/payroll/src/application/bad-store.ts', type('../persistence/a'), ['module-joins', 'use-cases-know-no-store']],
  ['libs/payroll/src/application/bad-typeorm.ts', value('@nestjs/typeorm', 'typeorm'), ['typeorm-in-persistence']],
  ['libs/payroll/src/application/bad-http.ts', value('@nestjs/swagger'), ['http-in-apps']],
  ['libs/payroll/src/jobs/bad-engine.ts', value('@gridstaff/pay-engine'), ['pay-engine-inside-only']],
  ['libs/payroll/src/jobs/bad-store.ts', value('../persistence/a'), ['module-joins', 'use-cases-know-no-store']],
  ['libs/payroll/src/persistence/bad-up.ts', value('../application/a'), ['persistence-is-below']],
  ['libs/payroll/src/persistence/bad-platform.ts', value('@gridstaff/jobs'), ['persistence-is-below']],
  ['libs/payroll/src/bad-corner.ts', value('./persistence/a'), ['module-joins']],
  ['libs/payroll/src/application/bad-module.ts', type('../payroll.module'), ['nobody-imports-the-module']],
  ['libs/fund/src/fund.module.ts', value('typeorm'), ['typeorm-not-in-modules']],
  ['libs/payroll/src/application/bad-deep.ts', value('@gridstaff/roster/domain/a'), ['resolvable']],
  ['libs/payroll/src/application/bad-path.ts', value('../../../roster/src/index'), ['other-lib-by-name']],
  [
    'libs/payroll/src/application/bad-deep.spec.ts',
    value('../../../fund/src/fund.module'),
    ['entry-only-from-libs', 'other-lib-by-name'],
  ],
  ['libs/payroll/src/application/bad-self.ts', type('@gridstaff/payroll'), ['own-lib-by-path']],
  ['libs/payroll/src/application/bad-kit.ts', value('@gridstaff/testing'), ['room-payroll', 'tests-stay-outside']],
  ['libs/payroll/src/application/bad-all.ts', value('@gridstaff/assembly'), ['assembly-for-apps', 'room-payroll']],
  [
    'libs/payroll/src/application/bad-app.ts',
    value('../../../../apps/api/src/main'),
    ['nobody-imports-apps', 'room-payroll'],
  ],
  ['libs/payroll/src/application/bad-dev.ts', value('fast-check'), ['no-dev-packages']],
  ['libs/payroll/src/application/bad-unlisted.ts', value('unlisted'), ['declared-packages']],
  [
    'libs/payroll/src/application/bad-spec.ts',
    value('../persistence/a.db.spec'),
    ['module-joins', 'tests-stay-outside', 'use-cases-know-no-store'],
  ],
  ['libs/newroom/src/index.ts', '', []],
  ['libs/testing/src/bad-room.ts', value('@gridstaff/newroom'), ['known-rooms']],
  ['libs/roster/src/domain/ring-a.ts', type('./ring-b'), ['no-cycles']],
  ['libs/roster/src/domain/ring-b.ts', type('./ring-a'), []],
  ['apps/cli/src/bad-app.ts', value('../../api/src/main'), ['apps-apart']],
  ['apps/cli/src/bad-typeorm.ts', value('typeorm'), ['apps-no-typeorm', 'typeorm-in-persistence']],
  [
    'apps/cli/src/bad-deep.ts',
    value('../../../libs/payroll/src/application/a'),
    ['entry-only-from-apps-and-tests', 'other-lib-by-name-from-apps'],
  ],
  ['apps/worker/src/bad-kit.ts', value('@gridstaff/testing'), ['tests-stay-outside']],
  ['apps/web/src/bad.ts', type('@gridstaff/runtime'), ['web-knows-contracts']],
  [
    'test/e2e/bad.e2e.spec.ts',
    value('../../libs/payroll/src/domain/a'),
    ['entry-only-from-apps-and-tests', 'other-lib-by-name-from-apps'],
  ],
];

const ROOMS =
  'kernel contracts pay-engine verifier runtime persistence jobs audit identity approval calendar exchange policy roster fund recruitment ' +
  'training attendance evaluation settlement reporting assembly testing';

interface Cruised {
  readonly summary: {
    readonly violations: ReadonlyArray<{ readonly from: string; readonly rule: { readonly name: string } }>;
  };
}

describe('the import table', () => {
  const tree = new SampleTree(
    [
      'typeorm',
      '@nestjs/typeorm',
      '@nestjs/common',
      '@nestjs/swagger',
      'bull',
      '@nestjs/bull',
      'fastify',
      'decimal.js',
      'yaml',
    ],
    ['fast-check'],
  );
  const broken = new Map<string, string[]>();

  beforeAll(() => {
    tree.package('unlisted');
    for (const room of ROOMS.split(' '))
      tree.write(`libs/${room}/src/index.ts`, 'export const x = 1; export type X = number;');
    for (const [file, source] of [...ALLOWED, ...REFUSED]) tree.write(file, source);
    const { summary } = tree.run('dependency-cruiser/bin/dependency-cruise.mjs', [
      ...['--config', join(PROJECT, 'config/dependency-cruiser.cjs'), '--output-type', 'json', 'apps', 'libs', 'test'],
    ]) as Cruised;
    for (const { from, rule } of summary.violations) {
      broken.set(from, [...new Set([...(broken.get(from) ?? []), rule.name])].sort());
    }
  });

  afterAll(() => tree.remove());

  it.each([...ALLOWED, ...REFUSED])('%s', (file, _source, rules) => {
    expect(broken.get(file) ?? []).toEqual(rules);
  });

  it('finds nothing in any other file', () => {
    const named = new Set([...ALLOWED, ...REFUSED].map(([file]) => file));
    expect([...broken.keys()].filter((file) => !named.has(file))).toEqual([]);
  });
});
