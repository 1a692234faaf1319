import { init } from 'echarts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  chartHeight,
  type ChartLook,
  chartOption,
  plotChart,
  pointOf,
  quietColour,
  verdictColour,
} from '../../../../shared/charts/index.ts'
import { ChartKind, type Plot } from '../../../../shared/model/chart.ts'
import { drawn, rates } from '../../../support/drawn-chart.ts'
import { sampleCharts } from '../../../support/sample-charts.ts'

const look: ChartLook = {
  theme: 'light',
  text: '#111111',
  muted: '#777777',
  rule: '#dddddd',
  surface: '#ffffff',
  font: 'sans-serif',
  fontSize: 12,
  width: 640,
  height: 320,
  animation: false,
}

function svgOf(plot: Plot): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: look.width, height: look.height })
  try {
    chart.setOption({ ...chartOption(plot, look) })
    return chart.renderToSVGString()
  } finally {
    chart.dispose()
  }
}
/** Texts of a drawing, as a reader finds them. */
const textsIn = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) =>
    text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
  )

interface Option {
  series: {
    id?: string
    type: string
    data: { value: unknown; itemStyle?: { color: string } }[]
    itemStyle?: { color: string }
  }[]
}
const optionOf = (plot: Plot): Option => chartOption(plot, look) as Option

describe.each(['zh-CN', 'en'] as const)('every kind in %s', (language) => {
  const { charts, figures } = sampleCharts(language)
  const plots = charts.map((chart) => plotChart({ ...chart, title: { auto: true } }, figures, language))

  test('is among the samples', () => {
    expect(new Set(plots.map(({ kind }) => kind))).toEqual(new Set(ChartKind.options))
  })

  test.each(plots.map((plot, index): [string, Plot] => [`${plot.kind} ${index}`, plot]))(
    '%s is plain JSON, and ECharts draws its title, its names and its labels',
    (_, plot) => {
      const option = chartOption(plot, look)
      expect(JSON.parse(JSON.stringify(option))).toEqual(option)
      const svg = svgOf(plot)
      expect(svg).not.toMatch(/NaN|undefined/)
      const texts = textsIn(svg).join('\n')
      // A long one stands in two lines.
      expect(texts.replaceAll(/\s/g, '')).toContain(plot.title.replaceAll(/\s/g, ''))
      for (const name of plot.categories) expect(texts).toContain(name)
      const shown = plot.series[0]?.points.flatMap(({ label }) => (label === '' ? [] : [label])) ?? []
      const drawnLabels = shown.filter((label) => texts.includes(label))
      expect(drawnLabels.length).toBeGreaterThanOrEqual(Math.min(1, shown.length))
    },
  )

  test('is told in words too', () => {
    for (const plot of plots)
      expect(JSON.stringify(chartOption(plot, look))).toContain(JSON.stringify(plot.alt))
  })
})

describe('texts', () => {
  const hostile = [
    '{b}<img src=x onerror=alert(1)>',
    '{a|红}',
    '<script>alert(1)</script>',
    '超'.repeat(10_000),
    '👩‍👩‍👧‍👦📈',
    '\u202eevil\u202c',
    'مرحبا',
    'line\nbreak\u0000',
    '',
  ]

  test.each(ChartKind.options)('%s shows any name as it is, neither as a template nor as HTML', (kind) => {
    const { plot } = drawn(
      kind,
      hostile,
      [
        {
          name: hostile[0] ?? '',
          values: hostile.map((_, index) => 20 - index),
          targets: hostile.map(() => 10),
        },
        { name: hostile[1] ?? '', values: hostile.map((_, index) => 5 + index) },
      ],
      {
        name: hostile[0] ?? '',
        title: { text: hostile[0] ?? '' },
        events: [{ at: hostile[0] ?? '', text: hostile[0] ?? '' }],
        spans: hostile.map((name) => ({ name: name.slice(0, 200), from: '2026-03-01', to: '2026-03-04' })),
      },
    )
    const { aria, ...option } = chartOption(plot, look) as { aria: object }
    const written = JSON.stringify(option)
    expect(aria).toBeDefined()
    expect(written).toContain('"renderMode":"richText"')
    // The one template of our own is the axis's.
    expect(written.replaceAll('{value}', '')).not.toMatch(/\{[a-z]\d?\}|\{[a-z]\|/)
    expect(written).not.toMatch(/\\u202e|\u202e|\\u0000/)
    expect(written).not.toContain('超'.repeat(100))
    const svg = svgOf(plot)
    expect(svg).not.toMatch(/<script|<img/)
    expect(svg).not.toContain('NaN')
  })

  test('whatever is drawn, the option holds neither functions nor numbers that are none', () => {
    const number = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }), { nil: null })
    fc.assert(
      fc.property(
        fc.constantFrom(...ChartKind.options),
        fc.array(fc.array(number, { maxLength: 5 }), { maxLength: 3 }),
        (kind, rows) => {
          const categories = rows[0]?.map((_, index) => `类${index}`) ?? []
          const { plot } = drawn(
            kind,
            categories,
            rows.map((row) => ({ values: categories.map((_, at) => row[at] ?? null), targets: [3] })),
          )
          const option = chartOption(plot, look)
          expect(JSON.parse(JSON.stringify(option))).toEqual(option)
          expect(JSON.stringify(option)).not.toMatch(/NaN|Infinity|:null/)
          expect(svgOf(plot)).not.toContain('NaN')
        },
      ),
      { numRuns: 150 },
    )
  })
})

