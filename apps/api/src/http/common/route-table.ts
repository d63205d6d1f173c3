import { invariant } from '@gridstaff/kernel';
import { Injectable, type OnModuleInit, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/internal';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { type Access, ACCESS } from './access';

export interface Route {
  method: string;
  /** Pattern under the prefix, such as /api/v1/runs/:runId. */
  path: string;
  access: Access;
  /** Controller.method */
  handler: string;
}

/** Argument kinds that a DTO class must describe. */
const CHECKED_ARGUMENTS: readonly number[] = [RouteParamtypes.BODY, RouteParamtypes.QUERY];
const FREE_TYPES: readonly unknown[] = [Object, Array, String, Number, Boolean, undefined];

type Handler = ((...args: unknown[]) => unknown) & object;

/** Every route with who may call it. Start-up fails on a route that names nobody, and on a body or query that no class describes. */
@Injectable()
export class RouteTable implements OnModuleInit {
  private found: Route[] = [];

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  get routes(): readonly Route[] {
    return this.found;
  }

  /** @throws DomainError BUG naming the route */
  onModuleInit(): void {
    this.found = this.discovery.getControllers().flatMap(({ metatype }) => this.routesOf(metatype as new () => object));
  }

  private routesOf(controller: new () => object): Route[] {
    const prototype = controller.prototype as Record<string, Handler>;
    return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
      const handler = prototype[name] as Handler;
      const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
      if (method === undefined) return [];
      const access = Reflect.getMetadata(ACCESS, handler) as Access | undefined;
      const title = `${controller.name}.${name}`;
      invariant(access, `route ${title} says neither @Public, @SignedInOnly nor @Permit`);
      assertDescribed(controller, name, title);
      const base = pathOf(controller);
      return [{ method: RequestMethod[method], path: join(base, pathOf(handler)), access, handler: title }];
    });
  }
}

const pathOf = (target: object): string => String(Reflect.getMetadata(PATH_METADATA, target) ?? '');
const join = (...parts: string[]): string => `/${parts.flatMap((part) => part.split('/').filter(Boolean)).join('/')}`;

function assertDescribed(controller: new () => object, name: string, title: string): void {
  const types = Reflect.getMetadata('design:paramtypes', controller.prototype as object, name) as unknown[];
  const args = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {}) as Record<
    string,
    { index: number; data?: unknown }
  >;
  for (const [key, { index, data }] of Object.entries(args)) {
    if (!CHECKED_ARGUMENTS.includes(Number(key.split(':')[0]))) continue;
    invariant(
      data === undefined && !FREE_TYPES.includes(types[index]),
      `route ${title} takes a body or query that no class describes`,
    );
  }
}
