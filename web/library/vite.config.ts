import { defineConfig } from 'vite';
import manifest from '../../package.json' with { type: 'json' };

/** The library for pages of others: one file that needs nothing else, and neither React nor Streams. */
export default defineConfig({
  root: 'web/library',
  define: { __PAGE_VERSION__: JSON.stringify(manifest.version) },
  build: {
    outDir: '../../.build/library/package',
    emptyOutDir: true,
    target: 'es2022',
    // Whoever bundles it makes it small; whoever reads it before they trust it can.
    minify: false,
    lib: { entry: 'create-quality-monitor.ts', formats: ['es'], fileName: 'quality-monitor' },
  },
});
