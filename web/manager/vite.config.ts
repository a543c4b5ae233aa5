import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'web/manager',
  plugins: [react()],
  build: {
    outDir: '../../.build/sites/manager',
    emptyOutDir: true,
    target: 'es2022',
    // Inlined scripts and fonts would need a weaker content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
