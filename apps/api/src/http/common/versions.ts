import { DomainError } from '@gridstaff/kernel';
import { UnitOfWork } from '@gridstaff/persistence';
import {
  type CallHandler,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import { map, type Observable } from 'rxjs';
import type { ApiRequest, Reply } from './fastify';

/** An answer with the version of what it shows, which leaves as its ETag. */
export class Versioned<T> {
  constructor(
    readonly version: number,
    readonly body: T,
  ) {}
}

const TAG = /^"(\d{1,15})"$/;

/** Gives a versioned answer its ETag. */
@Injectable()
export class VersionInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<Reply>();
    return next.handle().pipe(
      map((answer: unknown) => {
        if (!(answer instanceof Versioned)) return answer;
        void reply.header('etag', `"${answer.version}"`);
        return answer.body as unknown;
      }),
    );
  }
}

/** Whether the reader has exactly this already (If-None-Match, compared weakly as RFC 9110 asks). */
export function isKnown(request: Pick<ApiRequest, 'method' | 'headers'>, reply: Reply): boolean {
  const etag = reply.getHeader('etag');
  const known = request.headers['if-none-match'];
  if (request.method !== 'GET' || reply.statusCode !== 200 || typeof etag !== 'string' || !known) return false;
  return known.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);
}

/** Turns an answer into 304. */
export function leaveOut(reply: Reply): null {
  void reply.code(304).removeHeader('content-length').removeHeader('content-type');
  return null;
}

/** The version named by If-Match; undefined without one, and for `*`. @throws DomainError IF_MATCH_INVALID */
export const SeenVersion = createParamDecorator((_: unknown, context: ExecutionContext): number | undefined => {
  const sent = context.switchToHttp().getRequest<ApiRequest>().headers['if-match'];
  if (sent === undefined || sent === '*') return undefined;
  const version = TAG.exec(sent)?.[1];
  if (version === undefined) throw new DomainError('IF_MATCH_INVALID', {}, { field: 'If-Match' });
  return Number(version);
});

/** Commands on what was seen, and on nothing newer. */
@Injectable()
export class Freshness {
  constructor(private readonly uow: UnitOfWork) {}

  /** Looks and acts in one unit; the guards of the command itself stand behind it. @throws DomainError IF_MATCH_STALE */
  async run<T>(seen: number | undefined, version: () => Promise<number>, act: () => Promise<T>): Promise<T> {
    if (seen === undefined) return act();
    return this.uow.run(async () => {
      const now = await version();
      if (now !== seen) throw new DomainError('IF_MATCH_STALE', { seen, now });
      return act();
    });
  }
}
