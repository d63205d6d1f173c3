// The import table of the house, one rule per wall: which room may import which. An exception is a change to this table, never inline.
// A room is libs/<name>; its only entry is src/index.ts.

/** In this order: each may import those before it. */
const PLATFORM = ['runtime', 'persistence', 'jobs', 'audit', 'identity', 'approval', 'calendar', 'exchange', 'policy'];

/** The declared edges between features; there is never one back. */
const FEATURES = {
  roster: [],
  dispatch: ['roster'],
  fund: [],
  recruitment: ['roster', 'fund', 'payroll'],
  training: ['roster', 'fund'],
  attendance: ['roster'],
  evaluation: ['roster', 'training', 'attendance'],
  payroll: ['roster', 'attendance', 'evaluation', 'policy', 'fund'],
  settlement: ['payroll', 'roster', 'fund'],
  reporting: [
    'roster',
    'dispatch',
    'recruitment',
    'training',
    'evaluation',
    'attendance',
    'payroll',
    'settlement',
    'fund',
    'verifier',
  ],
};

/** Rooms that compute and nothing else. */
const PURE = ['kernel', 'pay-engine', 'verifier', 'contracts'];
/** Computing packages that a pure room may use; the kernel and the verifier use none. */
const PURE_PACKAGES = ['decimal.js', 'nzh', 'pinyin-pro', 'chinese-days'];

const either = (names) => `(?:${names.join('|')})`;
const room = (names) => `^libs/${either(names)}/`;
const entry = (names) => `^libs/${either(names)}/src/index\\.ts$`;
const packages = (names) => `(?:^|/)node_modules/${either(names)}(?:/|$)`;

const OURS = '^(?:apps|libs|test)/';
const LIB = '^libs/([^/]+)/';
const SPEC = '\\.spec\\.ts$';
const TEST_KIT = '^(?:libs/testing|test)/';
const FEATURE = `^libs/(${Object.keys(FEATURES).join('|')})/`;
const IN_FEATURE = `^libs/${either(Object.keys(FEATURES))}/src`;
const DOMAIN = '^libs/[^/]+/src/domain/';
const PURE_ROOMS = [room(PURE), DOMAIN];

const TYPEORM = packages(['typeorm', '@nestjs/typeorm']);
const HTTP = [
  packages([
    'fastify',
    '@fastify/[^/]+',
    '@nestjs/platform-[^/]+',
    '@nestjs/swagger',
    '@nestjs/throttler',
    'express',
    'supertest',
  ]),
  '^(?:node:)?https?2?$',
];
const NPM = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-bundled', 'npm-no-pkg', 'npm-unknown'];

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** What each room may import of the others, beside itself. */
const MAY_IMPORT = {
  kernel: [],
  contracts: ['kernel'],
  'pay-engine': ['kernel'],
  verifier: ['kernel'],
  ...Object.fromEntries(PLATFORM.map((name, i) => [name, ['kernel', 'contracts', ...PLATFORM.slice(0, i)]])),
  ...Object.fromEntries(
    Object.entries(FEATURES).map(([name, edges]) => [
      name,
      ['kernel', 'contracts', 'pay-engine', ...PLATFORM, ...edges],
    ]),
  ),
};
const JOINING = ['assembly', 'testing'];
const KNOWN_ROOMS = [...Object.keys(MAY_IMPORT), ...JOINING];

const roomRules = Object.entries(MAY_IMPORT).map(([name, others]) =>
  rule(
    `room-${name}`,
    `libs/${name} may import only: ${others.join(', ') || 'nothing'}`,
    { path: room([name]), pathNot: SPEC },
    { path: OURS, pathNot: [room([name]), ...(others.length > 0 ? [entry(others)] : [])] },
  ),
);

