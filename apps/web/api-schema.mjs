#!/usr/bin/env node
// Writes the types of the API from its document: node apps/web/api-schema.mjs [FILE]
import openapiTypes, { astToString } from 'openapi-typescript';
import { format, resolveConfig } from 'prettier';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const HEAD =
  '/** The API as its document describes it. Written by `node apps/web/api-schema.mjs`; never edited by hand. */\n';
const LARGEST_DOCUMENT = 64 * 1024 * 1024;

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const out = resolve(process.argv[2] ?? join(root, 'apps/web/src/shared/api-schema.d.ts'));

/** Without examples, and with one refusal per operation instead of one per status: they have the same type. */
function brief(json) {
  const document = JSON.parse(json, (key, value) => (key === 'example' || key === 'examples' ? undefined : value));
  for (const operation of Object.values(document.paths).flatMap((path) => Object.values(path))) {
    const good = Object.entries(operation.responses).filter(([status]) => Number(status) < 400);
    const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
    operation.responses = { ...Object.fromEntries(good), default: { description: 'Refused', content } };
  }
  return document;
}

const document = execFileSync(process.execPath, [join(root, 'apps/api/openapi.mjs')], {
  maxBuffer: LARGEST_DOCUMENT,
  stdio: ['ignore', 'pipe', 'inherit'],
});
const types = astToString(await openapiTypes(brief(document.toString()), { alphabetize: true }));
const style = await resolveConfig(out, { config: join(root, 'config/prettier.json'), editorconfig: false });
writeFileSync(out, await format(HEAD + types, { ...style, parser: 'typescript' }));
