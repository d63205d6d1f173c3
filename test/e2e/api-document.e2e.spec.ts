import { ERRORS } from '@gridstaff/contracts';
import { projectRoot } from '@gridstaff/runtime';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { RouteTable } from '../../apps/api/src/http/common/route-table';
import { CONTROLLERS } from '../../apps/api/src/http/controllers';
import { type ApiDocument, describeApi, type OperationDocument } from '../../apps/api/src/http/openapi/document';
import { OPERATIONS } from '../../apps/api/src/http/openapi/operations';
import { Browser, TestApi } from './api-support';

const TIMES_OF_A_BUILD = 60_000;

/** Every object of the document with its address in it. */
function* partsOf(value: unknown, at = '#'): Generator<[string, Record<string, unknown>]> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield [at, value as Record<string, unknown>];
  for (const [key, inner] of Object.entries(value)) yield* partsOf(inner, `${at}/${key}`);
}

describe('the document of the API', () => {
  const document: ApiDocument = describeApi(CONTROLLERS);
  const operations = Object.entries(document.paths).flatMap(([address, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, string, OperationDocument] => [
      method,
      address,
      operation,
    ]),
  );

  it('describes each route that exists, with its permission, and no other', async () => {
    const api = await TestApi.start();
    try {
      const found = api.get(RouteTable).routes;
      const addressOf = (route: string): string => route.replaceAll(/:(\w+)/g, '{$1}');
      expect(operations.map(([method, address]) => `${method.toUpperCase()} ${address}`).sort()).toEqual(
        found.map((route) => `${route.method} ${addressOf(route.path)}`).sort(),
      );
      for (const route of found) {
        const operation = document.paths[addressOf(route.path)]?.[route.method.toLowerCase()] as OperationDocument;
        expect(operation['x-permission']).toEqual(route.access);
        for (const permission of Array.isArray(route.access) ? route.access : []) {
          expect(operation.description).toContain(permission);
        }
      }
      expect(Object.keys(OPERATIONS).sort()).toEqual(found.map((route) => route.name).sort());
      const pages = await api.send('GET', '/api/docs');
      expect([pages.status, pages.headers['content-type']]).toEqual([200, expect.stringContaining('text/html')]);
      expect(pages.text).not.toMatch(/<script>[^<]|<script [^>]*>[^<\s]/);
      expect((await api.send('GET', '/api/docs/swagger-ui-bundle.js')).status).toBe(200);
      expect((await api.send('GET', '/api/docs-json')).body).toEqual(JSON.parse(JSON.stringify(document)));
    } finally {
      await api.close();
    }
  });

  it('holds together: names are unique, references lead somewhere, parameters match the address', () => {
    expect(document.openapi).toBe('3.1.0');
    const ids = operations.map(([, , { operationId }]) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [at, part] of partsOf(document)) {
      if (typeof part.$ref !== 'string') continue;
      const name = part.$ref.replace('#/components/schemas/', '');
      expect([at, Object.keys(document.components.schemas)]).toEqual([at, expect.arrayContaining([name])]);
    }
    for (const [method, address, operation] of operations) {
      const inPath = operation.parameters.filter((p) => p.in === 'path').map((p) => p.name);
      expect([address, inPath]).toEqual([address, [...address.matchAll(/\{(\w+)\}/g)].map((m) => m[1])]);
      expect(new Set(operation.parameters.map((p) => p.in + p.name)).size).toBe(operation.parameters.length);
      expect(operation.summary).not.toBe('');
      if (method === 'get' || method === 'delete') expect(operation.requestBody).toBeUndefined();
      for (const [status, { description, content }] of Object.entries(operation.responses)) {
        expect([address, status, description]).not.toEqual([address, status, '']);
        if (status === '204' || status === '304') expect(content).toBeUndefined();
        else expect([address, status, Object.keys(content ?? {})]).toEqual([address, status, [expect.any(String)]]);
      }
    }
  });

  it('names the codes that a route can answer under their statuses', () => {
    for (const [method, address, { responses, ...operation }] of operations) {
      for (const [status, answer] of Object.entries(responses)) {
        for (const code of answer['x-error-codes'] ?? []) {
          expect([code, ERRORS[code]?.status]).toEqual([code, Number(status)]);
          expect(answer.description).toContain(code);
        }
      }
      const codes = Object.values(responses).flatMap((answer) => answer['x-error-codes'] ?? []);
      if (operation['x-permission'] !== 'public')
        expect([address, codes]).toEqual([address, expect.arrayContaining(['NOT_SIGNED_IN'])]);
      const key = operation.parameters.find(({ name }) => name === 'Idempotency-Key');
      expect([method, address, codes.includes('IDEMPOTENCY_MISMATCH')]).toEqual([method, address, key !== undefined]);
    }
    const keyed = operations.filter(([, , { parameters }]) => parameters.some((p) => p.name === 'Idempotency-Key'));
    expect(keyed.map(([, , { operationId }]) => operationId).sort()).toEqual(
      [
        ...['funds_adjust', 'funds_appropriate', 'funds_load', 'runs_approve', 'runs_cancel', 'settlements_pay'],
        ...['staffChanges_carryOut', 'whatIf_adopt'],
      ].sort(),
    );
  });

  it('says of a body what its class checks', () => {
    expect(document.components.schemas.PayBody).toMatchObject({
      type: 'object',
      required: ['documentNo', 'paidOn'],
      additionalProperties: false,
      properties: { documentNo: { type: 'string', minLength: 1, maxLength: 100 }, final: { type: 'boolean' } },
    });
    expect(document.components.schemas.OrgUnitsBody).toMatchObject({
      properties: { units: { type: 'array', maxItems: 2000, items: { required: ['code', 'name', 'kind'] } } },
    });
    // Inherited fields and defaults.
    const list = document.paths['/api/v1/runs']?.get as OperationDocument;
    expect(list.parameters.find(({ name }) => name === 'limit')).toMatchObject({
      required: false,
      schema: { type: 'integer', minimum: 1, maximum: 500, default: 50 },
    });
  });

  it(
    'gave the types that the web app is built with',
    () => {
      const folder = mkdtempSync(path.join(tmpdir(), 'gridstaff-types-'));
      try {
        const out = path.join(folder, 'api.d.ts');
        execFileSync(process.execPath, ['apps/web/api-schema.mjs', out], { cwd: projectRoot(), stdio: 'pipe' });
        const committed = readFileSync(path.join(projectRoot(), 'apps/web/src/shared/api-schema.d.ts'), 'utf8');
        expect(committed).toBe(readFileSync(out, 'utf8'));
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    TIMES_OF_A_BUILD,
  );
});

describe('the document in production', () => {
  it('does not exist for whoever is not signed in, however the address is written (S63)', async () => {
    const api = await TestApi.start({ NODE_ENV: 'production' });
    try {
      const stranger = new Browser(api);
      for (const url of [
        ...['/api/docs', '/api/docs/', '/api/docs-json', '/api/docs/swagger-ui-init.js', '/api/docs/index.html'],
        ...['/api/d%6fcs', '/%61pi/docs-json', '/api/docs/swagger-ui-bundle.js', '/api/docs?x=1', '/api//docs'],
      ]) {
        expect([url, (await stranger.get(url)).status]).toEqual([url, 404]);
      }
      const person = await api.person('reader1');
      expect((await person.get('/api/docs')).status).toBe(200);
      expect((await person.get('/api/docs-json')).body).toMatchObject({ openapi: '3.1.0' });
      const signedOut = { cookie: 'grid_session=nonsense' };
      expect((await api.send('GET', '/api/docs-json', { headers: signedOut })).status).toBe(404);
    } finally {
      await api.close();
    }
  });
});
