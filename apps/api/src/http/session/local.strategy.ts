import { type NewSession, Sessions } from '@gridstaff/identity';
import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-local';
import type { ApiRequest } from '../common/fastify';

/** Name and password from the body, checked by identity; the result is a new server-side session. */
@Injectable()
export class LocalStrategy extends PassportStrategy(Strategy, 'local') {
  constructor(private readonly sessions: Sessions) {
    super({ usernameField: 'name', passwordField: 'password', session: false, passReqToCallback: true });
  }

  /** @throws DomainError SIGN_IN_FAILED */
  validate(request: ApiRequest, name: string, password: string): Promise<NewSession> {
    return this.sessions.signIn(name, password, request.ip);
  }
}
