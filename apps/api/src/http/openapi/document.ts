import { ERRORS } from '@gridstaff/contracts';
import { invariant } from '@gridstaff/kernel';
import type { Access } from '../common/access';
import { type DtoClass, type Schema, schemaOfDto } from '../common/field-schema';
import { type Route, routesOf } from '../common/route-table';
import { ID, NUMBER, PERIOD, ref, shape, TEXT } from '../common/values';
import { exampleOf } from './example';
import type { Operation, Operations } from './operation';
import { OPERATIONS, SCHEMAS } from './operations';

interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  description?: string;
  schema: Schema;
}

interface Content {
  schema: Schema;
  example?: unknown;
}

interface Answer {
  description: string;
  headers?: Record<string, { schema: Schema; description: string }>;
  content?: Record<string, Content>;
  'x-error-codes'?: readonly string[];
}

export interface OperationDocument {
  operationId: string;
  tags: string[];
  summary: string;
  description: string;
  parameters: Parameter[];
  requestBody?: { required: boolean; content: Record<string, Content> };
  responses: Record<string, Answer>;
  security: Record<string, string[]>[];
  'x-permission': string | readonly string[];
}

export interface ApiDocument {
  openapi: string;
  info: { title: string; version: string; description: string };
  paths: Record<string, Record<string, OperationDocument>>;
  components: { schemas: Record<string, Schema>; securitySchemes: Record<string, object> };
}

const PROBLEM = 'application/problem+json';

const FINDING = {
  code: { ...TEXT, description: 'Stable', examples: ['STALE'] },
  detail: { ...TEXT, description: 'In the language of Accept-Language' },
  detail_zh: TEXT,
  detail_en: TEXT,
  place: { type: 'object', additionalProperties: true, description: 'Where in the input it lies' },
  errors: { type: 'array', items: ref('Finding'), description: 'Each finding by itself when there are several' },
} satisfies Record<string, Schema>;

const PROBLEM_SCHEMAS = {
  Finding: shape(FINDING, ['place', 'errors']),
  Problem: shape(
    {
      ...{ type: TEXT, title: TEXT, status: { type: 'integer' } },
      ...FINDING,
      instance: { ...TEXT, description: 'Number of the request, as in the header X-Request-Id and in the log' },
    },
    ['place', 'errors'],
  ),
};

const SECURITY = {
  session: { type: 'apiKey', in: 'cookie', name: 'grid_session', description: 'From POST /api/v1/session' },
  token: { type: 'http', scheme: 'bearer', description: 'Of a machine account' },
};

/** The OpenAPI document of these controllers, from their decorators and classes and the table of operations. @throws DomainError BUG */
export function describeApi(controllers: readonly DtoClass[], operations: Operations = OPERATIONS): ApiDocument {
  const schemas: Record<string, Schema> = { ...SCHEMAS, ...PROBLEM_SCHEMAS };
  const paths: ApiDocument['paths'] = {};
  for (const route of controllers.flatMap(routesOf)) {
    const operation = operations[route.name];
    invariant(operation, `route ${route.name} is not described in http/openapi/operations`);
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    (paths[path] ??= {})[route.method.toLowerCase()] = describe(route, operation, schemas);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'GridStaff 网格员队伍与薪酬管理系统',
      version: 'v1',
      description:
        'Amounts are decimal yuan as text, instants UTC, dates civil. A cookie session needs `X-Requested-With: gridstaff` for everything but reading. Every error is a problem document (RFC 9457) with a stable code and both languages.',
    },
    paths,
    components: { schemas, securitySchemes: SECURITY },
  };
}

function describe(route: Route, operation: Operation, schemas: Record<string, Schema>): OperationDocument {
  const permission = permissionText(route.access);
  return {
    operationId: route.name.replace('.', '_'),
    tags: [route.name.split('.')[0] as string],
    summary: operation.summary,
    description: `${permission}${route.keyed ? ' Moves money: the same key with the same body gives the first answer.' : ''}`,
    parameters: parametersOf(route, operation),
    requestBody: requestBodyOf(route, operation, schemas),
    responses: { ...successOf(route, operation, schemas), ...refusalsOf(route, operation) },
    security: route.access === 'public' ? [] : [{ session: [] }, { token: [] }],
    'x-permission': route.access,
  };
}

