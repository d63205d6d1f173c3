import { EnvironmentSettings, HttpSettings } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';

/** One shape for setting and clearing the session cookie. Without Max-Age it ends with the browser; the server ends it earlier. */
@Injectable()
export class CookieSettings {
  readonly options: { path: string; httpOnly: boolean; sameSite: 'strict'; secure: boolean };

  constructor(http: HttpSettings, environment: EnvironmentSettings) {
    const secure = http.secureCookies || environment.mode === 'production';
    this.options = { path: '/', httpOnly: true, sameSite: 'strict', secure };
  }
}
