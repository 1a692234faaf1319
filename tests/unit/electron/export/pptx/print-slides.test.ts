// Slides with native charts: what PowerPoint finds in the file.

import { beforeAll, describe, expect, test } from 'vitest'
import { isChart } from '../../../../../electron/export/chart/chart-part.ts'
import { printSlides } from '../../../../../electron/export/pptx/print-slides.ts'
import { strFromU8, unzipSync } from 'fflate'
import { readSeries, readSheet } from '../../../../support/chart-parts.ts'
import { listParts, readPart } from '../../../../support/docx.ts'
import { hasOffice, readPages } from '../../../../support/office.ts'
import { samplePlot, samplePlots } from '../../../../support/sample-charts.ts'
import { findSchemaErrors, hasSchemas } from '../../../../support/schema.ts'

const languages = ['zh-CN', 'en'] as const
const decks: Record<'zh-CN' | 'en', Uint8Array> = { 'zh-CN': new Uint8Array(), en: new Uint8Array() }

const slidesOf = (language: 'zh-CN' | 'en') =>
  samplePlots(language).map((plot) => ({ title: plot.name, plot, language }))

beforeAll(async () => {
  for (const language of languages) decks[language] = await printSlides(slidesOf(language))
})

test.runIf(hasSchemas)('are valid by the published schemas, workbooks of charts included', () => {
  expect(findSchemaErrors({ 'zh.pptx': decks['zh-CN'], 'en.pptx': decks.en })).toEqual([])
})

describe.each(languages)('in %s', (language) => {
  test('every plot has a slide, every chart its own part and workbook, in order', () => {
    const plots = samplePlots(language)
    const native = plots.filter(isChart)
    const parts = listParts(decks[language])
    const count = (pattern: RegExp): number => parts.filter((path) => pattern.test(path)).length
    expect(count(/^ppt\/slides\/slide\d+\.xml$/)).toBe(plots.length)
    expect(count(/^ppt\/charts\/chart\d+\.xml$/)).toBe(native.length)
    expect(count(/^ppt\/embeddings\//)).toBe(native.length)
    const files = unzipSync(decks[language])
    native.forEach((plot, index) => {
      const number = index + 1
      const relations = readPart(decks[language], `ppt/charts/_rels/chart${number}.xml.rels`)
      const target = /Target="\.\.\/(embeddings\/[^"]+)"/.exec(relations)?.[1]
      const sheet = readSheet(files[`ppt/${target}`] ?? new Uint8Array())
      const [first] = readSeries(readPart(decks[language], `ppt/charts/chart${number}.xml`))
      expect(sheet.get(`${first?.column}1`)?.value).toBe(first?.name)
      const named = first?.categories.filter((name) => name !== '')
      expect(named?.length).toBe(plot.categories.length)
    })
  })

  test('a chart is reached from its slide by a relative path, and described there', () => {
    samplePlots(language).forEach((plot, index) => {
      const slide = readPart(decks[language], `ppt/slides/slide${index + 1}.xml`)
      expect(slide).toMatch(/<p:ph[^>]*type="title"/)
      if (!isChart(plot)) return
      const relations = readPart(decks[language], `ppt/slides/_rels/slide${index + 1}.xml.rels`)
      expect(relations).toMatch(/Target="\.\.\/charts\/chart\d+\.xml"/)
      expect(slide).toMatch(/<p:cNvPr id="\d+" name="Chart \d+" descr="[^"]+"/)
    })
  })

  test('no shape of a slide has the number of another', () => {
    for (const path of listParts(decks[language]).filter((one) => one.startsWith('ppt/slides/slide'))) {
      const ids = [...readPart(decks[language], path).matchAll(/<p:cNvPr id="(\d+)"/g)].map(
        (match) => match[1],
      )
      expect(new Set(ids).size).toBe(ids.length)
    }
  })
})

test('name no part that is not there, and no folder', () => {
  const parts = listParts(decks['zh-CN'])
  expect(parts.filter((path) => path.endsWith('/'))).toEqual([])
  const named = [...readPart(decks['zh-CN'], '[Content_Types].xml').matchAll(/PartName="\/([^"]+)"/g)].map(
    (match) => match[1],
  )
  expect(named.filter((path) => path === undefined || !parts.includes(path))).toEqual([])
})

test('a chart names just the axes that it has', () => {
  for (const path of listParts(decks['zh-CN']).filter((one) => one.startsWith('ppt/charts/chart'))) {
    const xml = readPart(decks['zh-CN'], path)
    const axes = [...xml.matchAll(/<c:(?:cat|val)Ax><c:axId val="(\d+)"/g)].map((match) => match[1])
    const drawn = [...xml.matchAll(/<c:overlap [^>]*\/><c:axId val="(\d+)"\/><c:axId val="(\d+)"\/><\//g)]
    for (const [, names, values] of drawn) expect(axes).toEqual(expect.arrayContaining([names, values]))
  }
})

test('the same slides give the same bytes, but for the time of writing', async () => {
  const again = unzipSync(await printSlides(slidesOf('zh-CN')))
  const first = unzipSync(decks['zh-CN'])
  expect(Object.keys(again).toSorted()).toEqual(Object.keys(first).toSorted())
  for (const [path, bytes] of Object.entries(first)) {
    if (path === 'docProps/core.xml') continue
    const timeless = (part: Uint8Array | undefined): string =>
      path.endsWith('.xlsx') ? String(part) : strFromU8(part ?? new Uint8Array())
    expect(timeless(again[path]) === timeless(bytes), path).toBe(true)
  }
})

test('a title that the slide says already does not stand above the chart again', async () => {
  const plot = samplePlot('bar')
  expect(plot.title).not.toBe('')
  const deck = await printSlides([{ title: plot.title, plot, language: 'zh-CN' }])
  expect(readPart(deck, 'ppt/charts/chart1.xml')).toContain('<c:autoTitleDeleted val="1"/>')
})

test('heat that is too long for a slide goes on to the next', async () => {
  const heat = samplePlot('heat')
  const points = heat.series[0]?.points ?? []
  const series = Array.from({ length: 30 }, (_, index) => ({ points, name: `渠道${index}` }))
  const deck = await printSlides([{ title: '热力', plot: { ...heat, series }, language: 'zh-CN' }])
  const slides = listParts(deck).filter((path) => path.startsWith('ppt/slides/slide'))
  const text = slides.map((path) => readPart(deck, path)).join('')
  expect(slides).toHaveLength(3)
  for (const { name } of series) expect(text).toContain(`<a:t>${name}</a:t>`)
  expect(text).toContain('热力 (3/3)')
})

test.runIf(hasOffice)(
  'LibreOffice shows every slide with its title and the names of its chart',
  { timeout: 120_000 },
  () => {
    const [pages] = readPages([decks.en], 'pptx')
    const plots = samplePlots('en')
    expect(pages).toHaveLength(plots.length)
    plots.forEach((plot, index) => {
      const words = (pages?.[index] ?? []).join(' ').replace(/\s+/g, '')
      expect(words).toContain(plot.name.replace(/\s+/g, ''))
      expect(words).toContain((plot.categories[0] ?? '').split(' ')[0])
    })
  },
)
