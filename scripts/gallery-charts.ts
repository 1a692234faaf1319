// Every kind of chart four ways side by side: by ECharts on the screen, by LibreOffice from Word and from PowerPoint, and
// as a picture. They are to look like one chart.

import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { printReport } from '../electron/export/index.ts'
import { drawPicture } from '../electron/export/picture/draw-picture.ts'
import { printSlides } from '../electron/export/pptx/print-slides.ts'
import { chartHeight } from '../shared/charts/index.ts'
import type { Plot } from '../shared/model/chart.ts'
import { houseStyles, styleFor } from '../shared/model/house-style.ts'
import { BlockId, ProjectId } from '../shared/model/ids.ts'
import type { Language } from '../shared/model/language.ts'
import { noFacts } from '../shared/model/project.ts'
import type { Block } from '../shared/model/report.ts'
import { sampleCharts, samplePlots } from '../tests/support/sample-charts.ts'
import { ensureFonts } from './fonts.ts'
import { findOffice, findPageDrawer } from './programs.ts'
import { root, runQuietly } from './tools.ts'

const languages = ['zh-CN', 'en'] as const
/** As wide as the text of a page, in pixels. */
const width = 640
const fontSize = 12

/** Writes charts.html and its pictures; gives the page's name. */
export async function drawCharts(browser: Browser, folder: string): Promise<string> {
  const fonts = await ensureFonts()
  const script = await screenScript()
  const sections: string[] = []
  for (const language of languages) {
    const plots = samplePlots(language)
    const screen = await drawOnScreen(browser, script, plots, folder, language)
    const pictures = plots.map((plot, index) => {
      const name = `charts-${language}-picture-${index}.png`
      writeFileSync(join(folder, name), drawPicture(plot, { fonts, width }))
      return name
    })
    const word = await pagesOf(folder, `charts-${language}-word`, 'docx', await wordFile(language))
    const slides = plots.map((plot) => ({ title: plot.name, plot, language }))
    const deck = await pagesOf(folder, `charts-${language}-slides`, 'pptx', await printSlides(slides))
    const rows = plots.map(({ kind, name }, index) => {
      const cells = [screen, word, deck, pictures].map((names) => {
        const picture = names[index]
        return `<td>${picture === undefined ? '—' : `<a href="${picture}"><img src="${picture}" alt=""></a>`}</td>`
      })
      return `<tr><th>${kind}<br><small>${name}</small></th>${cells.join('')}</tr>`
    })
    const head = ['', 'ECharts', 'Word', 'PowerPoint', 'PNG'].map((name) => `<th>${name}</th>`).join('')
    sections.push(`<h2>${language}</h2><table><tr>${head}</tr>${rows.join('')}</table>`)
  }
  const style = [
    'body{font:14px system-ui;margin:24px;background:#ddd}',
    'table{border-collapse:collapse;width:100%}td{width:23%;padding:6px;vertical-align:top}',
    'th{text-align:left;vertical-align:top;padding:6px}img{width:100%;background:#fff}',
  ].join('')
  const page = `<!doctype html><meta charset="utf-8"><title>Recap</title><style>${style}</style>${sections.join('')}`
  writeFileSync(join(folder, 'charts.html'), page)
  return 'charts.html'
}

/** The component that draws charts on the screen, with all it needs, as one script that leaves `mountChart` behind. */
async function screenScript(): Promise<string> {
  const { build } = await import('vite')
  const entry = 'virtual:charts'
  const built = await build({
    configFile: false,
    root,
    logLevel: 'error',
    plugins: [
      {
        name: 'charts',
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) =>
          id === entry
            ? `import css from '/renderer/styles/tokens.css?inline'
               import { mountChart } from '/renderer/components/chart/mount-chart.ts'
               const style = document.createElement('style')
               style.textContent = css
               document.head.append(style)
               window.mountChart = mountChart`
            : undefined,
      },
    ],
    build: {
      write: false,
      minify: false,
      cssCodeSplit: false,
      rolldownOptions: { input: entry, output: { format: 'iife', codeSplitting: false } },
    },
  })
  const [output] = [built].flat()
  if (!output || !('output' in output)) throw new Error('the charts could not be built')
  return output.output.flatMap((chunk) => (chunk.type === 'chunk' ? [chunk.code] : [])).join('\n')
}

interface ChartPage {
  mountChart: (element: Element) => { show: (plot: Plot) => void }
}

async function drawOnScreen(
  browser: Browser,
  script: string,
  plots: readonly Plot[],
  folder: string,
  language: Language,
): Promise<string[]> {
  const context = await browser.newContext({
    viewport: { width: width + 40, height: 800 },
    deviceScaleFactor: 2,
    locale: language,
    colorScheme: 'light',
  })
  const page = await context.newPage()
  const places = plots.map(
    (plot, index) =>
      `<div id="chart-${index}" style="width:${width}px;height:${Math.ceil(chartHeight(plot, width, fontSize))}px;margin:10px"></div>`,
  )
  await page.setContent(
    `<!doctype html><html lang="${language}"><body style="background:#fff">${places.join('')}</body></html>`,
  )
  await page.addScriptTag({ content: script })
  const names: string[] = []
  for (const [index, plot] of plots.entries()) {
    const place = page.locator(`#chart-${index}`)
    await place.evaluate(
      (element, shown) => (globalThis as unknown as ChartPage).mountChart(element).show(shown),
      plot,
    )
    await place.locator('canvas').first().waitFor()
    const name = `charts-${language}-screen-${index}.png`
    await place.screenshot({ path: join(folder, name), animations: 'disabled' })
    names.push(name)
  }
  await context.close()
  return names
}

/** A page for each chart, as wide as the house style's text. */
async function wordFile(language: Language): Promise<Uint8Array> {
  const { charts, figures } = sampleCharts(language)
  const style = houseStyles[styleFor(language)]
  const page = {
    ...style.page,
    width: style.page.width - 40,
    left: style.page.left - 20,
    right: style.page.right - 20,
    height: 145,
  }
  const blocks = charts.flatMap((chart, index): Block[] => [
    ...(index > 0 ? [{ id: BlockId.parse(`break-${index}`), type: 'page-break' as const }] : []),
    {
      id: BlockId.parse(`chart-${index}`),
      type: 'chart',
      chart: chart.id,
      caption: [{ type: 'text', text: chart.name }],
    },
  ])
  return printReport(
    {
      project: {
        id: ProjectId.parse('gallery'),
        name: 'Recap',
        template: 'internship',
        language,
        style: style.id,
        facts: noFacts,
        tiers: null,
        yearStart: 1,
        readOnly: false,
      },
      style: { ...style, page },
      blocks,
      figures,
      charts: new Map(charts.map((chart) => [chart.id, chart])),
    },
    'docx',
  )
}

/** Pictures of the pages that LibreOffice makes of a file; none without it. */
async function pagesOf(folder: string, name: string, ending: string, bytes: Uint8Array): Promise<string[]> {
  const file = join(folder, `${name}.${ending}`)
  writeFileSync(file, bytes)
  const [office, drawer] = [findOffice(), findPageDrawer()]
  if (office === undefined || drawer === undefined) return []
  await runQuietly(office, ['--headless', '--convert-to', 'pdf', '--outdir', folder, file])
  await runQuietly(drawer, ['-r', '90', '-png', join(folder, `${name}.pdf`), join(folder, `${name}-page`)])
  return readdirSync(folder)
    .filter((one) => one.startsWith(`${name}-page`))
    .toSorted()
}
