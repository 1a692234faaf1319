// The charts screen: charts found, made from figures, from a table and from tasks, drawn at once, undone, taken away.

import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { chartBuilderWords } from '../../shared/text/chart-builder.ts'
import { chartKindNames, chartWords } from '../../shared/text/charts.ts'
import { errorText } from '../../shared/text/errors.ts'
import { type AppOptions, type AppPage, fileAt, openApp, sampleFiles, textFile } from '../support/app-page.ts'
import { openBrowser } from '../support/browser.ts'
import { openSample } from '../support/sample-project.ts'
import { startWebHost } from '../support/web-host.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

interface Screen {
  app: AppPage
  page: Page
  words: (typeof chartBuilderWords)['en']
  kinds: (typeof chartKindNames)['en']
  card: (name: string) => Locator
  /** The chart in the builder; what it shows is its name for a screen reader. */
  picture: Locator
  create: (from: keyof (typeof chartBuilderWords)['en']['createFrom']) => Promise<void>
}

async function openCharts(options: AppOptions = {}): Promise<Screen> {
  const app = await openSample(browser, options)
  const language = options.language ?? 'zh-CN'
  const words = chartBuilderWords[language]
  const { page } = app
  await app.goTo('charts')
  await page.getByRole('heading', { level: 1, name: words.title }).waitFor()
  return {
    app,
    page,
    words,
    kinds: chartKindNames[language],
    card: (name) =>
      page.getByRole('listitem').filter({ has: page.getByRole('button', { name, exact: true }) }),
    picture: page.getByRole('region', { name: words.preview }).getByRole('img'),
    create: async (from) => {
      await app.button(words.create).click()
      await page.getByRole('menuitem', { name: words.createFrom[from] }).click()
    },
  }
}

const told = async (picture: Locator): Promise<string> => (await picture.getAttribute('aria-label')) ?? ''
/** Waits until the chart tells something of the kind. */
const tells = (picture: Locator, what: RegExp): Promise<void> =>
  expect.poll(() => told(picture), { timeout: 10_000 }).toMatch(what)

