import { describe, expect, test } from 'vitest'
import { plotChart, proposeCharts } from '../../../../shared/charts/index.ts'
import { ChartSpec } from '../../../../shared/model/chart.ts'
import { Comparison } from '../../../../shared/model/comparison.ts'
import type { FigureState } from '../../../../shared/model/goal.ts'
import { ComparisonId, FigureId } from '../../../../shared/model/ids.ts'
import type { Language } from '../../../../shared/model/language.ts'
import { figureOf, goalOf, rates } from '../../../support/drawn-chart.ts'
import { dailySheet, goalsSheet, statesOf } from '../../../support/sample-sheets.ts'
import { sheetOf } from '../../../support/sheet.ts'

const sample = (language: Language): FigureState[] =>
  statesOf([goalsSheet(language), dailySheet(language)], language)

describe('from figures', () => {
  const states = sample('zh-CN')
  const charts = proposeCharts(states, [], 'zh-CN')

  test('goals, parts, shares, unit cost and months are drawn, the same every time', () => {
    for (const chart of charts) ChartSpec.parse(chart)
    expect(charts.map(({ role, kind, name }) => [role, kind, name])).toEqual([
      ['goals', 'attainment', '各项目标达成程度'],
      ['parts', 'column', '各渠道注册'],
      ['shares', 'pie', '各渠道注册占比'],
      ['compare', 'column', '各渠道获客成本对比'],
      ['trend', 'line', '注册月度变化'],
      [undefined, 'target', '目标与实际（人）'],
      [undefined, 'target', '目标与实际（%）'],
    ])
    expect(proposeCharts(states, [], 'zh-CN')).toEqual(charts)
    expect(new Set(charts.map(({ id }) => id)).size).toBe(charts.length)
  })

  test('ids stay, so that a report finds its charts again', () => {
    expect(charts[0]?.id).toBe('c-2dd04dd6ivwp')
  })

  test('bars lie where names are long', () => {
    expect(proposeCharts(sample('en'), [], 'en').map(({ role, kind }) => [role, kind])).toContainEqual([
      'parts',
      'bar',
    ])
  })

  test('more than six parts are no pie', () => {
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
    const kinds = proposeCharts(statesOf([sheet], 'zh-CN'), [], 'zh-CN').map(({ role, kind }) => [role, kind])
    expect(kinds).toContainEqual(['shares', 'bar'])
    expect(kinds.some(([role]) => role === 'trend')).toBe(false)
  })

  test('a few goals are cards, too', () => {
    const goal = (id: string, value: number, target: number): FigureState => {
      const figure = figureOf(FigureId.parse(id), value, 'zh-CN', { name: id })
      return { ...figure, goal: goalOf(figure, target) }
    }
    const few = proposeCharts([goal('a', 12, 10), goal('b', 300_000, 200_000)], [], 'zh-CN')
    // The two are too far apart to stand on one axis.
    expect(few.map(({ kind }) => kind)).toEqual(['attainment', 'cards'])
  })

  test('nothing is drawn of nothing', () => {
    expect(proposeCharts([], [], 'zh-CN')).toEqual([])
  })
})

