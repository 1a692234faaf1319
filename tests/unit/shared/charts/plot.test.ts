import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plotChart, proposeCharts } from '../../../../shared/charts/index.ts'
import {
  ChartKind,
  type ChartData,
  type ChartSpec,
  type ChartState,
  type Plot,
} from '../../../../shared/model/chart.ts'
import type { FigureState } from '../../../../shared/model/goal.ts'
import { ChartId, FigureId, TableId, ColumnId } from '../../../../shared/model/ids.ts'
import type { Language } from '../../../../shared/model/language.ts'
import { warningText } from '../../../../shared/text/charts.ts'
import { drawn, figureOf, rates } from '../../../support/drawn-chart.ts'
import { sampleCharts } from '../../../support/sample-charts.ts'
import { dailySheet, goalsSheet, statesOf } from '../../../support/sample-sheets.ts'
import { sheetOf } from '../../../support/sheet.ts'

const sample = (language: Language): FigureState[] =>
  statesOf([goalsSheet(language), dailySheet(language)], language)
const mapOf = (states: readonly FigureState[]) => new Map(states.map((state) => [state.id, state]))
function plotOf(states: readonly FigureState[], role: ChartSpec['role'], language: Language = 'zh-CN'): Plot {
  const spec = proposeCharts(states, [], language).find((chart) => chart.role === role)
  if (!spec) throw new Error(`no chart for ${role}`)
  return plotChart(spec, mapOf(states), language)
}
const labels = ({ series }: Plot): string[][] => series.map(({ points }) => points.map(({ label }) => label))
const values = ({ series }: Plot): (number | null)[][] =>
  series.map(({ points }) => points.map(({ value }) => value))
const tenThousand = { rounding: { scale: 1e4, decimals: 1 } } as const

