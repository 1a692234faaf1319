// The screens, built for the window and for the user's browser alike. The page carries a placeholder where its
// host puts a fresh nonce at each load (electron/hosts/page.ts).

import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Rolldown } from 'vite'

const entry = join(import.meta.dirname, 'renderer/main.tsx')

/** What the entry imports at once, and what that imports: the first load, as one file instead of twenty. */
function firstLoad(modules: Rolldown.ChunkingContext): ReadonlySet<string> {
  const found = new Set([entry])
  for (const id of found)
    for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) found.add(imported)
  return found
}

let first: ReadonlySet<string> | undefined

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
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [{ name: (id, context) => ((first ??= firstLoad(context)).has(id) ? 'first' : null) }],
        },
      },
    },
  },
})
