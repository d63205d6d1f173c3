import { DomainError } from '@gridstaff/kernel';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/internal';
import type { ApiRequest } from './fastify';

/** Refuses a body or query on a route that takes none, as a DTO refuses a field that it does not name: nothing is ignored in silence. */
@Injectable()
export class UnaskedGuard implements CanActivate {
  /** @throws DomainError UNKNOWN_FIELD */
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<ApiRequest>();
    const takes = kindsOf(context);
    if (!takes.has(RouteParamtypes.BODY)) refuse(request.body);
    if (!takes.has(RouteParamtypes.QUERY)) refuse(request.query);
    return true;
  }
}

function kindsOf(context: ExecutionContext): Set<number> {
  const args = (Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), context.getHandler().name) ??
    {}) as object;
  return new Set(Object.keys(args).map((key) => Number(key.split(':')[0])));
}

function refuse(sent: unknown): void {
  if (typeof sent !== 'object' || sent === null) return;
  const [first] = Object.keys(sent);
  if (first === undefined) return;
  const name = first.slice(0, 60);
  throw new DomainError('UNKNOWN_FIELD', { name }, { field: name });
}
