// A waterfall: bars from one level to the next. Its values are the wholes and what lies between them, or, of two series,
// each part before and after.

import type { ChartState, PlotPoint } from '../model/chart.ts'
import type { Language } from '../model/language.ts'
import { roundDecimal } from '../numbers/format.ts'
import { tidy } from '../numbers/tidy.ts'
import { chartWords } from '../text/charts.ts'
import { axisOf, isPercent, labelOf } from './axis.ts'
import { signed, signOf } from './change.ts'
import { type Drawn, type DrawnSeries, type Grid, summed } from './drawn.ts'
import type { Body } from './body.ts'

interface Bar {
  category: string
  isWhole: boolean
  /** A whole's level, or how much is added. */
  cell: Drawn | undefined
  figure: PlotPoint['figure']
}

/**
 * Labels of what is added carry their sign. What the parts leave of a whole stands before it as 其他, so that the bars
 * meet; where they meet within the rounding, nothing is added.
 */
export function waterfallOf(spec: ChartState, grid: Grid, language: Language): Body {
  const bars = arranged(barsOf(spec, grid, language), spec)
  const cells = bars.flatMap(({ cell }) => (cell ? [cell] : []))
  const wholeCells = bars.flatMap(({ isWhole, cell }) => (isWhole && cell ? [cell] : []))
  const axis = axisOf([...wholeCells, ...cells], { rounding: spec.rounding, language })
  const how = { kind: spec.kind, rounding: spec.rounding, language }
  const added = (cell: Drawn): string =>
    isPercent(cell.kind)
      ? signed(cell.value, cell, language)
      : `${signOf(cell.value)}${labelOf(cell, axis, how)}`
  const categories: string[] = []
  const points: PlotPoint[] = []
  const wholes: number[] = []
  let level = 0
  const step = (category: string, cell: Drawn, figure: PlotPoint['figure']): void => {
    const to = tidy(level + cell.value)
    categories.push(category)
    points.push({ value: to, from: level, label: added(cell), figure })
    level = to
  }
  for (const { category, isWhole, cell, figure } of bars) {
    if (!cell) {
      if (isWhole) wholes.push(categories.length)
      categories.push(category)
      points.push({ value: null, label: '', figure })
      continue
    }
    if (!isWhole) {
      step(category, cell, figure)
      continue
    }
    const gap = tidy(cell.value - level)
    if (categories.length > 0 && isShown(gap, cell))
      step(chartWords[language].other, { ...cell, value: gap, text: '' }, null)
    wholes.push(categories.length)
    categories.push(category)
    points.push({ value: cell.value, from: 0, label: labelOf(cell, axis, how), figure })
    level = cell.value
  }
  const name = grid.series[grid.series.length > 1 ? 1 : 0]?.name ?? spec.name
  return { categories, series: points.length > 0 ? [{ name, points }] : [], axis, wholes }
}

/** Whether a difference is anything once it is rounded as the report rounds. */
const isShown = (difference: number, { kind, rounding }: Drawn): boolean =>
  Number(roundDecimal(difference, rounding.decimals, isPercent(kind) ? 2 : -Math.log10(rounding.scale))) !== 0

function barsOf(spec: ChartState, grid: Grid, language: Language): Bar[] {
  const { categories, series } = grid
  const [first, second] = series
  const wholes = spec.wholes ?? usualWholes(grid)
  const bars = categories.map((category, index): Bar => {
    const [before, after] = [first?.cells[index], second?.cells[index]]
    const figure = (second?.figures[index] ?? first?.figures[index])?.id ?? null
    const isWhole = wholes.includes(index)
    if (!second) return { category, isWhole, cell: before, figure }
    // The total before stands in the first series, the total after in the second.
    if (isWhole) return { category, isWhole, cell: after ?? before, figure }
    const cell = before && after && { ...after, value: tidy(after.value - before.value), text: '' }
    return { category, isWhole: false, cell, figure }
  })
  if (wholes.length > 0 || spec.wholes || bars.length === 0) return bars
  const totalOf = ({ name, cells }: DrawnSeries): Bar => ({
    category: name,
    isWhole: true,
    cell: summed(cells, language),
    figure: null,
  })
  if (first && second) return [totalOf(first), ...bars, totalOf(second)]
  return first ? [...bars, { ...totalOf(first), category: chartWords[language].total }] : bars
}

/** First and last, where they can be the levels from which and to which the others lead; none where all are parts. */
function usualWholes({ categories, series }: Grid): number[] {
  const ends = [0, categories.length - 1]
  const [first, second] = series
  if (categories.length < 3) return ends
  if (second) {
    const isPart = ends.some((end) => first?.cells[end] !== undefined && second.cells[end] !== undefined)
    return isPart ? [] : ends
  }
  const values = (first?.cells ?? []).map((cell) => cell?.value ?? 0)
  const steps = values.slice(1, -1)
  const gap = (values.at(-1) ?? 0) - (values[0] ?? 0) - steps.reduce((sum, value) => sum + value, 0)
  // Where the steps leave more than half of themselves over, these are no levels but a list of parts.
  return Math.abs(gap) > steps.reduce((sum, value) => sum + Math.abs(value), 0) / 2 ? [] : ends
}

/** What lies between the wholes, by what it adds where the spec asks for an order. */
function arranged(bars: Bar[], { sort }: ChartState): Bar[] {
  if (!sort) return bars
  const sign = sort === 'ascending' ? 1 : -1
  const arrangedBars: Bar[] = []
  let run: Bar[] = []
  const close = (): void => {
    arrangedBars.push(
      ...run.toSorted((left, right) => sign * ((left.cell?.value ?? 0) - (right.cell?.value ?? 0))),
    )
    run = []
  }
  for (const bar of bars) {
    if (bar.isWhole) {
      close()
      arrangedBars.push(bar)
    } else run.push(bar)
  }
  close()
  return arrangedBars
}
