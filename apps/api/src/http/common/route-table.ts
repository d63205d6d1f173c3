import { invariant } from '@gridstaff/kernel';
import { Injectable, type OnModuleInit, RequestMethod } from '@nestjs/common';
import { HTTP_CODE_METADATA, METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/internal';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { type Access, ACCESS, readIdempotencyKey } from './access';
import type { DtoClass } from './field-schema';

export interface Route {
  method: string;
  /** Pattern under the prefix, such as /api/v1/runs/:runId. */
  path: string;
  access: Access;
  /** Controller.method */
  handler: string;
  /** The same as callers know it: runs.get */
  name: string;
  /** Status of an answer that went well. */
  status: number;
  /** Classes of what it takes. */
  body?: DtoClass;
  query?: DtoClass;
  /** Moves money: demands an idempotency key. */
  keyed: boolean;
}

const FREE_TYPES: readonly unknown[] = [Object, Array, String, Number, Boolean, undefined];

type Handler = ((...args: unknown[]) => unknown) & object;
type Arguments = Record<string, { index: number; data?: unknown; factory?: unknown }>;

/** Every route with who may call it. Start-up fails on a route that names nobody, and on a body or query that no class describes. */
@Injectable()
export class RouteTable implements OnModuleInit {
  private found: Route[] = [];

  constructor(private readonly discovery: DiscoveryService) {}

  get routes(): readonly Route[] {
    return this.found;
  }

  /** @throws DomainError BUG naming the route */
  onModuleInit(): void {
    this.found = this.discovery.getControllers().flatMap(({ metatype }) => routesOf(metatype as DtoClass));
  }
}

/** The routes of one controller. @throws DomainError BUG naming the route that says nothing about access, or takes what no class describes */
export function routesOf(controller: DtoClass): Route[] {
  const prototype = controller.prototype as Record<string, Handler>;
  return new MetadataScanner().getAllMethodNames(prototype).flatMap((name) => {
    const handler = prototype[name] as Handler;
    const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
    if (method === undefined) return [];
    const access = Reflect.getMetadata(ACCESS, handler) as Access | undefined;
    const title = `${controller.name}.${name}`;
    invariant(access, `route ${title} says neither @Public, @SignedInOnly nor @Permit`);
    const path = join(pathOf(controller), pathOf(handler));
    const names = { handler: title, name: nameOf(controller, name) };
    const input = inputOf(controller, name, title);
    return [{ method: RequestMethod[method], path, access, ...names, status: statusOf(handler, method), ...input }];
  });
}

const nameOf = (controller: DtoClass, method: string): string => {
  const room = controller.name.replace(/Controller$/, '');
  return `${room.charAt(0).toLowerCase()}${room.slice(1)}.${method}`;
};

const statusOf = (handler: Handler, method: RequestMethod): number =>
  (Reflect.getMetadata(HTTP_CODE_METADATA, handler) as number | undefined) ??
  (method === RequestMethod.POST ? 201 : 200);

const pathOf = (target: object): string => String(Reflect.getMetadata(PATH_METADATA, target) ?? '');
const join = (...parts: string[]): string => `/${parts.flatMap((part) => part.split('/').filter(Boolean)).join('/')}`;

function inputOf(controller: DtoClass, name: string, title: string): Pick<Route, 'body' | 'query' | 'keyed'> {
  const types = Reflect.getMetadata('design:paramtypes', controller.prototype as object, name) as unknown[];
  const args = Object.entries((Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {}) as Arguments);
  const classOf = (kind: RouteParamtypes): DtoClass | undefined => {
    const found = args.find(([key]) => Number(key.split(':')[0]) === kind);
    if (!found) return undefined;
    const [, { index, data }] = found;
    invariant(
      data === undefined && !FREE_TYPES.includes(types[index]),
      `route ${title} takes a body or query that no class describes`,
    );
    return types[index] as DtoClass;
  };
  const keyed = args.some(([, { factory }]) => factory === readIdempotencyKey);
  return { body: classOf(RouteParamtypes.BODY), query: classOf(RouteParamtypes.QUERY), keyed };
}