/** From wherever the focus is, by the Tab key alone. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('the Tab key never gets there')
}

describe('the gallery', () => {
  it('shows every chart in small, with its kind and where the report shows it', async () => {
    const { app, page, words, kinds, card } = await openCharts()
    const goals = card('各项目标达成程度')
    await goals.getByRole('img').waitFor()
    expect(await goals.textContent()).toContain(kinds.attainment)
    expect(await goals.textContent()).toContain(words.usedBy('图1 各项目标达成程度', 1))
    expect(await card('各渠道注册').textContent()).toContain(words.notUsed)
    await page.getByRole('searchbox', { name: words.search }).fill(kinds.line)
    await card('各渠道注册').waitFor({ state: 'detached' })
    await card('注册月度变化').waitFor()
    expect(app.complaints).toEqual([])
  })

  it('renames, duplicates and removes, and brings back what was removed', async () => {
    const { app, page, words, card } = await openCharts()
    const first = app.button('各渠道注册')
    await first.focus()
    await page.keyboard.press('F2')
    await page.getByRole('textbox', { name: words.name }).fill('渠道带来的注册')
    await page.keyboard.press('Enter')
    await card('渠道带来的注册').waitFor()

    await app.button(words.more('渠道带来的注册')).click()
    await page.getByRole('menuitem', { name: words.duplicate }).click()
    const copy = words.copyOf('渠道带来的注册')
    await card(copy).waitFor()
    await app.button(copy).focus()
    await page.keyboard.press('Delete')
    await card(copy).waitFor({ state: 'detached' })
    await app.button(words.undo).click()
    await card(copy).waitFor()
  })

  it('says why a chart of the report stays', async () => {
    const { app, page, words, card } = await openCharts()
    await app.button(words.more('各项目标达成程度')).click()
    await page.getByRole('menuitem', { name: words.remove }).click()
    const { next } = errorText('zh-CN', 'chart-in-use', {})
    await card('各项目标达成程度').getByRole('alert').getByText(next).waitFor()
  })
})

describe('a project without charts', () => {
  it('says how to begin, and offers what its data shows', async () => {
    const host = await startWebHost()
    onTestFinished(() => host.close())
    const app = await openApp(browser, host.url)
    onTestFinished(() => app.page.context().close())
    const words = chartBuilderWords['zh-CN']
    const { page } = app
    await app.createProject('空项目')
    await app.goTo('charts')
    await page.getByRole('heading', { name: words.emptyTitle }).waitFor()
    await app.button(words.toData).click()
    await app.importFiles(fileAt(sampleFiles['zh-CN'].daily))
    await app.goTo('charts')
    await app.button(words.createFrom.table).waitFor()
    expect(await app.barriers()).toEqual([])
    await app.button(words.keepNamed('各渠道注册')).click()
    await app.button('各渠道注册').waitFor()
    await app.button(words.keepNamed('各渠道注册')).waitFor({ state: 'detached' })
    expect(app.complaints).toEqual([])
  })
})

describe('a chart of figures', () => {
  it('is drawn as they are picked, named after them, and kept', async () => {
    const { app, page, words, kinds, card, picture, create } = await openCharts()
    await create('figures')
    await page.getByText(words.draftNote).waitFor()
    await app.button(words.pickPartsOf('各渠道首单', 6)).click()
    await tells(picture, /各渠道首单.*抖音.*小红书/)
    expect(await page.getByRole('textbox', { name: words.name }).inputValue()).toBe('各渠道首单')
    await app.button(words.pickPartsOf('各渠道成本', 6)).click()
    await tells(picture, /首单.*成本/)
    expect(await app.button(kinds.combo).getAttribute('aria-pressed')).toBe('true')
    await page.getByRole('link', { name: words.back }).click()
    await card('各渠道首单、成本').waitFor()
    await page.reload()
    await card('各渠道首单、成本').waitFor()
    expect(app.complaints).toEqual([])
  })

  it('is ordered by hand, sorted, cut to the first few, and every step can be undone', async () => {
    const { app, page, words, picture } = await openCharts()
    await app.button('各渠道注册').click()
    await tells(picture, /抖音.*小红书/)
    await page.getByRole('textbox', { name: words.nameOf('小红书') }).focus()
    await page.keyboard.press('Alt+ArrowUp')
    await tells(picture, /小红书.*抖音/)
    const focused = page.getByRole('textbox', { name: words.nameOf('小红书') })
    await expect.poll(() => focused.evaluate((field) => field === document.activeElement)).toBe(true)
    await page.getByLabel(words.top).selectOption('3')
    await tells(picture, new RegExp(chartWords['zh-CN'].other))
    await page.getByLabel(words.order).selectOption('ascending')
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await expect.poll(() => told(picture)).not.toContain(chartWords['zh-CN'].other)
    await page.keyboard.press('Control+z')
    await tells(picture, /抖音.*小红书/)
    await page.keyboard.press('Control+Shift+z')
    await tells(picture, /小红书.*抖音/)
    expect(await app.button(`${words.redo} (Ctrl+Shift+Z)`).isEnabled()).toBe(true)
  })

  it('takes over what another window did, as a step that can be undone', async () => {
    const { app, page, kinds, picture } = await openCharts()
    await app.button('各渠道注册').click()
    await picture.waitFor()
    const other = await page.context().newPage()
    await other.goto(page.url())
    await other.getByRole('button', { name: kinds.bar, exact: true }).click()
    const isBar = (): Promise<string | null> => app.button(kinds.bar).getAttribute('aria-pressed')
    await expect.poll(isBar, { timeout: 10_000 }).toBe('true')
    await page.keyboard.press('Control+z')
    await expect.poll(isBar).toBe('false')
    await expect
      .poll(() => other.getByRole('button', { name: kinds.column, exact: true }).getAttribute('aria-pressed'))
      .toBe('true')
  })

  it('is ordered by dragging', async () => {
    const { app, page, words, picture } = await openCharts()
    await app.button('各渠道注册').click()
    await tells(picture, /抖音.*校园地推/)
    const rows = page.getByRole('list', { name: words.categories }).getByRole('listitem')
    await rows.first().getByTitle(words.orderHint).dragTo(rows.last())
    await tells(picture, /校园地推.*抖音/)
  })

  it('takes names, a title of its own or the conclusion', async () => {
    const { app, page, words } = await openCharts()
    await app.button('各渠道注册').click()
    const title = page.getByRole('textbox', { name: words.headingText })
    const auto = page.getByRole('button', { name: words.headings.auto })
    await auto.click()
    const conclusion = await title.inputValue()
    expect(conclusion).toMatch(/抖音/)
    await title.fill('抖音带来的注册最多')
    await page.keyboard.press('Enter')
    expect(await app.button(words.headings.own).getAttribute('aria-pressed')).toBe('true')
    await page.getByRole('textbox', { name: words.nameOf('抖音') }).fill('抖音短视频')
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: words.back }).click()
    await app.button('各渠道注册').click()
    expect(await title.inputValue()).toBe('抖音带来的注册最多')
    await page.getByRole('textbox', { name: words.nameOf('抖音短视频') }).waitFor()
    await auto.click()
    expect(await title.inputValue()).not.toBe('抖音带来的注册最多')
    await app.button(words.headings.none).click()
    await title.waitFor({ state: 'detached' })
  })

  it('says what is doubtful and sets it right in one press', async () => {
    const { app, page, words } = await openCharts()
    await app.button('各渠道注册').click()
    await page.getByRole('combobox', { name: words.axisFrom, exact: true }).selectOption('own')
    await page.getByText(chartWords['zh-CN'].warnings['axis-cut']).waitFor()
    await app.button(words.fixZero).click()
    await page.getByText(chartWords['zh-CN'].warnings['axis-cut']).waitFor({ state: 'detached' })
  })

  it('offers what suits, and says why a kind does not', async () => {
    const { app, page, words, kinds, picture } = await openCharts()
    await app.button('各渠道获客成本对比').click()
    await picture.waitFor()
    await page.getByText(words.kindsNot).click()
    const unfit = page.getByRole('listitem').filter({ hasText: kinds.pie })
    expect(await unfit.textContent()).toContain(words.problems['not-additive'])
    expect(await app.button(kinds.pie).count()).toBe(0)
    await app.button(kinds.index).click()
    await tells(picture, /=\s?100/)
  })

  it('shows a funnel with the same steps before', async () => {
    const { app, page, words, picture } = await openCharts()
    await app.button('曝光到首单的转化漏斗').click()
    await picture.waitFor()
    await app.button(words.addBefore).click()
    const cells = page.getByRole('list', { name: words.series }).getByRole('combobox', { name: /，曝光$/ })
    await cells.selectOption({ index: 1 })
    await tells(picture, new RegExp(chartWords['zh-CN'].before))
  })

  it('marks events and draws the line of a target', async () => {
    const { app, page, words, picture } = await openCharts()
    await app.button('注册月度变化').click()
    await picture.waitFor()
    await app.button(words.addEvent).click()
    await page.getByLabel(`${words.eventText} 1`).fill('暑期活动')
    await page.keyboard.press('Enter')
    await page.getByLabel(`${words.eventAt} 1`).selectOption('6月')
    await tells(picture, /6月.*暑期活动/)
    await page.getByLabel(words.line).selectOption({ label: words.lineTarget('首单用户 ≥28,000人') })
    await tells(picture, /28,000人/)
    await app.button(words.palettes.grey).click()
    expect(await app.button(words.palettes.grey).getAttribute('aria-pressed')).toBe('true')
  })
})

describe('a chart of a table', () => {
  it('follows its columns, periods, measures and filters', async () => {
    const { app, page, words, kinds, picture, create } = await openCharts()
    await create('table')
    await tells(picture, /抖音/)
    await page.getByLabel(words.by).selectOption({ label: '日期' })
    await tells(picture, /3月.*8月/)
    expect(await app.button(kinds.line).getAttribute('aria-pressed')).toBe('true')
    await page.getByLabel(words.split).selectOption({ label: '渠道' })
    await tells(picture, /小红书/)
    await page.getByLabel(words.addFilter).selectOption({ label: '渠道' })
    await page.getByRole('button', { name: /^抖音：/ }).click()
    await expect.poll(() => told(picture)).not.toContain('小红书')
    await page.getByRole('list', { name: '筛选条件' }).getByText('渠道 是 抖音').waitFor()
    await page.getByLabel(`${words.by} ${words.step}`).selectOption('quarter')
    await expect.poll(() => told(picture)).not.toContain('8月')
    await page.getByLabel(words.measureFn(1)).selectOption('avg')
    await app.button(words.addMeasure).click()
    await page.getByLabel(words.measureColumn(2)).waitFor()
    expect(app.complaints).toEqual([])
  })
})

describe('a column of order numbers', () => {
  it('is not what a chart begins with, and is refused with the number of its values', async () => {
    const host = await startWebHost()
    onTestFinished(() => host.close())
    const app = await openApp(browser, host.url)
    onTestFinished(() => app.page.context().close())
    const words = chartBuilderWords['zh-CN']
    const { page } = app
    await app.createProject('订单')
    const rows = Array.from(
      { length: 800 },
      (_, index) => `D${index + 1},${['门店', '网店'][index % 2]},${index}`,
    )
    await app.importFiles(textFile('订单.csv', ['订单号,渠道,金额', ...rows].join('\n')))
    await app.goTo('charts')
    await app.button(words.createFrom.table).click()
    const picture = page.getByRole('region', { name: words.preview }).getByRole('img')
    await tells(picture, /门店.*网店/)
    await page.getByLabel(words.by).selectOption({ label: '订单号' })
    await page.getByText(words.tooManyValues('订单号', '800')).waitFor()
    expect(await told(picture)).toMatch(/门店.*网店/)
    expect(app.complaints).toEqual([])
  })
})

describe('a chart of tasks', () => {
  it('holds names, days and what is done', async () => {
    const { app, page, words, picture, create } = await openCharts()
    await create('tasks')
    await app.button(words.addTask).click()
    await app.button(words.addTask).click()
    await page.getByLabel(`${words.taskName} 1`).fill('方案设计')
    await page.keyboard.press('Enter')
    await page.getByLabel(words.from).first().fill('2026-07-01')
    await page.getByLabel(words.to).first().fill('2026-07-14')
    await page.getByLabel(`${words.done} 方案设计`).fill('50')
    await page.keyboard.press('Enter')
    await tells(picture, /方案设计.*7月1日至14日.*14天.*50%/)
    await app.button(words.removeNamed(words.task(2))).click()
    await expect.poll(() => told(picture)).not.toContain(words.task(2))
  })
})

describe('what is taken away', () => {
  it('is a picture on the clipboard, a picture on the disk, or the numbers', async () => {
    const { app, page, words } = await openCharts()
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await app.button('各渠道注册').click()
    const take = async (item: string): Promise<void> => {
      await app.button(words.takeAway).click()
      await page.getByRole('menuitem', { name: item }).click()
    }
    await take(words.copyPicture)
    await page.getByText(words.pictureCopied).waitFor()
    const size = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read()
      return (await item?.getType('image/png'))?.size ?? 0
    })
    expect(size).toBeGreaterThan(2000)

    await take(words.copyData)
    await page.getByText(words.dataCopied(7, 2)).waitFor()
    const lines = (await page.evaluate(() => navigator.clipboard.readText())).split(/\r?\n/)
    expect(lines[0]).toMatch(/^类别\t/)
    expect(lines[1]).toMatch(/^抖音\t\d+$/)

    await app.button(words.takeAway).click()
    const { name, content } = await app.download(page.getByRole('menuitem', { name: words.savePicture }))
    expect(name).toBe('各渠道注册.png')
    expect(content.subarray(1, 4).toString()).toBe('PNG')
  })

  it('stands in the report at the end of the chosen section', async () => {
    const { app, page, words } = await openCharts()
    await app.button('各渠道注册').click()
    await app.button(words.insert).click()
    await page.getByRole('menuitem', { name: words.insertEnd }).click()
    await page.waitForURL(/\/report\//)
    await page.getByText(words.inserted('各渠道注册')).waitFor()
    await page.getByRole('complementary').getByRole('button', { name: words.editHere }).click()
    await page.waitForURL(/\/charts\//)
    await page.getByRole('link', { name: /图\d+ 各渠道注册/ }).waitFor()
  })
})

describe('in the report', () => {
  it('only kinds that suit are offered, and a choice shows in the gallery', async () => {
    const { app, page, kinds, card } = await openCharts()
    await app.button('注册月度变化').click()
    await page.getByRole('link', { name: /图\d+ 注册月度变化/ }).click()
    const inspector = page.getByRole('complementary')
    const kind = inspector.getByLabel('类型')
    const offered = await kind.locator('option').allInnerTexts()
    expect(offered).toEqual(expect.arrayContaining([kinds.line, kinds.column]))
    expect(offered).not.toContain(kinds.gantt)
    expect(offered).not.toContain(kinds.target)
    await kind.selectOption({ label: kinds.column })
    await app.goTo('charts')
    await card('注册月度变化').getByText(kinds.column).waitFor()
  })
})

describe('by keyboard alone', () => {
  it('a chart is made, given a kind, ordered and undone', async () => {
    const { app, page, words, kinds, picture } = await openCharts()
    await tabTo(page, app.button(words.create))
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.getByText(words.draftNote).waitFor()
    await tabTo(page, page.getByRole('searchbox', { name: words.searchFigures }))
    await page.keyboard.type('抖音注册')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await tells(picture, /抖音/)
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('小红书注册')
    await page.getByRole('checkbox', { name: /^小红书注册 / }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await tells(picture, /抖音.*小红书/)
    await tabTo(page, page.getByRole('textbox', { name: words.nameOf('小红书') }))
    await page.keyboard.press('Alt+ArrowUp')
    await tells(picture, /小红书.*抖音/)
    await tabTo(page, app.button(kinds.bar))
    await page.keyboard.press('Enter')
    expect(await app.button(kinds.bar).getAttribute('aria-pressed')).toBe('true')
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await tells(picture, /抖音.*小红书/)
  })
})

describe('the screen', () => {
  it.each([
    { language: 'zh-CN', theme: 'light' },
    { language: 'zh-CN', theme: 'dark' },
    { language: 'en', theme: 'light' },
    { language: 'en', theme: 'dark' },
  ] as const)('keeps nobody from using it ($language, $theme)', async (options) => {
    const { app, page, words, picture, create } = await openCharts(options)
    await page.getByRole('img').first().waitFor()
    expect(await app.barriers()).toEqual([])
    await create('goals')
    await picture.waitFor()
    await page.getByText(words.kindsNot).click()
    await page.getByText(words.numbersShown).click()
    expect(await app.barriers()).toEqual([])
    await app.button(words.ways.tasks).click()
    await app.button(words.addTask).click()
    await picture.waitFor()
    expect(await app.barriers()).toEqual([])
    await page.getByRole('link', { name: words.back }).click()
    await create('table')
    await picture.waitFor()
    await page.getByLabel(words.addFilter).selectOption({ index: 1 })
    expect(await app.barriers()).toEqual([])
    expect(app.complaints).toEqual([])
  })
})
