// The figures screen: found, judged, traced; goals set as people write them.

import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { figuresPageWords, figureViewWords } from '../../shared/text/figures-page.ts'
import type { AppOptions, AppPage } from '../support/app-page.ts'
import { openBrowser } from '../support/browser.ts'
import { openSample } from '../support/sample-project.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

interface Screen {
  app: AppPage
  row: (name: string) => Locator
  side: (name: string) => Locator
  words: (typeof figuresPageWords)['en']
  view: (typeof figureViewWords)['en']
}

async function openFigures(options: AppOptions = {}): Promise<Screen> {
  const app = await openSample(browser, options)
  const language = options.language ?? 'zh-CN'
  await app.goTo('figures')
  const { page } = app
  await page.getByRole('heading', { level: 1, name: figuresPageWords[language].title }).waitFor()
  return {
    app,
    row: (name) => page.getByRole('row').filter({ has: page.getByRole('button', { name, exact: true }) }),
    side: (name) => page.getByRole('complementary', { name }),
    words: figuresPageWords[language],
    view: figureViewWords[language],
  }
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

  it('tells where a figure comes from', async () => {
    const { app, side } = await openFigures()
    await app.button('日均注册').click()
    const panel = side('日均注册')
    await panel.getByText('渠道投放日报.xlsx').waitFor()
    expect(await panel.textContent()).toMatch(/日报 › E4:E\d+/)
  })
})

describe('goals', () => {
  it('are set as people write them, changed, removed, and brought back', async () => {
    const { app, row, side, words } = await openFigures()
    const { page } = app
    await app.button('日均注册').click()
    const panel = side('日均注册')
    await panel.getByRole('button', { name: words.setGoal }).click()
    await panel.getByLabel(words.target, { exact: true }).fill('很多')
    await panel.getByRole('button', { name: words.save }).click()
    await panel.getByText(words.targetUnreadable).waitFor()
    await panel.getByLabel(words.target, { exact: true }).fill('30元')
    await panel.getByText(words.targetOtherUnit('元', '人')).waitFor()
    await panel.getByLabel(words.target, { exact: true }).fill('≥0.09万人')
    await page.keyboard.press('Enter')
    await row('日均注册').getByText('≥900人').waitFor()
    expect(await row('日均注册').textContent()).toMatch(/达成/)

    await panel.getByRole('button', { name: words.editGoal }).click()
    await panel.getByLabel(words.comparator).selectOption('≤')
    expect(await panel.getByLabel(words.polarities.lower).isChecked()).toBe(true)
    await panel.getByRole('button', { name: words.save }).click()
    await row('日均注册').getByText('≤900人').waitFor()

    await panel.getByRole('button', { name: words.removeGoal }).click()
    await row('日均注册').getByText('≤900人').waitFor({ state: 'detached' })
    await app.button(words.undo).click()
    await row('日均注册').getByText('≤900人').waitFor()
  })

  it('take a range in one go', async () => {
    const { app, row, side, words } = await openFigures()
    await app.button('日均注册').click()
    const panel = side('日均注册')
    await panel.getByRole('button', { name: words.setGoal }).click()
    await panel.getByLabel(words.target, { exact: true }).fill('800-1000人')
    expect(await panel.getByLabel(words.targetHigh).inputValue()).toBe('1,000')
    await panel.getByRole('button', { name: words.save }).click()
    await row('日均注册')
      .getByText(/800.*1,000人/)
      .waitFor()
  })
})

describe('figures of one’s own', () => {
  it('are added with their source, renamed and removed', async () => {
    const { app, row, side, words } = await openFigures()
    const { page } = app
    await app.button(words.add).click()
    const dialog = app.dialog(words.addTitle)
    await dialog.getByLabel(words.name).fill('直播观看')
    await dialog.getByLabel(words.value).fill('5.8万人')
    await dialog.getByRole('button', { name: words.save }).click()
    await dialog.getByText(words.noteMissing).waitFor()
    await dialog.getByLabel(words.note).fill('直播后台截图')
    await dialog.getByRole('button', { name: words.save }).click()
    await row('直播观看').getByText('5.8万人').waitFor()
    const panel = side('直播观看')
    await panel.getByText('直播后台截图').waitFor()

    await panel.getByRole('button', { name: words.rename }).click()
    await page.getByLabel(words.rename).fill('直播观看人数')
    await page.keyboard.press('Enter')
    await row('直播观看人数').waitFor()
    await side('直播观看人数').getByRole('button', { name: words.remove }).click()
    await row('直播观看人数').waitFor({ state: 'detached' })
  })
})

describe('the screen', () => {
  it.each([
    { language: 'zh-CN', theme: 'dark' },
    { language: 'en', theme: 'light' },
  ] as const)('keeps nobody from using it ($language, $theme)', async (options) => {
    const { app, words } = await openFigures(options)
    await app.page.getByRole('img').first().waitFor()
    expect(await app.barriers()).toEqual([])
    await app.page.getByRole('row').nth(1).getByRole('button').last().click()
    await app.button(words.editGoal).click()
    expect(await app.barriers()).toEqual([])
    expect(app.complaints).toEqual([])
  })
})
