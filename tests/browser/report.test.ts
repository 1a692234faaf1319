// The report screen as its author uses it: writing with figures, as in Word where Word has a way, and nothing lost.

import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Block, Report } from '../../shared/model/report.ts'
import { type EditorWords, editorWords } from '../../shared/text/editor.ts'
import { factWords } from '../../shared/text/facts.ts'
import { figureViewWords } from '../../shared/text/figures-page.ts'
import type { AppOptions, AppPage } from '../support/app-page.ts'
import { openBrowser } from '../support/browser.ts'
import { openSample } from '../support/sample-project.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

interface ReportPage {
  app: AppPage
  page: Page
  text: Locator
  words: EditorWords
}

async function openReport(options: AppOptions = {}): Promise<ReportPage> {
  const app = await openSample(browser, options)
  const words = editorWords[options.language ?? 'zh-CN']
  const text = app.page.getByRole('textbox', { name: words.text })
  await text.waitFor()
  return { app, page: app.page, text, words }
}

const paragraphs = (text: Locator): Locator => text.locator('> p')

/** The caret after the last word of the first paragraph. */
async function writeAtEndOfFirst(page: Page, text: Locator): Promise<Locator> {
  const paragraph = paragraphs(text).first()
  await paragraph.scrollIntoViewIfNeeded()
  const box = await paragraph.boundingBox()
  await paragraph.click({ position: { x: (box?.width ?? 0) - 2, y: (box?.height ?? 0) - 6 } })
  // The editor has taken the click in.
  await paragraph.and(page.locator('.is-current')).waitFor()
  await page.keyboard.press('End')
  return paragraph
}

const saved = async ({ app, page }: Pick<ReportPage, 'app' | 'page'>): Promise<void> =>
  page.getByRole('status').filter({ hasText: app.shell.saveStates.saved }).waitFor()

/** What the engine holds, asked as the page asks. */
async function readReport(page: Page): Promise<Report> {
  return page.evaluate(async () => {
    const project = location.hash.split('/')[2]
    const response = await fetch('/call/report.read', {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Authorization: `Bearer ${localStorage.getItem('recap.token')}`,
      },
      body: JSON.stringify({ project }),
    })
    return ((await response.json()) as { value: Report }).value
  })
}

/** Saves other blocks behind the page's back, as a second window would. */
async function saveElsewhere(page: Page, words: string): Promise<void> {
  const { revision, blocks } = await readReport(page)
  const paragraph: Block = {
    id: 'elsewhere' as Block['id'],
    type: 'paragraph',
    content: [{ type: 'text', text: words }],
  }
  await page.evaluate(
    async ({ revision: from, next }) => {
      const project = location.hash.split('/')[2]
      await fetch('/call/report.save', {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          Authorization: `Bearer ${localStorage.getItem('recap.token')}`,
        },
        body: JSON.stringify({ project, revision: from, blocks: next }),
      })
    },
    { revision, next: [...blocks, paragraph] },
  )
}

async function paste(text: Locator, html: string, plain = ''): Promise<void> {
  await text.evaluate(
    (element, data) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/html', data.html)
      clipboardData.setData('text/plain', data.plain)
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    },
    { html, plain },
  )
}

