// The web app's build, brought up to date before something serves it.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { text, WEB_BUILT } from './messages.mjs';

const SOURCES = ['apps/web', 'libs/contracts/src', 'libs/kernel/src'];

function newestChange(folder) {
  let newest = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) newest = Math.max(newest, statSync(join(entry.parentPath, entry.name)).mtimeMs);
  }
  return newest;
}

/** Builds when sources are newer than the built page; an installed package without sources or without the builder serves what it has. */
export async function bringWebUpToDate(root, say) {
  if (!existsSync(join(root, 'apps/web/vite.config.ts'))) return;
  const built = join(root, 'dist/web/index.html');
  const changed = Math.max(...SOURCES.map((folder) => newestChange(join(root, folder))));
  if (existsSync(built) && statSync(built).mtimeMs >= changed) return;
  let vite;
  try {
    vite = createRequire(join(root, 'package.json')).resolve('vite');
  } catch {
    return;
  }
  const begun = performance.now();
  const { build } = await import(pathToFileURL(vite).href);
  // The builder takes this variable as it finds it and sets it where there is none; what is served is for production, and the API that may
  // run in this process afterwards keeps its own.
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = 'production';
  try {
    await build({ root: join(root, 'apps/web'), configFile: join(root, 'apps/web/vite.config.ts'), logLevel: 'error' });
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
  }
  say(text(WEB_BUILT, { seconds: ((performance.now() - begun) / 1000).toFixed(1) }));
}
