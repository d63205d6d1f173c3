#!/usr/bin/env node
// The document of the API as JSON on standard output, without a server or a database: node apps/api/openapi.mjs
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
execFileSync(process.execPath, [join(root, 'apps/cli/grid.mjs'), '--build-only'], {
  stdio: ['ignore', 'ignore', 'inherit'],
});

const load = createRequire(join(root, 'dist/apps/api/src/main.js'));
load('reflect-metadata');
const { describeApi } = load('./http/openapi/document.js');
const { CONTROLLERS } = load('./http/controllers.js');
process.stdout.write(`${JSON.stringify(describeApi(CONTROLLERS))}\n`);
