import { unzipSync } from 'fflate'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type AppPage, openApp } from '../support/app-page.ts'
import { openBrowser } from '../support/browser.ts'
import { startWebHost, type TestHost } from '../support/web-host.ts'

let browser: Browser
let host: TestHost

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())
afterEach(() => host.close())

/** The export screen of the sample project. */
async function start(options: Parameters<typeof openApp>[2] = {}): Promise<AppPage> {
  host = await startWebHost()
  const app = await openApp(browser, host.url, options)
  await app.trySample()
  await app.goTo('export')
  await app.page.getByRole('heading', { name: app.export.missing }).waitFor()
  return app
}

const field = (app: AppPage, fact: keyof AppPage['facts']) =>
  app.page.getByLabel(app.facts[fact], { exact: true })
const fileName = (app: AppPage) => app.page.getByLabel(app.export.fileName, { exact: true })

describe('the export screen', () => {
  test.each([
    ['zh-CN', 'light'],
    ['zh-CN', 'dark'],
    ['en', 'light'],
    ['en', 'dark'],
  ] as const)('keeps nobody out, the calendar included (%s, %s)', async (language, theme) => {
    const app = await start({ language, theme })
    expect(await app.barriers()).toEqual([])
    await app.button(app.export.pickPeriod).click()
    await app.page.getByRole('table').first().waitFor()
    expect(await app.barriers()).toEqual([])
  })

  test('keeps what is typed about the author, and names the file by it', async () => {
    const app = await start()
    await field(app, 'organisation').fill('星河科技')
    await field(app, 'name').fill('李想')
    await field(app, 'title').fill('实习总结')
    await field(app, 'date').fill('2026年8月31日')
    await app.page.getByText(app.shell.saveStates.saved).waitFor()
    await app.page.reload()
    await expect.poll(() => field(app, 'name').inputValue()).toBe('李想')
    await expect.poll(() => fileName(app).inputValue()).toBe('星河科技_李想_实习总结_2026年8月31日')
  })

  test('lists what is missing and leads to its place', async () => {
    const app = await start()
    await field(app, 'mentor').fill('')
    await app.button(app.facts.mentor).click()
    expect(await app.page.evaluate(() => document.activeElement?.id)).toBe('fact-mentor')
    const prompts = app.page.getByRole('region', { name: app.export.missing }).getByRole('link')
    await prompts.first().click()
    await app.page.waitForURL(/\/report\/[\w.-]+$/)
  })

  test('writes a span of days out in the report’s language', async () => {
    const app = await start()
    await app.button(app.export.pickPeriod).click()
    await app.page.getByPlaceholder('开始日期').fill('2026-03-02')
    await app.page.keyboard.press('Enter')
    await app.page.getByPlaceholder('结束日期').fill('2026-08-28')
    await app.page.keyboard.press('Enter')
    await expect.poll(() => field(app, 'period').inputValue()).toBe('2026年3月2日至8月28日')
  })

  test.each(['zh-CN', 'en'] as const)(
    'gives a Word file under the name that is shown (%s)',
    async (language) => {
      const app = await start({ language })
      await fileName(app).fill('我的总结')
      const { name, content } = await app.download(app.button(app.export.export))
      expect(name).toBe('我的总结.docx')
      expect(Object.keys(unzipSync(content))).toContain('word/document.xml')
      await app.page.getByText(app.export.done('我的总结.docx')).waitFor()
      expect(await app.barriers()).toEqual([])
      await app.button(app.export.exportAgain).waitFor()
      await app.button(app.export.byRule).click()
      expect(await fileName(app).inputValue()).not.toBe('我的总结')
    },
  )
})
