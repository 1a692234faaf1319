// The tests' projects, from fast to slow. Every test runs in one time zone and refuses the user's own data folder.

import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

// Before any worker starts: a worker that inherits it needs no re-reading of the zone.
process.env.TZ = 'Asia/Shanghai'
process.env.RECAP_TEST = '1'
// Importing electron outside Electron downloads its binary; no test may.
process.env.ELECTRON_OVERRIDE_DIST_PATH = '/nowhere'

const project = (name: string, order: number, timeout: number) => ({
  test: {
    name,
    include: [`tests/${name}/**/*.test.ts`],
    testTimeout: timeout,
    hookTimeout: timeout,
    sequence: { groupOrder: order },
  },
})

export default defineConfig({
  test: {
    pool: 'forks',
    // Much of the time a test waits: for a browser, a disk, another process.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    reporters: ['default', './scripts/closing-line.ts'],
    coverage: { include: ['shared/**', 'electron/**'], reportsDirectory: 'out/coverage' },
    projects: [
      project('unit', 0, 20_000),
      project('golden', 1, 60_000),
      project('contract', 1, 60_000),
      {
        // The built program itself, with a stand-in for Electron, which tests have no binary of.
        resolve: { alias: { electron: join(import.meta.dirname, 'tests/support/electron.ts') } },
        test: { ...project('desktop', 2, 60_000).test, server: { deps: { inline: [/\/out\/desktop\//] } } },
      },
      project('browser', 3, 120_000),
    ],
  },
})
