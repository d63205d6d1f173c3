import fastifyStatic from '@fastify/static';
import { projectRoot } from '@gridstaff/runtime';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { ApiRequest, FastifyInstance } from './common/fastify';

/** Where the build of apps/web goes (its vite.config.ts). */
const BUILT = 'dist/web';
const ASSET = /[\\/]assets[\\/]/;
const YEAR_S = 31_536_000;
/** Addresses that are never pages. */
const NO_PAGE = /^\/(?:api|health|assets)(?:\/|$)/;

/**
 * Serves the built web app: its files as they are, and index.html for every page address, which the app reads itself. Without a build
 * the API stands alone.
 * @returns whether there is a web app
 */
export async function serveWebApp(app: NestFastifyApplication): Promise<boolean> {
  const root = path.join(projectRoot(), BUILT);
  if (!existsSync(path.join(root, 'index.html'))) return false;
  await app.register(fastifyStatic, {
    root,
    prefix: '/',
    // Each file is a route of its own: no path from outside ever reaches the disk, and unknown ones stay the API's.
    wildcard: false,
    index: false,
    cacheControl: false,
    preCompressed: true,
    setHeaders: (reply, file) => {
      // The names under assets/ change with what is in them.
      void reply.header('cache-control', ASSET.test(file) ? `public, max-age=${YEAR_S}, immutable` : 'no-cache');
    },
  });
  sendPages(app.getHttpAdapter().getInstance());
  return true;
}

/** A page is asked for by a browser's navigation; anything else that is not found stays a problem document. */
function sendPages(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request: ApiRequest, reply, done) => {
    if (isPage(request)) return void reply.sendFile('index.html');
    done();
  });
}

const isPage = ({ method, url, headers, is404 }: ApiRequest): boolean =>
  is404 &&
  (method === 'GET' || method === 'HEAD') &&
  (headers.accept ?? '').includes('text/html') &&
  !NO_PAGE.test(url.split('?')[0] ?? '');
