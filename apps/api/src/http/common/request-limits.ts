import { DomainError } from '@gridstaff/kernel';
import type { ApiRequest, FastifyInstance } from './fastify';
import { LONE_SURROGATE } from './fields';

export const MAX_BODY_BYTES = 1024 * 1024;
export const MAX_FILE_BYTES = 10 * 1024 * 1024;
const MAX_QUERY_KEYS = 100;
const MAX_DEPTH = 20;
const POLLUTING = new Set(['__proto__', 'constructor', 'prototype']);

/** Refuses hostile shapes before any route sees them. */
export function limitRequests(fastify: FastifyInstance): void {
  fastify.removeContentTypeParser('text/plain');
  fastify.addHook('onRequest', (request, _reply, done) => done(queryFault(request.url)));
  fastify.addHook('preValidation', (request, _reply, done) => done(bodyFault((request as ApiRequest).body)));
}

/** Each parameter once, a bounded number of them, and no name that reaches into a prototype. */
export function queryFault(url: string): DomainError | undefined {
  const at = url.indexOf('?');
  if (at < 0) return undefined;
  const seen = new Set<string>();
  for (const [name, value] of new URLSearchParams(url.slice(at + 1))) {
    const place = { field: name.slice(0, 60) };
    if (seen.has(name)) return new DomainError('QUERY_REPEATED', { name: place.field }, place);
    seen.add(name);
    if (seen.size > MAX_QUERY_KEYS) return new DomainError('QUERY_TOO_LONG', { max: MAX_QUERY_KEYS });
    if (POLLUTING.has(name)) return new DomainError('UNKNOWN_FIELD', { name }, place);
    if (value.includes('\0')) return new DomainError('FIELD_SHAPE', { name: place.field }, place);
  }
  return undefined;
}

/** The parser has refused `__proto__` by then; this also stops what JSON allows and nobody means. Walks without recursion. */
export function bodyFault(body: unknown): DomainError | undefined {
  const open: { value: unknown; depth: number }[] = [{ value: body, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, depth } = next;
    if (typeof value === 'string' && (value.includes('\0') || LONE_SURROGATE.test(value)))
      return new DomainError('BODY_MALFORMED');
    if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) continue;
    if (depth >= MAX_DEPTH) return new DomainError('BODY_TOO_DEEP', { max: MAX_DEPTH });
    for (const [key, item] of Object.entries(value)) {
      if (POLLUTING.has(key)) return new DomainError('BODY_MALFORMED');
      open.push({ value: item, depth: depth + 1 });
    }
  }
  return undefined;
}
