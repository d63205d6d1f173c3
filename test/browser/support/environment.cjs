// A failed test of the browser tier shows what was on the screens when it failed.
const { TestEnvironment } = require('jest-environment-node');

module.exports = class extends TestEnvironment {
  async handleTestEvent(event) {
    if (event.name === 'test_fn_failure') await this.global.onTestFailure?.(event.test.name);
  }
};
