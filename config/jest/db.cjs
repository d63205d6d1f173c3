// Database tier: `*.db.spec.ts`, run once per engine; TEST_DATABASE is sqlite (default) or mysql, see test/run.mjs.
module.exports = require('./base.cjs')(['**/*.db.spec.ts'], {
  testTimeout: 90_000,
});
