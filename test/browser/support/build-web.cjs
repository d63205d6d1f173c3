// Once for the whole tier: the web app as it would be served now.
const { execFileSync } = require('node:child_process');
const path = require('node:path');

module.exports = () => {
  const grid = path.resolve(__dirname, '../../../apps/cli/grid.mjs');
  execFileSync(process.execPath, [grid, '--build-only'], { stdio: ['ignore', 'ignore', 'pipe'] });
};
