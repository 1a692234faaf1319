// Charts in the Word file: native ones and tables, each with its caption and with numbers that are the figures'.

import { beforeAll, describe, expect, test } from 'vitest'
import { printReport } from '../../../../electron/export/index.ts'
import { ChartId } from '../../../../shared/model/ids.ts'
import type { ChartState } from '../../../../shared/model/chart.ts'
import type { Block, PrintableReport } from '../../../../shared/model/report.ts'
import { plotChart } from '../../../../shared/charts/index.ts'
import { readSeries } from '../../../support/chart-parts.ts'
import { listParts, readParagraphs, readPart, wordsOf } from '../../../support/docx.ts'
import { sampleCharts } from '../../../support/sample-charts.ts'
import { blockId, fullReport, paragraph, text } from './sample-report.ts'

let file: Uint8Array = new Uint8Array()

beforeAll(async () => {
  file = await printReport(fullReport('zh-CN'), 'docx')
})

const chartBlock = ({ id, name }: ChartState, caption = name): Block => ({
  id: blockId(`block-${id}`),
  type: 'chart',
  chart: id,
  caption: [text(caption)],
})

/** A report of nothing but charts, one for each of the samples that is wanted. */
function reportOf(wanted: (chart: ChartState) => boolean): PrintableReport {
  const report = fullReport('zh-CN')
  const { charts, figures } = sampleCharts('zh-CN')
  const chosen = charts.filter(wanted)
  return {
    ...report,
    figures,
    charts: new Map(chosen.map((chart) => [chart.id, chart])),
    blocks: chosen.map((chart) => chartBlock(chart)),
  }
}

test('hold the figures at the scale of the axis', () => {
  const { figures } = fullReport('zh-CN')
  const [signups] = readSeries(readPart(file, 'word/charts/chart2.xml'))
  const values = [...figures.values()].filter(({ id }) => /^c\d$/.test(id)).map(({ value }) => value ?? 0)
  expect(signups?.values).toEqual(values.map((value) => expect.closeTo(value / 10_000, 9) as unknown))
  expect(readPart(file, 'word/charts/chart2.xml')).toContain('<a:t>万人</a:t>')
})

test('stand in the order of the document, tables between them', async () => {
  const printed = await printReport(
    reportOf(() => true),
    'docx',
  )
  const { charts, figures } = sampleCharts('zh-CN')
  const native = charts.filter(({ kind }) => kind !== 'heat' && kind !== 'cards')
  expect(listParts(printed).filter((path) => /^word\/charts\/chart\d+\.xml$/.test(path))).toHaveLength(
    native.length,
  )
  native.forEach((chart, index) => {
    const [first] = readSeries(readPart(printed, `word/charts/chart${index + 1}.xml`))
    const { categories } = plotChart(chart, figures, 'zh-CN')
    expect(first?.categories.filter((name) => name !== '')).toEqual(categories)
  })
  const order = [
    ...readPart(printed, 'word/document.xml').matchAll(/<wp:docPr id="\d+" name="图(\d+)"|<w:tbl>/g),
  ]
  const at = charts.findIndex(({ kind }) => kind === 'heat')
  expect(order[at]?.[0]).toBe('<w:tbl>')
  expect(order[at - 1]?.[1]).toBe(String(at))
})

test('who cannot see the chart is told what it shows; it stays with its caption', () => {
  const paragraphs = readParagraphs(file)
  const at = paragraphs.findIndex(({ xml }) => xml.includes('<wp:docPr'))
  expect(paragraphs[at]?.xml).toMatch(/<wp:docPr id="\d+" name="图1" descr="[^"]*新增注册用户[^"]*"/)
  expect(paragraphs[at]).toMatchObject({ style: 'Chart' })
  expect(readPart(file, 'word/styles.xml')).toMatch(/w:styleId="Chart">.*?<w:keepNext\/>/s)
  expect(paragraphs[at + 1]).toMatchObject({ style: 'Caption', words: '图1　各项目标达成率' })
})

const rowsOf = (xml: string): string[] => xml.match(/<w:tr>.*?<\/w:tr>|<w:tr .*?<\/w:tr>/gs) ?? []
const cellsOf = (row: string): string[] => row.match(/<w:tc>.*?<\/w:tc>/gs) ?? []