const entryRules = [
  rule(
    'known-rooms',
    'a new room needs its line in the import table',
    { path: OURS },
    { path: '^libs/', pathNot: room(KNOWN_ROOMS) },
  ),
  rule(
    'entry-only-from-libs',
    'another lib is imported by its index.ts alone',
    { path: LIB, pathNot: TEST_KIT },
    { path: '^libs/', pathNot: ['^libs/$1/', '^libs/[^/]+/src/index\\.ts$'] },
  ),
  rule(
    'entry-only-from-apps-and-tests',
    'a lib is imported by its index.ts alone',
    { path: '^(?:apps|test)/' },
    { path: '^libs/', pathNot: '^libs/[^/]+/src/index\\.ts$' },
  ),
  rule(
    'other-lib-by-name',
    'another lib is imported as @gridstaff/<lib>, which the build and the tests both resolve',
    { path: LIB, pathNot: TEST_KIT },
    { path: '^libs/', pathNot: '^libs/$1/', dependencyTypesNot: ['aliased'] },
  ),
  rule(
    'other-lib-by-name-from-apps',
    'a lib is imported as @gridstaff/<lib>',
    { path: '^(?:apps|test)/' },
    { path: '^libs/', dependencyTypesNot: ['aliased'] },
  ),
  rule(
    'own-lib-by-path',
    'inside a lib imports are relative',
    { path: LIB, pathNot: SPEC },
    { path: '^libs/$1/', dependencyTypes: ['aliased'] },
  ),
];

const pureRules = [
  rule(
    'pure-no-node',
    'a pure room knows no machine',
    { path: PURE_ROOMS, pathNot: SPEC },
    { dependencyTypes: ['core'] },
  ),
  rule(
    'pure-no-packages',
    'a pure room uses no framework and no I/O',
    { path: [room(['pay-engine', 'contracts']), DOMAIN], pathNot: [SPEC] },
    { dependencyTypes: NPM, pathNot: packages(PURE_PACKAGES) },
  ),
  rule(
    'no-packages-at-all',
    'the kernel and the verifier stand alone',
    { path: room(['kernel', 'verifier']), pathNot: SPEC },
    { dependencyTypes: NPM },
  ),
  rule(
    'verifier-types-only',
    'the verifier shares no code with what it verifies',
    { path: room(['verifier']), pathNot: SPEC },
    { path: room(['kernel']), dependencyTypesNot: ['type-only'] },
  ),
];

const featureRules = [
  rule(
    'domain-is-pure',
    'domain/ imports its own domain/, the kernel and the pay engine',
    { path: `${FEATURE}src/domain/`, pathNot: SPEC },
    { path: OURS, pathNot: ['^libs/$1/src/domain/', entry(['kernel', 'pay-engine'])] },
  ),
  rule(
    'pay-engine-inside-only',
    'the pay engine is called from domain/ and application/',
    { path: IN_FEATURE, pathNot: [SPEC, `${IN_FEATURE}/(?:domain|application)/`] },
    { path: room(['pay-engine']) },
  ),
  rule(
    'use-cases-know-no-store',
    'application/ and jobs/ reach the database through the repository interfaces of domain/',
    { path: `${FEATURE}src/(?:application|jobs)/`, pathNot: SPEC },
    { path: '^libs/$1/src/persistence/' },
  ),
  rule(
    'persistence-is-below',
    'persistence/ imports its own domain/, the platform persistence and TypeORM',
    { path: `${FEATURE}src/persistence/`, pathNot: SPEC },
    { path: OURS, pathNot: ['^libs/$1/src/(?:domain|persistence)/', entry(['kernel', 'contracts', 'persistence'])] },
  ),
  rule(
    'module-joins',
    'only <x>.module.ts and index.ts see the persistence/ of their feature',
    {
      path: `${FEATURE}src/`,
      pathNot: [SPEC, `${IN_FEATURE}/persistence/`, `${IN_FEATURE}/(?:[^/]+\\.module|index)\\.ts$`],
    },
    { path: '^libs/$1/src/persistence/' },
  ),
  rule(
    'nobody-imports-the-module',
    '<x>.module.ts joins its feature; inside it only index.ts passes it on',
    { path: `${FEATURE}src/`, pathNot: [SPEC, `${IN_FEATURE}/index\\.ts$`] },
    { path: '^libs/$1/src/[^/]+\\.module\\.ts$' },
  ),
];

