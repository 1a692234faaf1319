import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type AppPage, fileAt, openApp, sampleFiles, textFile } from '../support/app-page.ts'
import { openBrowser } from '../support/browser.ts'
import { startWebHost, type TestHost } from '../support/web-host.ts'

let browser: Browser
let host: TestHost

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())
afterEach(() => host.close())

async function start(options: Parameters<typeof openApp>[2] = {}): Promise<AppPage> {
  host = await startWebHost()
  return openApp(browser, host.url, options)
}

describe('home', () => {
  test.each([
    ['zh-CN', 'light'],
    ['zh-CN', 'dark'],
    ['en', 'light'],
    ['en', 'dark'],
  ] as const)(
    'explains itself when nothing is there, and keeps nobody out (%s, %s)',
    async (language, theme) => {
      const app = await start({ language, theme })
      await app.page.getByText(app.home.noRecent).waitFor()
      for (const step of app.home.how)
        await app.page.getByRole('heading', { name: step.title, exact: true }).waitFor()
      await app.page.getByText(app.home.promise).waitFor()
      expect(await app.barriers()).toEqual([])
      await app.button(app.home.newProject).click()
      await app.dialog(app.shell.newProject.title).waitFor()
      expect(await app.barriers()).toEqual([])
    },
  )

  test('has no word of the other language on it', async () => {
    const app = await start({ language: 'en' })
    const text = await app.page.getByRole('main').innerText()
    expect(text).not.toMatch(/\p{Script=Han}/u)
    await app.switchLanguage()
    const chinese = await app.page.getByRole('main').innerText()
    expect(chinese.replaceAll(/Excel|WPS|CSV|Word/g, '')).not.toMatch(/[A-Za-z]{2,}/)
  })

  test('makes a project under the name that was typed, and lists it from then on', async () => {
    const app = await start()
    await app.createProject('春季实习')
    await expect.poll(() => app.page.title()).toBe('春季实习 · 数据 · 复盘')
    await app.goHome()
    const recent = app.page.getByRole('list').getByRole('button', { name: '春季实习' })
    await recent.waitFor()
    expect(await app.barriers()).toEqual([])
    await recent.click()
    await app.page.getByRole('heading', { name: app.data.emptyTitle }).waitFor()
  })

  test('takes spreadsheets that are dropped on it into a new project, reviewed before they are imported', async () => {
    const app = await start()
    await app.drop(fileAt(sampleFiles['zh-CN'].daily), fileAt(sampleFiles['zh-CN'].goals))
    await app.page.getByRole('region', { name: app.review.title }).waitFor()
    await app.importReviewed(2)
    await app.source(sampleFiles['zh-CN'].daily).waitFor()
    await app.source(sampleFiles['zh-CN'].goals).waitFor()
    await expect.poll(() => app.page.title()).toBe('渠道投放日报 · 数据 · 复盘')
  })

  test('opens a copy of a project file, and says that it is one', async () => {
    const app = await start()
    await app.createProject('原件')
    await app.goHome()
    const content = readFileSync(`${host.dataFolder}/projects/原件.recap`)
    await app.choose(app.button(app.home.openProject), [{ name: '来自同事.recap', content }])
    await app.page.getByText(app.shell.copyOpened('来自同事.recap')).waitFor()
    await expect.poll(() => app.page.title()).toBe('来自同事 · 数据 · 复盘')
  })

  test('says what happened, what is safe and what to do when a file is no project', async () => {
    const app = await start()
    await app.choose(app.button(app.home.openProject), [textFile('随便.recap', '不是项目')])
    const dialog = app.dialog(app.shell.openFailed)
    await dialog.getByText('“随便.recap”').waitFor()
    await dialog.getByText('文件没有改动').waitFor()
    expect(await app.barriers()).toEqual([])
    await dialog.getByRole('button', { name: app.shell.close }).last().click()
    await app.page.getByText(app.home.noRecent).waitFor()
  })

  test.each(['zh-CN', 'en'] as const)('shows the sample as a finished report (%s)', async (language) => {
    const app = await start({ language })
    await app.trySample()
    await app.goTo('data')
    await app.source(sampleFiles[language].daily).waitFor()
    await app.source(sampleFiles[language].goals).waitFor()
  })
})