describe('heat', () => {
  test('is a table with the numbers of the plot, darker where they are larger', async () => {
    const printed = await printReport(
      reportOf(({ kind }) => kind === 'heat'),
      'docx',
    )
    expect(listParts(printed).some((path) => path.startsWith('word/charts/'))).toBe(false)
    const rows = rowsOf(readPart(printed, 'word/document.xml'))
    expect(rows.map((row) => cellsOf(row).map(wordsOf))).toEqual([
      ['单位：万人', '3月', '4月', '5月', '6月', '7月', '8月'],
      ['抖音', '0.30', '0.31', '0.46', '0.68', '0.54', '0.61'],
      ['小红书', '0.25', '0.30', '0.32', '0.36', '0.35', '0.40'],
      ['微信社群', '0.15', '', '0.18', '0.24', '0.25', '0.30'],
    ])
    const fills = rows.slice(1).map((row) =>
      cellsOf(row)
        .slice(1)
        .map((cell) => /<w:shd [^>]*w:fill="([0-9A-F]{6})"/.exec(cell)?.[1]),
    )
    expect(fills[2]?.[1]).toBeUndefined()
    const darkness = (fill = 'FFFFFF'): number => -Number.parseInt(fill.slice(0, 2), 16)
    expect(darkness(fills[0]?.[3])).toBeGreaterThan(darkness(fills[1]?.[3]))
    expect(darkness(fills[1]?.[3])).toBeGreaterThan(darkness(fills[2]?.[0]))
    expect(cellsOf(rows[1] ?? '')[4]).toContain('<w:color w:val="FFFFFF"/>')
  })

  test('with more of both than stand side by side is parted into several tables', async () => {
    const names = Array.from({ length: 30 }, (_, index) => `项目${index}`)
    const data = {
      categories: names,
      series: names.map((name, row) => ({
        name,
        kind: 'count' as const,
        unit: '人',
        fn: 'sum' as const,
        additive: true,
        values: names.map((_, column) => row * 30 + column),
      })),
    }
    const report = reportOf(({ kind }) => kind === 'heat')
    const query = { table: 't' as never, by: { column: 'c' as never }, measures: [{ fn: 'count' as const }] }
    const charts = new Map(
      [...report.charts].map(([id, heat]) => [id, { ...heat, categories: [], series: [], query, data }]),
    )
    const document = readPart(await printReport({ ...report, charts }, 'docx'), 'word/document.xml')
    const tables = document.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? []
    expect(tables).toHaveLength(3)
    const shown = tables.flatMap((table) =>
      rowsOf(table)
        .slice(1)
        .flatMap((row) => cellsOf(row).slice(1).map(wordsOf)),
    )
    expect(shown.map(Number).toSorted((left, right) => left - right)).toEqual(
      Array.from({ length: 900 }, (_, index) => index),
    )
    expect(document).not.toMatch(/<\/w:tbl><w:tbl>/)
  })
})

test('cards are a table of name, value and goal, its caption below', async () => {
  const printed = await printReport(
    reportOf(({ kind }) => kind === 'cards'),
    'docx',
  )
  const cards = rowsOf(readPart(printed, 'word/document.xml')).flatMap(cellsOf)
  expect(cards.map((card) => (card.match(/<w:p>.*?<\/w:p>/gs) ?? []).map(wordsOf))).toEqual([
    ['新增有效用户', '6.20万人 ✓', '目标≥5.00万人 · 达成率124%'],
    ['月活跃用户均值', '19.50万人 ✓', '目标≥18.00万人 · 达成率108.3%'],
    ['付费用户', '0.93万人 ✓', '目标≥0.80万人 · 达成率115.8%'],
    ['7日留存率', '48.2% ✓', '目标≥45.0% · 达成率107.1%'],
  ])
  for (const card of cards) {
    expect(card).toContain('<w:pStyle w:val="CardValue"/>')
    expect(card.match(/<w:keepNext\/>/g)).toHaveLength(3)
  }
  expect(readParagraphs(printed).at(-1)).toMatchObject({ style: 'Caption', words: '图1　核心指标' })
})

test('what a heat table or cards conclude stands above them, as above a chart', async () => {
  const report = reportOf(({ kind }) => kind === 'heat' || kind === 'cards')
  const charts = new Map(
    [...report.charts].map(([id, chart]) => [id, { ...chart, title: { text: `结论：${chart.name}` } }]),
  )
  const paragraphs = readParagraphs(await printReport({ ...report, charts }, 'docx'))
  const titles = paragraphs.filter(({ style }) => style === 'ChartTitle')
  expect(titles.map(({ words }) => words)).toEqual([...charts.values()].map(({ name }) => `结论：${name}`))
  for (const { xml } of titles) expect(xml).toContain('<w:keepNext/>')
})

test('a table below a heat table stays a table of its own', async () => {
  const report = reportOf(({ kind }) => kind === 'heat')
  const table: Block = {
    id: blockId('bare'),
    type: 'table',
    caption: [],
    headerRows: 0,
    columns: [{ align: 'left', weight: 1 }],
    rows: [[[text('x')]]],
  }
  const heat = report.blocks.slice(0, 1)
  const again = heat.map((block) => ({ ...block, id: blockId('again'), caption: [] }))
  const blocks = [table, ...heat, table, ...again, paragraph('p', 'x')]
  const document = readPart(await printReport({ ...report, blocks }, 'docx'), 'word/document.xml')
  expect(document.match(/<w:tbl>/g)).toHaveLength(4)
  expect(document).not.toMatch(/<\/w:tbl><w:tbl>/)
})

test('a chart that is nowhere to be found leaves no place behind', async () => {
  const report = reportOf(({ kind }) => kind === 'column')
  const gone: Block = {
    id: blockId('gone'),
    type: 'chart',
    chart: ChartId.parse('gone'),
    caption: [text('x')],
  }
  const printed = await printReport({ ...report, blocks: [gone, ...report.blocks] }, 'docx')
  expect(readPart(printed, 'word/document.xml').match(/<wp:docPr/g)).toHaveLength(1)
})
