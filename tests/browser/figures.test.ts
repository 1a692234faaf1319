// The figures screen: found, judged, traced to the rows; made by every way; goals set as people write them; comparisons
// and suggestions kept and given back.
// Over 300 lines because each part of the screen is gone through as a person does.

import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { comparisonWords } from '../../shared/text/comparisons.ts'
import { comparisonsPageWords } from '../../shared/text/comparisons-page.ts'
import { figureEditorWords } from '../../shared/text/figure-editor.ts'
import { type FiguresSegment, figuresPageWords, figureViewWords } from '../../shared/text/figures-page.ts'
import { goalsPageWords } from '../../shared/text/goals-page.ts'
import { suggestionsPageWords } from '../../shared/text/suggestions-page.ts'
import { type AppOptions, type AppPage, fileAt, openApp, sampleFiles } from '../support/app-page.ts'
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
  row: (name: string) => Locator
  side: (name: string) => Locator
  tab: (segment: FiguresSegment) => Locator
  dialog: Locator
  /** A list to choose from, by its label. */
  list: (name: string) => Locator
  words: (typeof figuresPageWords)['en']
  view: (typeof figureViewWords)['en']
  goals: (typeof goalsPageWords)['en']
  editor: (typeof figureEditorWords)['en']
  comparing: (typeof comparisonsPageWords)['en']
  suggesting: (typeof suggestionsPageWords)['en']
}

function screenOf(app: AppPage, language: 'zh-CN' | 'en'): Screen {
  const { page } = app
  const words = figuresPageWords[language]
  const dialog = page.getByRole('dialog')
  return {
    app,
    row: (name) => page.getByRole('row').filter({ has: page.getByRole('button', { name, exact: true }) }),
    side: (name) => page.getByRole('complementary', { name }),
    tab: (segment) => page.getByRole('tab', { name: words.segments[segment] }),
    dialog,
    list: (name) => dialog.getByRole('combobox', { name, exact: true }),
    words,
    view: figureViewWords[language],
    goals: goalsPageWords[language],
    editor: figureEditorWords[language],
    comparing: comparisonsPageWords[language],
    suggesting: suggestionsPageWords[language],
  }
}

async function openFigures(options: AppOptions = {}): Promise<Screen> {
  const app = await openSample(browser, options)
  const language = options.language ?? 'zh-CN'
  await app.goTo('figures')
  await app.page.getByRole('heading', { level: 1, name: figuresPageWords[language].title }).waitFor()
  return screenOf(app, language)
}

/** A new project with the sample's files imported and nothing drafted. */
async function openImported(): Promise<Screen> {
  const host = await startWebHost()
  onTestFinished(() => host.close())
  const app = await openApp(browser, host.url, { viewport: { width: 1440, height: 900 } })
  onTestFinished(() => app.page.context().close())
  await app.createProject('推荐')
  const { daily, goals } = sampleFiles['zh-CN']
  await app.importFiles(fileAt(daily), fileAt(goals))
  return screenOf(app, 'zh-CN')
}

describe('the table of figures', () => {
  it('shows goals first, with value, target, verdict and source', async () => {
    const { app, row, words, side } = await openFigures()
    const first = app.page.getByRole('row').nth(1)
    expect(await first.textContent()).toMatch(/新增注册用户.*万人≥15万人.*达成.*年度目标\.xlsx › 目标 › D3/)
    expect(await row('用户满意度').textContent()).toContain('未达成')
    await side(words.overview).getByRole('img').waitFor()
    expect(app.complaints).toEqual([])
  })

  it('opens a whole to show its parts', async () => {
    const { app, row, words } = await openFigures()
    expect(await row('抖音注册').count()).toBe(0)
    const opener = app.button(words.expand('累计注册'))
    await opener.click()
    await row('抖音注册').waitFor()
    await app.button(words.collapse('累计注册')).click()
    await row('抖音注册').waitFor({ state: 'detached' })
  })

  it('finds figures and filters those that missed their goal', async () => {
    const { app, row, words, view } = await openFigures()
    await app.page.getByRole('searchbox', { name: view.search }).fill('抖音注册')
    await row('抖音注册').waitFor()
    expect(await row('点击率').count()).toBe(0)
    await app.page.getByRole('searchbox', { name: view.search }).fill('')
    await app.button(words.filters.missed).click()
    await row('用户满意度').waitFor()
    await row('首单用户').waitFor({ state: 'detached' })
  })
})

