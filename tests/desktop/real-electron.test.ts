// The same program in the real Electron, where its binary is there: the window opens, the bridge answers, and the page
// is as locked in as the stand-in was told.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron as electron } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { findElectron } from '../../scripts/electron.ts'
import { built } from '../support/desktop.ts'

const program = findElectron()
const asRoot = process.getuid?.() === 0

describe('in Electron', () => {
  it.skipIf(program === undefined || asRoot)('opens (skipped without its binary, or as root)', async () => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'recap-electron-'))
    const app = await electron.launch({
      executablePath: program ?? '',
      args: [join(built, 'main.js')],
      env: {
        PATH: process.env.PATH ?? '',
        DISPLAY: process.env.DISPLAY ?? '',
        RECAP_TEST: '1',
        RECAP_DATA: dataFolder,
      },
    })
    try {
      const page = await app.firstWindow()
      await page.getByRole('heading', { level: 1 }).waitFor()
      expect(page.url()).toMatch(/^recap:\/\/app\/#\//)
      const inside = await page.evaluate(async () => ({
        bridge: Object.keys((globalThis as { recap?: object }).recap ?? {}).toSorted(),
        node: ['require', 'process', 'module', 'Buffer'].filter((name) => name in globalThis),
        network: await fetch('https://example.com/').then(
          () => 'reached',
          () => 'refused',
        ),
      }))
      expect(inside).toEqual({ bridge: ['call', 'on'], node: [], network: 'refused' })
    } finally {
      await app.close()
      rmSync(dataFolder, { recursive: true, force: true })
    }
  })
})
