import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type AppPage, fileAt, openApp, sampleFiles, textFile } from '../support/app-page.ts'
import { openBrowser } from '../support/browser.ts'
import { startWebHost, type TestHost } from '../support/web-host.ts'

const { daily, goals } = sampleFiles['zh-CN']

let browser: Browser
let host: TestHost

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())
afterEach(() => host.close())

/** The data screen of a new project. */
async function start(options: Parameters<typeof openApp>[2] = {}): Promise<AppPage> {
  host = await startWebHost()
  const app = await openApp(browser, host.url, options)
  await app.createProject('数据')
  return app
}

const sales = (name: string, amount: number) =>
  textFile(name, `日期,金额(元)\n2026-03-01,${amount}\n2026-03-02,20`)
const cell = (app: AppPage, text: string) =>
  app.page.getByRole('gridcell', { name: text, exact: true }).first()

describe('the data screen', () => {
  test.each([
    ['zh-CN', 'light'],
    ['zh-CN', 'dark'],
    ['en', 'light'],
    ['en', 'dark'],
  ] as const)('keeps nobody out, empty or filled (%s, %s)', async (language, theme) => {
    const app = await start({ language, theme })
    expect(await app.barriers()).toEqual([])
    await app.importFiles(fileAt(sampleFiles[language].daily), fileAt(sampleFiles[language].goals))
    await app.page.getByRole('gridcell').first().waitFor()
    expect(await app.barriers()).toEqual([])
  })

  test('says what was found: size, place, header, and the rows left out with the reason', async () => {
    const app = await start()
    await app.importFiles(fileAt(daily))
    await app.source(daily).getByText('1,080 行 · 10 列').waitFor()
    const facts = app.page.getByRole('main')
    await facts.getByText('A2:J1108').waitFor()
    await facts.getByText('第 2–3 行').waitFor()
    await facts.getByText(app.data.skippedRows(app.data.why.total, 1)).waitFor()
    await facts.getByText(app.data.skippedRows(app.data.why.subtotal, 26)).click()
    await facts.getByText(/^第 46、/).waitFor()
  })

  test('shows the rows as in the sheet, by the sheet’s own numbers, down to the last', async () => {
    const app = await start()
    await app.importFiles(fileAt(daily))
    await cell(app, '2026-03-02').waitFor()
    const head = app.page.getByRole('columnheader', { name: /^成本/ })
    expect(await head.innerText()).toMatch(/成本\s+金额 · 元/)
    await cell(app, '65,488').click()
    await app.page.keyboard.press('Control+End')
    // The last day, 28 August, has six rows; the subtotals between were left out, the numbers were not.
    await cell(app, '1108').waitFor()
    await cell(app, '2026-08-28').waitFor()
  })

  test('keeps what a cell showed where its number alone does not tell it', async () => {
    const app = await start()
    await app.importFiles(fileAt(goals))
    await cell(app, '≤30').waitFor()
  })

  test('takes cells that were copied in a spreadsheet program', async () => {
    const app = await start()
    await app.page.evaluate(() => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', '渠道\t注册\n抖音\t12\n小红书\t34\n')
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
    })
    await cell(app, '小红书').waitFor()
    await app.page.getByRole('article', { name: /^粘贴的表格/ }).waitFor()
  })

  test('tells why a file cannot be read and takes the others', async () => {
    const app = await start()
    await app.choose(app.button(app.data.import), [
      textFile('空.csv', ''),
      textFile('说明.docx', 'PK'),
      sales('销售.csv', 10),
    ])
    await app.source('销售.csv').waitFor()
    const alerts = app.page.getByRole('alert')
    await expect.poll(() => alerts.count()).toBe(2)
    expect(await alerts.first().innerText()).toContain('“空.csv”是空的')
    await alerts.first().getByRole('button', { name: app.data.dismiss }).click()
    await expect.poll(() => alerts.count()).toBe(1)
  })

  test('says that a file of the same name took the place of the earlier one', async () => {
    const app = await start()
    await app.importFiles(sales('销售.csv', 10))
    await cell(app, '10.00').waitFor()
    await app.choose(app.button(app.data.import), [sales('销售.csv', 99)])
    await app.source('销售.csv').getByText(app.data.replacedTag).waitFor()
    await cell(app, '99.00').waitFor()
    expect(await app.page.getByRole('article').count()).toBe(1)
  })

  test('takes an import back at once, and a source after asking', async () => {
    const app = await start()
    await app.importFiles(sales('销售.csv', 10))
    await app.button(app.data.undo).click()
    await app.page.getByRole('heading', { name: app.data.emptyTitle }).waitFor()
    await app.importFiles(sales('销售.csv', 10))
    await app.button(app.data.removeFile('销售.csv')).click()
    const dialog = app.dialog(app.data.removeTitle('销售.csv'))
    await dialog.getByText(app.data.removeText(0)).waitFor()
    expect(await app.barriers()).toEqual([])
    await dialog.getByRole('button', { name: app.data.remove, exact: true }).click()
    await app.page.getByRole('heading', { name: app.data.emptyTitle }).waitFor()
  })

  test('stops an import on demand and keeps nothing of it', async () => {
    const app = await start()
    const rows = Array.from({ length: 400_000 }, (_, row) => `2026-03-01,抖音,${row},${row * 2}`)
    const large = textFile('很大.csv', `日期,渠道,曝光,点击\n${rows.join('\n')}`)
    await app.choose(app.button(app.data.import), [large])
    await app.button(app.data.cancelFile('很大.csv')).click()
    await app.page.getByRole('progressbar').waitFor({ state: 'detached' })
    await app.page.reload()
    await app.page.getByRole('heading', { name: app.data.emptyTitle }).waitFor()
  })

  test('leads on to the report, and asks before it writes over one', async () => {
    const app = await start()
    await app.importFiles(fileAt(goals))
    await app.button(app.data.draft).click()
    await app.page.waitForURL(/\/report$/)
    await app.goTo('data')
    await app.button(app.data.redraft).click()
    await app.dialog(app.data.redraftTitle).getByRole('button', { name: app.data.redraftKeep }).click()
    await app.button(app.data.seeReport).click()
    await app.page.waitForURL(/\/report$/)
  })
})
