// Pure tier: no database, seconds. Files `*.spec.ts` that are not of another tier.
module.exports = require('./base.cjs')(['**/*.spec.ts'], {
  // Some draw whole documents: more than the usual five seconds on a busy machine.
  testTimeout: 30_000,
  testPathIgnorePatterns: ['/node_modules/', '\\.(db|e2e|fault|browser)\\.spec\\.ts$'],
});
