// A plot of every kind as an Office chart: its part, the sheet behind it, and both the plot's numbers.

import { describe, expect, test } from 'vitest'
import { type ChartPlot, chartPart, isChart } from '../../../../../electron/export/chart/chart-part.ts'
import type { Setting } from '../../../../../electron/export/chart/setting.ts'
import type { ChartKind, Plot } from '../../../../../shared/model/chart.ts'
import type { Language } from '../../../../../shared/model/language.ts'
import { type CachedSeries, readSeries, readSheet } from '../../../../support/chart-parts.ts'
import { samplePlot, samplePlots } from '../../../../support/sample-charts.ts'

const languages = ['zh-CN', 'en'] as const

const settingFor = (language: Language): Setting => ({
  language,
  width: 415,
  height: 210,
  fontSize: 9,
  face: { eastAsia: '宋体', latin: 'Times New Roman' },
})

const charts = (language: Language): ChartPlot[] => samplePlots(language).filter(isChart)

const drawn = (
  kind: ChartKind,
  change: (plot: Plot) => Plot = (plot) => plot,
  language: Language = 'zh-CN',
) => {
  const changed = change(samplePlot(kind, language))
  if (!isChart(changed)) throw new Error(`${kind} is no chart`)
  const part = chartPart(changed, settingFor(language))
  return { plot: changed, ...part, series: readSeries(part.chart), sheet: readSheet(part.workbook) }
}

const nothing = { name: '', points: [] }

/** As the axis counts. */
const counted = ({ axis, second }: Plot, series: Plot['series'][number] = nothing): (number | null)[] => {
  const own = series.axis === 'second' && second ? second : axis
  return series.points.map(({ value }) =>
    value === null ? null : own.kind === 'rate' ? value : value / own.scale,
  )
}

const closeTo = (values: readonly (number | null)[]): unknown[] =>
  values.map((value) => (value === null ? null : (expect.closeTo(value, 9) as unknown)))

describe.each(languages)('every kind in %s', (language) => {
  test.each(charts(language).map((plot) => [`${plot.kind}: ${plot.name}`, plot] as const))(
    '%s draws what its sheet holds',
    (_, plot) => {
      const { chart, workbook } = chartPart(plot, settingFor(language))
      const sheet = readSheet(workbook)
      const series = readSeries(chart)
      expect(series.length).toBeGreaterThan(0)
      for (const { name, column, categories, values } of series) {
        expect(sheet.get(`${column}1`)?.value).toBe(name)
        expect(categories.map((__, index) => sheet.get(`A${index + 2}`)?.value ?? '')).toEqual(categories)
        expect(values.map((__, index) => sheet.get(`${column}${index + 2}`)?.value ?? null)).toEqual(values)
      }
    },
  )

  test('names colours and typefaces outright, and no theme', () => {
    for (const plot of charts(language)) {
      const { chart } = chartPart(plot, settingFor(language))
      expect(chart).not.toMatch(/schemeClr|\+m[nj]-/)
      const faces = [
        ...chart.matchAll(
          /<a:latin typeface="([^"]*)"\/><a:ea typeface="([^"]*)"\/><a:cs typeface="([^"]*)"\/>/g,
        ),
      ]
      expect(faces.length).toBe(chart.match(/<a:latin /g)?.length)
      for (const [, latin, eastAsia] of faces) expect([latin, eastAsia]).toEqual(['Times New Roman', '宋体'])
    }
  })

  test('gives the same bytes twice', () => {
    for (const plot of charts(language)) {
      const [one, other] = [chartPart(plot, settingFor(language)), chartPart(plot, settingFor(language))]
      expect(one.chart).toBe(other.chart)
      expect(Buffer.from(one.workbook).equals(Buffer.from(other.workbook))).toBe(true)
    }
  })

  test('shows the title only where there is one', () => {
    for (const plot of charts(language)) {
      const { chart } = chartPart(plot, settingFor(language))
      expect(chart.includes('<c:autoTitleDeleted val="0"/>')).toBe(plot.title !== '')
      const written = [...chart.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map((match) => match[1]).join('')
      if (plot.title !== '') expect(written.replaceAll(' ', '')).toContain(plot.title.replaceAll(' ', ''))
    }
  })
})

/** Kinds whose series are the plot's own, one to one. */
const plain: ChartKind[] = [
  'column',
  'bar',
  'target',
  'pairs',
  'index',
  'survey',
  'attainment',
  'combo',
  'slope',
  'stacked',
  'stacked-full',
  'pie',
  'line',
]

