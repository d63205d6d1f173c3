import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import { AppLogger, Clock, EnvironmentSettings, FileSettings, HttpSettings } from '@gridstaff/runtime';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import helmet, { type HelmetOptions } from 'helmet';
import { randomUUID } from 'node:crypto';
import { languageOf, problemDocument, toDomainError } from './http/common/problem';
import type { ApiRequest, FastifyInstance, Reply } from './http/common/fastify';
import { serveDocs } from './http/openapi/docs';
import { isKnown, leaveOut } from './http/common/versions';
import { serveWebApp } from './http/web-app';
import { UploadSlots } from './http/common/upload-slots';
import { limitRequests, MAX_BODY_BYTES, MAX_FILE_BYTES } from './http/common/request-limits';

/** The client's address is the peer's, unless the peer is the one proxy that may say otherwise. */
export const createAdapter = (trustedProxy: string): FastifyAdapter =>
  new FastifyAdapter({
    trustProxy: trustedProxy === '' ? false : trustedProxy,
    bodyLimit: MAX_BODY_BYTES,
    // A number of our own for every request: one that a client sends could be used to disguise another.
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    logger: false,
    multipart: false,
    routerOptions: { maxParamLength: 200 },
    // What fails before there is a route (an address that cannot be decoded) passes no hook: it gets the headers that matter here.
    frameworkErrors: (error: unknown, request: ApiRequest, reply: Reply) => {
      const document = problemDocument(
        toDomainError(error),
        languageOf(request.headers['accept-language']),
        request.id,
      );
      void reply
        .status(document.status)
        .headers({ ...BARE_HEADERS, 'x-request-id': request.id })
        .type('application/problem+json; charset=utf-8')
        .send(JSON.stringify(document));
    },
  });

const BARE_HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
} as const;

/** What stands between the socket and Nest. */
export async function prepareServer(app: NestFastifyApplication): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  const secure = app.get(HttpSettings).secureCookies || app.get(EnvironmentSettings).mode === 'production';
  const protect = helmet(headers(secure));
  fastify.addHook('onRequest', (request, reply, done) => protect(request.raw, reply.raw, (error) => done(error as Error)));
  await app.register(cookie);
  await app.register(multipart, {
    limits: {
      files: 1,
      fileSize: MAX_FILE_BYTES,
      fields: 10,
      fieldSize: 1000,
      fieldNameSize: 60,
      parts: 11,
      headerPairs: 50,
    },
  });
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id).header('cache-control', 'no-store');
    done();
  });
  const uploads = new UploadSlots(app.get(FileSettings));
  fastify.addHook('onRequest', (request, _reply, done) => {
    if (request.headers['content-type']?.startsWith('multipart/')) (request as ApiRequest).uploads = uploads;
    done();
  });
  limitRequests(fastify);
  fastify.addHook('onSend', (request, reply, payload, done) => {
    done(null, isKnown(request, reply) ? leaveOut(reply) : payload);
  });
  logAccess(fastify, app.get(AppLogger), app.get(Clock));
  await serveWebApp(app);
  // Last: waiting for another plugin would fix these routes before Nest has set its error handler.
  serveDocs(app);
}

const headers = (secure: boolean): HelmetOptions => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      // The component library of the web app writes style elements.
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
  strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
  frameguard: { action: 'deny' },
  referrerPolicy: { policy: 'no-referrer' },
});

/** One line per request: route pattern and number, never a body, a cookie, or the values of a query. */
function logAccess(fastify: FastifyInstance, logger: AppLogger, clock: Clock): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    const { signedIn } = request as ApiRequest;
    logger.info(
      {
        requestId: request.id,
        method: request.method,
        path: (request.url.split('?')[0] as string).slice(0, 200),
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        ip: request.ip,
        userId: signedIn?.actor.userId,
        at: clock.millis(),
      },
      'request',
    );
    done();
  });
}
