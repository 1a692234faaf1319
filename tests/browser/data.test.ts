import type { Browser, Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type AppPage, fileAt, type GivenFile, openApp, sampleFiles, textFile } from '../support/app-page.ts'
import { openBrowser } from '../support/browser.ts'
import { startWebHost, type TestHost } from '../support/web-host.ts'
import { sheetOf, workbook } from '../support/workbook.ts'

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
const head = (app: AppPage, name: string) =>
  app.page.getByRole('columnheader', { name: new RegExp(`^${name}`) }).first()

/** Opens the review by the button. */
async function review(app: AppPage, ...files: readonly GivenFile[]): Promise<Locator> {
  await app.choose(app.button(app.data.import), files)
  const shown = app.page.getByRole('region', { name: app.review.title })
  await shown.waitFor()
  return shown
}

const ready = (app: AppPage, file: string): Locator =>
  app.page
    .getByRole('region', { name: app.review.files })
    .getByRole('button', { name: new RegExp(`^${file.replaceAll(/[.()]/g, '\\$&')}`) })

describe('the data screen', () => {
  test.each([
    ['zh-CN', 'light'],
    ['zh-CN', 'dark'],
    ['en', 'light'],
    ['en', 'dark'],
  ] as const)('keeps nobody out, empty, in review or filled (%s, %s)', async (language, theme) => {
    const app = await start({ language, theme })
    expect(await app.barriers()).toEqual([])
    const given = [fileAt(sampleFiles[language].daily), fileAt(sampleFiles[language].goals)]
    await review(app, ...given, textFile('x.docx', 'PK'))
    await ready(app, 'x.docx')
      .getByText(/x\.docx.*ZIP/)
      .waitFor()
    await app.page.getByRole('button', { name: /^(C 列|Column C)/ }).click()
    expect(await app.barriers()).toEqual([])
    await app.importReviewed(2)
    await app.page.getByRole('gridcell').first().waitFor()
    await app.page.getByRole('combobox', { name: app.view.columnMenu }).selectOption({ index: 3 })
    await app.page.getByText(app.view.distinct).waitFor()
    expect(await app.barriers()).toEqual([])
    expect(app.complaints).toEqual([])
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
    expect(await head(app, '成本').innerText()).toMatch(/成本\s+金额 · 元/)
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

  test('says which periods the dates of a column are, and writes them as the sheet does', async () => {
    const app = await start()
    await review(
      app,
      textFile(
        '营收.csv',
        '季度,月份,营收(万元)\n2025年第三季度,2025年7月,320\n2025年第四季度,2025年10月,360',
      ),
    )
    const type = app.page.getByRole('combobox', { name: app.review.typeOf('季度') }).first()
    await expect.poll(() => type.locator('option:checked').innerText()).toBe('日期 · 季度')
    await app.importReviewed(1)
    await cell(app, '2025年第三季度').waitFor()
    await cell(app, '2025年10月').waitFor()
    expect(await head(app, '季度').innerText()).toMatch(/季度\s+日期 · 季度/)
    expect(await head(app, '月份').innerText()).toMatch(/月份\s+日期 · 月/)
  })

  test('shows what was just imported', async () => {
    const app = await start()
    await app.importFiles(sales('一月.csv', 10))
    await app.importFiles(sales('二月.csv', 33))
    await cell(app, '33.00').waitFor()
    await app.source('一月.csv').getByText('2 行 · 2 列').click()
    await cell(app, '10.00').waitFor()
  })

  test('says that a file of the same name takes the place of the earlier one, before and after', async () => {
    const app = await start()
    await app.importFiles(sales('销售.csv', 10))
    await cell(app, '10.00').waitFor()
    await review(app, sales('销售.csv', 99))
    await app.page.getByText(app.review.replaces).waitFor()
    await app.importReviewed(1)
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
    await review(app, textFile('很大.csv', `日期,渠道,曝光,点击\n${rows.join('\n')}`))
    await ready(app, '很大.csv').getByText(app.review.ready(1)).waitFor()
    await app.importReviewed(1)
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

/** A workbook as people make it: a title, a sheet of months across, a hidden sheet of codes. */
async function messyWorkbook(): Promise<GivenFile> {
  const bytes = await workbook(
    {
      name: '日报',
      rows: [
        ['渠道投放日报'],
        ['导出时间', '2026-07-01'],
        ['日期', '渠道', '花费', '备注'],
        ['2026-06-01', '抖音', 120, '补投'],
        ['2026-06-02', '小红书', 80, null],
        ['2026-06-03', '抖音', 95, null],
      ],
    },
    {
      name: '月度',
      rows: [
        ['部门', '1月', '2月', '3月'],
        ['市场部', 12, 15, 18],
        ['销售部', 32, 35, 38],
      ],
    },
    {
      name: '代码',
      hidden: true,
      rows: [
        ['代码', '名称'],
        ['001', '甲'],
        ['002', '乙'],
      ],
    },
  )
  return { name: '投放.xlsx', content: Buffer.from(bytes) }
}

describe('the import review', () => {
  test('imports a clean file at once, by Enter', async () => {
    const app = await start()
    await review(app, sales('销售.csv', 10))
    await expect
      .poll(() => app.button(app.review.import(1)).evaluate((it) => it === document.activeElement))
      .toBe(true)
    await app.page.keyboard.press('Enter')
    await cell(app, '10.00').waitFor()
  })

  test('takes every table as the user wants it', async () => {
    const app = await start()
    await app.drop(await messyWorkbook(), sales('销售.csv', 10))
    await ready(app, '投放.xlsx').getByText(app.review.ready(3)).waitFor()
    const { page } = app

    // Another type, a unit and a scale, a column left out.
    await page
      .getByRole('combobox', { name: app.review.typeOf('花费') })
      .first()
      .selectOption('number')
    await page.getByRole('button', { name: app.review.column('C', '花费') }).click()
    const panel = page.getByRole('complementary', { name: app.review.tables })
    await panel.getByText(/^由你指定：/).waitFor()
    await panel.getByLabel(app.review.unit, { exact: true }).fill('元')
    await page.keyboard.press('Enter')
    await panel.getByRole('combobox', { name: app.review.scale, exact: true }).selectOption({ label: '万' })
    await panel.getByText('数值 · 万元').waitFor()
    await page.getByRole('button', { name: app.review.column('D', '备注') }).click()
    await panel.getByRole('button', { name: app.review.leaveColumn }).click()
    await panel.getByText(app.review.leftOut, { exact: true }).waitFor()

    // Months across become rows; the sheet of codes stays out.
    await page.getByRole('button', { name: '月度', exact: true }).click()
    await panel.getByRole('button', { name: app.review.apply }).click()
    await panel.getByRole('button', { name: app.review.layoutUndo }).waitFor()
    await panel.getByText(app.review.rowsFound('6', false), { exact: true }).waitFor()
    await page.getByRole('button', { name: app.review.takeSheet('代码') }).click()
    await ready(app, '投放.xlsx').getByText(app.review.ready(2)).waitFor()

    await app.importReviewed(2)
    await app.source('销售.csv').waitFor()
    const card = app.source('投放.xlsx')
    await card.getByText('3 行 · 3 列').waitFor()
    await card.getByText('6 行 · 3 列').waitFor()
    expect(await card.getByRole('listitem').count()).toBe(2)
    await card.getByText('3 行 · 3 列').click()
    expect(await head(app, '花费').innerText()).toMatch(/数值 · 万元/)
    await cell(app, '120').waitFor()
  })

  test('takes another row as the header, and back again', async () => {
    const app = await start()
    await review(app, await messyWorkbook())
    const { page } = app
    const panel = page.getByRole('complementary', { name: app.review.tables })
    await page.getByRole('button', { name: /4$/ }).and(page.locator('[data-row="4"]')).click()
    await page.getByRole('menuitemradio', { name: app.review.headerOnly }).click()
    await page.getByRole('button', { name: app.review.column('B', '抖音') }).waitFor()
    await panel.getByText(app.review.headReasons.user).waitFor()
    await page.keyboard.press('Control+z')
    await page.getByRole('button', { name: app.review.column('B', '渠道') }).waitFor()
    await page.keyboard.press('Control+Shift+z')
    await page.getByRole('button', { name: app.review.column('B', '抖音') }).waitFor()
    await panel.getByLabel(app.review.changeHeader).selectOption({ label: app.review.noHeader })
    await panel.getByText(app.review.rowsFound('3', false), { exact: true }).waitFor()
  })

  test('changes the range by the corner and by its cells', async () => {
    const app = await start()
    await review(app, await messyWorkbook())
    const { page } = app
    const end = page.getByLabel(app.review.to)
    await expect.poll(() => end.inputValue()).toBe('D')
    await page.getByRole('button', { name: new RegExp(`^${app.review.handleTo}`) }).focus()
    await page.keyboard.press('ArrowUp')
    await expect.poll(() => end.inputValue()).toBe('D5')
    await page.getByText(app.review.rowsFound('2', false), { exact: true }).waitFor()
    await end.fill('C')
    await end.press('Enter')
    await expect.poll(() => end.inputValue()).toBe('C')
    await page.getByText(app.review.rowsFound('3', false), { exact: true }).waitFor()
    await end.fill('!')
    await end.press('Enter')
    await page.getByText(app.review.rangeBad).waitFor()
  })

  test('treats a row as the user says', async () => {
    const app = await start()
    await review(app, await messyWorkbook())
    const { page } = app
    await page.getByText(app.review.rowsFound('3', false), { exact: true }).waitFor()
    await page.locator('[data-row="6"]').click()
    await page.getByRole('menuitemradio', { name: app.review.roles.total }).click()
    await page.getByText(app.review.rowsFound('2', false), { exact: true }).waitFor()
    await page.locator('[data-row="6"]').getByText(app.data.why.total).waitFor()
  })

  test('asks for the encoding where it is not sure, and decodes on the spot', async () => {
    const app = await start()
    // 日期,金額 in Big5.
    const words = Buffer.from([0xa4, 0xe9, 0xb4, 0xc1, 0x2c, 0xaa, 0xf7, 0xc3, 0x42, 0x0a])
    const big5 = {
      name: '旧.csv',
      content: Buffer.concat([words, Buffer.from('2026-03-01,120\n2026-03-02,130\n')]),
    }
    await review(app, big5)
    const { page } = app
    await ready(app, '旧.csv').getByText(app.review.askEncoding).waitFor()
    await page.getByText(app.review.encodingUnsure).waitFor()
    // The button asks instead of importing.
    await app.importReviewed(1)
    const menu = page.getByRole('combobox', { name: app.review.encoding })
    await expect.poll(() => menu.evaluate((it) => it === document.activeElement)).toBe(true)
    await menu.selectOption('gb18030')
    await page.getByRole('cell', { name: '日期', exact: true }).waitFor({ state: 'detached' })
    await menu.selectOption('big5')
    await page.getByRole('cell', { name: '金額', exact: true }).waitFor()
    await ready(app, '旧.csv').getByText(app.review.ready(1)).waitFor()
    await app.importReviewed(1)
    await app
      .source('旧.csv')
      .getByText(/文本表格 \(CSV\) · Big5/)
      .waitFor()
    await head(app, '金額').waitFor()
  })

  test('reads GBK without asking, and splits by another separator on demand', async () => {
    const app = await start()
    // 日期;金额 in GBK, with commas in the amounts.
    const words = Buffer.from([0xc8, 0xd5, 0xc6, 0xda, 0x3b, 0xbd, 0xf0, 0xb6, 0xee, 0x0a])
    const rows = Buffer.from('2026-03-01;1,200\n2026-03-02;1,300\n2026-03-03;1,400\n')
    await review(app, { name: '国标.csv', content: Buffer.concat([words, rows]) })
    const { page } = app
    await page.getByRole('cell', { name: '金额', exact: true }).waitFor()
    await page.getByRole('cell', { name: '1,200', exact: true }).waitFor()
    await page.getByRole('combobox', { name: app.review.delimiter }).selectOption('|')
    await page.getByRole('cell', { name: '2026-03-01;1,200', exact: true }).waitFor()
    await page.getByRole('combobox', { name: app.review.delimiter }).selectOption(';')
    await page.getByRole('cell', { name: '1,200', exact: true }).waitFor()
  })

  test('leaves everything as it was when it is cancelled, and can be brought back', async () => {
    const app = await start()
    await review(app, await messyWorkbook())
    const { page } = app
    await page
      .getByRole('combobox', { name: app.review.typeOf('花费') })
      .first()
      .selectOption('text')
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { name: app.data.emptyTitle }).waitFor()
    await app.button(app.review.restore).click()
    await expect
      .poll(() =>
        page
          .getByRole('combobox', { name: app.review.typeOf('花费') })
          .first()
          .inputValue(),
      )
      .toBe('text')
    await app.button(app.review.cancel).click()
    await page.reload()
    await page.getByRole('heading', { name: app.data.emptyTitle }).waitFor()
  })

  test('tells why a file cannot be read and takes the others', async () => {
    const app = await start()
    await review(app, textFile('空.csv', ''), textFile('说明.docx', 'PK'), sales('销售.csv', 10))
    await ready(app, '空.csv')
      .getByText(/“空\.csv”是空的/)
      .waitFor()
    await app.page
      .getByRole('alert')
      .getByText(/“空\.csv”是空的/)
      .waitFor()
    await app.button(app.review.leaveFileOut('空.csv')).click()
    await app.page
      .getByRole('alert')
      .getByText(/“说明\.docx”/)
      .waitFor()
    await app.importReviewed(1)
    await app.source('销售.csv').waitFor()
    expect(await app.page.getByRole('article').count()).toBe(1)
  })

  test('jumps to the cell of a problem', async () => {
    const app = await start()
    const rows = Array.from({ length: 150 }, (_, row) => [
      `2026-03-${(row % 28) + 1}`,
      row === 120 ? '待补' : row,
    ])
    const bytes = await sheetOf([['日期', '注册'], ...rows])
    await review(app, { name: '注册.xlsx', content: Buffer.from(bytes) })
    await app.page.getByRole('button', { name: /“待补”/ }).click()
    const odd = app.page.getByRole('cell', { name: '待补', exact: true })
    await odd.waitFor()
    await expect.poll(() => odd.evaluate((it) => it.getBoundingClientRect().top < innerHeight)).toBe(true)
  })

  test.each([
    [
      'a web page',
      'text/html',
      '<table><tr><th>渠道</th><th>注册</th></tr><tr><td>抖音</td><td>12</td></tr><tr><td>小红书</td><td>34</td></tr></table>',
    ],
    ['a spreadsheet program', 'text/plain', '渠道\t注册\n抖音\t12\n小红书\t34\n'],
  ])('takes cells that were copied in %s', async (_, type, content) => {
    const app = await start()
    await app.page.evaluate(
      ([kind = '', text = '']) => {
        const clipboardData = new DataTransfer()
        clipboardData.setData(kind, text)
        document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
      },
      [type, content],
    )
    await app.page.getByRole('cell', { name: '小红书', exact: true }).waitFor()
    await app.importReviewed(1)
    await cell(app, '小红书').waitFor()
    await app.page.getByRole('article', { name: /^粘贴的表格/ }).waitFor()
  })

  test('opens a file of this session again from its card, with what was decided', async () => {
    const app = await start()
    await review(app, await messyWorkbook())
    const { page } = app
    const type = page.getByRole('combobox', { name: app.review.typeOf('花费') }).first()
    await type.selectOption('text')
    await app.importReviewed(1)
    await app.button(app.review.adjustFile('投放.xlsx')).click()
    await expect.poll(() => type.inputValue()).toBe('text')
    await page.getByText(app.review.replayed).waitFor()
    await app.button(app.review.startAnew).click()
    await expect.poll(() => type.inputValue()).toBe('money')
    await app.importReviewed(1)
    await app.source('投放.xlsx').getByText(app.data.replacedTag).waitFor()
    expect(await head(app, '花费').innerText()).toMatch(/金额/)
    // In another session the file has to be given again.
    await page.reload()
    await app.button(app.review.adjustFile('投放.xlsx')).click()
    await app.dialog(app.review.giveAgain('投放.xlsx')).waitFor()
  })
})

describe('the table view', () => {
  /** A table of 500 rows with a gap, a misfit, and a text that looks like a formula. */
  async function opened(): Promise<AppPage> {
    const app = await start()
    const rows = Array.from({ length: 500 }, (_, row) =>
      [
        `2026-${String((row % 12) + 1).padStart(2, '0')}-15`,
        ['抖音', '小红书', '百度'][row % 3],
        row === 7 ? '待补' : row === 9 ? '' : row * 3,
        row === 0 ? '=1+1' : `备注${row}`,
      ].join(','),
    )
    await app.importFiles(textFile('明细.csv', `日期,渠道,注册,备注\n${rows.join('\n')}`))
    await cell(app, '备注1').waitFor()
    return app
  }

  test('sorts by the header, and by a second one with Shift', async () => {
    const app = await opened()
    const { page } = app
    await head(app, '注册').getByText('注册').click()
    await page
      .getByRole('columnheader', { name: /^注册/ })
      .and(page.locator('[aria-sort=ascending]'))
      .waitFor()
    await head(app, '注册').getByText('注册').click()
    await cell(app, '1,497').waitFor()
    await head(app, '渠道').getByText('渠道').click()
    await head(app, '注册')
      .getByText('注册')
      .click({ modifiers: ['Shift'] })
    // 百度 comes first by its code points; its least is row 2.
    await cell(app, '6').waitFor()
  })

  test('filters by what a column holds, says so, and lets go of it', async () => {
    const app = await opened()
    const { page } = app
    await page.getByRole('combobox', { name: app.view.columnMenu }).selectOption({ label: '渠道' })
    const panel = page.getByRole('complementary', { name: app.view.panel('渠道') })
    await panel.getByRole('button', { name: app.view.value('抖音', '167') }).click()
    await page.getByText(app.view.rowsOf('167', '500')).waitFor()
    await panel.getByLabel(app.view.contains).fill('小')
    await page.keyboard.press('Enter')
    await page.getByText(app.view.noRows).waitFor()
    await app.button(app.view.removeFilter(app.view.filter.contains('渠道', '小'))).click()
    await page.getByText(app.view.rowsOf('167', '500')).waitFor()
    await app.button(app.view.clearFilters).click()
    await page.getByText(app.view.rows('500'), { exact: true }).waitFor()

    await page.getByRole('combobox', { name: app.view.columnMenu }).selectOption({ label: '注册' })
    const numbers = page.getByRole('complementary', { name: app.view.panel('注册') })
    await numbers.getByText('1,497').first().waitFor()
    await numbers.getByRole('option').first().click()
    await page.getByText(/^筛出/).waitFor()
    await app.button(app.view.clearFilters).click()
    await numbers.getByLabel(app.view.from).fill('1490')
    await page.keyboard.press('Enter')
    await page.getByText(app.view.rowsOf('3', '500')).waitFor()
    await app.button(app.view.clearFilters).click()
    await numbers.getByLabel(app.view.onlyMisfits).check()
    await page.getByText(app.view.rowsOf('1', '500')).waitFor()
    await cell(app, '待补').waitFor()
    await app.button(app.view.clearFilters).click()
    await numbers.getByLabel(app.view.blanks).selectOption('blank')
    await page.getByText(app.view.rowsOf('1', '500')).waitFor()
  })

  test('copies a block of cells and a whole column, formulas as text', async () => {
    const app = await opened()
    const { page } = app
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    const clipboard = (type: string): Promise<string> =>
      page.evaluate(async (kind) => {
        const [item] = await navigator.clipboard.read()
        return (await item?.getType(kind))?.text() ?? ''
      }, type)
    await cell(app, '0').click()
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Shift+ArrowDown')
    await page.getByText(app.view.selected('2', 2)).waitFor()
    await page.keyboard.press('Control+c')
    await page.getByText(app.view.copied('2', 2)).waitFor()
    expect((await clipboard('text/plain')).replaceAll('\r', '')).toBe("0\t'=1+1\n3\t备注1")
    expect(await clipboard('text/html')).toMatch(/<td>0<\/td><td style=".*">=1\+1<\/td>/)

    await page.getByRole('combobox', { name: app.view.columnMenu }).selectOption({ label: '注册' })
    await app.button(app.view.copyColumn).click()
    await page.getByText(app.view.copied('500', 1)).waitFor()
    const column = (await clipboard('text/plain')).split('\r\n')
    expect(column.length).toBe(501)
    expect([column[0], column[8], column[10], column[500]]).toEqual(['注册', '待补', '', '1497'])
  })

  test('selects by dragging', async () => {
    const app = await opened()
    await cell(app, '备注1').hover()
    await app.page.mouse.down()
    await cell(app, '备注4').hover()
    await app.page.mouse.up()
    await app.page.getByText(app.view.selected('4', 1)).waitFor()
  })

  test('goes to a row by its number in the sheet, and to the row of a problem', async () => {
    const app = await opened()
    const { page } = app
    await page.getByLabel(app.view.goTo).fill('402')
    await page.keyboard.press('Enter')
    await cell(app, '备注400').waitFor()
    await app.source('明细.csv').getByText(app.data.problems(1)).click()
    await app
      .source('明细.csv')
      .getByRole('button', { name: /“待补”/ })
      .click()
    await cell(app, '待补').waitFor()
  })
})
