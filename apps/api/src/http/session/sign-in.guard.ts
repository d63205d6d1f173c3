import { DomainError } from '@gridstaff/kernel';
import { type ExecutionContext, Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { DtoPipe } from '../common/dto.pipe';
import type { ApiRequest } from '../common/fastify';
import { SignInBody } from './session.dto';

/** Passport's local strategy, behind the same body check as every other route. */
@Injectable()
export class SignInGuard extends AuthGuard('local') {
  private readonly pipe = new DtoPipe();

  /** @throws DomainError REQUEST_INVALID, SIGN_IN_FAILED */
  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<ApiRequest>();
    // Checked here, as guards run before pipes; passport would also look for a password in the address, where none may be.
    await this.pipe.transform(request.body, { type: 'body', metatype: SignInBody });
    return (await super.canActivate(context)) as boolean;
  }

  override handleRequest<T>(error: unknown, session: T | false): T {
    if (error) throw error;
    if (!session) throw new DomainError('SIGN_IN_FAILED');
    return session;
  }
}
