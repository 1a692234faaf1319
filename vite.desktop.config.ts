// The desktop's own processes: main and engine as ES modules, and in the mode `preload` the bridge as one CommonJS
// file, which is all that a sandboxed preload may be. Only what is native stays outside of the bundles.

import { defineConfig } from 'vite'

const external = ['electron', 'better-sqlite3', /^node:/]

export default defineConfig(({ mode }) => ({
  root: import.meta.dirname,
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: true,
    outDir: 'out/desktop',
    emptyOutDir: mode !== 'preload',
    minify: false,
    target: 'node24',
    rolldownOptions:
      mode === 'preload'
        ? {
            input: { preload: 'electron/preload.ts' },
            external,
            output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
          }
        : {
            input: {
              main: 'electron/main.ts',
              'engine-process': 'electron/hosts/desktop/engine-process.ts',
              // The thread that reads files; electron/import/thread.ts starts it from beside itself.
              worker: 'electron/import/reading/worker.ts',
            },
            external,
            // All in one folder: modules find their files beside themselves.
            output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js' },
          },
  },
}))
