import type { Actor, Permission } from '@gridstaff/contracts';
import { DomainError } from '@gridstaff/kernel';
import type { SignedIn } from '@gridstaff/identity';
import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { ApiRequest } from './fastify';

/** Who may call a route: anybody, anybody signed in (their own matters only), or holders of one of these permissions in at least one centre. */
export type Access = 'public' | 'signed-in' | readonly Permission[];

export const ACCESS = 'gridstaff:access';
export const WITH_INITIAL_PASSWORD = 'gridstaff:with-initial-password';

/** Anybody, without signing in. */
export const Public = (): MethodDecorator => SetMetadata(ACCESS, 'public' satisfies Access);

/** Anybody signed in: the route answers about the caller alone. */
export const SignedInOnly = (): MethodDecorator => SetMetadata(ACCESS, 'signed-in' satisfies Access);

/** Open also to somebody who must change the initial password first. */
export const WithInitialPassword = (): MethodDecorator => SetMetadata(WITH_INITIAL_PASSWORD, true);

/**
 * Holders of the permission (of one of them where the matter asked about decides which) in at least one centre. The use case then asks for it in the centre of the thing itself, where it is refused
 * (403) or, for somebody without any right in that centre, not found (404).
 */
export const Permit = (...permissions: [Permission, ...Permission[]]): MethodDecorator =>
  SetMetadata(ACCESS, permissions satisfies Access);

/** @throws DomainError NOT_SIGNED_IN */
export function signedInOf(request: ApiRequest): SignedIn {
  if (!request.signedIn) throw new DomainError('NOT_SIGNED_IN');
  return request.signedIn;
}

const requestOf = (context: ExecutionContext): ApiRequest => context.switchToHttp().getRequest<ApiRequest>();

/** The caller as the use cases know them. */
export const CurrentActor = createParamDecorator(
  (_: unknown, context: ExecutionContext): Actor => signedInOf(requestOf(context)).actor,
);

/** The caller with account name, worker and agency. */
export const CurrentUser = createParamDecorator((_: unknown, context: ExecutionContext): SignedIn =>
  signedInOf(requestOf(context)),
);

/** @throws DomainError MISSING_FIELD */
export function readIdempotencyKey(_: unknown, context: ExecutionContext): string {
  const key = requestOf(context).headers['idempotency-key'];
  if (typeof key !== 'string' || key === '') {
    throw new DomainError('MISSING_FIELD', { name: 'Idempotency-Key' }, { field: 'Idempotency-Key' });
  }
  return key;
}

/** Header that every command which moves money demands. */
export const IdempotencyKey = createParamDecorator(readIdempotencyKey);
