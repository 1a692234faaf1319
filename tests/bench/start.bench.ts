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
    const times = { ours: [] as number[], peer: [] as number[] }
    const measureOurs = async (): Promise<number> =>
      times.ours.push(await usableAfter(browser, ours.origin, 'main h1, main button', token))
    const measureBlank = async (): Promise<number> =>
      times.peer.push(await usableAfter(browser, blank.origin, 'h1', token))
    for (let run = 0; run <= RUNS; run += 1) {
      // Neither is always the first of a pair.
      for (const next of run % 2 === 0 ? [measureOurs, measureBlank] : [measureBlank, measureOurs])
        await next()
    }
    return {
      what: 'page usable after',
      // The first pair is not counted: the browser itself is still starting.
      ours: times.ours.slice(1),
      peer: times.peer.slice(1),
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