describe('what is seen', () => {
  test('bars have the colour of their verdict and its sign; the target is a line', () => {
    const { plot } = drawn(
      'attainment',
      ['甲', '乙'],
      [{ values: [12, 8], targets: [10, 10], aspect: 'attainment' }],
    )
    const [bars] = optionOf(plot).series
    expect(bars?.data.map(({ itemStyle }) => itemStyle?.color)).toEqual([
      verdictColour('exceeded'),
      verdictColour('missed'),
    ])
    const texts = textsIn(svgOf(plot))
    expect(texts).toEqual(expect.arrayContaining(['✓ 120.0%', '✗ 80.0%', '目标 100%']))
  })

  test('numbers stand as the axis counts them', () => {
    const { plot } = drawn(
      'column',
      ['甲'],
      [{ values: [58_000], figure: { rounding: { scale: 1e4, decimals: 1 } } }],
    )
    expect(optionOf(plot).series[0]?.data[0]?.value).toBe(5.8)
    const rate = drawn('column', ['甲'], [{ values: [0.482], figure: rates }])
    expect(optionOf(rate.plot).series[0]?.data[0]?.value).toBe(48.2)
    const mille = drawn('column', ['甲'], [{ values: [0.0042], figure: { ...rates, unit: '‰' } }])
    expect(optionOf(mille.plot).series[0]?.data[0]?.value).toBe(4.2)
  })

  test('shares of a stack are drawn up to 100', () => {
    const { plot } = drawn(
      'stacked-full',
      ['甲'],
      [
        { name: '一', values: [30] },
        { name: '二', values: [10] },
      ],
    )
    expect(optionOf(plot).series.map(({ data }) => data[0]?.value)).toEqual([75, 25])
  })

  test('a funnel is centred', () => {
    const { plot } = drawn('funnel', ['甲', '乙'], [{ values: [100, 40] }])
    expect(
      optionOf(plot).series.map(({ data }) => data.map((one) => (typeof one === 'object' ? one.value : one))),
    ).toEqual([
      [0, 30],
      [100, 40],
      [0, 30],
    ])
  })

  test('a waterfall that crosses zero is drawn in two parts', () => {
    const { plot } = drawn('waterfall', ['前', '损', '后'], [{ values: [5, -8, -3] }])
    const [base, above, below] = optionOf(plot).series
    expect(base?.data).toEqual([0, 0, 0])
    expect(above?.data.map(({ value }) => value)).toEqual([5, 5, '-'])
    expect(below?.data.map(({ value }) => value)).toEqual(['-', -3, -3])
  })

  test('a ring needs parts above nothing; else there are columns', () => {
    const ring = drawn('pie', ['甲', '乙', '丙'], [{ values: [1, null, 2] }]).plot
    expect(optionOf(ring).series[0]).toMatchObject({ type: 'pie', data: [{ value: 1 }, { value: 2 }] })
    expect(optionOf(drawn('pie', ['甲', '乙'], [{ values: [1, -2] }]).plot).series[0]?.type).toBe('bar')
    expect(optionOf(drawn('pie', ['甲'], [{ values: [0] }]).plot).series[0]?.type).toBe('bar')
  })

  test('close values of a slope do not hide one another', () => {
    const { plot } = drawn('slope', ['甲', '乙', '丙'], [{ values: [22, 23, 80] }, { values: [30, 50, 70] }])
    const places = [...svgOf(plot).matchAll(/translate\([\d.]+ ([\d.]+)\)"[^>]*>(22|23)</g)].map(([, y]) =>
      Number(y),
    )
    expect(places).toHaveLength(2)
    expect(Math.abs((places[0] ?? 0) - (places[1] ?? 0))).toBeGreaterThanOrEqual(12)
  })

  test('a target is quiet', () => {
    const { plot } = drawn('target', ['甲'], [{ values: [1], targets: [2] }])
    expect(optionOf(plot).series[0]?.itemStyle?.color).toBe(quietColour())
  })

  test('nothing is drawn of nothing', () => {
    for (const kind of ChartKind.options) {
      const { plot } = drawn(kind, [], [])
      expect(optionOf(plot).series).toEqual([])
    }
  })
})

describe('pointOf', () => {
  const pressed = (plot: Plot, index: number, dataIndex: number) =>
    pointOf(plot, { seriesId: optionOf(plot).series[index]?.id, dataIndex })

  test('finds the point behind what was pressed', () => {
    const column = drawn('column', ['甲', '乙'], [{ values: [1, 2] }, { values: [3, 4] }]).plot
    expect(pressed(column, 1, 0)).toEqual({ series: 1, point: 0 })
    const ring = drawn('pie', ['甲', '乙', '丙'], [{ values: [1, null, 2] }]).plot
    expect(pressed(ring, 0, 1)).toEqual({ series: 0, point: 2 })
    const heat = drawn('heat', ['甲', '乙'], [{ values: [1, 2] }, { values: [3, 4] }]).plot
    expect(pressed(heat, 1, 0)).toEqual({ series: 0, point: 1 })
    const fall = drawn('waterfall', ['前', '中', '后'], [{ values: [1, 2, 3] }]).plot
    expect(pressed(fall, 0, 1)).toBeUndefined()
    expect(pressed(fall, 1, 1)).toEqual({ series: 0, point: 1 })
    const cards = drawn('cards', ['甲', '乙'], [{ values: [1, 2] }]).plot
    expect(pointOf(cards, { name: 'card-1' })).toEqual({ series: 0, point: 1 })
    expect(pointOf(cards, { name: 'card-7' })).toBeUndefined()
  })
})

test('labels of a line stand clear of it: beneath a valley, beside a slope', () => {
  const { plot } = drawn('line', ['1', '2', '3', '4', '5'], [{ values: [1, 5, 9, 2, 6] }])
  const option = chartOption(plot, look) as {
    series: { data: { label: { position?: string; offset?: number[] } }[] }[]
  }
  expect(option.series[0]?.data.map(({ label }) => label.position ?? label.offset?.[0] ?? 'top')).toEqual([
    'top',
    -look.fontSize,
    'top',
    'bottom',
    'top',
  ])
})

describe('chartHeight', () => {
  test('kinds with a row for each name grow with them, up to what stands on a page', () => {
    const bars = (count: number): number => {
      const categories = Array.from({ length: count }, (_, index) => `类${index}`)
      return chartHeight(drawn('bar', categories, [{ values: categories.map(() => 1) }]).plot, 600, 12)
    }
    expect(bars(20)).toBeGreaterThan(bars(5))
    expect(bars(500)).toBe(690)
    const column = drawn('column', ['甲'], [{ values: [1] }]).plot
    expect(chartHeight(column, 600, 12)).toBe(300)
    expect(chartHeight(column, 300, 6)).toBe(150)
  })

  test.each(['column', 'bar', 'heat', 'cards', 'pie'] as const)(
    'a title of two lines pushes a %s down and makes it higher by a line',
    (kind) => {
      const series = [{ values: [1, 2] }, ...(kind === 'heat' ? [{ values: [3, 4] }] : [])]
      const { plot } = drawn(kind, ['甲', '乙'], series)
      const titled = (title: string): Plot => ({ ...plot, title })
      const [short, long] = [titled('甲最高'), titled('甲最高，'.repeat(14))]
      const heights = [short, long].map((one) => chartHeight(one, 480, 12))
      expect((heights[1] ?? 0) - (heights[0] ?? 0)).toBe(18)
      const widest = (one: Plot): number =>
        textsIn(svgOf(one)).filter((text) => text.startsWith('甲最高')).length
      expect([widest(short), widest(long)]).toEqual([1, 2])
    },
  )
})