describe('where a figure comes from', () => {
  it('is told, with what uses it', async () => {
    const { app, side, words } = await openFigures()
    await app.button('日均注册').click()
    const panel = side('日均注册')
    await panel.getByText('渠道投放日报.xlsx').waitFor()
    expect(await panel.textContent()).toMatch(/日报 › E4:E\d+/)
    await app.button('累计注册').click()
    const uses = side('累计注册').getByRole('region', { name: words.usedIn })
    await uses.getByRole('link', { name: words.uses.formula('整体获客成本') }).click()
    const derived = side('整体获客成本')
    await derived.getByRole('button', { name: '累计成本' }).click()
    await side('累计成本').waitFor()
  })

  it('opens the rows with their filters, which can be taken away, and the way back', async () => {
    const { app, side, words, view } = await openFigures()
    const { page } = app
    await page.getByRole('searchbox', { name: view.search }).fill('抖音注册')
    await app.button('抖音注册').click()
    await side('抖音注册').getByRole('button', { name: words.openRows }).click()
    const tools = page.getByRole('region', { name: app.view.tools })
    await tools.getByText(app.view.rowsOf('180', '1,080')).waitFor()
    const chip = tools.getByRole('button', { name: /渠道 是 抖音/ })
    await page.locator('.ag-cell.cell-selected[col-id]').first().waitFor()
    expect(await tools.textContent()).toContain(app.view.selected('180', 1))
    await page.getByText(app.view.rowsOfFigure('抖音注册')).waitFor()
    expect(await app.barriers()).toEqual([])
    await chip.click()
    await tools.getByText(app.view.rows('1,080'), { exact: true }).waitFor()
    await page.getByRole('link', { name: app.view.backToFigure }).click()
    await side('抖音注册').waitFor()
    expect(app.complaints).toEqual([])
  })

  it('opens a single cell among its rows', async () => {
    const { app, side, words } = await openFigures()
    await app.button('7日留存率').click()
    await side('7日留存率').getByRole('button', { name: words.openRows }).click()
    const cell = app.page.locator('.ag-cell.cell-selected')
    await cell.waitFor()
    expect(await cell.count()).toBe(1)
    expect(await cell.textContent()).toMatch(/37/)
  })
})

