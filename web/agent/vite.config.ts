import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import manifest from '../../package.json' with { type: 'json' };

export default defineConfig({
  root: 'web/agent',
  // Wherever the site is put, its parts are beside it.
  base: './',
  plugins: [react()],
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
      output: {
        codeSplitting: {
          groups: [
            { name: 'streams', test: /node_modules\/amazon-connect-streams\// },
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
          ],
        },
      },
    },
  },
});
