import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AppPage, fileAt, openApp, sampleFiles } from '../support/app-page.ts'
import { openBrowser } from '../support/browser.ts'
import { startWebHost, type TestHost } from '../support/web-host.ts'

let browser: Browser
let host: TestHost

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** A host has one session: a test that opens a window of its own starts a host of its own. */
async function start(options: Parameters<typeof openApp>[2] = {}): Promise<AppPage> {
  host = await startWebHost()
  return openApp(browser, host.url, options)
}

describe('the window', () => {
  test('speaks the other language at once, without loading the page again', async () => {
    const app = await start()
    await app.page.evaluate(() => Object.assign(window, { stillHere: true }))
    await app.switchLanguage()
    expect(await app.page.getByRole('heading', { level: 1 }).textContent()).toBe(app.home.headline)
    expect(await app.page.evaluate(() => [document.documentElement.lang, 'stillHere' in window])).toEqual([
      'en',
      true,
    ])
    await expect.poll(() => app.page.title()).toBe('Recap')
    await app.page.reload()
    await app.page.getByRole('heading', { name: app.home.headline }).waitFor()
    await host.close()
  })

  test('keeps the theme that was chosen, and follows the system until one is', async () => {
    const app = await start({ theme: 'dark' })
    const shown = () => app.page.evaluate(() => document.documentElement.dataset['theme'])
    expect(await shown()).toBe('dark')
    await app.page.emulateMedia({ colorScheme: 'light' })
    await expect.poll(shown).toBe('light')
    await app.button(app.shell.theme).click()
    await app.page.getByRole('menuitemradio', { name: app.shell.themes.dark }).click()
    await app.page.reload()
    await app.page.getByRole('heading', { level: 1 }).waitFor()
    expect(await shown()).toBe('dark')
    await host.close()
  })

  test('finds its way back: reload, back and forward show the same page', async () => {
    const app = await start()
    await app.createProject('路径')
    await app.goTo('export')
    await app.page.getByRole('heading', { name: app.export.noReport }).waitFor()
    await app.page.reload()
    await app.page.getByRole('heading', { name: app.export.noReport }).waitFor()
    await app.page.goBack()
    await app.page.getByRole('heading', { name: app.data.emptyTitle }).waitFor()
    await app.page.goForward()
    await app.page.getByRole('heading', { name: app.export.noReport }).waitFor()
    expect(await app.page.title()).toBe('路径 · 导出 · 复盘')
    await host.close()
  })

  test('can be used by keyboard alone', async () => {
    const app = await start({ language: 'en' })
    await app.page.keyboard.press('?')
    await app.dialog(app.shell.shortcuts).waitFor()
    await app.page.keyboard.press('Escape')
    await app.page.keyboard.press('Alt+n')
    await app.page.keyboard.type('By keyboard')
    await app.page.keyboard.press('Enter')
    await app.page.getByRole('heading', { name: app.data.emptyTitle }).waitFor()
    await app.page.keyboard.press('Control+5')
    await app.page.getByRole('heading', { name: app.export.noReport }).waitFor()
    await app.page.keyboard.press('Control+1')
    await app.page.getByRole('heading', { name: app.data.emptyTitle }).waitFor()
    await app.button(app.shell.theme).focus()
    await app.page.keyboard.press('ArrowDown')
    await app.page.keyboard.press('ArrowDown')
    await app.page.keyboard.press('Enter')
    await expect.poll(() => app.page.evaluate(() => document.documentElement.dataset['theme'])).toBe('light')
    expect(await app.page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      app.shell.theme,
    )
    await host.close()
  })

  test('says so when the engine is gone, and what holds', async () => {
    const app = await start()
    await host.close()
    await app.page.getByText(app.shell.connectionLost).waitFor()
    await app.button(app.home.newProject).click()
    await app.button(app.shell.newProject.create).click()
    await app.dialog(app.shell.openFailed).getByRole('alert').waitFor()
  })

  test('goes on by itself when the connection is back', async () => {
    const app = await start()
    await app.page.route('**/events', (route) => route.abort())
    await app.page.reload()
    await app.page.getByText(app.shell.connectionLost).waitFor()
    await app.page.unroute('**/events')
    await app.page.getByText(app.shell.connectionLost).waitFor({ state: 'detached' })
    await host.close()
  })

  test('tells a page without a key to come by the printed address', async () => {
    host = await startWebHost()
    const app = new AppPage(await browser.newPage({ locale: 'zh-CN' }), 'zh-CN')
    await app.page.goto(host.origin)
    await app.page.getByText(app.shell.connectionRefused).waitFor()
    await host.close()
  })

  test('says what is wrong with a project that is not there', async () => {
    const app = await start()
    await app.page.goto(`${host.origin}/#/project/gone/data`)
    await app.page.getByRole('heading', { name: app.shell.openFailed }).waitFor()
    expect(await app.barriers()).toEqual([])
    await app.button(app.shell.backHome).click()
    await app.page.getByRole('heading', { name: app.home.headline }).waitFor()
    await host.close()
  })

  test('talks to nobody else and is refused nothing by its own policy, on every page', async () => {
    const app = await start()
    const strangers: string[] = []
    app.page.on('request', (request) => {
      const address = new URL(request.url())
      if (address.origin !== host.origin && !['blob:', 'data:'].includes(address.protocol))
        strangers.push(request.url())
    })
    await app.createProject('政策')
    await app.importFiles(fileAt(sampleFiles['zh-CN'].goals))
    await app.page.getByRole('gridcell', { name: '投放成本' }).waitFor()
    await app.button(app.data.draft).click()
    await app.page.waitForURL(/\/report$/)
    await app.goTo('figures')
    await app.page.getByRole('main').getByText('投放成本').first().waitFor()
    await app.goTo('export')
    await app.button(app.export.pickPeriod).click()
    await app.page.getByText('12月').first().waitFor()
    expect(strangers).toEqual([])
    expect(app.complaints).toEqual([])
    await host.close()
  })
})
