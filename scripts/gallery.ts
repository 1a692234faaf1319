// npm run gallery: out/gallery/index.html with every screen of the real app on the sample project, in both languages
// and themes, and the pages of the exported report as LibreOffice prints them. charts.html beside it: every kind of chart.

import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import type { ProjectId } from '../shared/model/ids.ts'
import type { Language } from '../shared/model/language.ts'
import { type Client, createClient } from '../shared/rpc.ts'
import { dataWords } from '../shared/text/data.ts'
import { openBrowser } from '../tests/support/browser.ts'
import { callOver, openSession, startWebHost } from '../tests/support/web-host.ts'
import { drawCharts } from './gallery-charts.ts'
import { findOffice, findPageDrawer } from './programs.ts'
import { root, runQuietly } from './tools.ts'

const languages = ['zh-CN', 'en'] as const
const themes = ['light', 'dark'] as const
/** Each with what is there when it can be looked at. */
const screens = {
  home: 'main h1',
  data: '[role=gridcell]',
  figures: 'main table td',
  'figures/goals': 'main table td',
  'figures/comparisons': 'main article',
  charts: 'main canvas',
  report: '[role=textbox] h1, [role=textbox] h2',
  export: 'main button',
} as const
/** The file that the import review is shown with. */
const reviewed = { 'zh-CN': '年度目标.xlsx', en: 'Annual goals.xlsx' } as const
const viewport = { width: 1360, height: 880 }
const folder = join(root, 'out/gallery')

/** Names of pictures in the folder, under a title. */
type Room = readonly [title: string, pictures: readonly string[]]

/** One picture a screen, the import review last. */
async function drawScreens(
  context: BrowserContext,
  origin: string,
  project: ProjectId,
  prefix: string,
  language: Language,
): Promise<string[]> {
  const page = await context.newPage()
  const pictures: string[] = []
  for (const [screen, ready] of Object.entries(screens)) {
    await page.goto(`${origin}/#${screen === 'home' ? '/' : `/project/${project}/${screen}`}`)
    await page.reload()
    await page.locator(ready).first().waitFor()
    pictures.push(await draw(page, `${prefix}-${screen.replace('/', '-')}.png`))
  }
  await page.goto(`${origin}/#/project/${project}/data`)
  await page.reload()
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: dataWords[language].import, exact: true }).click(),
  ])
  await chooser.setFiles(join(root, 'resources/samples', reviewed[language]))
  await page.locator('.preview-sheet td').first().waitFor()
  pictures.push(await draw(page, `${prefix}-review.png`))
  await page.close()
  return pictures
}

async function draw(page: Page, picture: string): Promise<string> {
  await page.waitForFunction(() => document.querySelector('.loading') === null)
  await page.evaluate(() =>
    document.fonts.ready.then(() => new Promise((drawn) => requestIdleCallback(drawn))),
  )
  await page.screenshot({ path: join(folder, picture), animations: 'disabled' })
  return picture
}

/** One picture a page of the exported report; none without LibreOffice. */
async function drawReport(
  client: Client,
  origin: string,
  token: string,
  project: ProjectId,
  prefix: string,
): Promise<string[]> {
  const { file } = await client.call('report.export', { project, format: 'docx' })
  const headers = { Authorization: `Bearer ${token}` }
  const bytes = await (await fetch(`${origin}/files/${file}`, { headers })).bytes()
  const document = join(folder, `${prefix}.docx`)
  writeFileSync(document, bytes)
  const [office, drawer] = [findOffice(), findPageDrawer()]
  if (office === undefined || drawer === undefined) return []
  await runQuietly(office, ['--headless', '--convert-to', 'pdf', '--outdir', folder, document])
  await runQuietly(drawer, [
    '-r',
    '70',
    '-png',
    join(folder, `${prefix}.pdf`),
    join(folder, `${prefix}-page`),
  ])
  return readdirSync(folder)
    .filter((name) => name.startsWith(`${prefix}-page`))
    .toSorted()
}

function album(rooms: readonly Room[], charts: string): string {
  const sections = rooms.map(([title, pictures]) => {
    const figures = pictures.map(
      (name) =>
        `<figure><a href="${name}"><img src="${name}" alt=""></a><figcaption>${name}</figcaption></figure>`,
    )
    return `<h2>${title}</h2><div>${figures.join('')}</div>`
  })
  const style = [
    'body{font:14px system-ui;margin:24px;background:#ddd}',
    'div{display:grid;grid-template-columns:repeat(auto-fill,minmax(420px,1fr));gap:16px}',
    'figure{margin:0}img{width:100%;background:#fff}',
  ].join('')
  return `<!doctype html><meta charset="utf-8"><title>Recap</title><style>${style}</style><p><a href="${charts}">${charts}</a></p>${sections.join('')}`
}

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const host = await startWebHost()
const browser = await openBrowser()
try {
  const token = await openSession(host.url)
  const { origin } = host
  const client = createClient({ call: callOver(origin, token), on: () => () => undefined })
  const localStorage = [{ name: 'recap.token', value: token }]
  const rooms: Room[] = []
  for (const language of languages) {
    const { id } = await client.call('projects.sample', { language })
    for (const theme of themes) {
      await client.call('settings.write', { language, theme })
      const context = await browser.newContext({
        viewport,
        locale: language,
        colorScheme: theme,
        storageState: { cookies: [], origins: [{ origin, localStorage }] },
      })
      const prefix = `${language}-${theme}`
      rooms.push([`${language}, ${theme}`, await drawScreens(context, origin, id, prefix, language)])
      await context.close()
    }
    rooms.push([`${language}, docx`, await drawReport(client, origin, token, id, `report-${language}`)])
  }
  writeFileSync(join(folder, 'index.html'), album(rooms, await drawCharts(browser, folder)))
  console.log(`Recap: ${join(folder, 'index.html')}`)
} finally {
  await browser.close()
  await host.close()
}