const packageRules = [
  rule(
    'typeorm-in-persistence',
    'TypeORM lives in libs/persistence, in persistence/ folders, and in *.entity.ts and *.repository.ts of platform libs',
    {
      path: '^(?:apps|libs)/',
      pathNot: [
        SPEC,
        room(['persistence', 'testing']),
        '^libs/[^/]+/src/persistence/',
        `^libs/${either(PLATFORM)}/src/.+\\.(?:entity|repository)\\.ts$`,
        '\\.module\\.ts$',
      ],
    },
    { path: TYPEORM },
  ),
  rule(
    'typeorm-not-in-modules',
    'a module only registers with @nestjs/typeorm',
    { path: '\\.module\\.ts$', pathNot: room(['persistence', 'testing']) },
    { path: packages(['typeorm']) },
  ),
  rule('apps-no-typeorm', 'an app calls use cases', { path: '^apps/', pathNot: SPEC }, { path: TYPEORM }),
  rule(
    'bull-in-its-driver',
    'bull is imported by the Bull driver alone',
    { pathNot: '^libs/jobs/src/drivers/bull(?:/|[.-])' },
    {
      path: packages(['bull', '@nestjs/bull', 'bullmq']),
    },
  ),
  rule('http-in-apps', 'HTTP belongs to apps/', { path: '^libs/', pathNot: [SPEC, '^libs/testing/'] }, { path: HTTP }),
];

const appRules = [
  rule(
    'apps-apart',
    'apps do not import each other',
    { path: '^apps/([^/]+)/' },
    { path: '^apps/', pathNot: '^apps/$1/' },
  ),
  rule('nobody-imports-apps', 'an app is an end', { path: '^libs/', pathNot: '^libs/testing/' }, { path: '^apps/' }),
  rule(
    'web-knows-contracts',
    'the web app imports contracts and kernel alone',
    { path: '^apps/web/' },
    { path: OURS, pathNot: ['^apps/web/', entry(['contracts', 'kernel'])] },
  ),
  rule(
    'assembly-for-apps',
    'only an app (and a test) joins all features',
    { path: '^libs/', pathNot: [SPEC, room(JOINING)] },
    { path: room(['assembly']) },
  ),
  rule(
    'assembly-takes-entries',
    'the assembly imports libs alone',
    { path: room(['assembly']), pathNot: SPEC },
    { path: '^(?:apps|test)/' },
  ),
  rule(
    'tests-stay-outside',
    'product code imports no test code',
    { path: OURS, pathNot: [SPEC, TEST_KIT] },
    { path: [TEST_KIT, SPEC] },
  ),
  rule(
    'specs-use-the-kit',
    'a spec beside the code uses libs/testing',
    { path: `^(?:apps|libs)/.+${SPEC}` },
    { path: '^test/' },
  ),
];

const generalRules = [
  // A page that the router loads on demand may know the router.
  rule('no-cycles', 'type-only imports included', {}, { circular: true, viaOnly: { dependencyTypesNot: ['dynamic-import'] } }),
  rule('resolvable', 'an import that is not found escapes every other rule', {}, { couldNotResolve: true }),
  rule(
    'declared-packages',
    'a package that package.json does not name comes and goes with another',
    { path: OURS },
    {
      dependencyTypes: ['npm-no-pkg', 'npm-unknown'],
    },
  ),
  rule(
    'no-dev-packages',
    'product code runs without the development packages',
    { path: '^(?:apps|libs)/', pathNot: [SPEC, '^libs/testing/', '^apps/web/'] },
    { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  ),
];

module.exports = {
  forbidden: [
    ...roomRules,
    ...entryRules,
    ...pureRules,
    ...featureRules,
    ...packageRules,
    ...appRules,
    ...generalRules,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(?:dist|var|coverage)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    // Imports that TypeScript erases count too: a type ties two rooms as a value does.
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['node', 'import', 'require', 'types', 'default'],
      mainFields: ['main', 'types'],
      extensions: ['.ts', '.tsx', '.d.ts', '.mjs', '.cjs', '.js', '.json'],
    },
  },
};
