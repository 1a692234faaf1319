// The app as a person uses it, in a real browser over the web host: a page with the words it shows. Finds things by role
// and name, as a screen reader does, so that what has no name cannot be tested either.

import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContextOptions, Download, Locator, Page } from 'playwright-core'
import type { Language } from '../../shared/model/language.ts'
import { dataWords } from '../../shared/text/data.ts'
import { exportWords } from '../../shared/text/export.ts'
import { factWords } from '../../shared/text/facts.ts'
import { reviewWords } from '../../shared/text/import-review.ts'
import { homeWords, shellWords } from '../../shared/text/screens.ts'
import { tableViewWords } from '../../shared/text/table-view.ts'

export const samples = join(import.meta.dirname, '../../resources/samples')

/** Their names in the samples folder. */
export const sampleFiles = {
  'zh-CN': { daily: '渠道投放日报.xlsx', goals: '年度目标.xlsx' },
  en: { daily: 'Channel daily report.xlsx', goals: 'Annual goals.xlsx' },
} as const satisfies Record<Language, object>

export interface AppOptions {
  language?: Language
  theme?: 'light' | 'dark'
  viewport?: { width: number; height: number }
}

export interface GivenFile {
  name: string
  content: Buffer
}

/** A file of the samples folder, or any on the disk by its path. */
export const fileAt = (path: string): GivenFile => ({
  name: basename(path),
  content: readFileSync(join(samples, path)),
})

/** A file made of text: `name,count\n甲,1`. */
export const textFile = (name: string, text: string): GivenFile => ({ name, content: Buffer.from(text) })

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** A window of its own: nothing of another test's settings or storage is in it. Closed with the browser. */
export async function openApp(browser: Browser, url: string, options: AppOptions = {}): Promise<AppPage> {
  const { language = 'zh-CN', theme = 'light', viewport = { width: 1280, height: 800 } } = options
  const settings: BrowserContextOptions = {
    locale: language,
    colorScheme: theme,
    viewport,
    acceptDownloads: true,
    // Colours are judged when they have arrived.
    reducedMotion: 'reduce',
  }
  const context = await browser.newContext(settings)
  const app = new AppPage(await context.newPage(), language)
  await app.page.goto(url)
  await app.page.getByRole('heading', { level: 1 }).first().waitFor()
  return app
}

export class AppPage {
  readonly page: Page
  /** What the browser complained of: errors, refused styles and scripts. Empty when all is well. */
  readonly complaints: string[] = []
  #language: Language

  constructor(page: Page, language: Language) {
    this.page = page
    this.#language = language
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text())
    })
    page.on('pageerror', (error) => this.complaints.push(String(error)))
  }

  get shell() {
    return shellWords[this.#language]
  }

  get home() {
    return homeWords[this.#language]
  }

  get data() {
    return dataWords[this.#language]
  }

  /** Of the import review. */
  get review() {
    return reviewWords[this.#language]
  }

  /** Of the table view. */
  get view() {
    return tableViewWords[this.#language]
  }

  get facts(): (typeof factWords)[Language] {
    return factWords[this.#language]
  }

  get export() {
    return exportWords[this.#language]
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true })
  }

  dialog(name: string): Locator {
    return this.page.getByRole('dialog', { name, exact: true })
  }

  /** The file's card on the data screen. */
  source(file: string): Locator {
    return this.page.getByRole('article', { name: file, exact: true })
  }

  async switchLanguage(): Promise<void> {
    await this.page.getByRole('button', { name: this.shell.otherLanguage.label }).click()
    this.#language = this.#language === 'en' ? 'zh-CN' : 'en'
    await this.page.getByRole('button', { name: this.shell.otherLanguage.label }).waitFor()
  }

  async goHome(): Promise<void> {
    await this.page.getByRole('link', { name: `${this.shell.product} · ${this.shell.home}` }).click()
    await this.page.getByRole('heading', { name: this.home.headline }).waitFor()
  }

  async goTo(page: keyof typeof shellWords.en.pages): Promise<void> {
    await this.page.getByRole('navigation').getByRole('link', { name: this.shell.pages[page] }).click()
  }

  /** From home to the empty data screen of a new project. */
  async createProject(name: string): Promise<void> {
    await this.button(this.home.newProject).click()
    await this.page.getByLabel(this.shell.newProject.name).fill(name)
    await this.button(this.shell.newProject.create).click()
    await this.page.getByRole('heading', { name: this.data.emptyTitle }).waitFor()
  }

  /** Chooses files in the browser's window that a click opens. */
  async choose(opener: Locator, files: readonly GivenFile[]): Promise<void> {
    const [chooser] = await Promise.all([this.page.waitForEvent('filechooser'), opener.click()])
    await chooser.setFiles(files.map(({ name, content }) => ({ name, mimeType: '', buffer: content })))
  }

  /** Imports what is under review, as many files as are said. */
  async importReviewed(files: number): Promise<void> {
    await this.button(this.review.import(files)).click()
  }

  /** Imports by the buttons, without a change in the review, and waits until every file has its card. */
  async importFiles(...files: readonly GivenFile[]): Promise<void> {
    await this.choose(this.button(this.data.import), files)
    await this.importReviewed(files.length)
    for (const { name } of files) await this.source(name).waitFor()
  }

  /** Drags files over the window and lets them go. */
  async drop(...files: readonly GivenFile[]): Promise<void> {
    const given = files.map(({ name, content }) => ({ name, bytes: content.toString('base64') }))
    const transfer = await this.page.evaluateHandle((list) => {
      const dropped = new DataTransfer()
      for (const { name, bytes } of list) {
        dropped.items.add(
          new File([Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0))], name),
        )
      }
      return dropped
    }, given)
    const target = this.page.getByRole('main').locator('> *').first()
    for (const event of ['dragenter', 'dragover', 'drop'])
      await target.dispatchEvent(event, { dataTransfer: transfer })
  }

  /** A project with both samples imported and the report drafted, by the sample button. */
  async trySample(): Promise<void> {
    await this.button(this.home.trySample).click()
    await this.page.waitForURL(/\/report$/)
  }

  /** What the click saves to the disk. */
  async download(click: Locator): Promise<{ name: string; content: Buffer }> {
    const [download]: [Download, void] = await Promise.all([
      this.page.waitForEvent('download'),
      click.click(),
    ])
    return { name: download.suggestedFilename(), content: readFileSync(await download.path()) }
  }

  /** One line for each thing that keeps somebody from using the page (WCAG 2.2 AA). */
  async barriers(): Promise<string[]> {
    const { violations } = await new AxeBuilder({ page: this.page }).withTags(rules).analyze()
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary ?? ''}`),
    )
  }
}