describe('the drafted report', () => {
  it('looks as it will be printed: numbered headings, indented paragraphs, captions, real charts', async () => {
    const { text, page, app, words } = await openReport()
    expect(await text.locator('> h1').first().getAttribute('data-number')).toBe('一、')
    const { indent, size } = await paragraphs(text)
      .first()
      .evaluate((element) => {
        const style = getComputedStyle(element)
        return { indent: parseFloat(style.textIndent), size: parseFloat(style.fontSize) }
      })
    expect(indent).toBeCloseTo(2 * size, 1)
    await text.locator('.chart-block canvas').first().waitFor()
    expect(await text.getByRole('img').first().getAttribute('aria-label')).not.toBe('')
    expect(await text.locator('figcaption[data-number]').first().getAttribute('data-number')).toBe('表1')
    const outline = page.getByRole('navigation', { name: words.outline }).getByRole('button')
    expect(await outline.count()).toBe(await text.locator('> :is(h1, h2, h3, h4)').count())
    expect(app.complaints).toEqual([])
  })

  it('goes to a heading of the outline', async () => {
    const { text, page, words } = await openReport()
    const last = page.getByRole('navigation', { name: words.outline }).getByRole('button').last()
    await last.click()
    await expect.poll(() => last.getAttribute('aria-current')).toBe('true')
    expect(await text.locator('> h1').last().isVisible()).toBe(true)
  })

  it('tells of a figure where it comes from', async () => {
    const { text, page, words } = await openReport()
    const mention = text.locator('.mention').first()
    await mention.scrollIntoViewIfNeeded()
    await expect
      .poll(async () => {
        await page.mouse.move(0, 0)
        await mention.hover()
        return page
          .getByRole('tooltip')
          .waitFor({ timeout: 1000 })
          .then(
            () => true,
            () => false,
          )
      })
      .toBe(true)
    expect(await page.getByRole('tooltip').textContent()).toContain(figureViewWords['zh-CN'].source)
    await mention.click()
    const inspector = page.getByRole('complementary', { name: words.inspector })
    await inspector.getByText('渠道投放日报.xlsx').first().waitFor()
  })

  it('takes the facts of the cover while they are typed', async () => {
    const { text, page, app } = await openReport()
    await text.locator('.cover').click()
    await page.getByLabel(factWords['zh-CN'].organisation, { exact: true }).fill('星河教育科技')
    await text.locator('.cover dd').getByText('星河教育科技').waitFor()
    await saved({ app, page })
    await page.reload()
    await text.locator('.cover dd').getByText('星河教育科技').waitFor()
    expect(await text.locator('table .fact').filter({ hasText: '星河教育科技' }).count()).toBe(1)
  })
})

