import { describe, expect, it } from 'vitest'
import { plotChart, suitableKinds } from '../../../../shared/charts/index.ts'
import type { ChartKind, ChartState, KindProblem } from '../../../../shared/model/chart.ts'
import type { FigureState } from '../../../../shared/model/goal.ts'
import type { ChartId, ColumnId, FigureId, TableId } from '../../../../shared/model/ids.ts'
import { someFigure } from '../../../support/figures.ts'

const figuresOf = (list: readonly FigureState[]) => new Map(list.map((figure) => [figure.id, figure]))

const chartOf = (given: Partial<ChartState> = {}): ChartState => ({
  id: 'chart' as ChartId,
  kind: 'column',
  name: '图',
  categories: [],
  series: [],
  ...given,
})

/** One series of figures by their names. */
const seriesOf = (names: readonly string[], name = '数值') => ({
  name,
  figures: names as readonly FigureId[] as FigureId[],
  aspect: 'value' as const,
})

function judge(chart: ChartState, figures: readonly FigureState[]) {
  const choices = suitableKinds(chart, figuresOf(figures), 'zh-CN')
  return {
    choices,
    best: choices.filter(({ best }) => best).map(({ kind }) => kind),
    why: (kind: ChartKind): KindProblem | undefined => choices.find((one) => one.kind === kind)?.problem,
    as: (kind: ChartKind): ChartState | undefined => choices.find((one) => one.kind === kind)?.chart,
  }
}

const parts = (values: Readonly<Record<string, number>>, more: Partial<FigureState> = {}): FigureState[] =>
  Object.entries(values).map(([name, value]) =>
    someFigure({ name, value, part: { of: '合计' as FigureId, by: '渠道', key: name }, ...more }),
  )

const oneSeries = (list: readonly FigureState[]): ChartState =>
  chartOf({ categories: list.map(({ name }) => name), series: [seriesOf(list.map(({ name }) => name))] })

describe('the kinds that suit', () => {
  it('come first, and each kind is there once', () => {
    const list = parts({ 抖音: 5, 快手: 3, B站: 2 })
    const { choices, best } = judge(oneSeries(list), list)
    expect(new Set(choices.map(({ kind }) => kind)).size).toBe(19)
    expect(best).toEqual(['column', 'pie'])
    const ranks = choices.map((choice) => (choice.best ? 0 : choice.problem ? 2 : 1))
    expect(ranks).toEqual(ranks.toSorted((one, other) => one - other))
  })

  it('are lines for months and a combination for two units', () => {
    const months = ['2026-03', '2026-04', '2026-05', '2026-06'].map((key) =>
      someFigure({ name: key, value: 4, part: { of: '合计' as FigureId, by: '日期', key, step: 'month' } }),
    )
    expect(judge(oneSeries(months), months).best).toContain('line')
    const [people, money] = [
      parts({ 甲: 1, 乙: 2 }),
      parts({ 丙: 10, 丁: 20 }, { kind: 'amount', unit: '元' }),
    ]
    const two = chartOf({
      categories: ['甲', '乙'],
      series: [seriesOf(['甲', '乙'], '人数'), seriesOf(['丙', '丁'], '花费')],
    })
    expect(judge(two, [...people, ...money]).best).toEqual(['combo'])
    expect(judge(two, [...people, ...money]).why('column')).toBe('units-differ')
  })

  it('are nothing while there is nothing to draw', () => {
    const { best, why } = judge(chartOf(), [])
    expect(best).toEqual([])
    expect(why('column')).toBe('no-numbers')
    expect(why('gantt')).toBe('needs-spans')
  })

  it('are a gantt for spans', () => {
    const tasks = chartOf({ kind: 'gantt', spans: [{ name: '设计', from: '2026-03-01', to: '2026-03-05' }] })
    expect(judge(tasks, []).best).toEqual(['gantt'])
  })
})

