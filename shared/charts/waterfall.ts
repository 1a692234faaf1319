// A waterfall: bars from one level to the next. Its values are the wholes and what lies between them, or, of two series,
// each part before and after.

import type { ChartState, PlotPoint } from '../model/chart.ts'
import type { Language } from '../model/language.ts'
import { roundDecimal } from '../numbers/format.ts'
import { tidy } from '../numbers/tidy.ts'
import { chartWords } from '../text/charts.ts'
import { axisOf, isPercent, labelOf } from './axis.ts'
import { signed, signOf } from './change.ts'
import type { Drawn, Grid } from './drawn.ts'
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
  const bars = arranged(barsOf(spec, grid), spec)
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

function barsOf({ wholes }: ChartState, { categories, series }: Grid): Bar[] {
  const last = categories.length - 1
  const isWhole = (index: number): boolean =>
    wholes ? wholes.includes(index) : index === 0 || index === last
  const [first, second] = series
  return categories.map((category, index): Bar => {
    const [before, after] = [first?.cells[index], second?.cells[index]]
    const figure = (second?.figures[index] ?? first?.figures[index])?.id ?? null
    if (!second) return { category, isWhole: isWhole(index), cell: before, figure }
    if (isWhole(index)) {
      // The total before stands in the first series, the total after in the second.
      return { category, isWhole: true, cell: after ?? before, figure }
    }
    const cell = before && after && { ...after, value: tidy(after.value - before.value), text: '' }
    return { category, isWhole: false, cell, figure }
  })
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
