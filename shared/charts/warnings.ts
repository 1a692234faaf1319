// What is doubtful about a chart: what it would make a reader believe that the numbers do not say.

import type { ChartKind, ChartWarning, Plot } from '../model/chart.ts'
import { roundDecimal } from '../numbers/format.ts'
import { isOn, isPercent } from './axis.ts'
import type { Drawn, FigureMap, Grid } from './drawn.ts'

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
      const off = grid.isCut ? 'slices-do-not-sum' : offWhole(cells[0] ?? [], figures)
      if (off) found.add(off)
    }
  }
  if (kind === 'pie' && values.filter((value) => value > 0).length > mostSlices) found.add('too-many-slices')
  const isBarred = hasBars.has(kind) || (kind === 'combo' && series.some(({ as }) => as !== 'line'))
  if (isBarred && axis.from !== undefined) found.add('axis-cut')
  if (second && misleads({ ...plot, second }, cells)) found.add('second-axis-misleads')
  if (kind !== 'heat' && kind !== 'gantt' && series.length > mostSeries) found.add('too-many-series')
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

/** Slices that are shares should make 100 %; those that are parts of a known figure should make that. */
function offWhole(
  cells: readonly Drawn[],
  figures: FigureMap,
): 'slices-exceed-whole' | 'slices-do-not-sum' | undefined {
  const [first] = cells
  if (!first) return undefined
  const whole = isPercent(first.kind) ? 1 : wholeOf(cells, figures)
  if (whole === undefined) return undefined
  const total = cells.reduce((sum, { value }) => sum + value, 0)
  // Each slice may have been rounded before it came here.
  const slack = cells.reduce((sum, cell) => sum + halfStep(cell), 0) + Math.abs(whole) * 1e-9
  if (total > whole + slack) return 'slices-exceed-whole'
  return total < whole - slack ? 'slices-do-not-sum' : undefined
}

function wholeOf(cells: readonly Drawn[], figures: FigureMap): number | undefined {
  const wholes = new Set(cells.map(({ figure }) => figure?.part?.of))
  const [id] = wholes
  return wholes.size === 1 && id !== undefined ? (figures.get(id)?.value ?? undefined) : undefined
}

/** Half of the last digit, where the value ends there; nothing where more of it is known. */
function halfStep({ value, kind, rounding }: Drawn): number {
  const shift = isPercent(kind) ? 2 : -Math.log10(rounding.scale)
  const isRounded =
    Number(roundDecimal(value, rounding.decimals, shift)) === Number(roundDecimal(value, 10, shift))
  return isRounded ? 0.5 * 10 ** (-rounding.decimals - shift) : 0
}
