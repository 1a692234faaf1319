// Plots of every kind as nobody draws them and somebody will: nothing in them, one thing, sixty, words of a paragraph's
// length, numbers below zero, next to nothing, or beyond counting.

import type { Plot, PlotPoint } from '../../shared/model/chart.ts'
import type { Language } from '../../shared/model/language.ts'
import { samplePlots } from './sample-charts.ts'

type Change = (plot: Plot) => Plot

const withPoints =
  (change: (point: PlotPoint, index: number) => PlotPoint): Change =>
  (plot) => ({
    ...plot,
    series: plot.series.map((series) => ({ ...series, points: series.points.map(change) })),
  })

const valued = (valueOf: (value: number, index: number) => number): Change =>
  withPoints((point, index) => ({
    ...point,
    value: point.value === null ? null : valueOf(point.value, index),
    ...(point.from !== undefined && { from: valueOf(point.from, index) }),
  }))

const repeated =
  (count: number, name: (index: number) => string): Change =>
  (plot) => ({
    ...plot,
    categories: Array.from({ length: count }, (_, index) => name(index)),
    series: plot.series.map((series) => ({
      ...series,
      points: Array.from(
        { length: count },
        (_, index) => series.points[index % series.points.length] ?? nothing,
      ),
    })),
    ...(plot.wholes && { wholes: [0, count - 1] }),
  })

const nothing: PlotPoint = { value: null, label: '', figure: null }

export const extremes: Readonly<Record<string, Change>> = {
  'no value': withPoints((point) => ({ ...point, value: null, label: '' })),
  'no category': (plot) => ({
    ...plot,
    categories: [],
    series: plot.series.map((series) => ({ ...series, points: [] })),
    wholes: [],
  }),
  'no series': (plot) => ({ ...plot, series: [] }),
  'one category': repeated(1, () => '只有一项'),
  'sixty categories': repeated(60, (index) => `第${index + 1}个渠道`),
  'names of a paragraph': repeated(9, (index) => `${index}${'很长的名称，'.repeat(40)}`),
  'all zero': valued(() => 0),
  'below zero': valued((value) => -value),
  'now above, now below zero': valued((value, index) => (index % 2 === 0 ? value : -value)),
  'next to nothing': valued((value) => value * 1e-12),
  'beyond counting': valued((value) => value * 1e12),
  'no number at all': valued((_, index) => [Number.NaN, Infinity, -Infinity][index % 3] ?? 0),
  'all labels': (plot) => ({ ...plot, labels: 'all' }),
  'no labels': (plot) => ({ ...plot, labels: 'none' }),
  'words of other tongues and of none': (plot) => ({
    ...plot,
    title: hostile,
    name: hostile,
    alt: hostile,
    categories: plot.categories.map(() => hostile),
    series: plot.series.map((series) => ({
      ...series,
      name: hostile,
      points: series.points.map((point) => ({ ...point, label: hostile, note: hostile })),
    })),
    reference: { value: 1, label: hostile },
    events: [{ at: 0, text: hostile }],
  }),
  'twelve series': (plot) => ({
    ...plot,
    series: Array.from({ length: 12 }, (_, index) => ({
      ...(plot.series[index % plot.series.length] ?? { points: [] }),
      name: `系列${index}`,
    })),
  }),
}

const hostile = '\u0000=cmd|"x" & <b>\uD800 {a} ]]> 👨‍👩‍👧 שלום\n\u202Egnp.exe'

/** Every sample changed in that way. */
export const extremePlots = (language: Language, change: Change): Plot[] => samplePlots(language).map(change)