describe('a ring', () => {
  it('is refused for negative values, for rates beyond a whole, and for what cannot be added', () => {
    const negative = parts({ 甲: 5, 乙: -1 })
    expect(judge(oneSeries(negative), negative).why('pie')).toBe('negative')
    const survey = parts({ 价格: 0.72, 服务: 0.6 }, { kind: 'rate', unit: '%', additive: false })
    expect(judge(oneSeries(survey), survey).why('pie')).toBe('exceeds-whole')
    expect(judge(oneSeries(survey), survey).best).toContain('survey')
    const rates = parts({ 点击率: 0.04, 转化率: 0.2 }, { kind: 'rate', unit: '%', additive: false })
    expect(judge(oneSeries(rates), rates).why('pie')).toBe('not-additive')
    const daily = parts({ 三月: 10, 四月: 12 }, { additive: false })
    expect(judge(oneSeries(daily), daily).why('pie')).toBe('not-additive')
  })

  it('takes rates that make a whole, and a whole of rounded ones', () => {
    const shares = parts({ 甲: 0.333, 乙: 0.333, 丙: 0.335 }, { kind: 'rate', unit: '%', additive: false })
    expect(judge(oneSeries(shares), shares).why('pie')).toBeUndefined()
  })

  it('turns many series over one category round', () => {
    const list = parts({ 甲: 5, 乙: 3 })
    const chart = chartOf({ categories: ['三月'], series: [seriesOf(['甲'], '甲'), seriesOf(['乙'], '乙')] })
    const ring = judge(chart, list).as('pie')
    expect(ring?.categories).toEqual(['甲', '乙'])
    expect(ring?.series.map(({ figures }) => figures)).toEqual([['甲', '乙']])
  })
})

describe('a funnel', () => {
  it('takes shrinking steps, whatever is counted, and refuses a step that grows', () => {
    const steps = [
      someFigure({ name: '曝光', value: 900, unit: '次' }),
      someFigure({ name: '点击', value: 90, unit: '次' }),
      someFigure({ name: '首单', value: 9, unit: '单' }),
    ]
    expect(judge(oneSeries(steps), steps).best).toContain('funnel')
    const grown = steps.toReversed()
    expect(judge(oneSeries(grown), grown).why('funnel')).toBe('grows')
  })
})

describe('pairs, index and waterfall', () => {
  it('want two series, a base above nothing, three bars', () => {
    const list = parts({ 甲: 5, 乙: 3, 丙: 0, 丁: 4 })
    const two = chartOf({
      categories: ['三月', '四月'],
      series: [seriesOf(['甲', '乙'], '一'), seriesOf(['丙', '丁'], '二')],
    })
    expect(judge(two, list).why('pairs')).toBeUndefined()
    expect(judge(two, list).why('index')).toBeUndefined()
    const turned = { ...two, series: two.series.toReversed() }
    expect(judge(turned, list).why('index')).toBe('zero-base')
    expect(judge(two, list).why('waterfall')).toBe('needs-several')
    expect(judge(oneSeries(list), list).why('pairs')).toBe('two-series-only')
  })

  it('want the same thing twice: two columns of a table are no before and after', () => {
    const measure = (column: string) => ({ fn: 'sum' as const, column: column as ColumnId })
    const found = (name: string, values: number[]) => ({
      name,
      fn: 'sum' as const,
      kind: 'count' as const,
      unit: '人',
      additive: true,
      values,
    })
    const chart = chartOf({
      categories: [],
      series: [],
      query: {
        table: 't' as TableId,
        by: { column: 'c' as ColumnId },
        measures: [measure('shows'), measure('clicks')],
      },
      data: {
        categories: ['甲', '乙', '丙'],
        series: [found('曝光', [5, 6, 7]), found('点击', [1, 2, 3])],
      },
    })
    const { why } = judge(chart, [])
    expect([why('pairs'), why('slope'), why('waterfall'), why('column')]).toEqual([
      'two-series-only',
      'two-series-only',
      'two-series-at-most',
      undefined,
    ])
  })

  it('turn three things over two moments round', () => {
    const list = parts({ 甲: 1, 乙: 2, 丙: 3, 丁: 4, 戊: 5, 己: 6 })
    const chart = chartOf({
      categories: ['前', '后'],
      series: [seriesOf(['甲', '乙'], 'A'), seriesOf(['丙', '丁'], 'B'), seriesOf(['戊', '己'], 'C')],
    })
    const pairs = judge(chart, list).as('pairs')
    expect(pairs?.categories).toEqual(['A', 'B', 'C'])
    expect(pairs?.series.map(({ name }) => name)).toEqual(['前', '后'])
    expect(judge(chart, list).best).toContain('slope')
  })
})