test.each(plain)('a %s chart has a series for each of the plot, with its values', (kind) => {
  const { plot, series } = drawn(kind)
  const own = plot.series.map(({ name }) => series.find((one) => one.name === name))
  expect(own.map((one) => one?.values)).toEqual(plot.series.map((one) => closeTo(counted(plot, one))))
  const helping = series.length - plot.series.length
  expect(helping).toBe((plot.reference && kind !== 'attainment' ? 1 : 0) + (plot.events ? 1 : 0))
})

test.each<ChartKind>(['column', 'bar', 'target', 'index', 'survey', 'stacked', 'slope'])(
  'labels of a %s chart read as the plot says',
  (kind) => {
    const { plot, series } = drawn(kind)
    for (const { name, points } of plot.series) {
      const labels = series.find((one) => one.name === name)?.labels ?? []
      expect(labels.length).toBe(points.length)
      labels.forEach((label, index) => {
        if (label !== null) expect(label).toBe(points[index]?.label)
      })
      expect(labels.some((label) => label !== null)).toBe(true)
    }
  },
)

test('a label follows an edited number wherever a format can write it', () => {
  for (const kind of ['column', 'attainment', 'survey', 'bullet'] as const)
    expect(drawn(kind).chart.match(/<c:dLbls>.*?<\/c:dLbls>/s)?.[0]).not.toContain('<c:rich>')
})

test('goals say by sign and by colour whether they were met', () => {
  const { chart, series, plot } = drawn('attainment')
  expect(series[0]?.labels).toEqual(
    plot.series[0]?.points.map(({ label, verdict }) => `${verdict === 'missed' ? '✗' : '✓'} ${label}`),
  )
  const colours = [...chart.matchAll(/<c:dPt>.*?<a:srgbClr val="([0-9A-F]{6})"/gs)].map((match) => match[1])
  const missed = plot.series[0]?.points.findIndex(({ verdict }) => verdict === 'missed') ?? -1
  expect(new Set(colours.filter((_, index) => index !== missed)).size).toBe(1)
  expect(colours[missed]).not.toBe(colours[missed + 1])
})

test('goals are read against a broken line at 100 %, which says what it is', () => {
  const { chart } = drawn('attainment')
  expect(chart).toMatch(/<c:majorGridlines>.*?<a:prstDash val="dash"\/>.*?<c:majorUnit val="1"\/>/s)
  expect(chart).toContain('<a:t>目标 100%</a:t>')
})

test('goals without any reached value keep their line', () => {
  const { chart } = drawn('attainment', (plot) => ({
    ...plot,
    series: plot.series.map((series) => ({
      ...series,
      points: series.points.map((point) => ({ ...point, value: 0.2, label: '20%' })),
    })),
  }))
  expect(chart).toMatch(/<c:max val="1.1"\/><c:min val="0"\/>/)
})

test('a bullet is the target in three rows and what was reached in the middle one, over it', () => {
  const { plot, series, sheet, chart } = drawn('bullet')
  const [reached, target] = plot.series
  const [wide, narrow] = [series[0], series[1]]
  expect([wide?.name, narrow?.name]).toEqual([target?.name, reached?.name])
  expect(chart).toContain('<c:gapWidth val="0"/><c:overlap val="100"/>')
  const rows = 4
  counted(plot, reached).forEach((value, index) => {
    const at = index * rows
    expect(narrow?.values.slice(at, at + rows)).toEqual([null, closeTo([value])[0], null, null])
    const goal = counted(plot, target)[index] ?? null
    expect(wide?.values.slice(at, at + rows)).toEqual([...closeTo([goal, goal, goal]), null])
    expect(wide?.categories.slice(at, at + rows)).toEqual(['', plot.categories[index], '', ''])
    // Rows of the sheet are counted from 1, below the heads.
    const middle = at + 3
    expect(sheet.get(`${wide?.column}${middle - 1}`)?.formula).toBe(`C${middle}`)
    expect(sheet.get(`${wide?.column}${middle}`)?.formula).toBeUndefined()
    expect(sheet.get(`${wide?.column}${middle + 1}`)?.formula).toBe(`C${middle}`)
  })
})