function permissionText(access: Access): string {
  if (access === 'public') return 'Open to anybody.';
  if (access === 'signed-in') return 'Open to anybody signed in, about their own matters.';
  return `Permission: ${access.map((permission) => `\`${permission}\``).join(' or ')}.`;
}

function parametersOf(route: Route, { versioned }: Operation): Parameter[] {
  const inPath = [...route.path.matchAll(/:(\w+)/g)].map(([, name = '']): Parameter => ({
    name,
    in: 'path',
    required: true,
    schema: pathSchema(name),
  }));
  const query = route.query ? schemaOfDto(route.query) : undefined;
  const inQuery = Object.entries(query?.properties ?? {}).map(([name, schema]): Parameter => ({
    name,
    in: 'query',
    required: query?.required.includes(name) ?? false,
    schema,
  }));
  return [...inPath, ...inQuery, ...headersOf(route, versioned)];
}

function headersOf({ keyed, method }: Route, versioned = false): Parameter[] {
  const header = (name: string, description: string, schema: Schema = { type: 'string' }): Parameter => ({
    ...{ name, in: 'header', required: false, description, schema },
  });
  const key = header('Idempotency-Key', 'One per intended effect', { type: 'string', minLength: 8, maxLength: 100 });
  const found = keyed ? [{ ...key, required: true }] : [];
  if (!versioned) return found;
  if (method === 'GET') return [...found, header('If-None-Match', 'ETag that is known: 304 when it still holds')];
  return [...found, header('If-Match', 'ETag that was seen: 412 when it is another by now')];
}

function pathSchema(name: string): Schema {
  if (name.endsWith('Id')) return ID;
  if (name === 'period') return PERIOD;
  return name.endsWith('No') || name === 'year' ? NUMBER : TEXT;
}

function requestBodyOf(
  route: Route,
  { upload }: Operation,
  schemas: Record<string, Schema>,
): OperationDocument['requestBody'] {
  if (upload) {
    const files = Object.fromEntries(
      upload.map((name): [string, Schema] => [name, { type: 'string', format: 'binary' }]),
    );
    return { required: true, content: { 'multipart/form-data': { schema: shape(files) } } };
  }
  if (!route.body) return undefined;
  const schema = schemaOfDto(route.body);
  const { name } = route.body;
  schemas[name] = schema;
  const example = exampleOf(schema, schemas);
  return { required: schema.required.length > 0, content: { 'application/json': { schema: ref(name), example } } };
}

function successOf(route: Route, operation: Operation, schemas: Record<string, Schema>): Record<string, Answer> {
  const { answer, media = 'application/json', versioned } = operation;
  const headers = versioned ? { ETag: { schema: TEXT, description: 'Version of what is answered' } } : undefined;
  const example = answer && media === 'application/json' ? { example: exampleOf(answer, schemas) } : {};
  const content = answer && { [media]: { schema: answer, ...example } };
  const known: Record<string, Answer> =
    versioned && route.method === 'GET' ? { 304: { description: 'Unchanged' } } : {};
  return { [route.status]: { description: answer ? 'Done' : 'Done, without content', headers, content }, ...known };
}

function refusalsOf(route: Route, operation: Operation): Record<string, Answer> {
  const byStatus = new Map<number, string[]>();
  for (const code of [...new Set([...usualErrors(route, operation), ...(operation.errors ?? [])])]) {
    const error = ERRORS[code];
    invariant(error, `route ${route.name} names the unknown error ${code}`);
    byStatus.set(error.status, [...(byStatus.get(error.status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]): [string, Answer] => [
      String(status),
      {
        description: codes.map((code) => `\`${code}\`: ${ERRORS[code]?.en}`).join('\n\n'),
        content: { [PROBLEM]: { schema: ref('Problem') } },
        'x-error-codes': codes,
      },
    ]),
  );
}

/** What stands before every route of its sort. */
function usualErrors({ access, method, path, body, query, keyed }: Route, { versioned, upload }: Operation): string[] {
  const writing = method !== 'GET';
  return [
    ...(access === 'public' ? [] : ['NOT_SIGNED_IN', 'PASSWORD_CHANGE_REQUIRED']),
    ...(access !== 'public' && writing ? ['CROSS_SITE'] : []),
    ...(Array.isArray(access) ? ['FORBIDDEN'] : []),
    ...(access === 'public' ? [] : ['NOT_FOUND']),
    ...['UNKNOWN_FIELD', 'QUERY_REPEATED', 'QUERY_TOO_LONG', 'FIELD_SHAPE'],
    ...((body ?? query) ? ['REQUEST_INVALID', 'MISSING_FIELD'] : []),
    ...(query && 'sort' in schemaOfDto(query).properties ? ['CURSOR_INVALID'] : []),
    ...(body ? ['BODY_MALFORMED', 'BODY_NOT_OBJECT', 'BODY_TOO_DEEP', 'MEDIA_TYPE_UNSUPPORTED'] : []),
    ...((body ?? upload) ? ['BODY_TOO_LARGE'] : []),
    ...(upload ? ['FORM_MALFORMED', 'UPLOADS_BUSY', 'UPLOAD_TOO_SLOW'] : []),
    ...(path.includes(':period') ? ['NOT_A_PERIOD'] : []),
    ...(keyed ? ['MISSING_FIELD', 'IDEMPOTENCY_KEY_INVALID', 'IDEMPOTENCY_MISMATCH'] : []),
    ...(versioned && writing ? ['IF_MATCH_INVALID', 'IF_MATCH_STALE'] : []),
    ...['DATABASE_UNAVAILABLE', 'SHUTTING_DOWN', 'BUG'],
  ];
}