describe('writing with figures', () => {
  it('puts a figure in by @ and the keyboard alone, and keeps it in one piece', async () => {
    const report = await openReport()
    const { page, text, words } = report
    const paragraph = await writeAtEndOfFirst(page, text)
    const before = await paragraph.locator('.mention').count()
    await page.keyboard.type('其中@抖音注册')
    const list = page.getByRole('listbox', { name: words.completion })
    await list.getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.type('。')
    expect(await paragraph.locator('.mention').count()).toBe(before + 1)
    const shown = await paragraph.locator('.mention').last().textContent()
    expect(shown).toMatch(/^[\d,.]+万?人$/)
    await saved(report)
    const block = (await readReport(page)).blocks.find(({ type }) => type === 'paragraph')
    expect(block?.type === 'paragraph' && block.content.slice(-2)).toMatchObject([
      { type: 'figure', aspect: 'value' },
      { type: 'text', text: '。' },
    ])

    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.type('约')
    expect(await paragraph.textContent()).toContain(`其中约${shown}。`)
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Backspace')
    expect(await paragraph.locator('.mention.ProseMirror-selectednode').count()).toBe(1)
    await page.keyboard.press('Backspace')
    expect(await paragraph.textContent()).toContain('其中约。')
    await page.keyboard.press('Control+z')
    expect(await paragraph.textContent()).toContain(`${shown}。`)
  })

  it('finds a figure by its value, takes = too, and lets go on Escape', async () => {
    const { page, text, words } = await openReport()
    await writeAtEndOfFirst(page, text)
    await page.keyboard.type('，=180')
    const list = page.getByRole('listbox', { name: words.completion })
    await list.getByRole('option').filter({ hasText: '180天' }).waitFor()
    await page.keyboard.press('Escape')
    await list.waitFor({ state: 'detached' })
    await page.keyboard.type('元 a@b')
    expect(await list.count()).toBe(0)
    expect(await paragraphs(text).first().textContent()).toContain('=180元 a@b')
  })

  it('takes an input method for Chinese, in the query too', async () => {
    const { page, text, words } = await openReport()
    const paragraph = await writeAtEndOfFirst(page, text)
    const session = await page.context().newCDPSession(page)
    const compose = async (keys: readonly string[], word: string): Promise<void> => {
      for (const typed of keys) {
        const at = { selectionStart: typed.length, selectionEnd: typed.length }
        await session.send('Input.imeSetComposition', { text: typed, ...at })
      }
      await session.send('Input.insertText', { text: word })
    }
    await compose(['q', 'qi', 'qizhong'], '其中')
    await page.keyboard.type('@')
    const option = page.getByRole('listbox', { name: words.completion }).getByRole('option').first()
    await compose(['d', "dou'yin", "dou'yin'zhu'ce"], '抖音注册')
    await option.filter({ hasText: '抖音注册' }).waitFor()
    await page.keyboard.press('Enter')
    await compose(['w', 'wei'], '为最多')
    expect(await paragraph.textContent()).toMatch(/其中[\d,.]+万?人为最多$/)
  })

  it('puts a figure in from the inspector', async () => {
    const { page, text, words } = await openReport()
    const paragraph = await writeAtEndOfFirst(page, text)
    const before = await paragraph.locator('.mention').count()
    const inspector = page.getByRole('complementary', { name: words.inspector })
    await inspector.getByRole('searchbox').fill('7日留存')
    await inspector.getByRole('button').filter({ hasText: '7日留存率' }).click()
    expect(await paragraph.locator('.mention').count()).toBe(before + 1)
  })

  it('keeps figures when they are copied, and every block its own id', async () => {
    const report = await openReport()
    const { page, text } = report
    const copied = await text.locator('> p .mention').count()
    await text.locator('> h1').first().click()
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Control+c')
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Control+v')
    await expect.poll(() => text.locator('> p .mention').count()).toBe(2 * copied)
    await saved(report)
    const ids = (await readReport(page)).blocks.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('writing as in Word', () => {
  it('makes headings by Ctrl+Alt, numbers them, and shows them in outline and contents', async () => {
    const { page, text, words } = await openReport()
    await writeAtEndOfFirst(page, text)
    await page.keyboard.press('Enter')
    await page.keyboard.type('补充说明')
    await page.keyboard.press('Control+Alt+1')
    const heading = text.locator('> h1').filter({ hasText: '补充说明' })
    expect(await heading.getAttribute('data-number')).toBe('二、')
    await page.getByRole('navigation', { name: words.outline }).getByText('补充说明').waitFor()
    await text.locator('.contents').getByText('二、补充说明').waitFor()
    await page.keyboard.press('Control+Alt+0')
    expect(await heading.count()).toBe(0)
  })

  it('sets words in bold, italic and underline, mentions too', async () => {
    const report = await openReport()
    const { page, text } = report
    await text.locator('> p').first().click({ clickCount: 3 })
    await page.keyboard.press('Control+b')
    await page.keyboard.press('Control+u')
    await saved(report)
    const block = (await readReport(page)).blocks.find(({ type }) => type === 'paragraph')
    expect(
      block?.type === 'paragraph' && block.content.every(({ bold, underline }) => bold && underline),
    ).toBe(true)
  })

  it('makes lists, and their levels by Tab', async () => {
    const report = await openReport()
    const { page, text } = report
    await writeAtEndOfFirst(page, text)
    await page.keyboard.press('Enter')
    await page.keyboard.type('甲')
    await page.keyboard.press('Control+Shift+7')
    await page.keyboard.press('Enter')
    await page.keyboard.type('乙')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.keyboard.type('丙')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.keyboard.type('正文')
    await saved(report)
    const { blocks } = await readReport(page)
    const at = blocks.findIndex((block) => block.type === 'list' && block.ordered)
    expect(blocks[at]).toMatchObject({
      items: [
        { level: 0, content: [{ text: '甲' }] },
        { level: 1, content: [{ text: '乙' }] },
        { level: 0, content: [{ text: '丙' }] },
      ],
    })
    expect(blocks[at + 1]).toMatchObject({ type: 'paragraph', content: [{ text: '正文' }] })
  })

  it('breaks lines, pages and blocks where Word does', async () => {
    const report = await openReport()
    const { page, text } = report
    await writeAtEndOfFirst(page, text)
    await page.keyboard.press('Enter')
    await page.keyboard.type('上')
    await page.keyboard.press('Shift+Enter')
    await page.keyboard.type('下')
    await page.keyboard.press('Control+Enter')
    await page.keyboard.type('新页')
    await saved(report)
    const { blocks } = await readReport(page)
    const at = blocks.findIndex(({ type }) => type === 'page-break')
    expect(blocks.slice(at - 1, at + 2)).toMatchObject([
      { type: 'paragraph', content: [{ text: '上\n下' }] },
      { type: 'page-break' },
      { type: 'paragraph', content: [{ text: '新页' }] },
    ])
  })

  it('goes through a table by Tab, adds rows and columns, and keeps their alignment', async () => {
    const report = await openReport()
    const { page, text, words } = report
    const tables = text.locator('.table-block')
    const { blocks } = await readReport(page)
    const before = blocks.filter((block) => block.type === 'table')[1]
    if (before?.type !== 'table') throw new Error('the draft has a goal table')
    const cell = tables.nth(1).locator('td').first()
    await cell.click()
    const inspector = page.getByRole('complementary', { name: words.inspector })
    await inspector.getByRole('button', { name: words.rowBelow }).click()
    await page.keyboard.press('Tab')
    await inspector.getByRole('button', { name: words.columnAfter }).click()
    await saved(report)
    const after = (await readReport(page)).blocks.find(({ id }) => id === before.id)
    if (after?.type !== 'table') throw new Error('the table is still there')
    expect(after.rows.length).toBe(before.rows.length + 1)
    expect(after.headerRows).toBe(before.headerRows)
    expect(after.columns.length).toBe(before.columns.length + 1)
    const [first, second, , ...others] = after.columns
    expect([first, second, ...others]).toEqual(before.columns)
  })

  it('takes only words and structure from other programs, and nothing hostile', async () => {
    const report = await openReport()
    const { page, text } = report
    await writeAtEndOfFirst(page, text)
    await page.keyboard.press('Enter')
    await paste(
      text,
      `<script>window.hacked = 1</script><img src="x" onerror="window.hacked = 2"><h2 onclick="window.hacked = 3">小结</h2>
       <p style="color:red;position:fixed">增长<span style="font-weight:700">很快</span><iframe src="javascript:window.hacked=4"></iframe></p>
       <ul><li>一级<ul><li>二级</li></ul></li></ul>
       <table><tr><th>渠道</th><th>注册</th></tr><tr><td colspan="2"><p>抖音</p><p>第一</p></td></tr></table>
       <span data-figure="../../etc/passwd">假指标</span><svg><script>window.hacked = 5</script></svg>`,
    )
    await saved(report)
    const { blocks } = await readReport(page)
    const at = blocks.findIndex(
      (block) =>
        block.type === 'heading' && block.content[0]?.type === 'text' && block.content[0].text === '小结',
    )
    expect(blocks.slice(at, at + 5)).toMatchObject([
      { type: 'heading', level: 2 },
      { type: 'paragraph', content: [{ text: '增长' }, { text: '很快', bold: true }] },
      {
        type: 'list',
        ordered: false,
        items: [
          { level: 0, content: [{ text: '一级' }] },
          { level: 1, content: [{ text: '二级' }] },
        ],
      },
      {
        type: 'table',
        headerRows: 1,
        rows: [
          [[{ text: '渠道' }], [{ text: '注册' }]],
          [[{ text: '抖音\n第一' }], []],
        ],
      },
      { type: 'paragraph', content: [{ type: 'text', text: '假指标' }] },
    ])
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
    expect(await text.locator('iframe, script, svg, [style*=fixed], [onclick]').count()).toBe(0)
  })
})

describe('saving', () => {
  it('keeps what was typed in the last moment before the page is left', async () => {
    const { page, text } = await openReport()
    await writeAtEndOfFirst(page, text)
    page.on('dialog', (dialog) => void dialog.accept())
    await page.keyboard.type('最后一句')
    await page.reload()
    await paragraphs(text).filter({ hasText: '最后一句' }).waitFor()
  })

  it('keeps what was typed, and what can be undone, while another page of the project is shown', async () => {
    const { page, text, app } = await openReport()
    await writeAtEndOfFirst(page, text)
    await page.keyboard.type('随手一句')
    await app.goTo('figures')
    await app.goTo('report')
    await paragraphs(text).filter({ hasText: '随手一句' }).waitFor()
    await text.press('Control+z')
    expect(await paragraphs(text).first().textContent()).not.toContain('随手一句')
  })

  it('keeps edits while the engine is away, says so, and saves them when it is back', async () => {
    const report = await openReport()
    const { page, text, app, words } = report
    await writeAtEndOfFirst(page, text)
    await page.context().setOffline(true)
    await page.keyboard.type('断线时写的')
    await page.getByText(words.keptHere).waitFor()
    await page.getByRole('status').filter({ hasText: app.shell.saveStates.failed }).waitFor()
    await app.goTo('figures')
    await app.goTo('report')
    await page.context().setOffline(false)
    await saved(report)
    const block = (await readReport(page)).blocks.find(({ type }) => type === 'paragraph')
    expect(JSON.stringify(block)).toContain('断线时写的')
  })

  it('shows what was saved elsewhere when nothing here is unsaved', async () => {
    const { page, text } = await openReport()
    await saveElsewhere(page, '别处写的')
    await text.getByText('别处写的').waitFor()
  })

  it('asks which version to keep when both were changed, and loses neither', async () => {
    const report = await openReport()
    const { page, text, app, words } = report
    await writeAtEndOfFirst(page, text)
    await page.route('**/call/report.save', (route) => route.abort())
    await page.keyboard.type('我写的')
    await page.getByRole('status').filter({ hasText: app.shell.saveStates.failed }).waitFor()
    await page.unroute('**/call/report.save')
    await saveElsewhere(page, '别处写的')
    await page.getByText(words.conflict).waitFor()
    await app.button(words.takeOther).click()
    await text.getByText('别处写的').waitFor()
    expect(await text.getByText('我写的').count()).toBe(0)
    await text.press('Control+z')
    await text.getByText('我写的').waitFor()
    await saved(report)
  })
})

describe('the screen', () => {
  it.each([
    { language: 'zh-CN', theme: 'light' },
    { language: 'en', theme: 'dark' },
  ] as const)('keeps nobody from using it ($language, $theme)', async (options) => {
    const { app, page, text, words } = await openReport(options)
    await text.locator('.chart-block canvas').first().waitFor()
    await text.locator('.mention').first().click()
    expect(await app.barriers()).toEqual([])
    await writeAtEndOfFirst(page, text)
    await page.keyboard.type(' @')
    await page.getByRole('listbox', { name: words.completion }).waitFor()
    expect(await app.barriers()).toEqual([])
    expect(app.complaints).toEqual([])
  })

  it('answers every key at once', async () => {
    const { page, text } = await openReport()
    await writeAtEndOfFirst(page, text)
    const slowest = await text.evaluate(async (element) => {
      const times: number[] = []
      const channel = new MessageChannel()
      for (let at = 0; at < 60; at++) {
        const start = performance.now()
        document.execCommand('insertText', false, '字')
        // Until styles and layout are done for what is on the screen.
        element.getBoundingClientRect()
        times.push(performance.now() - start)
        await new Promise((resolve) => {
          channel.port1.onmessage = resolve
          channel.port2.postMessage(null)
        })
      }
      return times.toSorted((one, other) => one - other)[Math.floor(times.length * 0.9)] ?? Infinity
    })
    expect(slowest).toBeLessThan(50)
  })
})
