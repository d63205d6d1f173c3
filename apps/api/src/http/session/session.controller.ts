import type { Actor } from '@gridstaff/contracts';
import { Accounts, type NewSession, Sessions, type SignedIn } from '@gridstaff/identity';
import { Body, Controller, Get, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ThrottlerGuard } from '@nestjs/throttler';
import { CurrentActor, CurrentUser, Public, SignedInOnly, WithInitialPassword } from '../common/access';
import { CookieSettings } from '../common/cookie-settings';
import type { ApiRequest, Reply } from '../common/fastify';
import { SESSION_COOKIE } from '../common/session.guard';
import { ChangePasswordBody, SignInBody } from './session.dto';
import { SignInGuard } from './sign-in.guard';
import { type SignedInView, signedInView } from './session.view';

@Controller('api/v1/session')
export class SessionController {
  constructor(
    private readonly sessions: Sessions,
    private readonly accounts: Accounts,
    private readonly cookies: CookieSettings,
  ) {}

  /** Always a new session; a cookie that the browser brought is no part of it. */
  @Post()
  @Public()
  @UseGuards(ThrottlerGuard, SignInGuard)
  signIn(
    @Body() _body: SignInBody,
    @Req() request: ApiRequest & { user: NewSession },
    @Res({ passthrough: true }) reply: Reply,
  ): { userId: string; mustChangePassword: boolean } {
    const { token, userId, mustChangePassword } = request.user;
    void reply.setCookie(SESSION_COOKIE, token, this.cookies.options);
    return { userId, mustChangePassword };
  }

  @Post('sign-out')
  @HttpCode(204)
  @SignedInOnly()
  @WithInitialPassword()
  async signOut(@Req() request: ApiRequest, @Res({ passthrough: true }) reply: Reply): Promise<void> {
    if (request.sessionToken) await this.sessions.signOut(request.sessionToken);
    void reply.clearCookie(SESSION_COOKIE, this.cookies.options).header('clear-site-data', '"cache", "storage"');
  }

  @Get('me')
  @SignedInOnly()
  @WithInitialPassword()
  me(@CurrentUser() user: SignedIn): SignedInView {
    return signedInView(user);
  }

  /** Ends every session of the account: sign in again with the new password. */
  @Post('password')
  @HttpCode(204)
  @SignedInOnly()
  @WithInitialPassword()
  async changePassword(
    @CurrentActor() actor: Actor,
    @Body() body: ChangePasswordBody,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<void> {
    await this.accounts.changePassword(actor, body.present, body.password);
    void reply.clearCookie(SESSION_COOKIE, this.cookies.options);
  }
}
