// End-to-end tier: `*.e2e.spec.ts` (the real app as each role) and `*.fault.spec.ts` (processes killed in the middle).
module.exports = require('./base.cjs')(['**/*.e2e.spec.ts', '**/*.fault.spec.ts'], {
  testTimeout: 120_000,
});