test('a line shows its target as a broken line and its event as a mark above', () => {
  const { plot, series, chart } = drawn('line')
  const target = series.find(({ values }) => new Set(values).size === 1)
  expect(target?.values[0]).toBeCloseTo((plot.reference?.value ?? 0) / plot.axis.scale, 9)
  expect(target?.labels.at(-1)?.replace('\n', ' ')).toBe(plot.reference?.label)
  const event = series.find(({ labels }) => labels.includes('618活动'))
  expect(event?.values.map((value) => value !== null)).toEqual(
    plot.categories.map((category) => category === '6月'),
  )
  expect(chart).toContain('<c:errBarType val="minus"/>')
})

test('a long line is labelled at its highest point', () => {
  const { series } = drawn('line', (plot) => ({
    ...plot,
    events: [],
    categories: Array.from({ length: 60 }, (_, index) => `第${index + 1}周`),
    series: [
      {
        name: '注册',
        points: Array.from({ length: 60 }, (_, index) => {
          const value = 10_000 + ((index * 733) % 1300) * 10
          return { value, label: (value / 10_000).toFixed(2), figure: null }
        }),
      },
    ],
  }))
  const [weeks] = series
  const labelled = weeks?.labels.flatMap((label, index) => (label === null ? [] : [index])) ?? []
  expect(labelled).toHaveLength(1)
  expect(weeks?.values[labelled[0] ?? -1]).toBe(Math.max(...(weeks?.values ?? []).map((value) => value ?? 0)))
})

test('a combination has a second axis with its own unit, at the right', () => {
  const { chart } = drawn('combo')
  expect(chart).toMatch(/<c:barChart>.*<c:lineChart>/s)
  expect(chart.match(/<c:valAx>/g)).toHaveLength(2)
  expect(chart).toMatch(/<a:t>万人<\/a:t>.*<c:axPos val="r"\/>.*<a:t>元\/人<\/a:t>.*<c:crosses val="max"\/>/s)
})

test('a ring labels every slice with its name, value and share', () => {
  const { plot, series, chart } = drawn('pie')
  expect(chart).toContain('<c:doughnutChart>')
  expect(series[0]?.labels.map((label) => label?.replace('\n', ' '))).toEqual(
    plot.series[0]?.points.map(({ label, note }, index) => `${plot.categories[index]} ${label} · ${note}`),
  )
})

test('parts that no ring can show become columns', () => {
  for (const value of [-5, 0]) {
    const { chart } = drawn('pie', (plot) => ({
      ...plot,
      series: plot.series.map((series) => ({
        ...series,
        points: series.points.map((point, index) => ({
          ...point,
          value: value === 0 || index === 0 ? value : 1,
        })),
      })),
    }))
    expect(chart).toMatch(/<c:barDir val="col"\/>/)
  }
})

describe('a funnel', () => {
  const stackOf = (
    series: readonly CachedSeries[],
    at: number,
  ): { from: number; to: number; drawn: boolean }[] => {
    let end = 0
    return series.map(({ values, drawn: painted }) => {
      const from = end
      end += values[at] ?? 0
      return { from, to: end, drawn: painted }
    })
  }

  test('centres its steps over one another', () => {
    const { plot, series } = drawn('funnel')
    const values = counted(plot, plot.series[0])
    const widest = Math.max(...values.map((value) => value ?? 0))
    values.forEach((value, at) => {
      const [step] = stackOf(series, at).filter(({ drawn: painted }) => painted)
      expect((step?.from ?? 0) + (step?.to ?? 0)).toBeCloseTo(widest, 9)
      expect((step?.to ?? 0) - (step?.from ?? 0)).toBeCloseTo(value ?? 0, 9)
    })
    const shown = series.flatMap(({ labels }) => labels).filter((label) => label !== null)
    for (const { label, note } of plot.series[0]?.points ?? [])
      expect(shown.join('|')).toContain(note === undefined ? label : note)
  })

  test('stands beside a second one on the same scale', () => {
    const plot = charts('zh-CN').findLast(({ kind }) => kind === 'funnel') ?? samplePlot('funnel')
    if (!isChart(plot)) throw new Error('a funnel is a chart')
    const { chart } = chartPart(plot, settingFor('zh-CN'))
    const series = readSeries(chart)
    const centres = plot.categories.map((_, at) =>
      stackOf(series, at)
        .filter(({ drawn: painted }) => painted)
        .map(({ from, to }) => (from + to) / 2),
    )
    for (const [left, right] of centres) {
      expect(left).toBeCloseTo(centres[0]?.[0] ?? 0, 6)
      expect(right).toBeCloseTo(centres[0]?.[1] ?? 0, 6)
      expect(right ?? 0).toBeGreaterThan(left ?? 0)
    }
  })
})

