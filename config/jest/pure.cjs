// Pure tier: no database, seconds. Files `*.spec.ts` that are not of another tier.
module.exports = require('./base.cjs')(['**/*.spec.ts'], {
  testPathIgnorePatterns: ['/node_modules/', '\\.(db|e2e|fault|browser)\\.spec\\.ts$'],
});
