import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const API = process.env.REGISTRY ?? 'http://127.0.0.1:4000';

export default defineConfig({
  plugins: [react()],
  // The server puts a nonce of its own in the place of this one, in each answer (src/platform/web).
  html: { cspNonce: '__NONCE__' },
  build: {
    target: 'es2022',
    // Nothing is written into a page or a style as `data:`.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  // `npm run -w web dev`: the browser speaks to Vite, and Vite hands the API on.
  server: { host: '127.0.0.1', proxy: Object.fromEntries(['/graphql', '/uploads', '/files', '/sign-in'].map(path => [path, API])) },
});