describe('goals', () => {
  it('are set as people write them, changed, removed, and brought back', async () => {
    const { app, row, side, goals } = await openFigures()
    const { page } = app
    await app.button('日均注册').click()
    const panel = side('日均注册')
    await panel.getByRole('button', { name: goals.setGoal }).click()
    await panel.getByLabel(goals.target, { exact: true }).fill('很多')
    await panel.getByRole('button', { name: goals.save }).click()
    await panel.getByText(goals.targetUnreadable).waitFor()
    await panel.getByLabel(goals.target, { exact: true }).fill('30元')
    await panel.getByText(goals.targetOtherUnit('元', '人')).waitFor()
    await panel.getByLabel(goals.target, { exact: true }).fill('≥0.09万人')
    await page.keyboard.press('Enter')
    await row('日均注册').getByText('≥900人').waitFor()
    expect(await row('日均注册').textContent()).toMatch(/达成/)

    await panel.getByRole('button', { name: goals.editGoal }).click()
    await panel.getByLabel(goals.comparator).selectOption('≤')
    expect(await panel.getByLabel(goals.polarities.lower).isChecked()).toBe(true)
    await panel.getByRole('button', { name: goals.save }).click()
    await row('日均注册').getByText('≤900人').waitFor()

    await panel.getByRole('button', { name: goals.removeGoal }).click()
    await row('日均注册').getByText('≤900人').waitFor({ state: 'detached' })
    await app.button(goals.undo).last().click()
    await row('日均注册').getByText('≤900人').waitFor()
  })

  it('take a range in one go', async () => {
    const { app, row, side, goals } = await openFigures()
    await app.button('日均注册').click()
    const panel = side('日均注册')
    await panel.getByRole('button', { name: goals.setGoal }).click()
    await panel.getByLabel(goals.target, { exact: true }).fill('800-1000人')
    expect(await panel.getByLabel(goals.targetHigh).inputValue()).toBe('1,000')
    await panel.getByRole('button', { name: goals.save }).click()
    await row('日均注册')
      .getByText(/800.*1,000人/)
      .waitFor()
  })

  it('have an owner, a period and a source, and stand in one overview', async () => {
    const { app, row, side, tab, goals } = await openFigures()
    const { page } = app
    await tab('goals').click()
    await app.button('获客成本').click()
    const panel = side('获客成本')
    await panel.getByLabel(goals.target, { exact: true }).fill('25元/人以内')
    expect(await panel.getByLabel(goals.comparator).inputValue()).toBe('≤')
    await panel.getByLabel(goals.owner).fill('王敏')
    await panel.getByLabel(goals.periodFrom).fill('2026-03-01')
    await panel.getByRole('button', { name: goals.save }).click()
    await panel.getByText(goals.periodHalf).waitFor()
    await panel.getByLabel(goals.periodTo, { exact: true }).fill('2026-08-31')
    await panel.getByLabel(goals.setBy).fill('2026年度经营计划')
    await panel.getByRole('button', { name: goals.save }).click()
    await row('获客成本').getByText('≤25元/人').waitFor()
    expect(await row('获客成本').textContent()).toMatch(
      /未达成.*王敏.*2026年3月1日至8月31日.*2026年度经营计划/,
    )

    await page.getByRole('combobox', { name: goals.owner }).selectOption('王敏')
    await row('用户满意度').waitFor({ state: 'detached' })
    await page.getByRole('combobox', { name: goals.owner }).selectOption('')
    await page.getByRole('combobox', { name: goals.columns.tier }).selectOption('达标')
    await row('首单用户').waitFor({ state: 'detached' })
    await row('用户满意度').waitFor()
    await page.getByRole('combobox', { name: goals.columns.tier }).selectOption('')
    await row('首单用户').waitFor()
    await page.getByRole('button', { name: goals.columns.attainment }).click()
    const names = page.getByRole('rowheader')
    const worst = await names.first().textContent()
    await page.getByRole('button', { name: goals.columns.attainment }).click()
    expect(await names.last().textContent()).toBe(worst)
    await page.getByRole('button', { name: new RegExp(`^${goals.cards.missed}`) }).click()
    await row('首单用户').waitFor({ state: 'detached' })
    expect(page.url()).toMatch(/figures\/goals$/)
  })

  it('are graded as the project says, tried out before and taken back after', async () => {
    const { app, row, tab, dialog, goals } = await openFigures()
    const { page } = app
    await tab('goals').click()
    await row('注册转化率').getByText('达标').waitFor()
    await app.button(goals.tiers.open).click()
    await dialog.getByLabel(goals.tiers.name(2)).fill('接近')
    await dialog.getByLabel(goals.tiers.from(2)).fill('120')
    await dialog.getByRole('button', { name: goals.save }).click()
    await dialog.getByText(goals.tiers.notFalling).waitFor()
    await dialog.getByLabel(goals.tiers.from(2)).fill('90')
    await dialog.getByText(goals.tiers.exampleOf('92%', '接近')).waitFor()
    expect(await app.barriers()).toEqual([])
    await dialog.getByRole('button', { name: goals.save }).click()
    await row('注册转化率').getByText('接近').waitFor()
    await app.button(goals.undo).last().click()
    await row('注册转化率').getByText('达标').waitFor()
    expect(await page.getByText('接近').count()).toBe(0)
  })
})

