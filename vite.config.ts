// The screens, built for the window and for the user's browser alike. The page carries a placeholder where its
// host puts a fresh nonce at each load (electron/hosts/page.ts).

import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: join(import.meta.dirname, 'renderer'),
  cacheDir: '../node_modules/.cache/vite',
  plugins: [react()],
  html: { cspNonce: '__RECAP_NONCE__' },
  build: {
    outDir: '../out/renderer',
    emptyOutDir: true,
    // A file in a data: address would need a hole in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1500,
  },
})
