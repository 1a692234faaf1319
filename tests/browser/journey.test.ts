// The whole way, as a person goes it: a spreadsheet dropped in, a report drafted and written, newer data, a Word file.

import { unzipSync } from 'fflate'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { dailyReportXlsx, dailyRows, totalsOf } from '../../scripts/samples.ts'
import { editorWords } from '../../shared/text/editor.ts'
import { goalsPageWords } from '../../shared/text/goals-page.ts'
import { fileAt, openApp, sampleFiles } from '../support/app-page.ts'
import { openBrowser } from '../support/browser.ts'
import { findSchemaErrors, hasSchemas } from '../support/schema.ts'
import { startWebHost } from '../support/web-host.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const { daily, goals } = sampleFiles['zh-CN']
const words = editorWords['zh-CN']
const goalsWords = goalsPageWords['zh-CN']
const people = (count: number): string => `${count.toLocaleString('zh-CN')}人`

it('turns a spreadsheet into a Word report that follows the data', async () => {
  const host = await startWebHost()
  onTestFinished(() => host.close())
  const app = await openApp(browser, host.url, { viewport: { width: 1440, height: 900 } })
  onTestFinished(() => app.page.context().close())
  const { page } = app

  // A project, and what was found in the files that are dropped on it.
  await app.createProject('暑期实习')
  await app.drop(fileAt(daily), fileAt(goals))
  await app.importReviewed(2)
  await app.source(daily).getByText(app.data.rows('1,080')).first().waitFor()
  await app.source(goals).waitFor()

  // A first draft, and a goal for a figure in it.
  await app.button(app.data.draft).click()
  const text = page.getByRole('textbox', { name: words.text })
  await text.waitFor()
  await app.goTo('figures')
  await app.button('日均注册').click()
  const panel = page.getByRole('complementary', { name: '日均注册' })
  await panel.getByRole('button', { name: goalsWords.setGoal }).click()
  await panel.getByLabel(goalsWords.target, { exact: true }).fill('≥900人')
  await panel.getByRole('button', { name: goalsWords.save }).click()
  await page.getByRole('row').filter({ hasText: '日均注册' }).getByText('≥900人').waitFor()

  // A sentence with a figure.
  await app.goTo('report')
  await page.getByRole('navigation', { name: words.outline }).getByText('数据成果').click()
  await page.keyboard.press('Enter')
  await page.keyboard.type('平均每天新增 @日均注册')
  await page.getByRole('listbox', { name: words.completion }).getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.type('，@日均注册完成')
  await page.keyboard.press('Escape')
  const sentence = text.locator('> p').filter({ hasText: '平均每天新增' })
  const perDay = (factor: number): string => people(Math.round(totalsOf(dailyRows({ factor })).signUps / 180))
  await sentence.getByText(perDay(1), { exact: true }).waitFor()
  await page.getByRole('status').filter({ hasText: app.shell.saveStates.saved }).waitFor()

  // Next month's file of the same name.
  await app.goTo('data')
  await app.drop({ name: daily, content: Buffer.from(await dailyReportXlsx('zh-CN', { factor: 1.5 })) })
  await app.importReviewed(1)
  await page.getByText(app.data.replaced(daily)).first().waitFor()
  await app.goTo('report')
  await sentence.getByText(perDay(1.5), { exact: true }).waitFor()
  await text.locator('.chart-block canvas').first().waitFor()

  // What was written can still be taken back and forth; the numbers stay those of the new data.
  await text.press('Control+z')
  expect(await sentence.textContent()).not.toContain('日均注册完成')
  await text.press('Control+y')
  expect(await sentence.textContent()).toBe(`平均每天新增 ${perDay(1.5)}，@日均注册完成`)
  await page.getByRole('status').filter({ hasText: app.shell.saveStates.saved }).waitFor()

  // The Word file, with the sentence in it.
  await app.goTo('export')
  const { name, content } = await app.download(app.button(app.export.export))
  expect(name).toMatch(/\.docx$/)
  const parts = unzipSync(content)
  const document = Buffer.from(parts['word/document.xml'] ?? []).toString()
  expect(document).toContain('平均每天新增')
  expect(document).toContain(perDay(1.5))
  expect(
    Object.keys(parts).filter((part) => /^word\/charts\/chart\d+\.xml$/.test(part)).length,
  ).toBeGreaterThanOrEqual(2)
  if (hasSchemas) expect(findSchemaErrors({ 'report.docx': content })).toEqual([])
  expect(app.complaints).toEqual([])
})
