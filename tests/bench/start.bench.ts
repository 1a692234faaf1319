// How long until the page can be used: from the start of navigation until the home screen has its first heading and
// button and the event loop answers. Against a React page with nothing on it, from the same kind of host, in turns.

import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import type { BenchResult } from '../../scripts/bench.ts'
import { root } from '../../scripts/tools.ts'
import { openBrowser } from '../support/browser.ts'
import { openSession, startWebHost } from '../support/web-host.ts'

const RUNS = 21

export async function measure(): Promise<BenchResult> {
  const blankFolder = join(root, 'out/bench/blank')
  const { build } = await import('vite')
  await build({
    root: join(import.meta.dirname, 'blank'),
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir: blankFolder },
  })
  const ours = await startWebHost()
  const blank = await startWebHost({ pageFolder: blankFolder })
  const browser = await openBrowser()
  try {
    const token = await openSession(ours.url)
    const times: { ours: number[]; blank: number[] } = { ours: [], blank: [] }
    // The first of each is not counted: the browser itself is still starting.
    for (let run = 0; run <= RUNS; run += 1) {
      const ourTime = await usableAfter(browser, ours.origin, 'main h1, main button', token)
      const blankTime = await usableAfter(browser, blank.origin, 'h1', token)
      if (run === 0) continue
      times.ours.push(ourTime)
      times.blank.push(blankTime)
    }
    return {
      what: 'page usable after',
      ours: median(times.ours),
      peer: median(times.blank),
      against: 'a blank React page',
      unit: 'ms',
      limit: 1.5,
    }
  } finally {
    await browser.close()
    await Promise.all([ours.close(), blank.close()])
  }
}

/** Milliseconds, in a context of its own: nothing is cached. */
async function usableAfter(
  browser: Browser,
  origin: string,
  selector: string,
  token: string,
): Promise<number> {
  const context = await browser.newContext({
    storageState: {
      cookies: [],
      origins: [{ origin, localStorage: [{ name: 'recap.token', value: token }] }],
    },
  })
  try {
    const page = await context.newPage()
    await page.addInitScript((wanted) => {
      const look = new MutationObserver(() => {
        if (document.querySelector(wanted) === null) return
        look.disconnect()
        // After the next paint and whatever work was waiting.
        requestAnimationFrame(() =>
          setTimeout(() => document.documentElement.setAttribute('data-usable', String(performance.now()))),
        )
      })
      look.observe(document, { childList: true, subtree: true })
    }, selector)
    await page.goto(`${origin}/`, { waitUntil: 'commit' })
    const time = await page.waitForFunction(() => document.documentElement.dataset.usable)
    return Number(await time.jsonValue())
  } finally {
    await context.close()
  }
}

const median = (times: readonly number[]): number =>
  times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? Number.NaN