describe('figures of one’s own', () => {
  it('are typed in with their source, renamed, and removed', async () => {
    const { app, row, side, words, dialog, editor } = await openFigures()
    const { page } = app
    await app.button(words.add).click()
    await dialog.getByLabel(editor.ways.typed).check()
    await dialog.getByLabel(editor.name, { exact: true }).fill('直播观看')
    await dialog.getByLabel(editor.value).fill('5.8万人')
    await dialog.getByRole('button', { name: editor.save }).click()
    await dialog.getByText(editor.noteMissing).waitFor()
    await dialog.getByLabel(editor.note).fill('直播后台截图')
    await dialog.getByRole('button', { name: editor.save }).click()
    await row('直播观看').getByText('5.8万人').waitFor()
    const panel = side('直播观看')
    await panel.getByText('直播后台截图').waitFor()

    await panel.getByRole('button', { name: words.rename }).click()
    await page.getByLabel(words.rename).fill('直播观看人数')
    await page.keyboard.press('Enter')
    await row('直播观看人数').waitFor()
    await side('直播观看人数').getByRole('button', { name: words.more }).click()
    await page.getByRole('menuitem', { name: words.remove }).click()
    await row('直播观看人数').waitFor({ state: 'detached' })
    await app.button(words.undo).last().click()
    await row('直播观看人数').getByText('5.8万人').waitFor()
  })

  it('are the length of two dates that are typed', async () => {
    const { app, row, side, words, dialog, editor } = await openFigures()
    await app.button(words.add).click()
    await dialog.getByLabel(editor.ways.typed).check()
    await dialog.getByLabel(editor.name, { exact: true }).fill('活动周期')
    await dialog.getByLabel(editor.value).fill('2026.3.2—8.28')
    await dialog.getByRole('button', { name: '180天' }).waitFor()
    expect(await app.barriers()).toEqual([])
    await dialog.getByRole('button', { name: '6个月' }).click()
    expect(await dialog.getByLabel(editor.value).inputValue()).toBe('6个月')
    await dialog.getByRole('button', { name: editor.save }).click()
    await row('活动周期').getByText('6个月').waitFor()
    await side('活动周期').getByText('2026年3月2日至2026年8月28日，首尾两天都计入').waitFor()
  })

  it('are taken from the columns of a table, with their value while they are made', async () => {
    const { app, row, side, words, dialog, list, editor } = await openFigures()
    const { page } = app
    await app.button(words.add).click()
    await list(editor.table).selectOption('2026年渠道投放日报')
    await list(editor.column).selectOption('注册')
    await dialog.getByRole('button', { name: editor.addCondition }).click()
    await list(editor.conditionColumn(1)).selectOption('渠道')
    await dialog.getByLabel(editor.conditionValue(1)).fill('抖音、小红书')
    const live = dialog.getByRole('status', { name: editor.live })
    await live.getByText(editor.rows('360')).waitFor()
    const value = await live.getByRole('strong').textContent()
    await dialog.getByLabel(editor.name, { exact: true }).fill('内容平台注册')
    expect(await app.barriers()).toEqual([])
    await dialog.getByRole('button', { name: editor.save }).click()
    await row('内容平台注册').waitFor()
    expect(value).toMatch(/^62,319人$|^6\.23万人$/)
    expect(await row('内容平台注册').textContent()).toContain(value ?? '')

    await side('内容平台注册').getByRole('button', { name: words.edit }).click()
    await list(editor.per).selectOption(editor.steps.day)
    await list(editor.fn).selectOption(editor.fns.max)
    await dialog.getByText(editor.perHint(editor.steps.day, editor.fns.max)).waitFor()
    await dialog.getByRole('button', { name: editor.save }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.waitForFunction(
      ([name, before]) =>
        [...document.querySelectorAll('tr')].some(
          ({ textContent }) => textContent.includes(name ?? '') && !textContent.includes(before ?? ''),
        ),
      ['内容平台注册', value],
    )
  })

  it('are written as formulas, with names completed, units checked and every use recomputed', async () => {
    const { app, row, side, words, dialog, editor } = await openFigures()
    const { page } = app
    await app.button(words.add).click()
    await dialog.getByLabel(editor.ways.formula).check()
    const formula = dialog.getByRole('textbox', { name: editor.formula })
    await formula.pressSequentially('[累计成')
    await dialog.getByRole('option', { name: /累计成本/ }).waitFor()
    await page.keyboard.press('Enter')
    await formula.pressSequentially(' + [累计首')
    await page.keyboard.press('Tab')
    expect(await formula.inputValue()).toBe('[累计成本] + [累计首单]')
    await dialog.getByText(/单位不同/).waitFor()
    expect(await formula.getAttribute('aria-invalid')).toBe('true')
    expect(await dialog.locator('mark').textContent()).toBe('[累计成本] + [累计首单]')

    await formula.fill('')
    await dialog.getByRole('searchbox').fill('累计成本')
    await dialog.getByRole('button', { name: /^累计成本/ }).click()
    await formula.pressSequentially(' / [累')
    await dialog.getByRole('option').first().waitFor()
    await page.keyboard.press('Escape')
    await dialog.getByRole('option').first().waitFor({ state: 'hidden' })
    for (let count = 0; count < 2; count++) await page.keyboard.press('Backspace')
    await dialog.getByRole('searchbox').fill('累计首单')
    await dialog.getByRole('button', { name: /^累计首单/ }).dragTo(formula)
    expect(await formula.inputValue()).toMatch(/\[累计首单\]/)
    await formula.fill('[累计成本] / [累计首单]')
    const live = dialog.getByRole('status', { name: editor.live })
    await live.getByText('141.29元/单').waitFor()
    await dialog.getByLabel(editor.name, { exact: true }).fill('首单成本')
    expect(await app.barriers()).toEqual([])
    await dialog.getByRole('button', { name: editor.save }).click()
    await row('首单成本').getByText('141.29元/单').waitFor()

    await side('首单成本').getByRole('button', { name: words.edit }).click()
    expect(await formula.inputValue()).toBe('[累计成本] ÷ [累计首单]')
    await formula.fill('[累计成本] / [累计注册]')
    await dialog.getByRole('button', { name: editor.save }).click()
    await row('首单成本').getByText('25.50元/人').waitFor()
    await app.button(editor.undo).last().click()
    await row('首单成本').getByText('141.29元/单').waitFor()
  })

  it('follow a ready pattern', async () => {
    const { app, row, words, dialog, list, editor } = await openFigures()
    const { patterns, operands } = comparisonWords['zh-CN']
    await app.button(words.add).click()
    await dialog.getByLabel(editor.ways.pattern).check()
    await list(editor.pattern).selectOption(patterns['acquisition-cost'].name)
    await dialog.getByText(patterns['acquisition-cost'].how).waitFor()
    await dialog.getByRole('button', { name: editor.save }).click()
    await dialog.getByText(editor.operandMissing(operands.cost)).waitFor()
    await list(operands.cost).selectOption({ label: '累计成本　433.82万元' })
    await list(operands['new-users']).selectOption({ label: '累计首单　30,704单' })
    await dialog.getByLabel(editor.name, { exact: true }).fill('每单成本')
    await dialog.getByRole('button', { name: editor.save }).click()
    await row('每单成本')
      .getByText(/141\.29/)
      .waitFor()
  })

  it('are copied, and not removed while something uses them', async () => {
    const { app, row, side, words } = await openFigures()
    const { page } = app
    await app.button('累计注册').click()
    const panel = side('累计注册')
    await panel.getByRole('button', { name: words.more }).click()
    await page.getByRole('menuitem', { name: words.remove }).click()
    expect(await panel.getByRole('alert').textContent()).toMatch(/还在使用中.*整体获客成本/)
    await panel.getByRole('button', { name: words.more }).click()
    await page.getByRole('menuitem', { name: words.duplicate }).click()
    await row(words.copyName('累计注册')).waitFor()
    await app.button(words.undo).last().click()
    await row(words.copyName('累计注册')).waitFor({ state: 'detached' })
  })
})

describe('comparisons', () => {
  it('are put together with their sentence before they are kept, and give figures', async () => {
    const { app, row, tab, dialog, list, comparing } = await openFigures()
    const { page } = app
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await tab('comparisons').click()
    await app.button(comparing.add).first().click()
    await list(comparing.kind).selectOption('ratio')
    await list(comparing.roles.left).selectOption({ label: '累计注册　17.01万人' })
    await dialog.getByRole('button', { name: comparing.save }).click()
    await dialog.getByText(comparing.nameMissing).waitFor()
    await dialog.getByText(comparing.problems.role(comparing.roles.right)).waitFor()
    await dialog.getByLabel(comparing.name).fill('注册与首单')
    await list(comparing.roles.right).selectOption({ label: '累计首单　30,704单' })
    const preview = dialog.getByRole('region', { name: comparing.preview })
    await preview.getByText(/累计首单/).waitFor()
    const sentence = await preview.getByRole('paragraph').textContent()
    expect(await app.barriers()).toEqual([])
    await dialog.getByRole('button', { name: comparing.save }).click()

    const card = page.getByRole('article', { name: '注册与首单' })
    await card.getByText(sentence ?? '').waitFor()
    await card.getByRole('button', { name: comparing.copySentence }).click()
    await page.getByText(comparing.copied).waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(sentence)
    await card.getByRole('button', { name: comparing.removeNamed('注册与首单') }).click()
    await card.waitFor({ state: 'detached' })
    await app.button(comparing.undo).last().click()
    await card.waitFor()

    const series = page.getByRole('article', { name: '注册', exact: true }).first()
    const keep = series.getByRole('button', { name: /加入指标/ }).first()
    const name = /“(.*)”/.exec((await keep.getAttribute('aria-label')) ?? '')?.[1] ?? ''
    await keep.click()
    await page.getByText(comparing.kept(name)).waitFor()
    await series.getByRole('button', { name: comparing.keepNamed(name) }).waitFor({ state: 'detached' })
    await tab('figures').click()
    await page.getByRole('searchbox').fill(name)
    await row(name).waitFor()
  })
})

describe('suggestions', () => {
  it('are offered after an import, accepted one by one, undone, and accepted all', async () => {
    const { app, tab, suggesting, words } = await openImported()
    const { page } = app
    await page.getByText(/发现 \d+ 条可用的指标和图表/).waitFor()
    await page.getByRole('link', { name: suggesting.see }).click()
    await tab('suggestions').waitFor()
    expect(await tab('suggestions').getAttribute('aria-selected')).toBe('true')
    const cards = page.getByRole('article')
    await cards.first().waitFor()
    const before = await cards.count()
    const name = (await cards.first().getAttribute('aria-label')) ?? ''
    await cards.first().locator('summary').click()
    await cards.first().locator('.suggestion-figures').waitFor()
    expect(await app.barriers()).toEqual([])

    await app.button(suggesting.acceptNamed(name)).click()
    await page.getByText(suggesting.accepted(name)).waitFor()
    await page.getByRole('article', { name, exact: true }).waitFor({ state: 'detached' })
    await app.button(suggesting.undo).last().click()
    await page.getByText(suggesting.undone).waitFor()
    await page.getByRole('article', { name, exact: true }).waitFor()
    expect(await cards.count()).toBe(before)

    await app.button(suggesting.acceptAll).click()
    await page.getByRole('heading', { name: suggesting.emptyTitle }).waitFor()
    await tab('figures').click()
    await page.getByText(/共 \d+ 个/).waitFor()
    expect(await page.getByRole('tab', { name: words.segments.comparisons }).textContent()).toMatch(/[1-9]/)
    expect(app.complaints).toEqual([])
  })
})

describe('the screen', () => {
  it.each([
    { language: 'zh-CN', theme: 'light' },
    { language: 'zh-CN', theme: 'dark' },
    { language: 'en', theme: 'light' },
    { language: 'en', theme: 'dark' },
  ] as const)('keeps nobody from using any part of it ($language, $theme)', async (options) => {
    const { app, tab, goals, words } = await openFigures(options)
    const { page } = app
    await page.getByRole('img').first().waitFor()
    expect(await app.barriers()).toEqual([])
    await page.getByRole('row').nth(1).getByRole('button').last().click()
    await app.button(goals.editGoal).click()
    expect(await app.barriers()).toEqual([])
    for (const segment of ['goals', 'comparisons', 'suggestions'] as const) {
      await tab(segment).click()
      await page.getByRole('tabpanel', { name: words.segments[segment] }).waitFor()
      expect(await app.barriers()).toEqual([])
    }
    expect(app.complaints).toEqual([])
  })

  it('is used by the keys alone: tabs, a new figure, its formula', async () => {
    const { app, tab, row, dialog, editor, words } = await openFigures()
    const { page } = app
    await tab('figures').focus()
    await page.keyboard.press('ArrowRight')
    expect(page.url()).toMatch(/figures\/goals$/)
    await page.keyboard.press('End')
    expect(page.url()).toMatch(/figures\/suggestions$/)
    await page.keyboard.press('Home')
    await app.button(words.add).focus()
    await page.keyboard.press('Enter')
    await dialog.waitFor()
    await page.keyboard.press('ArrowRight')
    expect(await dialog.getByLabel(editor.ways.formula).isChecked()).toBe(true)
    await page.keyboard.press('Tab')
    await page.keyboard.type('[累计注')
    await dialog.getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.type('*2')
    await dialog.getByLabel(editor.name, { exact: true }).focus()
    await page.keyboard.type('翻倍')
    await page.keyboard.press('Enter')
    await row('翻倍').getByText('34.02万人').waitFor()
    await page.keyboard.press('Escape')
  })

  it('comes back to the part that was looked at last', async () => {
    const { app, tab } = await openFigures()
    await tab('comparisons').click()
    await app.goTo('data')
    await app.goTo('figures')
    expect(await tab('comparisons').getAttribute('aria-selected')).toBe('true')
  })
})