describe('a waterfall', () => {
  const steps = (levels: readonly number[]): Plot => {
    const points = levels.map((value, index) => ({
      value,
      from: index === 0 || index === levels.length - 1 ? 0 : (levels[index - 1] ?? 0),
      label: String(value),
      figure: null,
    }))
    return {
      ...samplePlot('waterfall'),
      categories: levels.map((_, index) => `c${index}`),
      series: [{ name: '变化', points }],
      axis: { kind: 'count', unit: '人', scale: 1, decimals: 0 },
      wholes: [0, levels.length - 1],
    }
  }

  test.each([
    ['above zero', [40, 62, 55, 70, 70]],
    ['across zero', [10, -15, -30, 20, -5, -5]],
    ['below zero', [-10, -20, -5, -5]],
  ])('%s covers just what lies between two levels', (_, levels) => {
    const { plot, series } = drawn('waterfall', () => steps(levels))
    const bars = series.slice(0, -1)
    plot.series[0]?.points.forEach(({ value, from = 0 }, at) => {
      const painted = [0, 1].map((sign) => {
        let end = 0
        return bars.flatMap(({ values, drawn: isDrawn }) => {
          const length = values[at] ?? 0
          if (length === 0 || length > 0 !== (sign === 0)) return []
          const begin = end
          end += length
          return isDrawn ? [[Math.min(begin, end), Math.max(begin, end)]] : []
        })
      })
      const ends = painted.flat(2)
      expect([Math.min(...ends), Math.max(...ends)]).toEqual([
        Math.min(value ?? 0, from),
        Math.max(value ?? 0, from),
      ])
    })
    expect(series.at(-1)?.labels).toEqual(levels.map(String))
  })

  test('holds what was added and taken off, and computes the rest from it', () => {
    const { sheet } = drawn('waterfall', () => steps([40, 62, 55, 55]))
    expect(['B2', 'B3', 'B4', 'B5'].map((name) => sheet.get(name))).toEqual([
      { value: 40 },
      { value: 22 },
      { value: -7 },
      { value: 55 },
    ])
    expect(sheet.get('C4')).toEqual({ value: 55, formula: 'C3+N(B4)' })
    expect(sheet.get('C5')).toEqual({ value: 55, formula: '0+N(B5)' })
  })
})

test('spans lie on an axis of dates, what is done before what is not', () => {
  const { plot, series, sheet, chart } = drawn('gantt')
  const serial = (iso: string): number => Date.parse(iso) / 86_400_000 + 25569
  expect(sheet.get('B2')?.value).toBe(serial('2026-03-02'))
  expect(sheet.get('C2')?.value).toBe(19)
  const [begin, done, left] = series
  expect(begin?.drawn).toBe(false)
  plot.series[0]?.points.forEach(({ value, from = 0 }, at) =>
    expect((done?.values[at] ?? 0) + (left?.values[at] ?? 0)).toBeCloseTo((value ?? 0) - from, 9),
  )
  expect(chart).toContain('formatCode="m&quot;月&quot;d&quot;日&quot;"')
  expect(chart).toContain(`<c:min val="${serial('2026-03-02')}"/>`)
})

test('names at the axis are written in 万, in percent, or left to the unit', () => {
  expect(drawn('column').chart).toContain('<a:t>万人</a:t>')
  expect(drawn('bar').chart).toContain('<a:t>元/人</a:t>')
  expect(drawn('survey').chart).toMatch(/<c:valAx>.*formatCode="0%"/s)
  expect(drawn('column', undefined, 'en').chart).toContain('<a:t>people</a:t>')
})

test('a legend stands above several series, and names only them', () => {
  expect(drawn('column').chart).toContain('<c:legendPos val="t"/>')
  for (const kind of ['bar', 'attainment', 'pie', 'waterfall', 'gantt', 'survey'] as const)
    expect(drawn(kind).chart).not.toContain('<c:legend>')
  const { chart, series } = drawn('index')
  const hidden = [...chart.matchAll(/<c:legendEntry><c:idx val="(\d+)"\/><c:delete val="1"\/>/g)].map(
    (match) => Number(match[1]),
  )
  expect(hidden.map((index) => series[index]?.name)).toEqual(['对照组=100'])
})
