// The numbers of a chart as a table that a spreadsheet takes from the clipboard: a row a category, a column a series.
// Numbers go out as the axis counts them, with all their digits.

import type { Plot, PlotAxis } from '../../../shared/model/chart.ts'
import { tidy } from '../../../shared/numbers/tidy.ts'

/** The first row is the head. */
export function plotTable(plot: Plot, words: { category: string; from: string; to: string }): string[][] {
  const { category } = words
  const { series, categories } = plot
  if (plot.kind === 'gantt') {
    const [spans] = series
    return [
      [category, words.from, words.to],
      ...categories.map((name, index) => {
        const { from, value } = spans?.points[index] ?? {}
        // A bar ends where the day after its last one begins.
        return [name, dayText(from), dayText(value === null || value === undefined ? value : value - 1)]
      }),
    ]
  }
  const axisOf = (axis: 'first' | 'second' | undefined): PlotAxis =>
    axis === 'second' && plot.second ? plot.second : plot.axis
  const head = series.map(({ name, axis }) => {
    const { unit } = axisOf(axis)
    return [name, unit === '' ? '' : `(${unit})`].filter(Boolean).join(' ')
  })
  return [
    [category, ...head],
    ...categories.map((name, index) => [
      name,
      ...series.map(({ points, axis }) => {
        const point = points[index]
        if (!point || point.value === null) return ''
        const isStep = plot.kind === 'waterfall' && !plot.wholes?.includes(index)
        return numberText(isStep ? point.value - (point.from ?? 0) : point.value, axisOf(axis))
      }),
    ]),
  ]
}

const numberText = (value: number, { kind, scale }: PlotAxis): string =>
  String(tidy(kind === 'rate' || kind === 'points' ? value * 100 : value / scale))

const dayMs = 86_400_000
const dayText = (day: number | null | undefined): string =>
  day === null || day === undefined ? '' : new Date(day * dayMs).toISOString().slice(0, 10)

/** What holds a tab, a line end or a quote is quoted; a text that a spreadsheet would take for a formula stays text. */
export const asTabs = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((row) =>
      row
        .map((cell) => (/^[=+@-]/.test(cell) && !/^-?[\d.]+(e[-+]?\d+)?$/i.test(cell) ? `'${cell}` : cell))
        .map((cell) => (/[\t\r\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
        .join('\t'),
    )
    .join('\r\n')