describe('from figures', () => {
  const states = sample('zh-CN')

  test('every point has its number, its label and its figure', () => {
    const plot = plotOf(states, 'parts')
    expect(plot.axis).toEqual({ kind: 'count', unit: '人', scale: 1, decimals: 0 })
    expect(plot.series[0]?.points[0]).toMatchObject({ value: 31_566, label: '31,566' })
    expect(plot.categories[0]).toBe('抖音')
  })

  test('large numbers are counted in 万 where a Chinese reader would, and in full in English', () => {
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

  test('attainment is drawn so that longer is better, and a saving as far beyond the line as it is large', () => {
    const plot = plotOf(states, 'goals')
    const point = (name: string) => plot.series[0]?.points[plot.categories.indexOf(name)]
    expect(plot.reference?.value).toBe(1)
    expect(point('首单用户')).toMatchObject({ verdict: 'exceeded', label: '109.7%' })
    expect(point('获客成本')).toMatchObject({ value: 1.15, label: '115.0%', verdict: 'exceeded' })
    expect(point('用户满意度')).toMatchObject({ verdict: 'missed' })
    for (const { value, verdict } of plot.series[0]?.points ?? [])
      expect((value ?? 0) >= 1).toBe(verdict !== 'missed')
  })

  test('the words say what the eye sees', () => {
    expect(plotOf(states, 'shares').alt).toBe(
      '环形图：各渠道注册占比。抖音18.6%，小红书18.1%，微信社群17.7%，应用商店17.5%，百度搜索16.4%，校园地推11.8%。',
    )
    expect(plotOf(states, 'goals').alt).toContain('获客成本、投放成本、用户流失率越低越好')
    expect(plotOf(sample('en'), 'trend', 'en').alt).toBe(
      'Line chart: Monthly sign-ups. March 24,714; April 25,618; May 28,097; June 31,734; July 30,606; August 29,333.',
    )
  })

  test('a figure that is gone leaves a gap', () => {
    const spec = proposeCharts(states, [], 'zh-CN').find(({ role }) => role === 'trend')
    if (!spec) throw new Error('no trend')
    const first = spec.series[0]?.figures[0]
    const without = new Map([...mapOf(states)].filter(([id]) => id !== first))
    expect(plotChart(spec, without, 'zh-CN').series[0]?.points[0]).toEqual({
      value: null,
      label: '',
      figure: null,
    })
    const empty = plotChart(spec, new Map(), 'zh-CN')
    expect(empty.alt).toBe('折线图：注册月度变化。暂无数据。')
    expect(empty.warnings).toEqual(['no-data'])
    expect(empty.title).toBe('注册月度变化')
  })

  test('a goal without a ratio is no bar', () => {
    const { plot } = drawn(
      'attainment',
      ['投诉', '新增'],
      [{ values: [2, 12], targets: [0, 10], aspect: 'attainment' }],
    )
    expect(values(plot)).toEqual([[null, 1.2]])
  })

  test('labels read as the report does, also where the axis counts otherwise', () => {
    const { plot } = drawn(
      'column',
      ['甲', '乙'],
      [
        { values: [58_000], figure: tenThousand },
        { values: [null, 8_900], figure: { rounding: { scale: 1, decimals: 0 } } },
      ],
    )
    expect(plot.axis).toMatchObject({ unit: '人', scale: 1 })
    const wide = drawn(
      'column',
      ['甲', '乙'],
      [
        { values: [580_000], figure: tenThousand },
        { values: [null, 8_900], figure: { rounding: { scale: 1, decimals: 0 } } },
      ],
    )
    expect(wide.plot.axis).toMatchObject({ unit: '万人', scale: 1e4 })
    expect(labels(wide.plot)).toEqual([
      ['58.0', ''],
      ['', '0.89'],
    ])
  })

  test('a rounding of the chart’s own goes before that of the figures', () => {
    const { plot } = drawn('column', ['甲'], [{ values: [123_456] }], {
      rounding: { scale: 1e4, decimals: 2 },
    })
    expect(plot.axis).toMatchObject({ unit: '万人', scale: 1e4, decimals: 2 })
    expect(labels(plot)).toEqual([['12.35']])
    const rate = drawn('column', ['甲'], [{ values: [0.1234], figure: rates }], {
      rounding: { scale: 1e4, decimals: 0 },
    })
    expect(labels(rate.plot)).toEqual([['12%']])
  })

  test('points are written in hundredths', () => {
    const { plot } = drawn(
      'column',
      ['甲'],
      [
        {
          values: [0.062],
          figure: { kind: 'points', unit: '个百分点', rounding: { scale: 1, decimals: 1 } },
        },
      ],
    )
    expect(labels(plot)).toEqual([['6.2']])
  })
})

describe('the order', () => {
  const categories = ['甲', '乙', '丙', '丁']

  test('follows the first series where asked, with what is missing last', () => {
    const { plot } = drawn('column', categories, [{ values: [3, null, 9, 1] }], { sort: 'descending' })
    expect(plot.categories).toEqual(['丙', '甲', '丁', '乙'])
    expect(
      drawn('bar', categories, [{ values: [3, null, 9, 1] }], { sort: 'ascending' }).plot.categories,
    ).toEqual(['丁', '甲', '丙', '乙'])
  })

  test('is cut to the largest, and the rest is added up where it may be', () => {
    const { plot } = drawn('pie', categories, [{ values: [30, 20, 45, 5] }], { top: 2 })
    expect(plot.categories).toEqual(['甲', '丙', '其他'])
    expect(values(plot)).toEqual([[30, 45, 25]])
    expect(plot.series[0]?.points[2]).toMatchObject({ label: '25人', note: '25.0%', figure: null })
    const averages = drawn('column', categories, [{ values: [30, 20, 45, 5], figure: { additive: false } }], {
      top: 2,
    })
    expect(averages.plot.categories).toEqual(['甲', '丙'])
    const shares = drawn(
      'pie',
      categories,
      [{ values: [0.3, 0.2, 0.45, 0.05], figure: { ...rates, role: 'share' } }],
      { top: 2 },
    )
    expect(values(shares.plot)).toEqual([[0.3, 0.45, 0.25]])
  })

  test('of steps, wholes and periods stays', () => {
    const steps = drawn('funnel', categories, [{ values: [4, 9, 2, 1] }], { sort: 'descending', top: 2 })
    expect(steps.plot.categories).toEqual(categories)
    const months = drawn('column', ['1月', '2月', '3月'], [{ values: [1, 2, 3] }], { top: 2 })
    expect(months.plot.categories).toEqual(['2月', '3月'])
  })
})

describe('kinds', () => {
  test('target: the goals’ targets stand before what was reached', () => {
    const { plot } = drawn(
      'target',
      ['甲'],
      [{ name: '实际', values: [62_000], targets: [50_500], figure: tenThousand }],
    )
    expect(plot.series.map(({ name, aspect }) => [name, aspect])).toEqual([
      ['目标', 'target'],
      ['实际', 'value'],
    ])
    expect(labels(plot)).toEqual([['5.05'], ['6.2']])
    expect(plot.series[1]?.points[0]?.verdict).toBe('exceeded')
    expect(plot.series[0]?.points[0]?.verdict).toBeUndefined()
  })

  test('bullet: what was reached stands before its target', () => {
    const { plot } = drawn('bullet', ['甲'], [{ values: [6], targets: [5] }])
    expect(values(plot)).toEqual([[6], [5]])
  })

  test('line: it begins where the data lies, a target crosses it, marks stand at their categories', () => {
    const target = figureOf(FigureId.parse('t'), 175_000, 'zh-CN', { name: '日活目标', ...tenThousand })
    const { plot } = drawn(
      'line',
      ['1月', '2月', '3月'],
      [{ values: [152_000, 182_000, 176_000], figure: tenThousand }],
      {
        others: [target],
        line: { figure: target.id, aspect: 'value' },
        events: [
          { at: '2月', text: '春节' },
          { at: '9月', text: '无处' },
        ],
      },
    )
    expect(plot.axis.from).toBe(140_000)
    expect(plot.reference).toEqual({ value: 175_000, label: '日活目标 17.5万人' })
    expect(plot.events).toEqual([{ at: 1, text: '春节' }])
    expect(plot.alt).toContain('参考线：日活目标 17.5万人。标注：2月春节。')
    expect(drawn('line', ['1月', '2月'], [{ values: [5, 182_000] }]).plot.axis.from).toBeUndefined()
    const other = figureOf(FigureId.parse('t'), 20, 'zh-CN', { name: '成本', kind: 'amount', unit: '元' })
    const without = drawn('line', ['1月', '2月'], [{ values: [5, 6] }], {
      others: [other],
      line: { figure: other.id, aspect: 'value' },
    })
    expect(without.plot.reference).toBeUndefined()
  })

  test('combo: what is counted otherwise is a line on the second axis', () => {
    const money = { kind: 'amount', unit: '元', rounding: { scale: 1, decimals: 1 } } as const
    const { plot } = drawn(
      'combo',
      ['1月', '2月'],
      [
        { name: '注册', values: [120, 130] },
        { name: '成本', values: [30.5, 28], figure: money },
      ],
    )
    expect(plot.series.map(({ as, axis }) => [as, axis])).toEqual([
      ['column', 'first'],
      ['line', 'second'],
    ])
    expect(plot.second).toMatchObject({ unit: '元', kind: 'amount' })
    expect(plot.warnings).toEqual([])
  })

  test('pie: labels name their unit, shares stand beside', () => {
    const { plot } = drawn('pie', ['甲', '乙'], [{ values: [36_000, 22_000], figure: tenThousand }])
    expect(plot.series[0]?.points.map(({ label, note }) => [label, note])).toEqual([
      ['3.6万人', '62.1%'],
      ['2.2万人', '37.9%'],
    ])
  })

  test('stacked to 100 %: labels are shares, values stay', () => {
    const { plot } = drawn(
      'stacked-full',
      ['1月'],
      [
        { name: '甲', values: [30] },
        { name: '乙', values: [10] },
      ],
    )
    expect(plot.series.map(({ points }) => points[0])).toMatchObject([
      { value: 30, label: '75.0%', note: '30人' },
      { value: 10, label: '25.0%', note: '10人' },
    ])
  })

  test('funnel: a step says how many of the step before it are', () => {
    const { plot } = drawn('funnel', ['曝光', '点击', '注册'], [{ values: [1000, 250, 0] }])
    expect(plot.series[0]?.points.map(({ note }) => note)).toEqual([undefined, '转化率25.0%', '转化率0.0%'])
    expect(
      drawn('funnel', ['曝光', '点击'], [{ values: [0, 0] }]).plot.series[0]?.points[1]?.note,
    ).toBeUndefined()
  })

  test('pairs and slope: rates change in percentage points, all else in percent', () => {
    const sides = [
      { name: '前', values: [0.18, 0.42], figure: rates },
      { name: '后', values: [0.24, 0.482], figure: rates },
    ]
    const { plot } = drawn('pairs', ['转化率', '留存率'], sides)
    expect(plot.series[1]?.points.map(({ note }) => note)).toEqual(['+6个百分点', '+6.2个百分点'])
    const slope = drawn('slope', ['转化率', '留存率'], sides).plot
    expect(slope.categories).toEqual(['前', '后'])
    expect(slope.series.map(({ name }) => name)).toEqual(['转化率', '留存率'])
    expect(values(slope)).toEqual([
      [0.18, 0.24],
      [0.42, 0.482],
    ])
    const minutes = { kind: 'duration', unit: '分钟' } as const
    const durations = drawn(
      'pairs',
      ['时长'],
      [
        { values: [12], figure: minutes },
        { values: [18], figure: minutes },
      ],
    )
    expect(durations.plot.series[1]?.points[0]?.note).toBe('+50%')
    const few = drawn('pairs', ['投诉'], [{ values: [3] }, { values: [7] }])
    expect(few.plot.series[1]?.points[0]?.note).toBe('+4人')
  })

  test('index: the first series is 100, and what it is 100 of must be above nothing', () => {
    const { plot } = drawn(
      'index',
      ['点击率', '付费率'],
      [
        { name: '对照组', values: [0.12, 0], figure: rates },
        { name: '实验组', values: [0.168, 0.1], figure: rates },
      ],
    )
    expect(values(plot)).toEqual([
      [100, null],
      [140, null],
    ])
    expect(plot.series[1]?.points[0]).toMatchObject({ label: '140', note: '16.8%' })
    expect(plot.reference).toEqual({ value: 100, label: '对照组=100' })
    const years = drawn('index', ['2023年', '2026年'], [{ values: [200, 500] }]).plot
    expect(values(years)).toEqual([[100, 250]])
    expect(years.reference?.label).toBe('2023年=100')
  })

  test('waterfall: bars hang where the last one ended, labels are signed, what is left is said', () => {
    const { plot } = drawn('waterfall', ['去年', '抖音', '社群', '今年'], [{ values: [50, 14, -3, 66] }])
    expect(plot.categories).toEqual(['去年', '抖音', '社群', '其他', '今年'])
    expect(plot.series[0]?.points.map(({ from, value, label }) => [from, value, label])).toEqual([
      [0, 50, '50'],
      [50, 64, '+14'],
      [64, 61, '-3'],
      [61, 66, '+5'],
      [0, 66, '66'],
    ])
    expect(plot.wholes).toEqual([0, 4])
    const exact = drawn('waterfall', ['去年', '抖音', '今年'], [{ values: [50, 14, 64] }]).plot
    expect(exact.categories).toEqual(['去年', '抖音', '今年'])
  })

  test('waterfall of what are no levels but parts: they add up to a whole of their own', () => {
    const parts = drawn('waterfall', ['抖音', '小红书', '社群', '商店'], [{ values: [50, 30, 40, 20] }]).plot
    expect(parts.categories).toEqual(['抖音', '小红书', '社群', '商店', '合计'])
    expect(parts.wholes).toEqual([4])
    expect(labels(parts)).toEqual([['+50', '+30', '+40', '+20', '140']])
    const { plot } = drawn(
      'waterfall',
      ['抖音', '小红书', '社群'],
      [
        { name: '去年', values: [50, 30, 40] },
        { name: '今年', values: [60, 25, 40] },
      ],
    )
    expect(plot.categories).toEqual(['去年', '抖音', '小红书', '社群', '今年'])
    expect([plot.wholes, labels(plot)]).toEqual([[0, 4], [['120', '+10', '-5', '0', '125']]])
  })

  test('waterfall of two series: each part adds what it grew by', () => {
    const { plot } = drawn(
      'waterfall',
      ['前', '抖音', '社群', '后'],
      [{ values: [50, 20, 30, null] }, { values: [null, 32, 25, 57] }],
      { sort: 'ascending' },
    )
    expect(plot.categories).toEqual(['前', '社群', '抖音', '后'])
    expect(plot.series[0]?.points.map(({ label }) => label)).toEqual(['50', '-5', '+12', '57'])
  })

  test('gantt: spans include both ends, what is done is a part of them', () => {
    const { plot } = drawn('gantt', [], [], {
      name: '进度',
      spans: [
        { name: '调研', from: '2026-03-02', to: '2026-03-11', share: 0.5 },
        { name: '颠倒', from: '2026-03-11', to: '2026-03-02' },
      ],
    })
    const day = Date.parse('2026-03-02') / 86_400_000
    expect(plot.series[0]?.points).toEqual([
      { value: day + 10, from: day, label: '3月2日至11日 · 10天', figure: null, note: '已完成50%' },
      { value: null, label: '', figure: null },
    ])
    expect(plot.series[1]?.points[0]?.value).toBe(day + 5)
    expect(plot.axis).toMatchObject({ days: true, from: day })
    expect(plot.axis.ticks?.map(({ label }) => label)).toContain('3月2日')
  })

  test('cards: the whole text, the verdict, the target beneath', () => {
    const { plot } = drawn(
      'cards',
      ['新增', '留存'],
      [{ values: [58_000, null], targets: [50_000, 1], figure: tenThousand }],
    )
    expect(plot.series[0]?.points).toMatchObject([
      { label: '5.8万人', verdict: 'exceeded', note: '目标≥5.0万人 · 达成率116%' },
      { label: '—', value: null },
    ])
  })
})

describe('from a table', () => {
  const query = (step?: 'month') => ({
    table: TableId.parse('t'),
    by: { column: ColumnId.parse('c'), ...(step && { step }) },
    measures: [{ fn: 'sum' as const, column: ColumnId.parse('d') }],
  })
  const plotData = (data: ChartData, more: Partial<ChartState> = {}, language: Language = 'zh-CN'): Plot =>
    plotChart(
      {
        id: ChartId.parse('c-1'),
        kind: 'column',
        name: '注册',
        categories: [],
        series: [],
        query: query(),
        data,
        ...more,
      },
      new Map(),
      language,
    )
  const counts = (name: string, numbers: (number | null)[]): ChartData['series'][number] => ({
    name,
    fn: 'sum',
    kind: 'count',
    unit: '人',
    additive: true,
    values: numbers,
  })

  test('numbers are rounded as their size asks', () => {
    const plot = plotData({ categories: ['甲', '乙'], series: [counts('注册', [1_234_567, 89_000])] })
    expect(plot.axis).toMatchObject({ unit: '万人', scale: 1e4 })
    expect(labels(plot)).toEqual([['123.5', '8.9']])
    expect(values(plot)).toEqual([[1_234_567, 89_000]])
    const english = plotData({ categories: ['甲'], series: [counts('注册', [1_234_567])] }, {}, 'en')
    expect(labels(english)).toEqual([['1,234,567']])
    const money = { ...counts('成本', [12.345, 7]), kind: 'amount' as const, unit: '元' }
    expect(labels(plotData({ categories: ['甲', '乙'], series: [money] }))).toEqual([['12.35', '7.00']])
  })

  test('periods are read without the year that all share', () => {
    const data = { categories: ['2026-03', '2026-04'], series: [counts('注册', [1, 2])] }
    expect(plotData(data, { query: query('month') }).categories).toEqual(['3月', '4月'])
    expect(plotData(data, { query: query('month') }, 'en').categories).toEqual(['March', 'April'])
    const years = { categories: ['2025-12', '2026-01'], series: [counts('注册', [1, 2])] }
    expect(plotData(years, { query: query('month') }).categories).toEqual(['2025年12月', '2026年1月'])
  })

  test('a million different values become what a picture can show', () => {
    const many = 200_000
    const data = {
      categories: Array.from({ length: many }, (_, index) => `用户${index}`),
      series: [
        counts(
          '次数',
          Array.from({ length: many }, (_, index) => index),
        ),
      ],
    }
    const plot = plotData(data)
    expect(plot.categories).toHaveLength(501)
    expect(plot.categories.at(-1)).toBe('其他')
    expect(values(plot)[0]?.reduce((sum: number, value) => sum + (value ?? 0), 0)).toBe(
      (many * (many - 1)) / 2,
    )
    expect(plot.warnings).toEqual(['shortened'])
    expect(warningText('shortened', plot, 'zh-CN')).toContain('共 200,000 项，图里只有最大的 500 项')
    const wide = plotData({
      categories: ['甲'],
      series: Array.from({ length: 5000 }, (_, index) => counts(`列${index}`, [index])),
    })
    expect(wide.series).toHaveLength(40)
    expect(wide.warnings).toEqual(['too-many-series', 'shortened'])
    expect(wide.shortened).toEqual([{ what: 'series', shown: 40, of: 5000 }])
  })

  test('what the data already leaves out is part of 其他, and said', () => {
    const data = {
      categories: ['甲', '乙', '丙'],
      series: [{ ...counts('注册', [5, 3, 1]), rest: 91 }],
      found: { categories: 1000, series: 1 },
    }
    expect(plotData(data).shortened).toEqual([{ what: 'categories', shown: 3, of: 1000 }])
    const top = plotData(data, { top: 2 })
    expect(top.warnings).toEqual([])
    expect([top.categories, values(top)]).toEqual([['甲', '乙', '其他'], [[5, 3, 92]]])
  })

  test('days without a step are days, the latest of them where there are very many', () => {
    const categories = Array.from({ length: 2500 }, (_, index) =>
      new Date(Date.UTC(2020, 0, 1 + index)).toISOString().slice(0, 10),
    )
    const plot = plotData({
      categories,
      series: [
        counts(
          '注册',
          categories.map((_, index) => index),
        ),
      ],
    })
    expect([plot.categories.length, plot.categories.at(-1)]).toEqual([2000, '2026年11月4日'])
    expect(warningText('shortened', plot, 'en')).toContain('latest 2,000 of 2,500 periods')
  })

  test('blank cells and a column taken twice are called as the language has it', () => {
    const data: ChartData = {
      categories: ['甲', null],
      series: [counts('注册', [5, 3]), { ...counts('注册', [1, 2]), fn: 'avg' }, counts('首单', [1, 1])],
    }
    const names = (plot: Plot): string[] => plot.series.map(({ name }) => name)
    expect(plotData(data).categories).toEqual(['甲', '（空白）'])
    expect(names(plotData(data))).toEqual(['注册合计', '注册均值', '首单'])
    expect(plotData(data, {}, 'en').categories).toEqual(['甲', '(blank)'])
    expect(names(plotData(data, {}, 'en'))).toEqual(['注册 (total)', '注册 (average)', '首单'])
    const split = {
      ...data,
      series: data.series.map((one, index) => ({ ...one, part: index < 2 ? null : '抖音' })),
    }
    expect(names(plotData(split)).slice(0, 2)).toEqual(['（空白） 注册合计', '（空白） 注册均值'])
  })

  test('series stand in the order of the spec, and the rest is summed up', () => {
    const data = {
      categories: ['甲', '乙', '丙'],
      series: [counts('注册', [5, 3, 1]), counts('首单', [2, 1, 1])],
    }
    const named = (name: string) => ({ name, figures: [], aspect: 'value' as const })
    const plot = plotData(data, { series: [named('首单'), named('注册')], top: 2 })
    expect(plot.series.map(({ name }) => name)).toEqual(['首单', '注册'])
    expect(plot.categories).toEqual(['甲', '乙', '其他'])
    const only = plotData(data, { series: [named('首单')] })
    expect(only.series.map(({ name }) => name)).toEqual(['首单', '注册'])
  })
})

describe('whatever the figures', () => {
  const number = fc.oneof(
    fc.double({ min: -1e12, max: 1e12, noNaN: true, noDefaultInfinity: true }),
    fc.constantFrom(0, 1e-9, -0.5, 1e15, null),
  )

  test('every number drawn is its figure’s own, and no text holds a number that is none', () => {
    const own = ChartKind.options.filter((kind) => !['waterfall', 'gantt', 'index'].includes(kind))
    fc.assert(
      fc.property(
        fc.constantFrom(...own),
        fc.array(fc.array(number, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 3 }),
        fc.constantFrom<Language>('zh-CN', 'en'),
        fc.option(fc.constantFrom('ascending' as const, 'descending' as const), { nil: undefined }),
        (kind, rows, language, sort) => {
          const width = Math.max(...rows.map((row) => row.length))
          const categories = Array.from({ length: width }, (_, index) => `类${index}`)
          const { plot, figures } = drawn(
            kind,
            categories,
            rows.map((row, at) => ({ name: `列${at}`, values: row, targets: row.map((_, index) => index) })),
            { language, ...(sort && { sort }) },
          )
          for (const { points, aspect } of plot.series) {
            for (const { figure, value } of points) {
              const state = figure === null ? undefined : figures.get(figure)
              if (!state) continue
              const expected =
                aspect === 'target'
                  ? state.goal?.target
                  : aspect === 'attainment'
                    ? state.goal?.index
                    : state.value
              expect(value).toBe(expected ?? null)
            }
          }
          expect(JSON.stringify(plot)).not.toMatch(/NaN|Infinity|undefined/)
        },
      ),
      { numRuns: 300 },
    )
  })

  test('a waterfall always arrives at its last whole', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 9 }),
        (numbers) => {
          const { plot } = drawn(
            'waterfall',
            numbers.map((_, index) => `步${index}`),
            [{ values: numbers }],
            { wholes: [0, numbers.length - 1] },
          )
          const points = plot.series[0]?.points ?? []
          points.forEach((point, index) => {
            if (plot.wholes?.includes(index)) expect(point.from).toBe(0)
            else expect(point.from).toBe(points[index - 1]?.value)
          })
          expect(points.at(-1)?.value).toBe(numbers.at(-1))
          const before = points.at(-2)
          expect(before?.value).toBe(numbers.at(-1))
        },
      ),
    )
  })

  test('every sample speaks for itself in both languages', () => {
    for (const language of ['zh-CN', 'en'] as const) {
      const { charts, figures } = sampleCharts(language)
      for (const chart of charts) {
        const plot = plotChart({ ...chart, title: { auto: true } }, figures, language)
        expect(plot.title).not.toBe('')
        expect(plot.alt.length).toBeGreaterThan(10)
        expect(`${plot.title}${plot.alt}`).not.toMatch(/undefined|NaN/)
        if (language === 'en') expect(`${plot.title}${plot.alt}`).not.toMatch(/[\u4e00-\u9fff。，：]/)
      }
    }
  })
})
