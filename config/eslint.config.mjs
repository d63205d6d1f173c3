// Lint rules of the house. Nothing is switched off inline: an exception is a change here, where it is read.
import tseslint from 'typescript-eslint';

const SPECS = ['**/*.spec.ts'];
const TEST_CODE = [...SPECS, 'test/**/*.ts', 'libs/testing/**/*.ts'];
const CLOCK = ['libs/runtime/src/clock*.ts'];
const PURE = ['libs/{kernel,pay-engine,verifier,contracts}/src/**/*.ts', 'libs/*/src/domain/**/*.ts'];

const ban = (message, ...selectors) => selectors.map((selector) => ({ selector, message }));

/** A member by its plain or its quoted name. */
const member = (object, name) =>
  `MemberExpression[object.name=${object}]:matches([property.name=${name}], [property.value=${name}])`;

const TIME = ban(
  'Time comes from the injected Clock (libs/runtime).',
  member("'Date'", "'now'"),
  "NewExpression[callee.name='Date'][arguments.length=0]",
  "CallExpression[callee.name='Date']",
);
const CHANCE = ban('Chance is injected.', member("'Math'", "'random'"));
const UNIT = ban(
  'Only the UnitOfWork of libs/persistence opens a transaction.',
  'CallExpression[callee.property.name=/^(transaction|createQueryRunner|startTransaction)$/]',
  'CallExpression[callee.property.value=/^(transaction|createQueryRunner|startTransaction)$/]',
);
const SCHEMA = ban(
  'The schema comes from migrations alone.',
  'Property[key.name=/^(synchronize|migrationsRun)$/][value.value=true]',
  "Property[key.value='synchronize'][value.value=true]",
  "CallExpression[callee.property.name='synchronize']",
);
const LAZY = ban(
  'The build does not rewrite a lazy import of our own code: import it at the top.',
  'ImportExpression > Literal[value=/^(@gridstaff|\\.)/]',
);
const ALL_TESTS = ban(
  'Every test runs, always.',
  'MemberExpression[property.name=/^(only|skip|todo|failing)$/]:matches([object.name=/^(describe|it|test)$/], [object.object.name=/^(describe|it|test)$/])',
  'CallExpression[callee.name=/^(fdescribe|fit|xdescribe|xit|xtest)$/]',
);

/** The last block that names a file decides its whole list, so each block gives it in full. */
const banned = (...groups) => ({ 'no-restricted-syntax': ['error', ...groups.flat()] });

const MACHINE = [
  ...['process', 'Buffer', 'require', 'module', '__dirname', '__filename', 'global', 'globalThis'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'fetch', 'crypto', 'performance', 'console'],
];

export default tseslint.config(
  { ignores: ['dist/**', 'var/**', 'coverage/**', 'node_modules/**', 'apps/web/dist/**', 'apps/web/src/shared/api-schema.d.ts'] },
  {
    files: ['**/*.{ts,tsx,mjs,cjs}'],
    plugins: { '@typescript-eslint': tseslint.plugin },
    languageOptions: { parser: tseslint.parser },
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'no-var': 'error',
      'prefer-const': 'error',
      'no-debugger': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-self-compare': 'error',
      'no-unreachable': 'error',
      'no-unsafe-finally': 'error',
      'no-unsafe-optional-chaining': 'error',
      'no-dupe-else-if': 'error',
      'no-duplicate-case': 'error',
      'no-fallthrough': 'error',
      'no-empty': 'error',
      'no-loss-of-precision': 'error',
      'use-isnan': 'error',
      'valid-typeof': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true, 'ts-check': true },
      ],
      '@typescript-eslint/no-non-null-asserted-optional-chain': 'error',
      '@typescript-eslint/no-empty-object-type': 'error',
      '@typescript-eslint/no-unsafe-function-type': 'error',
      ...banned(TIME, UNIT, SCHEMA, LAZY),
    },
  },
  // The web app is bundled: pages are loaded when they are opened.
  { files: ['apps/web/**/*.{ts,tsx}'], rules: banned(TIME, UNIT, SCHEMA) },
  {
    // The rules worth a type check; apps/web has a tsconfig of its own.
    files: ['{apps,libs,test}/**/*.ts'],
    ignores: ['apps/web/**'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { arguments: false, attributes: false } },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: PURE,
    ignores: SPECS,
    rules: {
      ...banned(TIME, CHANCE, UNIT, SCHEMA, LAZY),
      'no-restricted-globals': [
        'error',
        ...MACHINE.map((name) => ({ name, message: 'A pure room knows no machine.' })),
      ],
    },
  },
  { files: CLOCK, ignores: SPECS, rules: banned(UNIT, SCHEMA, LAZY) },
  { files: ['libs/persistence/**/*.ts'], ignores: SPECS, rules: banned(TIME, SCHEMA, LAZY) },
  { files: TEST_CODE, rules: banned(UNIT, SCHEMA, ALL_TESTS) },
  { files: ['libs/{persistence,testing}/**/*.spec.ts', 'libs/testing/**/*.ts'], rules: banned(SCHEMA, ALL_TESTS) },
  { files: SPECS, rules: { 'max-lines': 'off' } },
);