describe('goals', () => {
  const judged = (name: string, value: number): FigureState =>
    someFigure({
      name,
      value,
      goal: {
        figure: name as FigureId,
        comparator: '≥',
        target: 4,
        polarity: 'higher',
        origin: { kind: 'typed', value: 4, note: '' },
        attainment: value / 4,
        index: value / 4,
        verdict: 'exceeded',
        tier: null,
        text: { target: '≥4人', attainment: '', verdict: '', outcome: '' },
      },
    })

  it('are drawn beside their figures, and come back to them', () => {
    const list = [judged('注册', 5), judged('首单', 6)]
    const chart = oneSeries(list)
    const { best, as } = judge(chart, list)
    expect(best).toEqual(expect.arrayContaining(['target', 'attainment', 'bullet']))
    const attained = as('attainment')
    expect(attained?.series).toEqual([{ name: '达成程度', figures: ['注册', '首单'], aspect: 'attainment' }])
    const back = attained && judge(attained, list).as('column')
    expect(back?.series.map(({ figures, aspect }) => ({ figures, aspect }))).toEqual([
      { figures: ['注册', '首单'], aspect: 'value' },
    ])
  })

  it('are asked for where there are none', () => {
    const list = parts({ 甲: 1, 乙: 2 })
    expect(judge(oneSeries(list), list).why('attainment')).toBe('needs-goals')
  })
})

describe('a chart of a table', () => {
  it('is judged by what its query found', () => {
    const chart = chartOf({
      query: {
        table: 't' as TableId,
        by: { column: 'day' as ColumnId, step: 'month' },
        measures: [{ fn: 'sum', column: 'people' as ColumnId }],
      },
      data: {
        categories: ['2026-03', '2026-04', '2026-05', '2026-06'],
        series: [
          { name: '注册', fn: 'sum', kind: 'count', unit: '人', additive: true, values: [1, 2, 3, 4] },
        ],
      },
    })
    const { best, why, as } = judge(chart, [])
    expect(best).toEqual(['line'])
    expect(why('target')).toBe('needs-goals')
    expect(as('bar')?.series).toEqual([])
    expect(as('bar')?.query).toEqual(chart.query)
  })

  it('never gives one value of a column the name or the axis of another', () => {
    const chart = chartOf({
      kind: 'combo',
      query: {
        table: 't' as TableId,
        by: { column: 'day' as ColumnId, step: 'month' },
        split: { column: 'channel' as ColumnId },
        measures: [{ fn: 'count' }],
      },
      series: [
        { name: '快手', figures: [], aspect: 'value', as: 'line' },
        { name: '抖音', figures: [], aspect: 'value', as: 'column' },
      ],
      data: {
        categories: ['2026-03', '2026-04'],
        series: ['抖音', 'B站'].map((name) => ({
          name,
          kind: 'count' as const,
          unit: '人',
          fn: 'sum',
          additive: true,
          values: [1, 2],
        })),
      },
    })
    const { series } = plotChart(chart, new Map(), 'zh-CN')
    expect(series.map(({ name, as }) => [name, as])).toEqual([
      ['抖音', 'column'],
      ['B站', 'line'],
    ])
  })
})
