import type { Actor, Permission } from '@gridstaff/contracts';
import { Sessions, type SignedIn, Tokens } from '@gridstaff/identity';
import { DomainError } from '@gridstaff/kernel';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Access, ACCESS, WITH_INITIAL_PASSWORD } from './access';
import type { ApiRequest } from './fastify';

export const SESSION_COOKIE = 'grid_session';
const READING = new Set(['GET', 'HEAD', 'OPTIONS']);
const BEARER = /^Bearer ([\w.~+/=-]{1,512})$/;

const holds = (actor: Actor, permissions: readonly Permission[]): boolean =>
  [...actor.grants.values()].some((set) => permissions.some((permission) => set.has(permission)));

/** Guards every route: deny by default, a route that names nobody is closed. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    private readonly tokens: Tokens,
  ) {}

  /** @throws DomainError NOT_SIGNED_IN, CROSS_SITE, PASSWORD_CHANGE_REQUIRED, FORBIDDEN */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const handler = context.getHandler();
    const access = this.reflector.get<Access | undefined>(ACCESS, handler);
    if (access === 'public') return true;
    const request = context.switchToHttp().getRequest<ApiRequest>();
    const signedIn = await this.authenticate(request);
    request.signedIn = signedIn;
    if (signedIn.mustChangePassword && !this.reflector.get<boolean | undefined>(WITH_INITIAL_PASSWORD, handler)) {
      throw new DomainError('PASSWORD_CHANGE_REQUIRED');
    }
    if (access === undefined) return false;
    if (access !== 'signed-in' && !holds(signedIn.actor, access)) {
      throw new DomainError('FORBIDDEN', { permission: access.join(' | ') });
    }
    return true;
  }

  /** A bearer token wins over a cookie: programs send no cookie, and a browser adds no such header by itself. */
  private async authenticate(request: ApiRequest): Promise<SignedIn> {
    const { authorization } = request.headers;
    if (authorization !== undefined) {
      const token = BEARER.exec(authorization)?.[1];
      if (!token) throw new DomainError('NOT_SIGNED_IN');
      return this.tokens.authenticate(token);
    }
    const token = request.cookies[SESSION_COOKIE];
    if (!token) throw new DomainError('NOT_SIGNED_IN');
    if (!READING.has(request.method) && !isSameSite(request)) throw new DomainError('CROSS_SITE');
    const signedIn = await this.sessions.authenticate(token);
    request.sessionToken = token;
    return signedIn;
  }
}

/**
 * No other site can set this header without a CORS permission, which is never given, nor forge the Origin that browsers send; SameSite=Strict
 * stands before both.
 */
function isSameSite(request: ApiRequest): boolean {
  if (request.headers['x-requested-with'] === 'gridstaff') return true;
  const { origin } = request.headers;
  return typeof origin === 'string' && URL.canParse(origin) && new URL(origin).host === request.host;
}
