// A real Chrome, Chromium or Edge for tests, the bench and the gallery.

import { type Browser, chromium } from 'playwright-core'
import { findBrowser } from '../../scripts/programs.ts'

/** @throws Error when there is no browser: `npm test` sees to it before */
export async function openBrowser(...args: readonly string[]): Promise<Browser> {
  const executablePath = findBrowser()
  if (executablePath === undefined) throw new Error('no Chrome, Chromium or Edge: run `npm test` once')
  // Root has no sandbox in Chromium.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return chromium.launch({ executablePath, args: [...asRoot, ...args] })
}
