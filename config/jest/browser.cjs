// Browser tier: `*.browser.spec.ts`, the built web app in Debian's Chromium against the real API on SQLite.
module.exports = require('./base.cjs')(['**/*.browser.spec.ts'], {
  globalSetup: '<rootDir>/test/browser/support/build-web.cjs',
  testEnvironment: '<rootDir>/test/browser/support/environment.cjs',
  testTimeout: 120_000,
  maxWorkers: 2,
});
