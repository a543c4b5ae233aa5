import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import manifest from '../../package.json' with { type: 'json' };

/**
 * Streams, built for browsers of long ago, asks for the global object by making code of text. The page's headers refuse
 * that and the browser reports it, though Streams then finds another way.
 */
const withoutEval: Plugin = {
  name: 'streams-without-eval',
  transform: (code, id) =>
    id.includes('/amazon-connect-streams/')
      ? { code: code.replaceAll(/\bFunction\((['"])return this\1\)\(\)/g, 'globalThis'), map: null }
      : null,
};

export default defineConfig({
  root: 'web/agent',
  // Wherever the site is put, its parts are beside it.
  base: './',
  plugins: [react(), withoutEval],
  define: { __PAGE_VERSION__: JSON.stringify(manifest.version) },
  build: {
    outDir: '../../.build/sites/agent',
    emptyOutDir: true,
    target: 'es2022',
    // Inlined scripts and fonts would need a weaker content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Streams is as large as it is; the page is usable before it has come.
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      input: ['web/agent/index.html', 'web/agent/check.html'],
      output: {
        codeSplitting: {
          groups: [
            { name: 'streams', test: /node_modules\/amazon-connect-streams\// },
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
            // What both pages need before their first paint: neither may import the other.
            { name: 'both', tags: ['$initial'], minShareCount: 2 },
            // What the first paint of the softphone's page needs, and nothing of what comes later.
            { name: 'first', tags: ['$initial'], test: /^(?!.*\/web\/agent\/(preflight\/|check\.html))/ },
            // What more than one of the later parts needs, in one file: it packs better.
            { name: 'later', minShareCount: 2, test: /^(?!.*\/web\/agent\/preflight\/)/ },
            // What the check's own page and the check at sign-in share: nobody waits for it.
            { name: 'preflight', test: /\/web\/agent\/preflight\//, minShareCount: 2 },
          ],
        },
      },
    },
  },
});
