import { init } from 'echarts'
import { describe, expect, test } from 'vitest'
import { type ChartLook, chartOption, plotChart, proposeCharts } from '../../../../shared/charts/index.ts'
import { ChartSpec, type Plot } from '../../../../shared/model/chart.ts'
import type { FigureState } from '../../../../shared/model/goal.ts'
import { FigureId } from '../../../../shared/model/ids.ts'
import type { Language } from '../../../../shared/model/language.ts'
import { dailySheet, goalsSheet, statesOf } from '../../../support/sample-sheets.ts'
import { sheetOf } from '../../../support/sheet.ts'

const look: ChartLook = {
  text: '#111',
  muted: '#777',
  rule: '#ddd',
  surface: '#fff',
  good: '#080',
  bad: '#c30',
  series: ['#15a', '#e81'],
  font: 'sans-serif',
  fontSize: 12,
  animation: false,
}
const sample = (language: Language): FigureState[] =>
  statesOf([goalsSheet(language), dailySheet(language)], language)
const mapOf = (states: readonly FigureState[]) => new Map(states.map((state) => [state.id, state]))
function plotOf(states: readonly FigureState[], role: ChartSpec['role'], language: Language = 'zh-CN'): Plot {
  const spec = proposeCharts(states, language).find((chart) => chart.role === role)
  if (!spec) throw new Error(`no chart for ${role}`)
  return plotChart(spec, mapOf(states), language)
}

describe('proposeCharts', () => {
  const states = sample('zh-CN')
  const charts = proposeCharts(states, 'zh-CN')

  test('draws goals, parts, shares, unit cost and months, the same every time', () => {
    for (const chart of charts) ChartSpec.parse(chart)
    expect(charts.map(({ role, kind, name }) => [role, kind, name])).toEqual([
      ['goals', 'attainment', '各项目标达成程度'],
      ['parts', 'column', '各渠道注册'],
      ['shares', 'pie', '各渠道注册占比'],
      ['compare', 'column', '各渠道获客成本对比'],
      ['trend', 'line', '注册月度变化'],
    ])
    expect(proposeCharts(states, 'zh-CN')).toEqual(charts)
  })

  test('lays bars down where names are long', () => {
    expect(proposeCharts(sample('en'), 'en').map(({ role, kind }) => [role, kind])).toContainEqual([
      'parts',
      'bar',
    ])
  })

  test('makes no pie of more than six parts', () => {
    const cells = Array.from({ length: 80 }, (_, index) => [
      `2026-03-${String((index % 20) + 1).padStart(2, '0')}`,
      `渠道${index % 8}`,
      5 + (index % 8),
    ])
    const sheet = sheetOf(
      '表.xlsx',
      [
        { name: '日期', type: 'date' },
        { name: '渠道', type: 'text' },
        { name: '注册', type: 'integer' },
      ],
      cells,
    )
    const kinds = proposeCharts(statesOf([sheet], 'zh-CN'), 'zh-CN').map(({ role, kind }) => [role, kind])
    expect(kinds).toContainEqual(['shares', 'bar'])
    expect(kinds.some(([role]) => role === 'trend')).toBe(false)
  })

  test('draws nothing of nothing', () => {
    expect(proposeCharts([], 'zh-CN')).toEqual([])
  })
})