describe('from comparisons', () => {
  const figures: FigureState[] = []
  const add = (id: string, value: number | null, given: Partial<FigureState> = {}): FigureId => {
    const figure = figureOf(FigureId.parse(id), value, 'zh-CN', { name: id, ...given })
    figures.push(figure)
    return figure.id
  }
  const shows = add('shows', 1000)
  const clicks = add('clicks', 300)
  const orders = add('orders', 60)
  const gone = FigureId.parse('gone')
  const rateA = add('rate-a', 0.18, rates)
  const rateB = add('rate-b', 0.24, rates)
  const rateC = add('rate-c', 0.42, rates)
  const rateD = add('rate-d', 0.482, rates)
  const parts = [add('p1', 500), add('p2', 300), add('p3', 200)]
  const whole = add('whole', 1000)
  const comparison = (given: object): Comparison =>
    Comparison.parse({ id: ComparisonId.parse('k-1'), name: '对比', ...given })
  const propose = (...given: Comparison[]): ChartSpec[] => {
    const charts = proposeCharts(figures, given, 'zh-CN')
    for (const chart of charts) ChartSpec.parse(chart)
    return charts
  }
  const plotOf = (spec: ChartSpec | undefined) => {
    if (!spec) throw new Error('nothing proposed')
    return plotChart(spec, new Map(figures.map((figure) => [figure.id, figure])), 'zh-CN')
  }

  test('a funnel is one, with what was before beside it', () => {
    const steps = [shows, clicks, orders].map((figure) => ({ name: figure, figure }))
    expect(propose(comparison({ kind: 'funnel', steps }))).toMatchObject([
      {
        kind: 'funnel',
        categories: ['shows', 'clicks', 'orders'],
        series: [{ figures: [shows, clicks, orders] }],
      },
    ])
    const both = propose(comparison({ kind: 'funnel', steps, before: steps }))
    expect(both[0]?.series.map(({ name }) => name)).toEqual(['之前', '之后'])
    expect(propose(comparison({ kind: 'funnel', steps: [...steps, { name: '无', figure: gone }] }))).toEqual(
      [],
    )
  })

  test('who made a change is a waterfall from total to total', () => {
    const [spec] = propose(
      comparison({
        kind: 'contribution',
        before: clicks,
        after: whole,
        parts: [{ name: '抖音', before: orders, after: parts[0] }],
      }),
    )
    expect(spec?.kind).toBe('waterfall')
    const plot = plotOf(spec)
    expect(plot.categories).toEqual(['之前', '抖音', '其他', '之后'])
    expect(plot.series[0]?.points.map(({ label }) => label)).toEqual(['300', '+440', '+260', '1,000'])
  })

  test('a change that no waterfall would show is told in pairs', () => {
    const [before, after] = [add('before', 99_000), add('after', 99_400)]
    const [one, other] = [add('one', 40_000), add('other', 40_300)]
    const grown = [{ name: '抖音', before: one, after: other }]
    expect(propose(comparison({ kind: 'contribution', before, after, parts: grown }))[0]).toMatchObject({
      kind: 'pairs',
      categories: ['抖音'],
      series: [{ figures: [one] }, { figures: [other] }],
    })
  })

  test('no two bear one name: what bears its measure alone says what is shown of it', () => {
    const named = (id: string, given: object): Comparison =>
      comparison({ id: ComparisonId.parse(id), name: 'clicks', ...given })
    const steps = [shows, clicks, orders].map((figure) => ({ name: figure, figure }))
    const spent = [{ name: '抖音', before: orders, after: clicks }]
    const charts = propose(
      named('k-1', { kind: 'series', figures: [orders, clicks, shows] }),
      named('k-2', { kind: 'contribution', before: clicks, after: shows, parts: spent }),
      named('k-3', { kind: 'funnel', steps }),
      named('k-4', { kind: 'funnel', steps: steps.slice(1) }),
      named('k-5', { kind: 'funnel', steps: [...steps, ...steps] }),
    )
    expect(charts.map(({ name }) => name)).toEqual([
      'clicks变化',
      'clicks增减来源',
      'clicks',
      'clicks（漏斗图）',
    ])
  })

  test('shares are a ring where they make the whole, else bars', () => {
    const shares = (given: object) =>
      propose(comparison({ kind: 'shares', whole, parts, multiple: false, ...given }))[0]
    expect(shares({})?.kind).toBe('pie')
    expect(plotOf(shares({})).warnings).toEqual([])
    expect(shares({ parts: parts.slice(0, 2) })?.kind).toBe('bar')
    expect(shares({ whole: null, parts: [rateA, rateB] })?.kind).toBe('bar')
    expect(shares({ whole: null, parts: [rateC, rateD], multiple: true })?.kind).toBe('survey')
    expect(shares({ parts: [parts[0], rateA] })).toBeUndefined()
  })

  test('a survey is bars, never a ring', () => {
    const survey = (ids: FigureId[]) =>
      propose(
        comparison({
          kind: 'survey',
          sent: null,
          valid: null,
          answers: ids.map((figure) => ({ name: figure, figure })),
          multiple: false,
        }),
      )[0]?.kind
    expect(survey([rateA, rateB])).toBe('survey')
    expect(survey(parts)).toBe('bar')
  })

  test('changes of one unit share a chart; a single one has none', () => {
    const change = (before: FigureId, after: FigureId) =>
      comparison({ kind: 'change', before, after, delta: null, relative: null })
    expect(propose(change(rateA, rateB))).toEqual([])
    expect(propose(change(rateA, rateB), change(rateC, rateD), change(shows, clicks))).toMatchObject([
      {
        kind: 'pairs',
        name: '前后对比（%）',
        series: [{ figures: [rateA, rateC] }, { figures: [rateB, rateD] }],
      },
    ])
  })

  test('a test is an index where both rates are figures', () => {
    const experiment = comparison({
      kind: 'experiment',
      control: { size: shows, hits: clicks },
      variant: { size: whole, hits: orders },
    })
    expect(propose(experiment)).toEqual([])
    const rate = (id: string, hits: FigureId, size: FigureId, value: number) =>
      add(id, value, {
        ...rates,
        origin: {
          kind: 'formula',
          expression: { operator: '/', left: { figure: hits }, right: { figure: size } },
        },
      })
    const control = rate('control', clicks, shows, 0.3)
    const variant = rate('variant', orders, whole, 0.36)
    const [spec] = propose(experiment)
    expect(spec).toMatchObject({ kind: 'index', series: [{ figures: [control] }, { figures: [variant] }] })
    expect(plotOf(spec).series[1]?.points[0]?.value).toBe(120)
  })

  test('a measure over periods is a line, crossed by a target that holds for each of them', () => {
    const mean = figureOf(FigureId.parse('mean'), 15, 'zh-CN', { name: '均值', additive: false })
    const months = [12, 15, 18].map((value, index) =>
      figureOf(FigureId.parse(`m${index}`), value, 'zh-CN', {
        name: `2026年${index + 1}月日活`,
        part: { of: mean.id, by: '月份', key: `2026-0${index + 1}`, step: 'month' },
      }),
    )
    const proposed = (total: FigureState) =>
      proposeCharts(
        [total, ...months],
        [comparison({ kind: 'series', figures: months.map(({ id }) => id) })],
        'zh-CN',
      ).filter(({ kind }) => kind !== 'attainment' && kind !== 'cards')
    const goal = goalOf(mean, 14)
    // The months are drawn as the trend already.
    expect(proposed({ ...mean, goal })).toMatchObject([
      { role: 'trend', line: { figure: mean.id, aspect: 'target' } },
    ])
    // The target of a sum lies far above its months.
    expect(proposed({ ...mean, goal, additive: true })[0]).not.toHaveProperty('line')
    expect(propose(comparison({ kind: 'series', figures: parts }))).toMatchObject([
      { kind: 'column', categories: ['p1', 'p2', 'p3'], series: [{ figures: parts }] },
    ])
  })

  test('periods are named without their measure, dates or none; months of the trend get no second line', () => {
    const ofMean = { of: FigureId.parse('mean'), by: '月份' }
    const months = ['1月', '2月', '3月', '4月'].map((key, index) =>
      figureOf(FigureId.parse(`n${index}`), 10 + index, 'zh-CN', {
        name: `${key}注册`,
        part: { ...ofMean, key },
      }),
    )
    const dated = months.map((month, index): FigureState => ({
      ...month,
      part: { ...ofMean, key: `2026-0${index + 1}`, step: 'month' },
    }))
    const drawn = (states: readonly FigureState[], count: number) =>
      proposeCharts(
        states,
        [comparison({ kind: 'series', figures: states.slice(0, count).map(({ id }) => id) })],
        'zh-CN',
      )
    expect(drawn(months, 4)).toMatchObject([{ kind: 'line', categories: ['1月', '2月', '3月', '4月'] }])
    // Of a month that is half over the series says nothing, while the trend shows it.
    expect(drawn(dated, 3)).toMatchObject([{ role: 'trend' }])
  })

  test('cohorts are a heat table of their rates, else of their counts', () => {
    const cohorts = (figureIds: (FigureId | null)[][], ages?: string[]) =>
      propose(
        comparison({
          kind: 'cohorts',
          cohorts: figureIds.map((ids, index) => ({ name: `${index + 1}月`, figures: ids })),
          ...(ages && { ages }),
        }),
      )[0]
    expect(
      cohorts(
        [
          [shows, rateC, rateA],
          [shows, rateD, null],
        ],
        ['次日'],
      ),
    ).toMatchObject({
      kind: 'heat',
      categories: ['次日', '第2期'],
      series: [
        { name: '1月', figures: [rateC, rateA] },
        { name: '2月', figures: [rateD, null] },
      ],
    })
    expect(cohorts([[shows, clicks, orders]])?.series[0]?.figures).toEqual([clicks, orders])
    // Clicks of shows are a figure of the project by now; orders are not.
    expect(cohorts([[shows, clicks, rateA]])?.series[0]?.figures).toEqual(['control', rateA])
    expect(cohorts([[shows, orders, rateA]])).toBeUndefined()
  })

  test('what is drawn already gets no second chart', () => {
    const steps = [shows, clicks].map((figure) => ({ name: figure, figure }))
    const twice = [
      comparison({ kind: 'funnel', steps }),
      comparison({ kind: 'funnel', steps, name: '又一次' }),
    ]
    expect(propose(...twice).filter(({ kind }) => kind === 'funnel')).toHaveLength(1)
  })
})
