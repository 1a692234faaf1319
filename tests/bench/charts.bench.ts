// How long it takes from a chart's spec to the option that the screen draws: numbers looked up, labels written, title and
// alt text concluded, the option built. Every kind, with as many names as a report has and with as many as a table gives.
// And how long a picture takes, from the plot to the PNG, after the first one.

import { drawPicture } from '../../electron/export/picture/draw-picture.ts'
import type { BenchResult } from '../../scripts/bench.ts'
import { ensureFonts } from '../../scripts/fonts.ts'
import { chartOption, plotChart } from '../../shared/charts/index.ts'
import { ChartKind } from '../../shared/model/chart.ts'
import { drawn, type DrawnChart } from '../support/drawn-chart.ts'
import { samplePlots } from '../support/sample-charts.ts'

const RUNS = 200
const WARM = 50
const look = {
  theme: 'light',
  text: '#1a222d',
  muted: '#5e6977',
  rule: '#dce1e7',
  surface: '#ffffff',
  font: 'sans-serif',
  fontSize: 12,
  width: 640,
  height: 320,
  animation: false,
} as const

export async function measure(): Promise<BenchResult[]> {
  return [...[12, 60].map((names) => slowest(names)), slowestPicture(await ensureFonts())]
}

function slowest(names: number): BenchResult {
  const timed = ChartKind.options.map((kind) => ({ kind, ours: timesOf(chartOf(kind, names)) }))
  const [most] = timed.toSorted((left, right) => median(right.ours) - median(left.ours))
  return {
    what: `option of ${names} names, slowest of ${timed.length} kinds (${most?.kind})`,
    ours: most?.ours ?? [],
    unit: 'ms',
    limit: 2,
  }
}

function chartOf(kind: (typeof ChartKind.options)[number], names: number): DrawnChart {
  const categories = Array.from({ length: names }, (_, index) => `渠道${index + 1}`)
  const series = ['注册', '首单'].map((name, at) => ({
    name,
    values: categories.map((_, index) => 58_000 - at * 20_000 - index * 311),
    targets: categories.map(() => 30_000),
  }))
  return drawn(kind, categories, series, {
    sort: 'descending',
    spans: categories.map((name, index) => ({
      name,
      from: '2026-03-01',
      to: `2026-0${4 + (index % 6)}-15`,
      share: 0.5,
    })),
  })
}

function timesOf({ spec, figures }: DrawnChart): number[] {
  const times: number[] = []
  for (let run = 0; run < WARM + RUNS; run += 1) {
    const started = performance.now()
    chartOption(plotChart(spec, figures, 'zh-CN'), look)
    if (run >= WARM) times.push(performance.now() - started)
  }
  return times
}

const PICTURES = 15

function slowestPicture(fonts: string): BenchResult {
  const plots = samplePlots('zh-CN')
  // Each kind once: what is loaded and compiled with the first is not counted.
  for (const plot of plots) drawPicture(plot, { fonts })
  const timed = plots.map((plot) => {
    const ours = Array.from({ length: PICTURES }, () => {
      const started = performance.now()
      drawPicture(plot, { fonts })
      return performance.now() - started
    })
    return { kind: plot.kind, ours }
  })
  const [most] = timed.toSorted((left, right) => median(right.ours) - median(left.ours))
  return {
    what: `picture, slowest of ${timed.length} charts (${most?.kind})`,
    ours: most?.ours ?? [],
    unit: 'ms',
    limit: 60,
  }
}

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN
