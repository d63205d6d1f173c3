import type { Schema } from '../../apps/api/src/http/common/field-schema';
import { CONTROLLERS } from '../../apps/api/src/http/controllers';
import { describeApi } from '../../apps/api/src/http/openapi/document';

const document = describeApi(CONTROLLERS);
const ROUTES = Object.entries(document.paths).map(([address, methods]) => ({
  fits: new RegExp(`^${address.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
  // A name in the address wins over a parameter, as in the router.
  parameters: address.split('{').length,
  methods,
}));

/** What in an answer is not as the document of the API says; empty when all is. */
export function unlikeDocument(method: string, url: string, status: number, body: unknown): string[] {
  const address = url.split('?')[0] as string;
  const [route] = ROUTES.filter(({ fits, methods }) => fits.test(address) && methods[method.toLowerCase()]).sort(
    (a, b) => a.parameters - b.parameters,
  );
  const operation = route?.methods[method.toLowerCase()];
  if (!operation) return [];
  const answer = operation.responses[String(status)];
  if (!answer) return [`${operation.operationId} answers ${status}, which its document does not name`];
  const code = String((body as { code?: unknown }).code);
  if (status >= 400 && !answer['x-error-codes']?.includes(code))
    return [`${operation.operationId} answers ${code}, which its document does not name`];
  const media = status < 400 ? 'application/json' : 'application/problem+json';
  const schema = answer.content?.[media]?.schema;
  return schema ? faults(body, schema, operation.operationId) : [];
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

function faults(value: unknown, schema: Schema, at: string): string[] {
  if (schema.$ref) {
    const name = schema.$ref.replace('#/components/schemas/', '');
    return faults(value, document.components.schemas[name] as Schema, at);
  }
  if (schema.anyOf) {
    const each = schema.anyOf.map((one) => faults(value, one, at));
    return each.some((found) => found.length === 0) ? [] : (each[0] as string[]);
  }
  const type = typeOf(value);
  const types = schema.type === undefined ? undefined : [schema.type].flat();
  if (types && !types.includes(type) && !(type === 'integer' && types.includes('number')))
    return [`${at} is ${type}, not ${types.join(' or ')}`];
  if (schema.enum && !schema.enum.includes(value as string)) return [`${at} is ${String(value)}: not in the list`];
  if (schema.pattern && typeof value === 'string' && !new RegExp(schema.pattern).test(value))
    return [`${at} does not look like ${schema.pattern}`];
  if (type === 'array')
    return (value as unknown[]).flatMap((item, i) => faults(item, schema.items ?? {}, `${at}[${i}]`));
  if (type !== 'object') return [];
  return faultsOfObject(value as Record<string, unknown>, schema, at);
}

function faultsOfObject(value: Record<string, unknown>, schema: Schema, at: string): string[] {
  const { properties = {}, required = [], additionalProperties = true } = schema;
  const missing = required.filter((name) => value[name] === undefined).map((name) => `${at}.${name} is missing`);
  const inside = Object.entries(value).flatMap(([name, inner]) => {
    const known = properties[name];
    if (known) return faults(inner, known, `${at}.${name}`);
    if (additionalProperties === false) return [`${at}.${name} is not in the document`];
    return typeof additionalProperties === 'object' ? faults(inner, additionalProperties, `${at}.${name}`) : [];
  });
  return [...missing, ...inside];
}
