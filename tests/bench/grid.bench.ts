// How long the page's thread is taken at most while a table of 1,000,000 rows is scrolled through: by the wheel, by
// pages, by dragging the bar from end to end.

import type { Page } from 'playwright-core'
import type { BenchResult } from '../../scripts/bench.ts'
import { openApp } from '../support/app-page.ts'
import { openBrowser } from '../support/browser.ts'
import { startWebHost } from '../support/web-host.ts'
import { dailyCsv } from './spreadsheets.ts'

const RUNS = 3
const importMs = 120_000

export async function measure(): Promise<BenchResult[]> {
  const path = dailyCsv(1_000_000)
  const host = await startWebHost()
  const browser = await openBrowser()
  try {
    const app = await openApp(browser, host.url)
    const { page } = app
    await app.createProject('scroll')
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      app.button(app.data.import).click(),
    ])
    await chooser.setFiles(path)
    await app.importReviewed(1)
    await page.getByRole('gridcell').first().waitFor({ timeout: importMs })
    const results: BenchResult[] = []
    for (const [what, scroll] of Object.entries(scrolling)) {
      const ours: number[] = []
      for (let run = 0; run < RUNS; run += 1) ours.push(await longestTask(page, () => scroll(page)))
      results.push({ what: `longest task, ${what}`, ours: [Math.max(...ours)], unit: 'ms', limit: 100 })
    }
    return results
  } finally {
    await browser.close()
    await host.close()
  }
}

const scrolling: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  async 'by the wheel'(page) {
    await page.getByRole('gridcell').nth(20).hover()
    for (let step = 0; step < 60; step += 1) {
      await page.mouse.wheel(0, 400)
      await page.waitForTimeout(16)
    }
  },
  async 'by pages'(page) {
    await page.getByRole('gridcell').first().click()
    for (let step = 0; step < 30; step += 1) {
      await page.keyboard.press('PageDown')
      await page.waitForTimeout(30)
    }
  },
  'by the bar': (page) =>
    page
      .getByRole('gridcell')
      .first()
      .evaluate(async (cell) => {
        const viewport = cell.closest('.ag-grid-viewport')
        if (!viewport) throw new Error('nothing scrolls')
        const frames = 120
        const towards = viewport.scrollTop < viewport.scrollHeight / 2
        for (let frame = 0; frame <= frames; frame += 1) {
          viewport.scrollTop = (viewport.scrollHeight * (towards ? frame : frames - frame)) / frames
          await new Promise(requestAnimationFrame)
        }
      }),
}

/** Milliseconds of the longest task meanwhile; what takes less than 50 is nobody's concern and counts as 0. */
async function longestTask(page: Page, work: () => Promise<void>): Promise<number> {
  const longest = await page.evaluateHandle(() => {
    const seen = { ms: 0 }
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.ms = Math.max(seen.ms, duration)
    })
    observer.observe({ type: 'longtask' })
    return seen
  })
  const from = await lastRow(page)
  await work()
  await page.waitForTimeout(500)
  if ((await lastRow(page)) === from) throw new Error('nothing was scrolled')
  return longest.evaluate(({ ms }) => ms)
}

/** Number of the last row that is drawn. */
const lastRow = async (page: Page): Promise<number> => {
  const numbers = await page
    .locator('[role=row][aria-rowindex]')
    .evaluateAll((rows) => rows.map((row) => Number(row.getAttribute('aria-rowindex'))))
  return Math.max(...numbers)
}
