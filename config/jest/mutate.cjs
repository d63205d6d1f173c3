// What mutants of the engine are tried against: its own specs and golden cases, without the properties, which repeat them many times over.
module.exports = require('./base.cjs')(
  ['**/libs/{pay-engine,kernel}/**/*.spec.ts', '**/test/golden/{pay,calculators}/*.spec.ts'],
  {
    roots: ['<rootDir>/libs', '<rootDir>/test'],
    testPathIgnorePatterns: ['/node_modules/', 'properties\\.spec\\.ts$'],
  },
);
