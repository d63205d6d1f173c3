import { Sessions } from '@gridstaff/identity';
import { DomainError } from '@gridstaff/kernel';
import { EnvironmentSettings } from '@gridstaff/runtime';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { ApiRequest } from '../common/fastify';
import { SESSION_COOKIE } from '../common/session.guard';
import { CONTROLLERS } from '../controllers';
import { describeApi } from './document';

const DOCS = 'api/docs';

/** The document at /api/docs-json and its pages at /api/docs; in production for people signed in, to others they do not exist. */
export function serveDocs(app: NestFastifyApplication): void {
  if (app.get(EnvironmentSettings).mode === 'production') closeDocs(app);
  const document = (): OpenAPIObject => describeApi(CONTROLLERS) as unknown as OpenAPIObject;
  SwaggerModule.setup(DOCS, app, document, {
    raw: ['json'],
    jsonDocumentUrl: `${DOCS}-json`,
    customSiteTitle: 'GridStaff API',
    swaggerOptions: { persistAuthorization: false, displayOperationId: true, docExpansion: 'none' },
  });
}

function closeDocs(app: NestFastifyApplication): void {
  const sessions = app.get(Sessions, { strict: false });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', async (request) => {
      // The route that was found, not the address, which can be written in many ways.
      if (!request.routeOptions.url?.startsWith(`/${DOCS}`)) return;
      const token = (request as ApiRequest).cookies[SESSION_COOKIE];
      const signedIn = token === undefined ? undefined : await sessions.authenticate(token).catch(nobody);
      if (!signedIn || signedIn.mustChangePassword) throw new DomainError('ROUTE_UNKNOWN');
    });
}

/** Whoever is not signed in; a database that is away is no such answer. */
function nobody(error: unknown): undefined {
  if (error instanceof DomainError && error.code === 'NOT_SIGNED_IN') return undefined;
  throw error;
}
