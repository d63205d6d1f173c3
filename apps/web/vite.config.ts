import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { constants, gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The API that `vite` (the development server) passes requests on to. */
const API = process.env.GRID_API ?? 'http://127.0.0.1:3000';

/** Each text file also as `.gz`, once here instead of at every request. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    writeBundle: ({ dir = '' }) => {
      for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
        const file = path.join(dir, name);
        if (/\.(?:js|css|html|svg)$/.test(name))
          writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: constants.Z_BEST_COMPRESSION }));
      }
    },
  };
}

export default defineConfig({
  root: here('.'),
  plugins: [compressed()],
  resolve: { alias: [{ find: /^@gridstaff\/([^/]+)$/, replacement: `${here('../../libs')}/$1/src/index.ts` }] },
  server: { proxy: { '/api': API, '/health': API } },
  build: {
    outDir: here('../../dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    // Everything comes from files: the content security policy allows no script or font inside the page.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      // Of the shared rooms only what is used comes in: their tables do nothing by being loaded.
      treeshake: { moduleSideEffects: (id: string) => !id.includes('/libs/') },
      // Packages mark their files for servers that render; in a browser bundle the mark means nothing.
      onLog: (level, log, handler) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handler(level, log);
      },
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|react-router)[\\/]/ },
            { name: 'data', test: /node_modules[\\/](@tanstack|i18next|react-i18next)[\\/]/ },
          ],
        },
      },
    },
  },
});