describe('plotChart', () => {
  const states = sample('zh-CN')

  test('gives every point its number, its label and its figure', () => {
    const plot = plotOf(states, 'parts')
    expect(plot.axis).toEqual({ kind: 'count', unit: '人', scale: 1, decimals: 0 })
    expect(plot.series[0]?.points[0]).toMatchObject({ value: 31_566, label: '31,566' })
    expect(plot.categories[0]).toBe('抖音')
  })

  test('counts in 万 where a Chinese reader would, and in full in English', () => {
    const large = (language: Language): Plot => {
      const cells = ['甲', '乙'].map((key, index) => ['2026-03-01', key, 250_000 * (index + 1)])
      const sheet = sheetOf(
        '表.xlsx',
        [
          { name: '日期', type: 'date' },
          { name: '渠道', type: 'text' },
          { name: '曝光', type: 'integer' },
        ],
        cells,
      )
      return plotOf(statesOf([sheet], language), 'parts', language)
    }
    expect(large('zh-CN')).toMatchObject({
      axis: { unit: '万次', scale: 1e4 },
      series: [{ points: [{ value: 500_000, label: '50.00' }, {}] }],
    })
    expect(large('en')).toMatchObject({
      axis: { unit: '', scale: 1 },
      series: [{ points: [{ label: '500,000' }, {}] }],
    })
  })

  test('draws attainment so that longer is better, and a saving as far beyond the line as it is large', () => {
    const plot = plotOf(states, 'goals')
    const point = (name: string) => plot.series[0]?.points[plot.categories.indexOf(name)]
    expect(plot.reference?.value).toBe(1)
    expect(point('首单用户')).toMatchObject({ verdict: 'exceeded', label: '109.7%' })
    expect(point('获客成本')).toMatchObject({ value: 1.15, label: '115.0%', verdict: 'exceeded' })
    expect(point('用户满意度')).toMatchObject({ verdict: 'missed' })
    for (const { value, verdict } of plot.series[0]?.points ?? [])
      expect((value ?? 0) >= 1).toBe(verdict !== 'missed')
  })

  test('says in words what the eye sees', () => {
    expect(plotOf(states, 'shares').alt).toBe(
      '饼图：各渠道注册占比。抖音18.6%，小红书18.1%，微信社群17.7%，应用商店17.5%，百度搜索16.4%，校园地推11.8%。',
    )
    expect(plotOf(states, 'goals').alt).toContain('获客成本、投放成本、用户流失率越低越好')
    const english = plotOf(sample('en'), 'trend', 'en').alt
    expect(english).toBe(
      'Line chart: Monthly sign-ups. March 24,714; April 25,618; May 28,097; June 31,734; July 30,606; August 29,333.',
    )
  })

  test('leaves a gap for a figure that is gone', () => {
    const spec = proposeCharts(states, 'zh-CN').find(({ role }) => role === 'trend')
    if (!spec) throw new Error('no trend')
    const first = spec.series[0]?.figures[0]
    const without = new Map([...mapOf(states)].filter(([id]) => id !== first))
    expect(plotChart(spec, without, 'zh-CN').series[0]?.points[0]).toEqual({
      value: null,
      label: '',
      figure: null,
    })
    expect(plotChart(spec, new Map(), 'zh-CN').alt).toBe('折线图：注册月度变化。暂无数据。')
  })

  test('a goal without a ratio is no bar', () => {
    const zero = sheetOf(
      '目标.xlsx',
      [
        { name: '指标', type: 'text' },
        { name: '目标', type: 'number' },
        { name: '实际', type: 'number' },
      ],
      [
        ['投诉', 0, 2],
        ['新增', 10, 12],
      ],
    )
    const plot = plotOf(statesOf([zero], 'zh-CN'), 'goals')
    expect(plot.series[0]?.points.map(({ value }) => value)).toEqual([null, 1.2])
  })
})

describe('chartOption', () => {
  const optionsOf = (language: Language): object[] => {
    const states = sample(language)
    return proposeCharts(states, language).map((chart) =>
      chartOption(plotChart(chart, mapOf(states), language), look),
    )
  }

  test('is plain JSON, and ECharts draws it', () => {
    for (const option of optionsOf('zh-CN')) {
      expect(JSON.parse(JSON.stringify(option))).toEqual(option)
      const chart = init(null, null, { renderer: 'svg', ssr: true, width: 640, height: 320 })
      try {
        chart.setOption({ ...option })
        const svg = chart.renderToSVGString()
        expect(svg).toContain('<path')
        expect(svg).not.toMatch(/NaN|undefined/)
      } finally {
        chart.dispose()
      }
    }
  })

  test('tells the same in words', () => {
    expect(JSON.stringify(optionsOf('en')[2])).toContain(
      '"description":"Pie chart: Share of sign-ups by channel. Douyin 18.6%;',
    )
  })

  test('shows names as they are, neither as a template nor as HTML', () => {
    const id = FigureId.parse('f')
    const plot: Plot = {
      kind: 'pie',
      name: 'x',
      categories: ['{b}<img src=x>'],
      series: [{ name: '{a}', points: [{ value: 1, label: '{c}', figure: id }] }],
      axis: { kind: 'count', unit: '', scale: 1, decimals: 0 },
      alt: '',
    }
    const written = JSON.stringify(chartOption(plot, look))
    expect(written).toContain('"renderMode":"richText"')
    expect(written).not.toMatch(/\{[abc]\}/)
  })

  test('colours bars by verdict, and marks the target', () => {
    const states = sample('zh-CN')
    const written = JSON.stringify(chartOption(plotOf(states, 'goals'), look))
    expect(written).toContain('"itemStyle":{"color":"#c30"}')
    expect(written).toContain('"markLine"')
  })
})
