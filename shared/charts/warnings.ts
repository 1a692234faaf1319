// What is doubtful about a chart: what it would make a reader believe that the numbers do not say.

import type { ChartKind, ChartWarning, Plot } from '../model/chart.ts'
import { isOn, isPercent } from './axis.ts'
import type { Drawn, FigureMap, Grid } from './drawn.ts'
import { offStacks, offWhole } from './whole.ts'

const mostSlices = 8
const mostSeries = 7

/** Bars are read by their length. */
const hasBars: ReadonlySet<ChartKind> = new Set([
  'column',
  'bar',
  'target',
  'attainment',
  'bullet',
  'stacked',
  'pairs',
  'index',
  'survey',
])

/** One axis, one unit; other kinds have no common axis, or one of their own. */
const hasOneUnit: ReadonlySet<ChartKind> = new Set([
  'column',
  'bar',
  'target',
  'bullet',
  'line',
  'combo',
  'pie',
  'stacked',
  'stacked-full',
  'funnel',
  'pairs',
  'slope',
  'survey',
  'waterfall',
])

const isShareOfWhole: ReadonlySet<ChartKind> = new Set(['pie', 'stacked-full'])

const offWarnings = { above: 'slices-exceed-whole', below: 'slices-do-not-sum' } as const

/** In the order in which they matter. */
export function warningsOf(
  plot: Pick<Plot, 'kind' | 'series' | 'axis' | 'second' | 'categories'>,
  grid: Grid,
  figures: FigureMap,
): ChartWarning[] {
  const { kind, series, axis, second } = plot
  const values = series.flatMap(({ points }) =>
    points.flatMap(({ value }) => (value === null ? [] : [value])),
  )
  if (values.length === 0) return ['no-data']
  const found = new Set<ChartWarning>()
  const cells = grid.series.map((one) => one.cells.filter((cell) => cell !== undefined))
  if (hasOneUnit.has(kind) && differ(plot, cells)) found.add('units-differ')
  if (isShareOfWhole.has(kind)) {
    if (values.some((value) => value < 0)) found.add('slices-negative')
    else if (kind === 'pie') {
      const [slices = []] = cells
      const whole = wholeOf(slices, figures)
      const off = grid.isCut ? 'below' : whole === undefined ? undefined : offWhole(slices, whole)
      if (off) found.add(offWarnings[off])
    }
  }
  const stacked = kind === 'stacked' || kind === 'stacked-full' ? offStacks(grid) : undefined
  // A column that ends below the whole says so by its height; one that is stretched to it does not.
  if (stacked && (kind === 'stacked-full' || stacked === 'above')) found.add(offWarnings[stacked])
  if (kind === 'pie' && values.filter((value) => value > 0).length > mostSlices) found.add('too-many-slices')
  const isBarred = hasBars.has(kind) || (kind === 'combo' && series.some(({ as }) => as !== 'line'))
  if (isBarred && axis.from !== undefined) found.add('axis-cut')
  if (second && misleads({ ...plot, second }, cells)) found.add('second-axis-misleads')
  if (kind !== 'heat' && kind !== 'gantt' && series.length > mostSeries) found.add('too-many-series')
  if (grid.shortened.length > 0) found.add('shortened')
  return [...found]
}

function differ({ kind, series }: Pick<Plot, 'kind' | 'series'>, cells: readonly Drawn[][]): boolean {
  // People, visits and orders are steps of one way.
  if (kind === 'funnel' && cells.flat().every((cell) => cell.kind === 'count')) return false
  const sides =
    kind === 'combo'
      ? (['first', 'second'] as const).map((side) =>
          cells.filter((_, index) => (series[index]?.axis ?? 'first') === side).flat(),
        )
      : [cells.flat()]
  return sides.some((side) => side.some((cell) => side[0] !== undefined && !isOn(cell, side[0])))
}

/** Two scales for one unit, or two lines that cross only because each has its own scale. */
function misleads(
  { series, axis, second }: Pick<Plot, 'series' | 'axis'> & { second: Plot['axis'] },
  cells: readonly Drawn[][],
): boolean {
  const on = (side: 'first' | 'second') =>
    series
      .map((one, index) => ({ one, own: cells[index] ?? [] }))
      .filter(({ one }) => (one.axis ?? 'first') === side)
  const [left, right] = [on('first'), on('second')]
  const [one, other] = [left.flatMap(({ own }) => own)[0], right.flatMap(({ own }) => own)[0]]
  const isSameUnit = one && other ? isOn(one, other) : axis.unit === second.unit
  const areLines = (side: typeof left): boolean => side.some(({ one: { as } }) => as === 'line')
  return isSameUnit || (areLines(left) && areLines(right))
}

function wholeOf(cells: readonly Drawn[], figures: FigureMap): number | undefined {
  if (cells.every(({ kind }) => isPercent(kind))) return 1
  const wholes = new Set(cells.map(({ figure }) => figure?.part?.of))
  const [id] = wholes
  return wholes.size === 1 && id !== undefined ? (figures.get(id)?.value ?? undefined) : undefined
}
