import { expect, test } from 'vitest'
import { assertChartUnused, assertFigureUnused } from '../../../electron/uses.ts'
import type { ChartSpec } from '../../../shared/model/chart.ts'
import type { Figure } from '../../../shared/model/figure.ts'
import type { Comparison } from '../../../shared/model/comparison.ts'
import { BlockId, ChartId, ComparisonId, FigureId } from '../../../shared/model/ids.ts'
import type { Block, Inline } from '../../../shared/model/report.ts'

const id = FigureId.parse('a')
const mention: Inline = { type: 'figure', figure: id, aspect: 'value' }
const block = { id: BlockId.parse('b') }

const figure = (name: string, origin: Figure['origin']): Figure => ({
  id: FigureId.parse(name === '注册' ? 'a' : 'c'),
  name,
  kind: 'count',
  unit: '人',
  rounding: { scale: 1, decimals: 0 },
  origin,
  additive: true,
})
const own = figure('注册', { kind: 'typed', value: 1, note: '' })

const places: Record<string, Block> = {
  paragraph: { ...block, type: 'paragraph', content: [mention] },
  heading: { ...block, type: 'heading', level: 1, content: [mention] },
  list: { ...block, type: 'list', ordered: false, items: [{ level: 0, content: [mention] }] },
  cell: {
    ...block,
    type: 'table',
    caption: [],
    headerRows: 0,
    columns: [{ align: 'left', weight: 1 }],
    rows: [[[mention]]],
  },
  caption: { ...block, type: 'chart', chart: ChartId.parse('k'), caption: [mention] },
}

test.each(Object.entries(places))('a mention in a %s is a use', (_, where) => {
  expect(() =>
    assertFigureUnused(id, { figures: [own], comparisons: [], charts: [], blocks: [where] }, 'zh-CN'),
  ).toThrow(expect.objectContaining({ code: 'figure-in-use', detail: { name: '注册', where: '报告正文' } }))
})

test('charts, comparisons and formulas are named', () => {
  const chart: ChartSpec = {
    id: ChartId.parse('k'),
    kind: 'bar',
    name: '各渠道注册',
    categories: ['抖音'],
    series: [{ name: '注册', figures: [null, id], aspect: 'value' }],
  }
  const rate = figure('转化率', {
    kind: 'formula',
    expression: {
      operator: '/',
      left: { number: 1 },
      right: { operator: '+', left: { figure: id }, right: { number: 2 } },
    },
  })
  const ratio: Comparison = {
    id: ComparisonId.parse('r'),
    name: '注册与访问',
    kind: 'ratio',
    left: FigureId.parse('c'),
    right: id,
  }
  expect(() =>
    assertFigureUnused(
      id,
      { figures: [own, rate], comparisons: [ratio], charts: [chart], blocks: [] },
      'zh-CN',
    ),
  ).toThrow(
    expect.objectContaining({
      detail: { name: '注册', where: '图表“各渠道注册”、对比“注册与访问”、指标“转化率”' },
    }),
  )
})

test('what nobody mentions may go', () => {
  expect(() =>
    assertFigureUnused(
      id,
      { figures: [own], comparisons: [], charts: [], blocks: [{ ...block, type: 'cover' }] },
      'en',
    ),
  ).not.toThrow()
})

test('a chart that the report shows is a use, whatever it is called', () => {
  const chart = { id: ChartId.parse('k'), name: '各渠道注册' }
  expect(() => assertChartUnused(chart, Object.values(places))).toThrow(
    expect.objectContaining({ code: 'chart-in-use', detail: { name: '各渠道注册' } }),
  )
  expect(() =>
    assertChartUnused({ ...chart, id: ChartId.parse('other') }, Object.values(places)),
  ).not.toThrow()
})
