import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The API that `vite` (the development server) passes requests on to. */
const API = process.env.GRID_API ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: here('.'),
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
